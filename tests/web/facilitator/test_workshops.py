"""Starting a workshop: the start link, the form with its defaults, a rehearsal in one press, and mistakes."""

import re

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.utils import timezone

from game.actions.workshops import WorkshopSettings
from game.models import Device, Game, Grant, Seat, Workshop
from tests.web.rooms import browser, start

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    """Give a browser that has opened the start link."""
    return starter()


def starter(language: str = "nl") -> Client:
    client = browser(language)
    answer = client.get("/new/", {"key": settings.START_KEY()})
    assert (answer.status_code, answer["Location"]) == (302, "/new/")
    return client


def filled_in(**changes: str) -> dict[str, str]:
    usual = WorkshopSettings(title="Straatavond")
    names = ("title", "scenario", "tables", "seats", "rounds", "form", "talking", "language")
    return {**{name: str(getattr(usual, name)) for name in names}, "fill_bots": "on", **changes}


def newest() -> Workshop:
    return Workshop.objects.latest("pk")


def test_without_the_start_link_the_page_says_where_it_is() -> None:
    answer = browser().get("/new/")

    assert answer.status_code == 403
    assert "Open de link voor de begeleider" in answer.content.decode()
    assert browser().post("/new/", filled_in()).status_code == 403
    assert Workshop.objects.count() == 0


def test_a_wrong_start_link_gives_no_right() -> None:
    client = browser("en")
    answer = client.get("/new/?key=guessed")

    assert answer.status_code == 403
    assert "This start link does not work" in answer.content.decode()
    assert client.get("/new/").status_code == 403
    assert Grant.objects.count() == 0


def test_the_key_leaves_the_address_and_the_right_stays(client: Client) -> None:
    assert client.get("/new/").status_code == 200
    client.get("/new/", {"key": settings.START_KEY()})
    assert (Device.objects.count(), Grant.objects.count()) == (1, 1)


@pytest.mark.parametrize(("language", "button"), [("nl", "Open de wachtruimte"), ("en", "Open the lobby")])
def test_the_form_opens_with_what_is_usual(language: str, button: str) -> None:
    page = starter(language).get("/new/").content.decode()

    assert button in page
    assert f'<html lang="{language}">' in page
    assert re.findall(r'name="(\w+)" value="(\w+)"[^>]*checked', page) == [
        ("form", "full"),
        ("talking", "silent_first"),
        ("language", language),
        ("ruleset", "2"),
    ]
    assert "style=" not in page


@pytest.mark.parametrize(("asked", "played"), [({}, 2), ({"ruleset": "2"}, 2), ({"ruleset": "1"}, 1)])
def test_a_new_game_plays_the_rules_of_now_unless_the_first_are_asked_for(
    client: Client, asked: dict[str, str], played: int
) -> None:
    client.post("/new/", filled_in(**asked))

    assert Game.objects.get().ruleset == played


def test_rules_that_there_are_not_start_nothing(client: Client) -> None:
    answer = client.post("/new/", filled_in(ruleset="3"))

    assert (answer.status_code, Game.objects.count()) == (400, 0)
    assert '<details class="more" open>' in answer.content.decode()


def test_one_press_opens_the_lobby(client: Client) -> None:
    answer = client.post("/new/", filled_in(tables="3", seats="8"))

    workshop = newest()
    assert (answer.status_code, answer["Location"]) == (302, f"/control/{workshop.pk}/")
    assert (workshop.title, Game.objects.get().phase, Seat.objects.count()) == ("Straatavond", "lobby", 24)
    assert client.get(answer["Location"]).status_code == 200


def test_one_press_rehearses_what_is_filled_in(client: Client) -> None:
    changes = {"tables": "3", "seats": "8", "rounds": "7", "form": "short", "talking": "free"}
    answer = client.post(
        "/new/",
        {
            **filled_in(**changes, language="en", bot_after_seconds="30"),
            "practice": "on",
            "rehearse_now": "1",
        },
    )

    workshop, game = newest(), Game.objects.get()
    assert answer["Location"] == f"/control/{workshop.pk}/"
    assert (workshop.title, workshop.language) == ("Straatavond", "en")
    assert (game.rounds, game.form, game.talking, game.bot_after_seconds) == (7, "short", "free", 30)
    assert (game.practice, game.auto_close, game.rehearsal) == (True, False, True)
    assert list(Seat.objects.values_list("bot", flat=True)) == [True] * 24


