"""The control panel's page: who gets it, and that its scripts find every word they ask for."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client, RequestFactory

from game import content
from game.actions import devices, tries, workshops
from game.actions.workshops import WorkshopSettings
from game.engine.debrief.doubts import sliders
from game.engine.debrief.loops import LOOPS, arrows_of
from game.engine.debrief.steps import MOODS, STEPS
from game.engine.debrief.whatif import ALL
from game.engine.model.rules import RULESETS
from game.models import Grant, Workshop
from game.web.devices import COOKIE, label_of
from game.web.facilitator.control import LINK_COOKIE
from tests.web.rooms import browser, guessed, seated, start

STATIC = Path(settings.BASE_DIR) / "static" / "js"
SCRIPTS = [STATIC / "pages" / "panel.js", *sorted((STATIC / "ui" / "panel").rglob("*.js"))]
PHASES = ("lobby", "agree", "act", "outcome", "debrief", "closed")
PICTURES = [f"{step}.{part}" for step, parts in STEPS.items() for part in parts]


def facilitated(language: str = "nl", **given: object) -> tuple[Workshop, Client]:
    """Return a workshop and the browser that started it."""
    device, token = devices.register(language)
    workshop = workshops.start_workshop(device, WorkshopSettings(**{"title": "Straatavond", **given}))
    client = browser(language)
    client.cookies[COOKIE] = token
    return workshop, client


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "says"), [("nl", "Nu op het scherm"), ("en", "Now on the big screen")])
def test_who_started_it_gets_the_panel(language: str, says: str) -> None:
    workshop, client = facilitated(language)

    page = client.get(f"/control/{workshop.pk}/").content.decode()

    assert f'<html lang="{language}">' in page
    assert f'data-socket="/ws/control/{workshop.pk}/"' in page
    assert f'href="/projector/{workshop.projector_key}/" target="_blank" rel="noopener"' in page
    assert says in page
    assert workshop.code in page
    assert "style=" not in page


@pytest.mark.django_db
def test_nobody_else_gets_it() -> None:
    workshop, client = facilitated()
    path = f"/control/{workshop.pk}/"

    assert browser().get(path).status_code == 403
    assert seated(workshop).get(path).status_code == 403
    assert facilitated()[1].get(path).status_code == 403
    assert client.get("/control/999999/").status_code == 403
    assert client.post(path).status_code == 405
    Grant.objects.filter(workshop=workshop).update(revoked_at=workshop.created_at)
    answer = client.get(path)
    assert answer.status_code == 403
    says = "Dit toestel is van de lijst gehaald"
    assert (says in answer.content.decode(), says in browser().get(path).content.decode()) == (True, False)


@pytest.mark.django_db
def test_a_title_cannot_break_out_of_the_page() -> None:
    workshop, client = facilitated(title="</script><b>x")

    assert "<b>x" not in client.get(f"/control/{workshop.pk}/").content.decode()
    assert "<b>x" not in browser().get(f"/projector/{workshop.projector_key}/").content.decode()


@pytest.mark.django_db
def test_a_panel_without_a_projector_key_of_another() -> None:
    first, client = facilitated()
    second = start()

    assert second.projector_key not in client.get(f"/control/{first.pk}/").content.decode()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_word_that_the_panel_names_is_there(language: str) -> None:
    known = content.page_words("panel", content.default_scenario(), language)
    named = {code for script in SCRIPTS for code in re.findall(r'word\(\s*"([\w.]+)"', script.read_text())}
    wanted = (
        named | {f"phase.{phase}" for phase in PHASES} | {f"ui.panel.next.{phase}" for phase in PHASES[:5]}
    )
    wanted |= {"ui.panel.next.last", "opening"}
    wanted |= {
        f"ui.panel.confirm.{what}.{part}" for what in ("end", "close") for part in ("title", "text", "yes")
    }
    wanted |= {f"ui.panel.seat.{state}" for state in ("ready", "here", "away", "bot", "free")}
    notes = ("lobby", "agree_first", "agree_later", "act", "outcome", *STEPS)
    wanted |= {f"note.{note}.{part}" for note in notes for part in ("say", "ask", "watch")}

    assert sorted(code for code in wanted if code not in known and f"{code}.other" not in known) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_word_of_the_debrief_is_there(language: str) -> None:
    known = content.page_words("panel", content.default_scenario(), language)
    wanted = {f"debrief.{step}.title" for step in STEPS} | {f"note.{step}.not" for step in STEPS}
    wanted |= {f"ui.panel.{kind}.{picture}" for kind in ("picture", "preview") for picture in PICTURES}
    wanted |= {f"debrief.mood.{mood}" for mood in MOODS} | {f"debrief.luck.{luck}" for luck in range(1, 6)}
    wanted |= {f"debrief.loop.{loop}" for loop in LOOPS} | {
        f"debrief.arrow.{arrow}" for arrow in arrows_of(RULESETS[2])
    }
    wanted |= {f"debrief.what_if.{code}" for code in ALL}
    wanted |= {f"debrief.constant.{name}" for rules in RULESETS.values() for name in sliders(rules)}
    follows = {f"follows.{code.split('.')[1]}" for code in ALL if code.startswith("follows.")}
    groups = {"funding", "everyone", "whole", "luck"} | follows
    wanted |= {f"ui.panel.what_if_group.{group}" for group in groups}
    states = {
        f"ui.panel.{kind}.{state}" for kind in ("posts", "judged") for state in ("waiting", "shown", "hidden")
    }
    wanted |= states | {
        "ui.panel.judge.shown",
        "ui.panel.judge.hidden",
        "ui.panel.tallies.mood",
        "ui.panel.tallies.luck",
    }

    assert sorted(code for code in wanted if code not in known and f"{code}.other" not in known) == []


# The control link


def started(client: Client) -> str:
    """Start a workshop from the form and return the panel's address."""
    client.get("/new/", {"key": settings.START_KEY()})
    return client.post("/new/", {"rehearse_now": "1"})["Location"]


