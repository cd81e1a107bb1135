"""A game's tables and people as the hub has them: frozen values without a database behind them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cached_property
from operator import attrgetter
from typing import Any

from game.engine.debrief.room import TableDot
from game.engine.debrief.series import Story
from game.engine.model.roles import Role
from game.engine.screens.player import RoleFigures
from game.engine.screens.projector import EarlierGroup, GroupLine
from game.engine.screens.room import Room, TableRoom
from game.engine.screens.street import Street
from game.engine.table.state import TableState
from game.selectors.voices import NOTHING_SAID, Said


@dataclass(frozen=True, slots=True)
class Watcher:
    """Somebody who observes a table."""

    device_id: int
    person_id: int
    alias: str
    predictions: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A line of the facilitator's log; `at_ms` since 1970, `table` its number or None for the room."""

    id: int
    at_ms: int
    table: int | None
    round: int
    phase: str
    code: str
    params: dict[str, Any]
    starred: bool
    replaced: bool


@dataclass(frozen=True, slots=True)
class Played:
    """A game that a table played before: its story, and its picture after every round."""

    story: Story
    film: tuple[Street, ...]


@dataclass(frozen=True, slots=True)
class LiveTable:
    """A table as the hub has it; `seat_ids` and `roles` are of its real seats in order, `holders` who may use them.

    `watchers` are the observers: device, person, alias and their predictions by round; `earlier` is the table's game before
    this one, in the debrief when it is to be laid beside it; `dot` is where it lies among many, once its debrief is open,
    and `already` what its phones need not vote on as it was so (None without a round).
    `figures` are those of the options by role, which its seats share; None: not made yet.
    """

    id: int
    number: int
    rev: int
    state: TableState | None
    seat_ids: tuple[int, ...]
    roles: tuple[Role, ...]
    holders: frozenset[tuple[int, int]]
    room: TableRoom
    watchers: tuple[Watcher, ...] = ()
    earlier: Played | None = None
    dot: TableDot | None = None
    already: frozenset[str] | None = None
    figures: RoleFigures | None = None

    def looks_like(self, other: "LiveTable") -> bool:
        """Tell whether this is the same table, standing as that one does, at whatever revision."""
        return _but_rev(self) == _but_rev(other)

    def watcher(self, person_id: int) -> Watcher | None:
        """Return the observer of this table with this person, or None."""
        return next((one for one in self.watchers if one.person_id == person_id), None)


_but_rev = attrgetter(*(one.name for one in fields(LiveTable) if one.name != "rev"))


@dataclass(frozen=True)
class LiveGame:
    """A game as the hub has it, at revision `rev`; `is_newest` unless the workshop went on to a next game.

    `facilitators` are the devices that may run it, `projectors` those that may show it, `projector_links` the hashes of the
    keys that may; `log` is what the panel's log says, as of `log_rev`, `said` what people said in the debrief, as of
    `voices_rev`. `earlier_groups` are the same facilitator's, when laid beside this one, `earlier_group` a street of theirs.
    """

    id: int
    workshop_id: int
    rev: int
    room: Room
    deadline: datetime | None
    paused: bool
    clock_left_ms: int | None
    tables: tuple[LiveTable, ...]
    is_newest: bool
    auto_close: bool
    facilitators: frozenset[int]
    projectors: frozenset[int]
    projector_links: frozenset[str]
    log_rev: int
    log: tuple[LogEntry, ...]
    voices_rev: int = 0
    said: Said = NOTHING_SAID
    earlier_groups: tuple[GroupLine, ...] = ()
    earlier_group: EarlierGroup | None = None

    @cached_property
    def _by_id(self) -> dict[int, LiveTable]:
        return {table.id: table for table in self.tables}

    @cached_property
    def _by_seat(self) -> dict[int, LiveTable]:
        return {seat_id: table for table in self.tables for seat_id in table.seat_ids}

    def table(self, table_id: int) -> LiveTable | None:
        """Return the table with this id, or None."""
        return self._by_id.get(table_id)

    def table_of(self, seat_id: int) -> LiveTable | None:
        """Return the table that has this seat, or None."""
        return self._by_seat.get(seat_id)


def milliseconds(moment: datetime) -> int:
    """Return a moment as screens have it: in milliseconds since 1970."""
    return int(moment.timestamp() * 1000)
