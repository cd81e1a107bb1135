"""How a write locks its game and stores its rows: each statement worded once, which takes Django longer than the database."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

import msgspec
from django.db import connection
from django.db.models import DateTimeField, Field, JSONField, Max, QuerySet
from django.db.models.expressions import RawSQL

from game.engine.model.values import By
from game.models import Game, JournalEntry, LogLine, Occupancy, Seat, Table, Workshop
from game.selectors.prepared import Prepared

_encoder = msgspec.json.Encoder()


class Recorded(NamedTuple):
    """A row of the journal that is about to be stored, with the columns of JournalEntry; a model takes ten times as long."""

    table_id: int
    seq: int
    step: int
    kind: str
    seat: int | None
    payload: str
    by: By
    at: datetime
    command_id: str
    device: int | None
    n: int


class Logged(NamedTuple):
    """A row of the log that is about to be stored, with the columns of LogLine."""

    game_id: int
    table: int | None
    round: int
    phase: str
    code: str
    params: dict[str, str | int | float]
    who: dict[str, list[int]]
    at: datetime
    command_id: str
    starred: bool = False
    replaced: bool = False


@Prepared
def game(pk: int) -> QuerySet[Game, Game]:
    """Return a game, locked."""
    return Game.objects.filter(pk=pk).select_for_update()


@Prepared
def newest(workshop: int) -> QuerySet[Game, Game]:
    """Return the newest game of a workshop, locked."""
    return Game.objects.filter(workshop_id=workshop).order_by("-number").select_for_update()[:1]


@Prepared
def workshop(pk: int) -> QuerySet[Workshop, Workshop]:
    """Return a workshop; asked for after its game is locked, as PostgreSQL joins what stood there before it waited."""
    return Workshop.objects.filter(pk=pk).order_by()


@Prepared
def table(game: int, pk: int) -> QuerySet[Table, Table]:
    """Return a table of a game."""
    return Table.objects.filter(game_id=game, pk=pk).order_by()


@Prepared
def tables(game: int) -> QuerySet[Table, Table]:
    """Return all tables of a game that take part."""
    return Table.objects.filter(game_id=game).order_by()


@Prepared
def recorded(game: int, command_id: str) -> QuerySet[JournalEntry, tuple[int]]:
    """Return the first entry that a facilitator's command left in a journal of a game."""
    found = JournalEntry.objects.filter(table__game_id=game, seat=None, command_id=command_id)
    # As a word of the query and no parameter, SQLite knows that the index of commands has it.
    return found.exclude(command_id=RawSQL("''", [])).order_by().values_list("pk")[:1]


@Prepared
def seats(game: int) -> QuerySet[Seat, tuple[int, int, int]]:
    """Return where the seats of a game are: key, table and number."""
    return Seat.objects.filter(table__game_id=game).order_by().values_list("pk", "table_id", "number")


@Prepared
def held(game: int) -> QuerySet[Occupancy, tuple[int, int]]:
    """Return which devices hold which seats of a game."""
    found = Occupancy.objects.filter(seat__table__game_id=game, until=None)
    return found.order_by().values_list("person__device_id", "seat_id")


@Prepared
def counters(game: int, step: int) -> QuerySet[JournalEntry, tuple[int, int, int, str, int]]:
    """Return the highest counter that each device used in a step: table, seat, device, kind of entry and counter."""
    found = JournalEntry.objects.filter(table__game_id=game, step=step, kind__in=("chose", "promised"))
    return found.order_by().values_list("table_id", "seat", "device", "kind").annotate(Max("n"))


def accepted(places: Sequence[tuple[int, int, str]]) -> list[JournalEntry]:
    """Return the entries that commands became: each with its table's id, the number of its seat and its own id."""
    if not places:
        return []
    if connection.vendor == "sqlite":
        # One mark, as Django looks at each: of a whole room's three times as long as finding them.
        columns = ", ".join(f"json_extract(value, '$[{at}]')" for at in range(3))
        sent = f"(SELECT {columns} FROM json_each(%s))"
        values: list[Any] = [_json(places)]
    else:  # pragma: no cover - PostgreSQL, in tests/faults: its driver reads each mark of a query
        sent = "(SELECT * FROM unnest(%s::bigint[], %s::int[], %s::text[]))"
        values = [list(column) for column in zip(*places, strict=True)]
    query = f"""WITH sent (at, by, id) AS {sent} SELECT found.* FROM sent JOIN game_journalentry found
        ON found.table_id = sent.at AND found.seat = sent.by AND found.command_id = sent.id
        WHERE NOT (found.command_id = '')"""
    return [*JournalEntry.objects.raw(query, values)]


@Prepared
def logged(game: int, command_id: str) -> QuerySet[LogLine, tuple[int]]:
    """Return the first line that a command left in the log of a game."""
    return LogLine.objects.filter(game_id=game, command_id=command_id).order_by().values_list("pk")[:1]


@Prepared
def logged_as(game: int, command_id: str, code: str) -> QuerySet[LogLine, tuple[int]]:
    """Return the first line with this code that a command left in the log of a game."""
    found = LogLine.objects.filter(game_id=game, command_id=command_id, code=code)
    return found.order_by().values_list("pk")[:1]


@Prepared
def newest_line(game: int) -> QuerySet[LogLine, tuple[int]]:
    """Return the key of the newest line in the log of a game."""
    return LogLine.objects.filter(game_id=game).order_by("-pk").values_list("pk")[:1]


@Prepared
def bots(game: int) -> QuerySet[Seat, tuple[int, int]]:
    """Return the seats that bots play in a game: table and number."""
    found = Seat.objects.filter(table__game_id=game, bot=True)
    return found.order_by("table__number", "number").values_list("table_id", "number")


def insert(kind: type[JournalEntry] | type[LogLine], rows: Sequence[object]) -> None:
    """Store new rows, which have the columns of `kind`.

    Preparing each column of each row takes Django's bulk_create longer than storing them."""
    if not rows:
        return
    fields = [one for one in kind._meta.concrete_fields if not one.primary_key]
    columns = [_as_stored(field, [getattr(row, field.attname) for row in rows]) for field in fields]
    values = [*zip(*columns, strict=True)]
    names = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    into = f"{kind._meta.db_table} ({names})"
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            marks = ", ".join(["%s"] * len(fields))
            cursor.executemany(f"INSERT INTO {into} VALUES ({marks})", values)
            return
        _copy(cursor, into, values)  # pragma: no cover - PostgreSQL, in tests/faults


def _copy(cursor: Any, into: str, values: Sequence[Sequence[object]]) -> None:  # pragma: no cover - as above
    """Store rows in PostgreSQL: a statement each is a way there and back each, and one for all thousands of marks to read."""
    with cursor.copy(f"COPY {into} FROM STDIN") as copy:
        for row in values:
            copy.write_row(row)


def _json(value: object) -> str:
    return _encoder.encode(value).decode()


def _as_stored(field: "Field[Any, Any]", values: list[Any]) -> list[Any]:
    """Return the values of a column as the database takes them."""
    if isinstance(field, DateTimeField):  # most rows of a write have the same
        adapted = {value: connection.ops.adapt_datetimefield_value(value) for value in set(values)}
        return [adapted[value] for value in values]
    return [*map(_json, values)] if isinstance(field, JSONField) else values


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
