"""A room that comes through the door at once: every write of the process has its turn, none gives up on a busy file."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import sleep

import pytest
from django.db import connection

from game.actions import admission, devices, turns
from game.actions.turns import Queue, in_turn
from game.actions.write import writing
from game.models import Occupancy
from tests.actions.room import start

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = 12


def test_nobody_is_turned_away_because_others_write() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("is about SQLite's one file")
    room = start(tables=2, seats=6)
    arrived = [devices.register("nl")[0] for _ in range(PEOPLE)]
    together = Barrier(PEOPLE)

    def join(number: int) -> None:
        try:
            connection.ensure_connection()
            connection.connection.execute("PRAGMA busy_timeout=0")  # whoever finds the file taken gives up
            together.wait(30)
            admission.join(room.workshop.pk, arrived[number], f"Egel {number}", None, None)
            with writing(room.game.pk) as write:
                write.room_changed()
        finally:
            connection.close()

    with ThreadPoolExecutor(PEOPLE) as people:
        list(people.map(join, range(PEOPLE)))
    assert Occupancy.objects.count() == PEOPLE


def test_turns_are_taken_in_the_order_in_which_they_were_asked_for() -> None:
    queue = Queue()
    order: list[int] = []

    def write(number: int) -> None:
        with queue:
            assert queue.is_mine
            order.append(number)

    with ThreadPoolExecutor(PEOPLE) as people:
        with queue:
            waiting = []
            for number in range(PEOPLE):
                waiting.append(people.submit(write, number))
                while queue.waiting <= number:
                    sleep(0.001)
        for one in waiting:
            one.result(10)
    assert order == list(range(PEOPLE))
    assert queue.is_mine is False


def test_who_writes_for_a_whole_room_is_next() -> None:
    queue = Queue()
    order: list[str] = []

    def write(name: str) -> None:
        if name == "room":
            queue.go_first()
        with queue:
            order.append(name)

    with ThreadPoolExecutor(3) as people:
        with queue:
            waiting = []
            for count, name in enumerate(("first", "second", "room"), 1):
                waiting.append(people.submit(write, name))
                while queue.waiting < count:
                    sleep(0.001)
        for one in waiting:
            one.result(10)
    assert order == ["room", "first", "second"]


def test_a_single_statement_that_writes_has_its_turn_too() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("is about SQLite's one file")
    with in_turn(), in_turn():  # who has it waits no more
        devices.register("nl")
    connection.ensure_connection()
    seen: list[bool] = []

    def look(execute, sql, params, many, context):
        seen.append(turns._queue.is_mine)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        devices.register("nl")
    assert seen == [True]


def test_it_is_known_how_many_wait() -> None:
    assert turns.waiting() == 0
