"""What a page says is new to its person: a table, a chair, another phone; and whether a bot kept the chair."""

import re

import pytest
from django.test import Client

from game.models import Person
from game.protocol.commands.people import HandOver, Move, Remove, SwapChairs
from tests.actions.room import Room, full_table, new_id, proposes, start
from tests.web.rooms import browser, seated

pytestmark = pytest.mark.django_db


def told(client: Client, room: Room) -> tuple[list[str], str]:
    """Return what a phone's page says is new, and how many phases closed since."""
    page = client.get(f"/play/{room.workshop.pk}/").content.decode()
    found = re.search(r'data-arrival="([^"]*)" data-closings="(\d)"', page)
    assert found is not None
    assert ('id="recap"' in page) is ("late" in found[1].split())
    return found[1].split(), found[2]


def running(**settings: object) -> Room:
    """Return a table of six with one person on it, in the first act."""
    room = start(seats=6, **settings)
    room.join("Egel")
    room.next()
    room.next()
    return room


def person(alias: str) -> int:
    return Person.objects.get(alias=alias).pk


def test_in_the_lobby_and_at_the_start_nothing_is_late() -> None:
    room = start(seats=6)
    early = seated(room.workshop, "Merel")

    before = told(early, room)
    room.next()

    assert before == told(early, room) == ([], "2")


def test_who_comes_in_the_middle_takes_a_chair_that_a_bot_kept_warm() -> None:
    room = running()
    late = seated(room.workshop, "Merel")

    assert told(late, room) == (["late", "chair", "warm"], "0")
    room.next()
    assert told(late, room) == (["late", "chair", "warm"], "1")
    room.next()
    assert told(late, room) == ([], "2")  # has been through a whole round's act by now


def test_no_word_of_a_bot_where_somebody_just_sat() -> None:
    room = full_table()
    room.next()
    room.players[-1].choose(proposes("residents", "residents", "residents", "residents"))
    room.run(Remove(new_id(), room.game.step, [person("Mus")], False))

    assert told(seated(room.workshop, "Specht"), room) == (["late", "chair"], "0")


def test_who_watches_comes_late_as_well() -> None:
    room = running()

    assert told(seated(room.workshop, "Otter", how="observe"), room) == (["late"], "0")


def test_another_chair_at_the_same_table_is_new_and_the_table_is_not() -> None:
    room = start(seats=6)
    client = seated(room.workshop, "Egel", role="resident")
    seated(room.workshop, "Merel", role="professional")
    room.next()
    room.next()
    room.next()  # the outcome, where chairs may be swapped

    room.run(SwapChairs(new_id(), room.game.step, None))

    assert told(client, room) == (["chair"], "0")


def test_another_table_is_new() -> None:
    room = start(tables=2, seats=6)
    client = seated(room.workshop, "Egel", role="resident", table="1")
    seated(room.workshop, "Merel", table="2")
    room.next()
    room.run(Move(new_id(), room.game.step, [person("Egel")], 2, None, False))

    assert told(client, room)[0][:2] == ["late", "chair"]


def test_another_phone_says_so_in_the_phase_in_which_it_took_over() -> None:
    room = start(seats=6)
    seated(room.workshop, "Egel")
    room.next()
    answer = room.run(HandOver(new_id(), room.game.step, person("Egel")))
    other = browser()
    other.post(f"/pair/{answer.code}/")

    assert told(other, room) == (["phone"], "2")
    room.next()
    assert told(other, room) == ([], "2")
