"""A database that takes nothing for a while: what a phone wishes is held and tried again, and it is said why."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connections

from game.models import JournalEntry
from tests.live.conftest import Gather
from tests.live.phones import Group, Message, Phone
from tests.live.server import Server

TAPS = 40  # more than a socket may have unanswered


@pytest.fixture
def begun(group: Gather) -> Group:
    made = group("Egel", "Merel", "Das")
    made.begin()
    return made


@contextmanager
def held(server: Server) -> Iterator[None]:
    """Hold the server's database, as a program that makes a copy does."""
    other = sqlite3.connect(server.environment["DATABASE_URL"].removeprefix("sqlite:///"))
    other.isolation_level = None
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()
        connections["default"].close()


def propose(phone: Phone, n: int) -> str:
    """Send a resident's whole set; return the command's id."""
    id = f"tap-{n}"
    choice = {"propose": ["together", "residents", None, None]}
    phone.say("choose", id=id, step=phone.step, n=n, choice=choice)
    return id


def answers(phone: Phone, id: str) -> Message:
    """Return the next answer to a command."""
    return phone.until(lambda m: m["type"] in ("ack", "refused") and m["id"] == id)


def resident(group: Group) -> Phone:
    """Return the phone of somebody who only asks."""
    phones = [group.phone(player) for player in range(3)]
    return next(phone for phone in phones if phone.screen["mine"]["role"] == "resident")


def test_a_wish_is_held_while_another_has_the_database_and_stored_once_it_has_not(
    begun: Group, server: Server
) -> None:
    phone = resident(begun)
    with held(server):
        id = propose(phone, 1)
        assert answers(phone, id)["code"] == "busy", "before a phone thinks that its connection is gone"
        propose(phone, 1)  # as a page does every two seconds
        assert answers(phone, id)["code"] == "busy"
    assert answers(phone, id)["type"] == "ack"
    assert JournalEntry.objects.filter(command_id=id).count() == 1


def test_whoever_taps_on_meanwhile_is_not_told_to_tap_more_slowly(begun: Group, server: Server) -> None:
    phone = resident(begun)
    with held(server):
        ids = [propose(phone, n) for n in range(1, 26)]
        assert answers(phone, ids[0])["code"] == "busy"  # 2.5 seconds: nobody taps faster
        ids += [propose(phone, n) for n in range(26, TAPS + 1)]
        assert answers(phone, ids[-1])["code"] == "busy"
    phone.until(lambda m: m["type"] == "ack" and m["id"] == ids[29])  # the last that was taken in
    propose(phone, TAPS)  # as a page does
    assert phone.until(lambda m: m["type"] == "ack" and m["id"] == ids[-1])["n"] == TAPS
