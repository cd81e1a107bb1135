"""What a table comes to when its open phase closes, and what its bots choose in the one that opens: functions of its state.

Kept by that very state: what was worked out ahead (game.live.after_press) is at hand when the phase is closed.
"""

from dataclasses import dataclass

from game.engine.bots.promising import bot_promise
from game.engine.bots.seat import bot_choice
from game.engine.model.choices import Choice
from game.engine.model.luck import round_draws
from game.engine.model.values import By
from game.engine.screens.cues import Cue, cues
from game.engine.table.journal import Chose, PhaseClosed, Promised
from game.engine.table.moves import Choose, apply, close_phase, fill
from game.engine.table.phases import Phase
from game.engine.table.promises import may_promise, promise
from game.engine.table.state import TableState
from game.kept import Kept


@dataclass(frozen=True, slots=True)
class Closed:
    """An open phase that closes: what goes into the journal, the state after it, and what the log says about it."""

    entry: PhaseClosed
    after: TableState
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class BotMove:
    """What one bot does: what goes into the journal, and the state after it."""

    seat: int
    entry: Chose | Promised
    after: TableState


def _closed(state: TableState) -> Closed:
    setup = state.setup
    is_act = state.phase is Phase.ACT
    draws = round_draws(setup.seed, state.round, len(setup.tasks), dict(setup.fixed)) if is_act else ()
    filled = fill(state)
    after = close_phase(state, draws, filled)
    entry = PhaseClosed(state.phase, state.round, filled, draws)
    return Closed(entry, after, tuple(cues(state, after)))


def _bot_moves(state: TableState, seats: tuple[int, ...]) -> tuple[BotMove, ...]:
    moves: list[BotMove] = []
    for seat in seats:
        choice = bot_choice(state, seat)
        if choice == Choice():
            continue
        state = apply(state, Choose(seat, choice, By.BOT))
        moves.append(BotMove(seat, Chose(seat, choice, By.BOT), state))
        if may_promise(state) and not (state.promises and state.promises[seat]):
            said = bot_promise(state, seat)
            state = promise(state, seat, said)
            moves.append(BotMove(seat, Promised(seat, said, By.BOT), state))
    return tuple(moves)


def playing_bots(state: TableState, bots: tuple[int, ...]) -> tuple[int, ...]:
    """Return the seats for which bots choose: those of `bots` and then every neighbour, by number."""
    roles = len(state.setup.roles)
    return (*bots, *range(roles - state.setup.neighbours, roles))


closed: Kept[TableState, Closed] = Kept(_closed)
bot_moves: Kept[TableState, tuple[BotMove, ...]] = Kept(_bot_moves)
