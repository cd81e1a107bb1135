"""Rows are stored as they were recorded; on PostgreSQL, which has other statements, tests/faults plays whole games."""

import pytest

from game.actions import rows
from game.actions.rows import Recorded
from game.engine.model.values import By
from game.models import JournalEntry
from game.selectors import clock
from tests.actions.room import start

pytestmark = pytest.mark.django_db


def test_new_rows() -> None:
    room = start()
    table = room.game.tables.get()
    made = [
        Recorded(
            table.pk, seq, 3, "chose", seq, '{"é": "\'%s"}', By.PLAYER, clock.now(), f"id-{seq}", None, seq
        )
        for seq in (101, 102)
    ]
    rows.insert(JournalEntry, [])
    rows.insert(JournalEntry, made)

    stored = JournalEntry.objects.filter(table=table, step=3).order_by("seq")
    assert [Recorded(*(getattr(one, name) for name in Recorded._fields)) for one in stored] == made
