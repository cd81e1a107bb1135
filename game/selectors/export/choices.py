"""Every choice of a game, one row per task, from the journals: those that count, and those that a step back replaced."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

from game.engine.model.choices import Choice
from game.engine.model.roles import Role
from game.engine.model.values import By
from game.engine.table.journal import (
    Chose,
    Ended,
    Entry,
    PhaseClosed,
    Promised,
    SeatAdded,
    SetUp,
    SteppedBack,
    Undone,
    changes_phase,
    replay,
)
from game.engine.table.moves import fill
from game.engine.table.phases import PLAY_PHASES, Phase
from game.engine.table.seating import new_number, with_seat
from game.engine.table.state import Filled, TableSetup, TableState
from game.protocol.stored import load_entry
from game.selectors.export.people import People
from game.selectors.export.rounds import States, placed
from game.selectors.export.sheets import Cell, Sheet

COLUMNS = (
    *("game", "table", "round", "phase", "seat", "role", "person", "task", "about", "choice"),
    *("by", "automatic", "status", "at"),
)  # fmt: skip
Item = TypeVar("Item")
COUNTS, REPLACED, UNFINISHED = "counts", "replaced", "unfinished"


@dataclass(frozen=True, slots=True)
class _Closed:
    """What the seats chose in one phase, by seat, and what became of it; `entries` is the length of the journal then.

    `is_earlier`: before the lobby opened again, with chairs (`roles`) that have been numbered anew since. `promised` are the
    last promises in it, by seat.
    """

    phase: Phase
    round: int
    sets: dict[int, Filled]
    at: datetime
    entries: int
    status: str = COUNTS
    roles: tuple[Role, ...] = ()
    is_earlier: bool = False
    promised: dict[int, Promised] = field(default_factory=dict)


@dataclass
class _Reading:
    """A journal on its way through: the phases that closed, and what was tapped in the open one since.

    `before` is how it stood when the last change of phase began; `setup` has the seats as they are at that place.
    """

    closed: list[_Closed] = field(default_factory=list)
    tapped: dict[int, Filled] = field(default_factory=dict)
    tapped_at: datetime | None = None
    promised: dict[int, Promised] = field(default_factory=dict)
    phase: Phase = Phase.AGREE
    round: int = 1
    before: "_Reading | None" = None
    setup: TableSetup | None = None


def choices_sheet(people: People, states: States) -> Sheet:
    """Return every choice of every seat; `status` tells whether it counts in the results."""
    rows: list[tuple[Cell, ...]] = []
    collected = people.collected
    for game, table, state in placed(collected, states):
        seats = {seat.number: seat for seat in collected.seats.get(table.pk, [])}
        journal = [(load_entry(row.kind, row.payload), row.at) for row in collected.journal.get(table.pk, [])]
        for closed in _phases(journal, len(state.played)):
            trouble = _trouble(closed, state, [entry for entry, _ in journal[: closed.entries]])
            for number, filled in sorted(closed.sets.items()):
                where = (game.number, table.number, closed.round, str(closed.phase))
                who = (
                    number + 1,
                    str(closed.roles[number]),
                    "" if closed.is_earlier else people.on(seats.get(number), closed.at),
                )
                rows.extend(
                    (*where, *who, *what, *_end(filled.by, closed))
                    for what in _items(filled.choice, state.setup.tasks, trouble)
                )
                said = closed.promised.get(number)
                if said is not None:
                    rows.extend(
                        (*where, *who, task, "promise", "yes" if is_said else "no", *_end(said.by, closed))
                        for task, is_said in zip(state.setup.tasks, said.tasks, strict=True)
                    )
    return Sheet("choices", COLUMNS, tuple(rows))


def _end(by: By, closed: _Closed) -> tuple[Cell, ...]:
    return str(by), by is not By.PLAYER, closed.status, closed.at


def _phases(journal: list[tuple[Entry, datetime]], finished: int) -> Iterator[_Closed]:
    """Give what was chosen in every phase of a journal, of which `finished` rounds count in the end."""
    reading = _Reading()
    for place, (entry, at) in enumerate(journal):
        before = [earlier for earlier, _ in journal[:place]] if isinstance(entry, Ended) else []
        if changes_phase(entry):
            reading.before = replace(
                reading,
                closed=list(reading.closed),
                tapped=dict(reading.tapped),
                promised=dict(reading.promised),
            )
        _read(reading, entry, at, before, place)
    # What is tapped in the phase that is open is told to nobody before it closes.
    for closed in reading.closed:
        is_open = closed.status == COUNTS and closed.round > finished
        yield replace(closed, status=UNFINISHED) if is_open else closed


def _read(reading: _Reading, entry: Entry, at: datetime, before: list[Entry], place: int) -> None:
    match entry:
        case SetUp():
            reading.closed = [replace(one, is_earlier=True) for one in reading.closed]
            reading.phase, reading.round, reading.setup = Phase.AGREE, 1, entry.setup
        case SeatAdded():
            _renumber(reading, entry.role)
        case Chose():
            reading.tapped[entry.seat] = Filled(entry.choice, entry.by)
            reading.tapped_at = at
        case Promised():
            reading.promised[entry.seat] = entry
            reading.tapped_at = at
        case PhaseClosed():
            sets = dict(enumerate(entry.filled))
            reading.closed.append(
                _Closed(
                    entry.phase,
                    entry.round,
                    sets,
                    at,
                    place,
                    roles=_roles(reading),
                    promised=reading.promised,
                )
            )
            reading.tapped, reading.promised = {}, {}
            is_last = entry.phase is Phase.OUTCOME
            reading.phase = Phase.AGREE if is_last else PLAY_PHASES[PLAY_PHASES.index(entry.phase) + 1]
            reading.round = entry.round + is_last
        case SteppedBack():
            _keep_tapped(reading, REPLACED, place)
            reading.closed = [_undone(closed, entry) for closed in reading.closed]
            reading.phase, reading.round = entry.phase, entry.round
        case Ended():
            state = replay(before)
            if state.phase is Phase.OUTCOME:  # the round whose outcome was seen still counts
                sets = dict(enumerate(fill(state)))
                closed = _Closed(state.phase, state.round, sets, at, place, roles=_roles(reading))
                reading.closed.append(closed)
                reading.tapped = {}
            _keep_tapped(reading, UNFINISHED, place)
        case Undone() if reading.before is not None:
            _read_undone(reading, reading.before, place)
        case _:
            pass


def _roles(reading: _Reading) -> tuple[Role, ...]:
    return reading.setup.roles if reading.setup else ()


def _renumber(reading: _Reading, role: Role) -> None:
    """Give the choices of neighbours the numbers that they have since a seat was added; one that left has none."""
    if reading.setup is None:
        return
    setup = reading.setup
    reading.setup = with_seat(setup, role)
    reading.tapped = _moved(setup, role, reading.tapped)
    reading.promised = _moved(setup, role, reading.promised)
    reading.closed = [
        one if one.is_earlier else replace(one, sets=_moved(setup, role, one.sets), roles=reading.setup.roles)
        for one in reading.closed
    ]
    if reading.before is not None:
        _renumber(reading.before, role)


def _moved(setup: TableSetup, role: Role, sets: dict[int, Item]) -> dict[int, Item]:
    places = {new_number(setup, role, seat): filled for seat, filled in sets.items()}
    return {seat: filled for seat, filled in places.items() if seat is not None}


def _read_undone(reading: _Reading, before: _Reading, place: int) -> None:
    """Let a reading stand as before the last change of phase, with what closed and was tapped since as replaced."""
    _keep_tapped(reading, REPLACED, place)
    since = [replace(closed, status=REPLACED) for closed in reading.closed[len(before.closed) :]]
    reading.closed = [*before.closed, *since]
    reading.tapped, reading.tapped_at = before.tapped, before.tapped_at
    reading.promised = before.promised
    reading.phase, reading.round = before.phase, before.round


def _keep_tapped(reading: _Reading, status: str, place: int) -> None:
    """Keep what was tapped and promised in a phase that never closed."""
    if (reading.tapped or reading.promised) and reading.tapped_at is not None:
        nothing = Filled(Choice(), By.DEFAULT)
        sets = dict.fromkeys(reading.promised, nothing) | reading.tapped
        closed = _Closed(
            reading.phase,
            reading.round,
            sets,
            reading.tapped_at,
            place,
            status,
            _roles(reading),
            promised=reading.promised,
        )
        reading.tapped, reading.promised = {}, {}
        reading.closed.append(closed)


def _undone(closed: _Closed, back: SteppedBack) -> _Closed:
    if back.phase is Phase.LOBBY:
        return replace(closed, status=REPLACED)
    later = (closed.round, PLAY_PHASES.index(closed.phase)) >= (back.round, PLAY_PHASES.index(back.phase))
    return replace(closed, status=REPLACED) if later else closed


def _trouble(closed: _Closed, state: TableState, before: list[Entry]) -> tuple[bool, ...]:
    """Return which tasks were in trouble when a table responded; none in other phases and in the short form."""
    none = (False,) * len(state.setup.tasks)
    if closed.phase is not Phase.OUTCOME or state.setup.form == "short":
        return none
    if closed.status == COUNTS:
        outcome = state.played[closed.round - 1].result.outcome
    else:
        then = replay(before).outcome
        if then is None:
            return none
        outcome = then
    return tuple(task.trouble for task in outcome.tasks)


def _items(choice: Choice, tasks: tuple[str, ...], trouble: tuple[bool, ...]) -> Iterator[tuple[Cell, ...]]:
    """Give (task, about, choice) of a set, without what was not chosen."""
    for k, task in enumerate(tasks):
        deal = choice.deals[k] if choice.deals else None
        if deal is not None:
            yield task, "holder", str(deal.holder)
            yield task, "requirements", "yes" if deal.requirements else "no"
        for about, items in (("proposal", choice.propose), ("act", choice.act)):
            if items and items[k] is not None:
                yield task, about, str(items[k])
        response = choice.respond[k] if choice.respond and trouble[k] else None
        if response is not None:
            yield task, "response", str(response)
    if choice.funding is not None:
        yield None, "funding", str(choice.funding)
