"""The moves on a table's state: tapping, being ready, closing a phase, ending.

Knows nothing of who sits there, of clocks or of storage. The equations are in model.rounds.
"""

from dataclasses import dataclass, fields, replace
from operator import attrgetter

from game.engine.model import rounds
from game.engine.model.choices import Choice, Response
from game.engine.model.outcome import decide, play, start_agreement
from game.engine.model.refusal import Refused
from game.engine.model.roles import Role
from game.engine.model.rules import Ruleset, start_values
from game.engine.model.values import By, SeatRound
from game.engine.table import limits
from game.engine.table.phases import PLAY_PHASES, Phase, next_phase
from game.engine.table.state import Filled, Picks, PlayedRound, TableSetup, TableState


@dataclass(frozen=True, slots=True)
class Choose:
    """A seat sets its whole set for the open phase."""

    seat: int
    choice: Choice
    by: By = By.PLAYER


@dataclass(frozen=True, slots=True)
class Ready:
    """A seat says whether it is done with the open phase."""

    seat: int
    ready: bool


Move = Choose | Ready


def open_table(setup: TableSetup) -> TableState:
    """Return the state of a table that enters round 1."""
    tasks = len(setup.tasks)
    return TableState(
        setup=setup,
        phase=Phase.AGREE,
        round=1,
        values=start_values(setup.rules, tasks),
        agreement=start_agreement(tasks),
        picks=(Picks(),) * len(setup.roles),
    )


def apply(state: TableState, move: Move) -> TableState:
    """Return the state after `move`; raises Refused when phase, role, words or limits do not allow it."""
    if not 0 <= move.seat < len(state.setup.roles):
        raise Refused("not_seated")
    if state.phase not in PLAY_PHASES:
        raise Refused("wrong_phase")
    if isinstance(move, Ready):
        ready = state.ready | {move.seat} if move.ready else state.ready - {move.seat}
        return replace(state, ready=ready)
    limits.check(state, move.seat, move.choice)
    picks = list(state.picks)
    picks[move.seat] = Picks(move.choice, move.by)
    return _picked(state, tuple(picks))


_names = [one.name for one in fields(TableState)]
_values = attrgetter(*_names)
_PICKS = _names.index("picks")


def _picked(state: TableState, picks: tuple[Picks, ...]) -> TableState:
    """Return the state with these picks: `replace` in a third of its time, as a whole room chooses in one moment."""
    values = [*_values(state)]
    values[_PICKS] = picks
    return TableState(*values)


def prefill(state: TableState, seat: int) -> Choice:
    """Return what counts for `seat` in the open phase where it taps nothing: last round's set, within the limits.

    In round 1 that is the agreement before round 1, or the role's default act. Responding defaults to letting be.
    """
    role = state.setup.roles[seat]
    tasks = len(state.setup.tasks)
    last = state.played[-1].seats[seat] if state.played else None
    if state.phase is Phase.OUTCOME:
        return Choice(respond=(Response.LET_BE,) * tasks)
    if state.phase is Phase.ACT:
        return Choice(act=last.act if last else (state.setup.rules.choices.default_act(role),) * tasks)
    if role is not Role.MUNICIPALITY:
        start = tuple(deal.holder for deal in start_agreement(tasks).deals)
        return Choice(propose=last.propose if last and last.propose else start)
    if last is None or last.deals is None:
        return Choice(deals=state.agreement.deals, funding=state.agreement.funding)
    ruled = rule_won(state.setup.rules, state.played[-1])
    deals = tuple(
        replace(deal, requirements=deal.requirements or won)
        for deal, won in zip(last.deals, ruled, strict=True)
    )
    return Choice(deals=deals, funding=last.funding)


def rule_won(rules: Ruleset, played: PlayedRound) -> tuple[bool, ...]:
    """Return per task whether more than half of the municipal seats wrote a rule on trouble there."""
    municipal = [seat for seat in played.seats if seat.role is Role.MUNICIPALITY]
    writing = rules.choices.words(Role.MUNICIPALITY, "ruled")
    return tuple(
        task.trouble and 2 * sum(seat.respond[k] in writing for seat in municipal) > len(municipal)
        for k, task in enumerate(played.result.outcome.tasks)
    )


def fill(state: TableState) -> tuple[Filled, ...]:
    """Return every seat's complete set for the open phase: what is tapped, else the prefill."""
    return tuple(filled_now(state, seat) for seat in range(len(state.picks)))