def link_on(client: Client, path: str) -> str:
    return client.get(path).context["control_link"]


@pytest.mark.django_db
def test_the_control_link_is_shown_once() -> None:
    client = browser()
    path = started(client)
    cookie = client.cookies[LINK_COOKIE]

    assert (cookie["path"], cookie["httponly"], cookie["max-age"]) == (path, True, 120)
    link = link_on(client, path)
    assert re.fullmatch(rf"http://testserver{path}\?key=[\w-]{{32}}", link)
    assert client.cookies[LINK_COOKIE].value == ""
    assert link_on(client, path) == ""


@pytest.mark.django_db
def test_the_control_link_has_a_picture_that_is_kept_nowhere_and_tells_nothing() -> None:
    client = browser()
    page = client.get(started(client)).content.decode()
    place = re.search(r'data-qr="(/qr/control/\d+/[\w-]+\.svg)"', page)
    assert place
    answer = browser().get(place[1])

    assert (answer.status_code, answer["Content-Type"]) == (200, "image/svg+xml")
    assert answer["Cache-Control"] == "no-store"
    assert browser().get("/qr/control/1/" + "x" * 32 + ".svg").status_code == 200
    assert browser().get("/qr/control/1/x.svg").status_code == 404


@pytest.mark.django_db
def test_another_key_in_the_cookie_is_not_shown() -> None:
    workshop, client = facilitated()
    client.cookies[LINK_COOKIE] = "guessed"

    assert link_on(client, f"/control/{workshop.pk}/") == ""


@pytest.mark.django_db
def test_whoever_has_the_control_link_runs_the_workshop() -> None:
    client = browser()
    path = started(client)
    link = link_on(client, path).removeprefix("http://testserver")
    other = browser()

    assert other.head(link).status_code == 302
    assert COOKIE not in other.cookies
    answer = other.get(link, headers={"user-agent": "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"})

    assert (answer.status_code, answer["Location"]) == (302, path)
    assert other.get(path).status_code == 200
    assert list(Grant.objects.exclude(kind="starter").values_list("kind", "label")) == [
        ("facilitator", ""),
        ("facilitator", "Windows"),
    ]
    other.get(link)
    assert Grant.objects.exclude(kind="starter").count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "says"),
    [("nl", "Deze link naar de regie werkt niet"), ("en", "This control link does not work")],
)
def test_a_wrong_control_link_says_what_to_do_and_makes_no_device(language: str, says: str) -> None:
    workshop, _ = facilitated()
    devices_before = Grant.objects.count()
    for path in (f"/control/{workshop.pk}/", "/control/999999/"):
        answer = browser(language).get(path, {"key": "guessed"})
        assert (answer.status_code, says in answer.content.decode()) == (403, True)
        assert COOKIE not in answer.cookies
    assert Grant.objects.count() == devices_before


@pytest.mark.django_db
def test_guessing_control_links_is_slow() -> None:
    cache.clear()
    workshop, _ = facilitated()
    path = f"/control/{workshop.pk}/?key=guessed"
    first = browser().get(path).status_code
    guessed(tries.LINKS, 118)

    assert [first, browser().get(path).status_code] == [403, 403]
    answer = browser().get(path)
    assert (answer.status_code, "de goede werkt meteen" in answer.content.decode()) == (429, True)
    cache.clear()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("agent", "label"),
    [
        ("Mozilla/5.0 (Linux; Android 13; Pixel 7) AppleWebKit/537.36", "Android"),
        ("Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X)", "iPad"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", "Mac"),
        ("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0)", "Chromebook"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:109.0)", "Linux"),
        ("curl/8", ""),
    ],
)
def test_the_word_for_a_device(agent: str, label: str) -> None:
    assert label_of(RequestFactory().get("/", headers={"user-agent": agent})) == label
