"""A table's journal as typed entries, and the one way back from a journal to a state.

The journal is the truth: `replay` needs no clock, bot or default, because the entry that closes a phase holds the dice
and every filled-in choice. Storage and names of people are not known here.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from game.engine.model.choices import Choice
from game.engine.model.roles import Role
from game.engine.model.values import By
from game.engine.table.moves import Choose, Ready, apply, close_game, close_phase, end, open_table
from game.engine.table.phases import Phase
from game.engine.table.promises import promise
from game.engine.table.seating import add_seat, may_add
from game.engine.table.state import Filled, TableSetup, TableState


class JournalError(Exception):
    """A journal that cannot have come from a game: no set-up first, or an entry that does not fit its place."""


@dataclass(frozen=True, slots=True)
class SetUp:
    """The lobby closed: the table is set up and round 1 opens."""

    setup: TableSetup


@dataclass(frozen=True, slots=True)
class Chose:
    """A seat set its choices; `n` is the device's counter."""

    seat: int
    choice: Choice
    by: By = By.PLAYER
    n: int = 0


@dataclass(frozen=True, slots=True)
class Promised:
    """A seat said per task whether it will carry it; `n` is the device's counter."""

    seat: int
    tasks: tuple[bool, ...]
    by: By = By.PLAYER
    n: int = 0


@dataclass(frozen=True, slots=True)
class Readied:
    """A seat said whether it is done."""

    seat: int
    ready: bool


@dataclass(frozen=True, slots=True)
class PhaseClosed:
    """A phase closed, with everyone's complete set and the dice (empty unless act closed)."""

    phase: Phase
    round: int
    filled: tuple[Filled, ...]
    draws: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Ended:
    """The facilitator ended the play early."""


@dataclass(frozen=True, slots=True)
class GameClosed:
    """The debrief is over."""


@dataclass(frozen=True, slots=True)
class Paused:
    """The clock was paused or went on; `remaining_ms` is what was left of the countdown, if any."""

    paused: bool
    remaining_ms: int | None = None


@dataclass(frozen=True, slots=True)
class SteppedBack:
    """The game went back to the opening of an earlier phase; what came after it is kept but does not count.

    Back in the lobby (round 0) a table has no state until the next set-up.
    """

    phase: Phase
    round: int


@dataclass(frozen=True, slots=True)
class TimeOut:
    """The time-out before a round began (`open`) or was over; the table itself stands in agree."""

    open: bool


@dataclass(frozen=True, slots=True)
class Undone:
    """The last change of phase was a mistake: all is as before it; what was chosen since is kept, but does not count."""


@dataclass(frozen=True, slots=True)
class SeatAdded:
    """The table got one more seat, in round 1; it stays when the game goes back to before it."""

    role: Role


Entry = (
    SetUp
    | Chose
    | Promised
    | Readied
    | PhaseClosed
    | Ended
    | GameClosed
    | Paused
    | SteppedBack
    | TimeOut
    | Undone
    | SeatAdded
)

KINDS: dict[str, type[Entry]] = {
    "set_up": SetUp,
    "chose": Chose,
    "promised": Promised,
    "readied": Readied,
    "phase_closed": PhaseClosed,
    "ended": Ended,
    "game_closed": GameClosed,
    "paused": Paused,
    "stepped_back": SteppedBack,
    "time_out": TimeOut,
    "undone": Undone,
    "seat_added": SeatAdded,
}


@dataclass
class _Playback:
    """Where a replay stands; `before` is where it stood when the last change of phase began, None where there is none."""

    state: TableState
    openings: dict[tuple[Phase, int], TableState] = field(default_factory=dict)
    before: "_Playback | None" = None


def replay(entries: Iterable[Entry]) -> TableState:
    """Return the state that `entries`, in order, lead to; raises JournalError or the engine's Refused."""
    playback: _Playback | None = None
    is_empty = True
    for entry in entries:
        is_empty = False
        playback = _play(playback, entry)
    if playback is None:
        raise JournalError("empty" if is_empty else "the table stands in the lobby")
    return playback.state


def _play(playback: _Playback | None, entry: Entry) -> _Playback | None:
    """Return where a replay stands after an entry; None in the lobby."""
    if isinstance(entry, SetUp):
        playback = _Playback(open_table(entry.setup))
    elif playback is None:
        raise JournalError("the first entry is not the set-up")
    elif isinstance(entry, SteppedBack) and entry.phase is Phase.LOBBY:
        return None
    elif isinstance(entry, Undone):
        playback = _before(playback)
    elif isinstance(entry, SeatAdded):
        playback = _with_seat(playback, entry.role)
    else:
        if changes_phase(entry):
            playback.before = _Playback(playback.state, dict(playback.openings))
        playback.state = _step(playback, entry)
    state = playback.state
    playback.openings.setdefault((state.phase, state.round), state)
    return playback


def _with_seat(playback: _Playback, role: Role) -> _Playback:
    """Add a seat to where a replay stands and to all it can go back to, but not to a later round: that is gone for good."""
    before = playback.before
    return _Playback(
        add_seat(playback.state, role),
        {moment: add_seat(state, role) for moment, state in playback.openings.items()},
        _with_seat(before, role) if before and may_add(before.state.phase, before.state.round) else None,
    )


def changes_phase(entry: Entry) -> bool:
    """Tell whether an entry begins a change of phase; a time-out opens as part of the one that leads to it."""
    if isinstance(entry, TimeOut):
        return not entry.open
    return isinstance(entry, PhaseClosed | Ended | GameClosed | SteppedBack)


def _before(playback: _Playback) -> _Playback:
    if playback.before is None:
        raise JournalError("there is no change of phase to undo")
    return playback.before


def _step(playback: _Playback, entry: Entry) -> TableState:
    state = playback.state
    match entry:
        case Chose():
            return apply(state, Choose(entry.seat, entry.choice, entry.by))
        case Promised():
            return promise(state, entry.seat, entry.tasks)
        case Readied():
            return apply(state, Ready(entry.seat, entry.ready))
        case PhaseClosed():
            if (entry.phase, entry.round) != (state.phase, state.round):
                raise JournalError(f"closes {entry.phase} {entry.round} in {state.phase} {state.round}")
            return close_phase(state, entry.draws, entry.filled)
        case Ended():
            return end(state)
        case GameClosed():
            return close_game(state)
        case SteppedBack():
            return _back(playback, entry)
        case _:
            return state


def _back(playback: _Playback, entry: SteppedBack) -> TableState:
    found = playback.openings.get((entry.phase, entry.round))
    if found is None:
        raise JournalError(f"{entry.phase} {entry.round} was never open")
    keys = list(playback.openings)
    for later in keys[keys.index((entry.phase, entry.round)) + 1 :]:
        del playback.openings[later]
    return found
