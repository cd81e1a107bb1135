"""Rows are stored the same in one statement as in one each."""

import pytest
from django.db import connection

from game.actions import rows
from game.actions.rows import Recorded
from game.engine.model.values import By
from game.models import JournalEntry
from game.selectors import clock
from tests.actions.room import start

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("vendor", ["sqlite", "postgresql"])
def test_new_rows(vendor: str, monkeypatch: pytest.MonkeyPatch) -> None:
    room = start()
    table = room.game.tables.get()
    made = [
        Recorded(
            table.pk, seq, 3, "chose", seq, '{"é": "\'%s"}', By.PLAYER, clock.now(), f"id-{seq}", None, seq
        )
        for seq in (101, 102)
    ]
    monkeypatch.setattr(connection, "vendor", vendor)
    rows.insert(JournalEntry, [])
    rows.insert(JournalEntry, made)
    monkeypatch.undo()

    stored = JournalEntry.objects.filter(table=table, step=3).order_by("seq")
    assert [Recorded(*(getattr(one, name) for name in Recorded._fields)) for one in stored] == made
