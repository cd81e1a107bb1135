"""The control panel: the room as a whole and a tile per table. The undercurrent is a part of its own.

In one file because it is one screen, whose parts are named here in the order in which the panel shows them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from game.engine.debrief.doubts import Slider, sliders
from game.engine.debrief.whatif import offered
from game.engine.model.roles import Role
from game.engine.model.seen import tenths
from game.engine.model.values import By
from game.engine.screens import parts, tally
from game.engine.screens.message import Telling, telling, tellings
from game.engine.screens.notes import note, own_step
from game.engine.screens.room import (
    AroundRoom,
    Asker,
    Outside,
    PanelAddress,
    PanelDevice,
    Room,
    SeatPresence,
    Setback,
    Somebody,
    TableRoom,
    around,
)
from game.engine.screens.schedule import Schedule, schedule
from game.engine.screens.street import Street, StreetEnd, ends, street
from game.engine.screens.voices import Voices
from game.engine.table import promises
from game.engine.table.left_open import LeftOpen, left_open, unanswered, undecided
from game.engine.table.phases import PLAY_PHASES, Phase, back_targets, cleared, coming
from game.engine.table.seating import may_add
from game.engine.table.starting import Chair, Started, StartPlan, plan
from game.engine.table.state import TableState


@dataclass(frozen=True, slots=True)
class Moment:
    """A place in the course of a game."""

    phase: Phase
    round: int


@dataclass(frozen=True, slots=True)
class BackTo:
    """A moment the game can go back to, and what then no longer counts.

    `clears` are the steps of play, in order; `choices` the sets that people tapped in them, at so many `tables`;
    `predictions` those of observers that are forgotten.
    """

    phase: Phase
    round: int
    clears: tuple[Moment, ...]
    choices: int
    tables: int
    predictions: int


@dataclass(frozen=True, slots=True)
class Unpromised:
    """How many tasks of the room, or of a table, nobody who can do them has promised, `of` how many."""

    tasks: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelRoom(AroundRoom):
    """What the panel shows of the game; `people` counts taken seats, `here` the connected ones of them.

    `next` is what the one button goes on to, `back` where the game can go back to, the phase before this one first, `note`
    says which of the scenario's speaker notes fit now, and `own_note` which of the facilitator's own.
    `steady_ms` is when the button acts (again), `rest_ms` how long it rests once an outcome is uncovered,
    `undo_ms` until when the last change can be undone, None when it cannot be.
    `addresses` are those that links could carry, the one in force first; none where that is fixed;
    `address_note` why phones cannot get there (no_network, only_here, or nothing).
    `start` is what the start will do, in the lobby, `started` what it did, in round 1; else null. `may_add_seats` says that
    a table can have another seat now. `unpromised` counts the tasks of all tables, None while nothing can be promised.
    `what_ifs` are those that can be tried and `sliders` the constants that can be doubted,
    while the debrief is at them.
    `tellings` are what streets could tell the room now, what is told by itself first; `told` is the number of the table
    whose it tells, None where it tells nothing. `schedule` says where in its plan the evening should be, None without one.
    `presses` says by picture how many build it up at the one table that the debrief shows, where that goes by its game.
    """

    rounds: int
    tasks: tuple[str, ...]
    people: int
    here: int
    ready: int
    opened_ms: int
    paused_at_ms: int | None
    bot_after_seconds: int
    locked: bool
    auto_close: bool
    steady_ms: int
    rest_ms: int
    undo_ms: int | None
    next: Moment
    back: tuple[BackTo, ...]
    outside: tuple[Outside, ...]
    devices: tuple[PanelDevice, ...]
    addresses: tuple[PanelAddress, ...]
    address_note: str
    voices: Voices
    what_ifs: tuple[str, ...]
    sliders: Mapping[str, Slider]
    start: StartPlan | None
    started: Started | None
    may_add_seats: bool
    note: str
    own_note: str
    unpromised: Unpromised | None
    tellings: tuple[Telling, ...]
    told: int | None
    schedule: Schedule | None
    presses: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class PanelSeat:
    """A seat in the tile: who is on it and whether they are ready; a `bot` on a seat with people stands in for them.

    `asking` are those at the door who would share it; `unanswered` says that trouble in the outcome still asks it something.
    """

    seat: int
    role: Role
    alias: str
    bot: bool
    present: bool
    away_since_ms: int | None
    ready: bool
    unanswered: bool
    people: tuple[Somebody, ...]
    keep: bool
    asking: tuple[Asker, ...]


@dataclass(frozen=True, slots=True)
class Undecided:
    """A municipal seat that has not decided everything in round 1, and what would be filled in for it."""

    seat: int
    left: tuple[LeftOpen, ...]


@dataclass(frozen=True, slots=True)
class PanelTile:
    """One table: its people, the upper stream (quality per round, purse), and what was asked and decided.

    `street` is its picture as the room sees it, None in the lobby, with how each task looks now and looked `before` (0–1);
    `ends` are its first and last picture, once the debrief is open.
    `setbacks` are what happened in the open outcome, the same on every tile.
    `ready_at_ms` is when somebody last said to be ready in the open phase (since 1970): since then they wait for the others.
    """

    table: int
    seats: tuple[PanelSeat, ...]
    ready: tuple[parts.RoleReady, ...]
    neighbours: int
    street: Street | None
    looks: tuple[float | None, ...]
    before: tuple[float | None, ...]
    ends: tuple[StreetEnd, ...]
    qualities: tuple[float, ...]
    reserve: float | None
    trouble: int
    setbacks: tuple[Setback, ...]
    asked: tuple[parts.Asked, ...]
    deals: tuple[parts.DealLine, ...]
    observers: tuple[Somebody, ...]
    ready_at_ms: int | None
    undecided: tuple[Undecided, ...]
    unpromised: Unpromised | None


@dataclass(frozen=True, slots=True)
class Under:
    """The undercurrent of one table now: means over its tasks, and trust (0–1)."""

    table: int
    ownership: float
    expectation: float
    bureaucracy: float
    trust: float


def panel_room(
    room: Room,
    tables: tuple[tuple[TableState | None, TableRoom], ...],
    voices: Voices = Voices(),  # noqa: B008 - frozen
    predicted: Mapping[int, int] = MappingProxyType({}),
    chairs: Mapping[int, Sequence[Chair]] | None = None,
    presses: Mapping[str, int] = MappingProxyType({}),
) -> PanelRoom:
    """Return the room's part; a table's state is None in the lobby, where `chairs` has the seats by table. `predicted` counts
    observers' predictions by round, `presses` those of pictures (PanelRoom).
    """
    states = [state for state, _ in tables if state]
    is_asking = bool(states) and room.phase is Phase.DEBRIEF and room.debrief.step == "what_if"
    people = [(state, seat) for state, table in tables for seat in table.seats if seat.alias]
    code = note(room, states)
    told = telling(tables, room.wish)
    return PanelRoom(
        **around(AroundRoom, room),
        rounds=room.rounds,
        tasks=next((state.setup.tasks for state, _ in tables if state), ()),
        people=len(people),
        here=sum(seat.present for _, seat in people),
        ready=sum(seat.present and state is not None and seat.seat in state.ready for state, seat in people),
        opened_ms=room.opened_ms,
        paused_at_ms=room.paused_at_ms,
        bot_after_seconds=room.bot_after_seconds,
        locked=room.desk.locked,
        auto_close=room.desk.auto_close,
        steady_ms=room.desk.steady_ms,
        rest_ms=room.desk.rest_ms,
        undo_ms=room.desk.undo_ms,
        next=Moment(
            *coming(
                room.phase,
                room.round,
                room.rounds,
                silent_first=room.desk.silent_first,
                practice=room.practice,
            )
        ),
        back=tuple(
            _back_to(room, tables, predicted, *target) for target in back_targets(room.phase, room.round)
        ),
        outside=room.desk.outside,
        devices=room.desk.devices,
        addresses=room.desk.addresses,
        address_note=room.desk.address_note,
        voices=voices,
        what_ifs=offered(states[0].setup.rules) if is_asking else (),
        sliders=sliders(states[0].setup.rules) if is_asking else {},
        start=plan(chairs, room.desk.fill_bots) if chairs is not None else None,
        started=room.desk.started if room.round == 1 and room.phase in PLAY_PHASES else None,
        may_add_seats=room.phase is Phase.LOBBY or may_add(room.phase, room.round),
        note=code,
        own_note=own_step(code),
        unpromised=_unpromised(states),
        tellings=tellings(tables),
        told=told.of if told else None,
        schedule=schedule(room, len(tables)),
        presses=dict(presses),
    )


def _back_to(
    room: Room,
    tables: tuple[tuple[TableState | None, TableRoom], ...],
    predicted: Mapping[int, int],
    phase: Phase,
    round: int,
) -> BackTo:
    steps = cleared(phase, round, room.phase, room.round)
    chosen: Counter[int] = Counter()
    for step in room.desk.closed:
        is_open = (step.phase, step.round) == (room.phase, room.round)  # it was closed before, and reopened
        if (step.phase, step.round) in steps and not is_open:
            chosen.update(step.chosen)
    for state, table in tables:
        if state and (state.phase, state.round) in steps:
            chosen[table.number] += sum(one.by in (By.PLAYER, By.FACILITATOR) for one in state.picks)
    return BackTo(
        phase,
        round,
        clears=tuple(Moment(*step) for step in steps),
        choices=sum(chosen.values()),
        tables=sum(count > 0 for count in chosen.values()),
        predictions=sum(count for later, count in predicted.items() if later > round),
    )


def panel_tile(state: TableState | None, table: TableRoom, roles: tuple[Role, ...]) -> PanelTile:
    """Return a table's tile; `roles` are those of its real seats, in seat order."""
    ready = state.ready if state else frozenset()
    return PanelTile(
        table=table.number,
        seats=tuple(
            _seat(who, role, who.seat in ready, state is not None and unanswered(state, who.seat))
            for who, role in zip(table.seats, roles, strict=True)
        ),
        ready=parts.ready_by_role(state, table) if state else (),
        neighbours=state.setup.neighbours if state else 0,
        street=street(state) if state else None,
        looks=parts.latest_qualities(state) if state else (),
        before=parts.earlier_qualities(state) if state else (),
        ends=ends(state) if state else (),
        qualities=_qualities(state) if state else (),
        reserve=_reserve(state) if state else None,
        trouble=sum(task.trouble for task in state.outcome.tasks) if state and state.outcome else 0,
        setbacks=table.texts.setbacks,
        asked=tally.counted(state, table) if state else (),
        deals=parts.deals(state) if state else (),
        observers=table.observers,
        ready_at_ms=table.ready_at_ms,
        undecided=_undecided(state) if state else (),
        unpromised=_unpromised([state] if state else []),
    )