def test_one_press_rehearses_the_usual_where_nothing_is_filled_in(client: Client) -> None:
    client.post("/new/", {"rehearse_now": "1", "title": "", "tables": ""})

    assert (newest().title, Game.objects.get().rounds) == ("De straat", WorkshopSettings(title="").rounds)
    assert set(Seat.objects.values_list("bot", flat=True)) == {True}


def test_a_rehearsal_says_what_is_wrong_instead_of_dropping_it(client: Client) -> None:
    answer = client.post("/new/", {**filled_in(tables="many"), "rehearse_now": "1"})

    assert (answer.status_code, Workshop.objects.count()) == (400, 0)
    assert 'id="id_tables_error"' in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", ""),
        ("title", "x" * 200),
        ("scenario", "castle"),
        ("tables", "0"),
        ("tables", "41"),
        ("tables", "three"),
        ("seats", "2"),
        ("seats", "13"),
        ("rounds", "0"),
        ("rounds", "11"),
        ("form", "long"),
        ("talking", "never"),
        ("language", "fr"),
    ],
)
def test_a_field_that_is_wrong_says_so_itself(client: Client, name: str, value: str) -> None:
    answer = client.post("/new/", filled_in(**{name: value}))

    page = answer.content.decode()
    assert answer.status_code == 400
    assert Workshop.objects.count() == 0
    assert re.findall(r'class="error small"[^>]*id="id_(\w+)_error"', page) == [name]
    assert 'class="error" role="alert"' in page


def test_what_was_filled_in_stays_when_something_else_is_wrong(client: Client) -> None:
    page = client.post("/new/", filled_in(title="Buurt & co", rounds="99")).content.decode()

    assert 'value="Buurt &amp; co"' in page
    assert re.search(r'name="rounds" value="99"[^>]*aria-invalid="true"', page)


@pytest.mark.parametrize(("language", "says"), [("nl", "Jouw werksessies"), ("en", "Your workshops")])
def test_a_workshop_is_found_back_on_the_laptop(language: str, says: str) -> None:
    client = starter(language)
    assert says not in client.get("/new/").content.decode()
    client.post("/new/", filled_in(title="Buurt & co"))

    page = client.get("/new/").content.decode()

    assert (says in page, "Buurt &amp; co" in page) == (True, True)
    assert f'href="/control/{newest().pk}/"' in page
    assert f'href="/control/{newest().pk}/"' not in starter(language).get("/new/").content.decode()
    Grant.objects.filter(workshop__isnull=False).update(revoked_at=timezone.now())
    assert says not in client.get("/new/").content.decode()


def test_earlier_workshops_do_not_push_the_form_away(client: Client) -> None:
    for number in range(5):
        client.post("/new/", filled_in(title=f"Avond {number}"))

    page = client.get("/new/").content.decode()

    assert re.findall(r"<h3>(.*?)</h3>|<(details)", page) == [
        ("Avond 4", ""), ("Avond 3", ""), ("Avond 2", ""), ("", "details"), ("Avond 1", ""), ("Avond 0", ""),
        ("", "details"),
    ]  # fmt: skip


def test_a_copy_opens_with_the_same_settings(client: Client) -> None:
    changed = {
        "title": "Kopie",
        "tables": "3",
        "seats": "8",
        "rounds": "7",
        "form": "short",
        "language": "en",
    }
    client.post("/new/", filled_in(**changed, practice="on", bot_after_seconds="90"))

    form = client.get(f"/new/?copy={newest().pk}").context["form"]

    wanted = {**changed, "practice": True, "auto_close": False, "bot_after_seconds": 90, "fill_bots": True}
    assert {name: str(form.initial[name]) for name in wanted} == {n: str(v) for n, v in wanted.items()}


