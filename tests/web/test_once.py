"""A form that is sent twice does what it says once: a second tap costs nobody anything, with or without a cookie."""

import re
from datetime import timedelta
from threading import Barrier, Thread

import pytest
import time_machine
from django.db import connections
from django.test import Client
from django.utils import timezone

from game.actions import codes
from game.actions.sender import Sender
from game.actions.write import writing
from game.models import Device, Game, Grant, Occupancy, Pairing, Person, Workshop
from game.protocol.commands.people import HandOver, Pair
from game.web.devices import COOKIE
from tests.web.rooms import browser, seated, start

FORM = re.compile(r'name="once" value="([^"]+)"')


def form_of(client: Client, path: str) -> str:
    """Return the one-time token of the form on a page."""
    found = FORM.search(client.get(path).content.decode())
    assert found is not None
    return found[1]


def without_cookie(path: str, form: str, **fields: str) -> Client:
    """Send a form as a browser does that had no cookie when it did; return it with what it was answered."""
    client = browser()
    client.answer = client.post(path, {"once": form, "table": "", "role": "", **fields})
    return client


def takes_seat(workshop: Workshop, form: str, alias: str = "Egel") -> Client:
    return without_cookie(f"/j/{workshop.code}/", form, alias=alias)


def cookie(client: Client) -> str:
    return client.cookies[COOKIE].value


@pytest.mark.django_db
def test_a_double_tap_gets_one_seat_whichever_answer_the_browser_keeps() -> None:
    workshop = start()
    form = form_of(browser(), f"/j/{workshop.code}/")

    first, second = takes_seat(workshop, form), takes_seat(workshop, form)

    assert [one.answer["Location"] for one in (first, second)] == [f"/play/{workshop.pk}/"] * 2
    assert (Occupancy.objects.count(), Person.objects.count()) == (1, 1)
    assert cookie(first) == cookie(second)
    assert [one.get(f"/play/{workshop.pk}/").status_code for one in (first, second)] == [200, 200]


@pytest.mark.django_db(transaction=True)
def test_two_taps_at_the_same_instant_get_one_seat() -> None:
    workshop = start()
    form = form_of(browser(), f"/j/{workshop.code}/")
    together, answered = Barrier(4), []

    def tap() -> None:
        together.wait()
        answered.append(takes_seat(workshop, form))
        connections.close_all()

    taps = [Thread(target=tap) for _ in range(4)]
    for one in taps:
        one.start()
    for one in taps:
        one.join()

    assert [one.answer.status_code for one in answered] == [302] * 4
    assert (Occupancy.objects.count(), len({cookie(one) for one in answered})) == (1, 1)


@pytest.mark.django_db
def test_two_people_with_forms_of_their_own_get_two_seats() -> None:
    workshop = start()
    for alias in ("Egel", "Das"):
        takes_seat(workshop, form_of(browser(), f"/j/{workshop.code}/"), alias)

    assert Occupancy.objects.count() == 2


@pytest.mark.django_db
def test_a_form_gives_nobody_s_seat_away_later() -> None:
    workshop = start()
    form = form_of(browser(), f"/j/{workshop.code}/")
    first = takes_seat(workshop, form)

    with time_machine.travel(timezone.now() + timedelta(minutes=6), tick=False):
        found = takes_seat(workshop, form, "Vos")

    assert (cookie(first) == cookie(found), Occupancy.objects.count()) == (False, 2)


@pytest.mark.django_db
def test_a_form_of_another_workshop_or_a_made_up_one_gives_nobody_s_seat() -> None:
    workshop, other = start(), start()
    form = form_of(browser(), f"/j/{workshop.code}/")
    first = takes_seat(workshop, form)

    tries = [(other, form), (workshop, form[:-2] + "xx"), (workshop, "x"), (workshop, "")]
    for number, (where, token) in enumerate(tries):
        client = takes_seat(where, token, f"Vos {number}")
        assert (client.answer.status_code, cookie(client) == cookie(first)) == (302, False)


