"""A room that comes through the door at once: every write of the process has its turn, none gives up on a busy file."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from game.actions import admission, devices
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
