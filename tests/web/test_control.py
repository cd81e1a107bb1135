"""The control panel's page: who gets it, and that its scripts find every word they ask for."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from game.actions import devices, workshops
from game.actions.workshops import WorkshopSettings
from game.models import Grant, Workshop
from game.web.devices import COOKIE
from game.web.panel_words import panel_words
from tests.web.rooms import browser, seated, start

STATIC = Path(settings.BASE_DIR) / "static" / "js"
SCRIPTS = [STATIC / "pages" / "panel.js", *sorted((STATIC / "ui").glob("panel_*.js"))]
PHASES = ("lobby", "agree", "act", "outcome", "debrief", "closed")
PICTURES = ("dice", "quality", "share", "cost", "asked", "lines", "crossing", "claim")


def facilitated(language: str = "nl", **given: object) -> tuple[Workshop, Client]:
    """Return a workshop and the browser that started it."""
    device, token = devices.register(language)
    workshop = workshops.start_workshop(device, WorkshopSettings(**{"title": "Straatavond", **given}))
    client = browser(language)
    client.cookies[COOKIE] = token
    return workshop, client


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "says"), [("nl", "Projectiescherm"), ("en", "Projector")])
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
    assert client.get(path).status_code == 403


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
    known = panel_words(language, "street")
    named = {code for script in SCRIPTS for code in re.findall(r'word\(\s*"([\w.]+)"', script.read_text())}
    wanted = named | {f"phase.{phase}" for phase in PHASES} | {f"ui.next.{phase}" for phase in PHASES[:5]}
    wanted |= {"ui.next.last", "opening"} | {f"ui.next.picture.{part}" for part in PICTURES}
    wanted |= {f"ui.confirm.{what}.{part}" for what in ("end", "close") for part in ("title", "text", "yes")}
    wanted |= {f"ui.seat.{state}" for state in ("ready", "here", "away", "bot", "free")}
    notes = ("lobby", "agree_first", "agree_later", "act", "outcome", "what_happened", "undercurrent")
    wanted |= {f"note.{note}.{part}" for note in notes for part in ("say", "ask", "watch")}

    assert sorted(code for code in wanted if code not in known and f"{code}.other" not in known) == []