def test_a_rehearsal_leads_to_the_real_evening_with_nobody_on_its_chairs(client: Client) -> None:
    client.post("/new/", filled_in(tables="3", rehearse_now="1"))
    page = client.get(f"/control/{newest().pk}/").content.decode()

    assert '<span class="pill">oefening</span>' in page
    assert "oefening · " in client.get("/new/").content.decode()
    (address,) = re.findall(r'href="(/new/\?copy=\d+&amp;real=1)"', page)
    form = client.get(address.replace("&amp;", "&")).context["form"]
    assert (form.initial["tables"], form.initial["rehearsal"]) == (3, False)
    rehearsal = newest().pk
    once = re.search(r'name="once" value="([^"]+)"', page)
    assert once
    for _ in range(2):  # a second tap makes no second evening
        answer = client.post("/new/", {"real": str(rehearsal), "once": once[1]})
        assert answer["Location"] == f"/control/{newest().pk}/"
    evening = newest()
    assert evening.pk != rehearsal
    assert Workshop.objects.count() == 2
    assert (evening.games.get().rehearsal, evening.games.get().tables.count()) == (False, 3)
    assert "real=1" not in client.get(f"/control/{evening.pk}/").content.decode()


def test_the_evening_of_somebody_elses_rehearsal_is_not_started(client: Client) -> None:
    other = start(title="Van een ander", tables=4)

    assert client.post("/new/", {"real": str(other.pk)})["Location"] == "/new/"
    assert Workshop.objects.count() == 1


@pytest.mark.parametrize("asked", ["{other}", "999999", "x", "", "9" * 40, "٣"])
def test_somebody_elses_workshop_cannot_be_copied(client: Client, asked: str) -> None:
    other = start(title="Van een ander", tables=4)

    answer = client.get("/new/", {"copy": asked.format(other=other.pk)})

    assert (answer.status_code, answer.context["form"].initial["tables"]) == (200, 1)


def test_what_a_game_is_started_with(client: Client) -> None:
    client.post("/new/", filled_in(practice="on", auto_close="on", bot_after_seconds="0"))

    game = Game.objects.get()
    assert (game.practice, game.auto_close, game.bot_after_seconds) == (True, True, 0)
    client.post("/new/", filled_in())
    game = Game.objects.latest("pk")
    assert (game.practice, game.auto_close, game.bot_after_seconds) == (False, False, 60)
    assert client.post("/new/", filled_in(bot_after_seconds="-1")).status_code == 400


@pytest.mark.parametrize(
    "path",
    [
        "/login/",
        "/logout/",
        "/workshops/",
        "/workshops/1/",
        "/workshops/1/delete/",
        "/admin/",
        "/admin/login/",
    ],
)
def test_a_laptop_has_no_accounts(client: Client, path: str) -> None:
    assert (client.get(path).status_code, client.post(path).status_code) == (404, 404)
    assert "sessionid" not in client.cookies


@pytest.mark.parametrize(("asked", "kept"), [("De straat", "The school"), ("Dinsdaggroep", "Dinsdaggroep")])
def test_a_name_that_was_left_as_it_stood_follows_the_scenario(client: Client, asked: str, kept: str) -> None:
    client.post("/new/", filled_in(title=asked, scenario="school", language="en"))

    assert (newest().title, Game.objects.get().scenario) == (kept, "school")


def test_a_setting_lets_a_workshop_have_more_tables(client: Client) -> None:
    refused = client.post("/new/", filled_in(tables="41"))
    with override_settings(MAX_TABLES=100):
        over = client.post("/new/", filled_in(tables="101"))
        made = client.post("/new/", filled_in(tables="100", seats="10"))
        form = client.get("/new/").content.decode()

    assert [answer.status_code for answer in (refused, over, made)] == [400, 400, 302]
    assert "40" in refused.context["form"].errors["tables"][0]
    assert Seat.objects.filter(table__game__workshop=newest()).count() == 1000
    assert 'max="100"' in form