def filled_now(state: TableState, seat: int) -> Filled:
    """Return one seat's complete set as it would count if the open phase closed now."""
    picks = state.picks[seat]
    return Filled(
        choice=limits.complete(state, seat, picks.choice, prefill(state, seat)), by=picks.by or By.DEFAULT
    )


def close_phase(
    state: TableState, draws: tuple[float, ...], filled: tuple[Filled, ...] | None = None
) -> TableState:
    """Close the open phase with `filled` (default: `fill(state)`) and return the state of the next one.

    `draws` (one per task, 0–1) are used when act closes. Raises Refused("wrong_phase") outside play.
    """
    if state.phase not in PLAY_PHASES:
        raise Refused("wrong_phase")
    complete = fill(state) if filled is None else filled
    phase, round = next_phase(state.phase, state.round, state.setup.rounds)
    fresh = replace(
        state,
        phase=phase,
        round=round,
        picks=(Picks(),) * len(state.setup.roles),
        ready=frozenset(),
        promises=state.promises if state.phase is Phase.ACT else (),
    )
    if state.phase is Phase.AGREE:
        agreement = decide(state.agreement, _seat_rounds(state, complete, (), ()))
        return replace(fresh, agreement=agreement, agreed=complete)
    if state.phase is Phase.ACT:
        seats = _seat_rounds(state, state.agreed, complete, ())
        setback = state.setup.setback(state.round)
        outcome = play(state.setup.rules, state.values, state.agreement, seats, draws, setback)
        return replace(fresh, acted=complete, draws=draws, outcome=outcome)
    return _finish(fresh, state, complete)


def end(state: TableState) -> TableState:
    """End the game early: a round that has its outcome still counts, one that has not is left out.

    Raises Refused("wrong_phase") outside play.
    """
    if state.phase not in PLAY_PHASES:
        raise Refused("wrong_phase")
    if state.phase is Phase.OUTCOME:
        state = close_phase(state, state.draws)
    return replace(state, phase=Phase.DEBRIEF, round=len(state.played), ready=frozenset(), promises=())


def close_game(state: TableState) -> TableState:
    """Close a game whose debrief is over; raises Refused("wrong_phase") before the debrief."""
    if state.phase is not Phase.DEBRIEF:
        raise Refused("wrong_phase")
    return replace(state, phase=Phase.CLOSED)


def _finish(fresh: TableState, state: TableState, responded: tuple[Filled, ...]) -> TableState:
    assert state.outcome is not None, "outcome opens with one"
    seats = _seat_rounds(state, state.agreed, state.acted, responded)
    result = rounds.finish_round(state.setup.rules, state.values, state.outcome, seats)
    return replace(
        fresh,
        values=result.values,
        agreed=(),
        acted=(),
        draws=(),
        outcome=None,
        played=(*state.played, PlayedRound(seats, state.draws, result, state.setup.setback(state.round))),
    )


def current_seats(state: TableState, responded: tuple[Filled, ...]) -> tuple[SeatRound, ...]:
    """Return the open round's choices once act has closed, with `responded` as the responses (outcome phase)."""
    return _seat_rounds(state, state.agreed, state.acted, responded)


def seat_now(state: TableState, seat: int) -> SeatRound:
    """Return what one seat chose in the open round, its responses as they would count if outcome closed now."""
    filled = filled_now(state, seat)
    return _seat_round(state, seat, state.agreed[seat], state.acted[seat], filled)


def _seat_rounds(
    state: TableState, agreed: tuple[Filled, ...], acted: tuple[Filled, ...], responded: tuple[Filled, ...]
) -> tuple[SeatRound, ...]:
    return tuple(
        _seat_round(
            state,
            seat,
            agreed[seat],
            acted[seat] if acted else None,
            responded[seat] if responded else None,
        )
        for seat in range(len(state.setup.roles))
    )


def _seat_round(
    state: TableState, seat: int, agreed: Filled, acted: Filled | None, responded: Filled | None
) -> SeatRound:
    tasks = len(state.setup.tasks)
    role = state.setup.roles[seat]
    agree = agreed.choice
    act = acted.choice.act if acted else None
    respond = responded.choice.respond if responded and state.setup.form == "full" else None
    return SeatRound(
        role=role,
        act=limits.whole(act) if act else (state.setup.rules.choices.default_act(role),) * tasks,
        respond=limits.whole(respond) if respond else (Response.LET_BE,) * tasks,
        deals=limits.whole(agree.deals) if agree.deals else None,
        funding=agree.funding,
        propose=limits.whole(agree.propose) if agree.propose else None,
        by=acted.by if acted else agreed.by,
        promise=state.promises[seat] if state.promises else None,
    )
