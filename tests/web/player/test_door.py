"""Whether one comes in: the join page and a table's page say what is so, and offer no seat that cannot be had."""

import re

import pytest
from django.test import Client

from game.models import Game, Person, Seat, Workshop
from tests.web.rooms import browser, seated, start

pytestmark = pytest.mark.django_db
LOCKED = {
    "nl": "De deur is op slot: er komt nu niemand meer bij. Vraag de begeleider of de deur even open kan.",
    "en": "The door is locked: nobody new comes in now. Ask the facilitator to open it for a moment.",
}
OVER = {
    "nl": "Dit spel is afgelopen. Kijk mee op het grote scherm.",
    "en": "This game is over. Follow along on the big screen.",
}
BLOCKED = "Je kunt bij deze werksessie niet meer meedoen. Vraag het aan de begeleider."


def locked(**settings: object) -> Workshop:
    workshop = start(**settings)
    Workshop.objects.update(locked=True)
    return workshop


def offers_a_seat(page: str) -> bool:
    return any(
        mark in page for mark in ('name="alias"', 'name="role"', 'name="table"', "plek vrij", "plekken vrij")
    )


def says(client: Client, path: str) -> tuple[str, bool]:
    """Return the sentence of a page that lets nobody in, and whether it offers a seat all the same."""
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.context["error"], offers_a_seat(answer.content.decode())


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("place", ["", "2/"])
def test_a_locked_door_says_so_and_offers_no_seat(language: str, place: str) -> None:
    workshop = locked(tables=2)
    path = f"/j/{workshop.code}/{place}"
    client = browser(language)

    assert says(client, path) == (LOCKED[language], False)
    assert f'href="{path}"' in client.get(path).content.decode()  # to try again


def test_the_front_door_leads_there() -> None:
    workshop = locked()

    answer = browser().post("/", {"code": workshop.code}, follow=True)

    assert (answer.context["error"], offers_a_seat(answer.content.decode())) == (LOCKED["nl"], False)


def test_the_phones_own_page_tells_a_stranger_nothing_and_leads_there_by_the_code() -> None:
    workshop = locked()
    client = browser()

    page = client.get(f"/play/{workshop.pk}/")
    answer = client.post("/", {"code": workshop.code}, follow=True)

    assert (page.context["error"], answer.context["error"]) == ("", LOCKED["nl"])


def test_a_form_that_was_open_when_the_door_closed() -> None:
    workshop = locked()

    answer = browser().post(f"/j/{workshop.code}/", {"alias": "Egel"})

    assert (answer.status_code, answer.context["error"]) == (400, LOCKED["nl"])
    assert offers_a_seat(answer.content.decode()) is False
    assert Person.objects.count() == 0


def test_who_has_a_place_still_gets_in() -> None:
    workshop = start()
    client = seated(workshop)
    Workshop.objects.update(locked=True)

    assert client.get(f"/j/{workshop.code}/")["Location"] == f"/play/{workshop.pk}/"
    assert client.get(f"/play/{workshop.pk}/").status_code == 200


def test_who_was_in_may_come_back_through_a_locked_door() -> None:
    workshop = start()
    client = seated(workshop)
    person = Person.objects.get()
    person.occupancies.update(until="2026-01-01T00:00Z")
    Workshop.objects.update(locked=True)

    assert offers_a_seat(client.get(f"/j/{workshop.code}/").content.decode()) is True
    assert client.post(f"/j/{workshop.code}/", {"alias": "Egel"}).status_code == 302


def test_who_is_blocked_is_told_at_the_door() -> None:
    workshop = start()
    client = seated(workshop)
    person = Person.objects.get()
    person.occupancies.update(until="2026-01-01T00:00Z")
    Person.objects.update(blocked=True)

    assert says(client, f"/j/{workshop.code}/") == (BLOCKED, False)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("phase", ["debrief", "closed"])
def test_a_game_that_is_over(language: str, phase: str) -> None:
    workshop = start()
    Game.objects.update(phase=phase)

    assert says(browser(language), f"/j/{workshop.code}/") == (OVER[language], False)


STEP_IN = "Het spel is al bezig; je kunt instappen."
FIXED = "Het spel is al bezig en er komen geen stoelen meer bij: neem de stoel van een bot, deel er een of kijk mee."
CHAIRS = {"De stoel van een bot", "Een eigen stoel"}


@pytest.mark.parametrize(
    ("phase", "round", "is_fixed"),
    [("agree", 1, False), ("act", 1, False), ("outcome", 1, True), ("agree", 2, True), ("time_out", 4, True)],
)
@pytest.mark.parametrize("practice", [False, True])
def test_a_game_under_way(phase: str, round: int, is_fixed: bool, practice: bool) -> None:
    workshop = start()
    Game.objects.update(phase=phase, round=round, practice=practice)
    Seat.objects.update(bot=is_fixed)

    page = browser().get(f"/j/{workshop.code}/").content.decode()

    assert {text for text in (STEP_IN, FIXED) if text in page} == {FIXED if is_fixed else STEP_IN}
    chair = "De stoel van een bot" if is_fixed else "Een eigen stoel"
    assert {text for text in CHAIRS if text in page} == {chair}
    assert re.findall(r'name="how" value="(\w+)"', page) == ["seat", "share", "observe"]
    assert offers_a_seat(page) is True


@pytest.mark.parametrize(
    ("phase", "round", "says_why"),
    [
        ("lobby", 0, "Vraag de begeleider om een stoel erbij"),
        ("act", 1, "Vraag de begeleider om een stoel erbij"),
        ("outcome", 1, "na de uitkomst van ronde 1 komen er geen stoelen meer bij"),
        ("agree", 3, "na de uitkomst van ronde 1 komen er geen stoelen meer bij"),
    ],
)
def test_a_full_room_says_why_and_what_is_left(phase: str, round: int, says_why: str) -> None:
    workshop = start(seats=3)
    for alias in ("A", "B", "C"):
        seated(workshop, alias)
    Game.objects.update(phase=phase, round=round)

    page = browser().get(f"/j/{workshop.code}/").content.decode()

    assert says_why in page
    assert re.findall(r'name="how" value="(\w+)"', page) == ["share", "observe"]


def test_a_full_table_points_to_the_others() -> None:
    workshop = start(tables=2, seats=3)
    for alias in ("A", "B", "C"):
        seated(workshop, alias, table="1")

    page = browser().get(f"/j/{workshop.code}/1/").content.decode()

    assert "Alle plekken aan deze tafel zijn bezet; elders zijn nog 3 plekken vrij." in page
    assert ("Alle plekken zijn bezet." in page, "0 plekken" in page) == (False, False)
    assert f'href="/j/{workshop.code}/"' in page


def test_a_full_room() -> None:
    workshop = start(seats=3)
    for alias in ("A", "B", "C"):
        seated(workshop, alias)

    page = browser().get(f"/j/{workshop.code}/").content.decode()

    assert "Alle plekken zijn bezet." in page
    assert "0 plekken" not in page