def under(state: TableState, table: TableRoom) -> Under:
    """Return the undercurrent of a table as it stands now."""
    values = state.values
    ownership, expectation, bureaucracy = (
        sum(of_tasks) / len(of_tasks)
        for of_tasks in (values.ownership, values.expectation, values.bureaucracy)
    )
    return Under(table.number, ownership, expectation, bureaucracy, values.trust)


def _unpromised(states: Sequence[TableState]) -> Unpromised | None:
    lines = [promises.unpromised(state) for state in states if promises.may_promise(state)]
    return Unpromised(sum(map(sum, lines)), sum(map(len, lines))) if lines else None


def _undecided(state: TableState) -> tuple[Undecided, ...]:
    return tuple(Undecided(seat, left_open(state, seat)) for seat in undecided(state))


def _seat(who: SeatPresence, role: Role, ready: bool, asked: bool) -> PanelSeat:
    return PanelSeat(
        seat=who.seat,
        role=role,
        alias=who.alias,
        bot=who.bot,
        present=who.present,
        away_since_ms=who.away_since_ms,
        ready=ready,
        unanswered=asked,
        people=who.people,
        keep=who.keep,
        asking=who.asking,
    )


def _qualities(state: TableState) -> tuple[float, ...]:
    """Return the mean quality of every outcome so far, the open one last."""
    return tuple(parts.mean_of(outcome) for outcome in parts.outcomes(state))


def _reserve(state: TableState) -> float:
    return tenths(state.outcome.reserve if state.outcome else state.values.reserve)
