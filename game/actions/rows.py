"""How a write locks its game and stores its rows: each statement worded once, which takes Django longer than the database."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

from django.db import connection
from django.db.models import DateTimeField, Field, JSONField, QuerySet

from game.models import Game, JournalEntry, LogLine, Table
from game.selectors.prepared import Prepared


@Prepared
def game(pk: int) -> QuerySet[Game, Game]:
    """Return a game, locked."""
    return Game.objects.filter(pk=pk).select_for_update()


@Prepared
def newest(workshop: int) -> QuerySet[Game, Game]:
    """Return the newest game of a workshop, locked."""
    return Game.objects.filter(workshop_id=workshop).order_by("-number").select_for_update()[:1]


@Prepared
def table(game: int, pk: int) -> QuerySet[Table, Table]:
    """Return a table of a game."""
    return Table.objects.filter(game_id=game, pk=pk).order_by()


def insert(kind: type[JournalEntry] | type[LogLine], rows: Sequence[JournalEntry | LogLine]) -> None:
    """Store new rows: preparing each column of each row takes Django's bulk_create longer than storing them."""
    if not rows:
        return
    fields = [one for one in kind._meta.concrete_fields if not one.primary_key]
    values = [tuple(_as_stored(field, getattr(row, field.attname)) for field in fields) for row in rows]
    names = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {kind._meta.db_table} ({names}) VALUES ({places})", values)


def _as_stored(field: "Field[Any, Any]", value: object) -> Any:
    if isinstance(field, DateTimeField):
        return connection.ops.adapt_datetimefield_value(cast(datetime, value))
    return json.dumps(value) if isinstance(field, JSONField) else value


def update_tables(rows: Sequence[Table]) -> None:
    """Store tables, a statement each: Django's bulk_update builds one that takes longer to make than to run."""
    if not rows:
        return
    at = connection.ops.adapt_datetimefield_value
    values = [(row.rev, row.seq, row.snapshot, at(row.ready_at), row.pk) for row in rows]
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE game_table SET rev = %s, seq = %s, snapshot = %s, ready_at = %s WHERE id = %s", values
        )
