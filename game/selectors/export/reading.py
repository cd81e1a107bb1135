"""Reads everything of one workshop that an export may hold, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from game.models import (
    Game,
    Guess,
    JournalEntry,
    LogLine,
    Observation,
    Occupancy,
    Person,
    Post,
    PostVote,
    Prediction,
    Seat,
    Table,
    Workshop,
)

Row = TypeVar("Row")
JOURNAL_KINDS = (
    "set_up",
    "chose",
    "promised",
    "phase_closed",
    "stepped_back",
    "undone",
    "seat_added",
    "time_out",
    "ended",
    "game_closed",
)


@dataclass(frozen=True, slots=True)
class Collected:
    """A workshop's rows in order; lists of mappings are by the key of what they belong to (game, table or seat)."""

    workshop: Workshop
    games: tuple[Game, ...]
    people: tuple[Person, ...]
    tables: Mapping[int, list[Table]]
    seats: Mapping[int, list[Seat]]
    held: Mapping[int, list[Occupancy]]
    watched: Mapping[int, list[Observation]]
    predicted: Mapping[int, list[Prediction]]
    journal: Mapping[int, list[JournalEntry]]
    log: Mapping[int, list[LogLine]]
    posts: Mapping[int, list[Post]]
    votes: Mapping[int, list[PostVote]]
    guesses: Mapping[int, list[Guess]]


def collect(workshop_id: int) -> Collected | None:
    """Return everything of a workshop, or None when it is gone."""
    workshop = Workshop.objects.filter(pk=workshop_id).first()
    if workshop is None:
        return None
    of_game = {"game__workshop": workshop}
    of_table = {"table__game__workshop": workshop}
    tables = list(Table.objects.filter(**of_game).order_by("number"))
    # A game may go on between two of these queries; what came after a table was read is left out.
    newest = {table.pk: table.seq for table in tables}
    entries = JournalEntry.objects.filter(**of_table, kind__in=JOURNAL_KINDS).order_by("seq")
    journal = (entry for entry in entries if entry.seq <= newest.get(entry.table_id, 0))
    return Collected(
        workshop=workshop,
        games=tuple(Game.objects.filter(workshop=workshop).order_by("number")),
        people=tuple(Person.objects.filter(workshop=workshop).order_by("pk")),
        tables=_by(tables, lambda row: row.game_id),
        seats=_by(Seat.objects.filter(**of_table).order_by("number"), lambda row: row.table_id),
        held=_by(
            Occupancy.objects.filter(seat__table__game__workshop=workshop).order_by("since", "pk"),
            lambda row: row.seat_id,
        ),
        watched=_by(Observation.objects.filter(**of_table).order_by("since", "pk"), lambda row: row.table_id),
        predicted=_by(
            Prediction.objects.filter(**of_table).order_by("round", "pk"), lambda row: row.table_id
        ),
        journal=_by(journal, lambda row: row.table_id),
        log=_by(LogLine.objects.filter(**of_game).order_by("pk"), lambda row: row.game_id),
        posts=_by(Post.objects.filter(**of_game).order_by("pk"), lambda row: row.game_id),
        votes=_by(PostVote.objects.filter(post__game__workshop=workshop), lambda row: row.post_id),
        guesses=_by(Guess.objects.filter(**of_game).order_by("pk"), lambda row: row.game_id),
    )


def _by(rows: Iterable[Row], key: Callable[[Row], int]) -> Mapping[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found