@pytest.mark.django_db
def test_what_is_kept_of_a_form_opens_nothing() -> None:
    workshop = start()
    form = form_of(browser(), f"/j/{workshop.code}/")
    client = takes_seat(workshop, form)

    kept = Device.objects.get(people__alias="Egel").token_hash
    assert kept not in (form, cookie(client))
    assert form.split(":")[0] not in cookie(client)


@pytest.mark.django_db
def test_a_form_that_was_refused_can_be_sent_again() -> None:
    workshop = start()
    seated(workshop, "Egel")
    client = browser()
    path = f"/j/{workshop.code}/"
    refused = client.post(path, {"once": form_of(client, path), "alias": "Egel"})
    form = FORM.search(refused.content.decode())
    assert form is not None

    assert client.post(path, {"once": form[1], "alias": "Das"})["Location"] == f"/play/{workshop.pk}/"


def seat_code(workshop: Workshop) -> str:
    seated(workshop, "Egel")
    with writing(Game.objects.get(workshop=workshop).pk) as write:
        return codes.hand_over(write, HandOver("h", 0, Person.objects.get(alias="Egel").pk), Sender(0))


@pytest.mark.django_db
def test_a_double_tap_takes_a_place_over_once() -> None:
    workshop = start()
    path = f"/pair/{seat_code(workshop)}/"
    form = form_of(browser(), path)

    first, second = without_cookie(path, form), without_cookie(path, form)

    assert [one.answer.status_code for one in (first, second)] == [302, 302]
    assert cookie(first) == cookie(second)
    assert second.get(f"/play/{workshop.pk}/").status_code == 200
    assert browser().post(path).status_code == 404


@pytest.mark.django_db
def test_a_double_tap_makes_one_remote() -> None:
    workshop = start()
    with writing(Game.objects.get(workshop=workshop).pk) as write:
        path = f"/pair/{codes.pair(write, Pair('p', 0), Sender(0))}/"
    form = form_of(browser(), path)

    first, second = without_cookie(path, form), without_cookie(path, form)

    assert [one.answer["Location"] for one in (first, second)] == [f"/control/{workshop.pk}/"] * 2
    assert Grant.objects.filter(workshop=workshop, kind="remote").count() == 1
    assert second.get(f"/control/{workshop.pk}/").status_code == 200


@pytest.mark.django_db
def test_a_device_that_took_a_code_is_answered_the_same_for_minutes_only() -> None:
    workshop = start()
    path = f"/pair/{seat_code(workshop)}/"
    client = browser()

    assert [client.post(path).status_code for _ in range(2)] == [302, 302]
    assert client.get(path)["Location"] == f"/play/{workshop.pk}/", "the link again, or the page reloaded"
    with time_machine.travel(timezone.now() + timedelta(minutes=11), tick=False):
        assert client.post(path).status_code == 404
    assert Pairing.objects.count() == 1


@pytest.mark.django_db
def test_a_double_click_starts_one_workshop(settings) -> None:
    client = browser()
    client.get("/new/", {"key": settings.START_KEY()})
    form = form_of(client, "/new/")

    first, second = (client.post("/new/", {"once": form, "rehearse_now": "1"}) for _ in range(2))

    assert (first.status_code, first["Location"]) == (302, second["Location"])
    assert Workshop.objects.count() == 1
    assert "control-link" in client.get(second["Location"]).content.decode()
    assert client.post("/new/", {"once": form_of(client, "/new/"), "rehearse_now": "1"}).status_code == 302
    assert Workshop.objects.count() == 2


@pytest.mark.django_db
def test_the_token_shares_its_name_with_no_setting(settings) -> None:
    """A setting of the same name would hide the token, and a double click would start two workshops."""
    client = browser()
    client.get("/new/", {"key": settings.START_KEY()})
    names = re.findall(r'name="(\w+)"', client.get("/new/").content.decode())

    assert names.count("once") == 1
    assert names.count("form") == 2, "the setting, full or short"
