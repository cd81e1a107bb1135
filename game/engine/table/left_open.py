"""What a seat has left open in the phase that is open, and what counts for it when the phase closes.

Also where nothing may be filled in without a yes: the municipality's first decision, which nobody made before.
"""

from dataclasses import dataclass

from game.engine.model.choices import Choice
from game.engine.model.roles import Role
from game.engine.table.moves import filled_now
from game.engine.table.phases import PLAY_PHASES, Phase
from game.engine.table.state import TableState


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """One thing that was not tapped: on a task, or (`task` null) the payment.

    `option` of `kind` (holder, act, respond, funding) is what counts for it, `requirements` what counts for paper in the
    rounds in which that is decided, else null.
    """

    task: int | None
    kind: str
    option: str
    requirements: bool | None = None


def left_open(state: TableState, seat: int) -> tuple[LeftOpen, ...]:
    """Return what `seat` left open in the open phase, in task order and the payment last; () outside play.

    In outcome only tasks in trouble can be left open, and none in the short form.
    """
    if state.phase not in PLAY_PHASES or (state.phase is Phase.OUTCOME and state.setup.form == "short"):
        return ()
    tapped, filled = state.picks[seat].choice, filled_now(state, seat).choice
    found = [_item(state, tapped, filled, task) for task in range(len(state.setup.tasks))]
    if filled.funding is not None and tapped.funding is None:
        found.append(LeftOpen(None, "funding", filled.funding))
    return tuple(item for item in found if item is not None)


def repeats(state: TableState) -> bool:
    """Tell whether what is left open counts as it did last round: in agree and act, from round 2."""
    return bool(state.played) and state.phase in (Phase.AGREE, Phase.ACT)


def undecided(state: TableState) -> tuple[int, ...]:
    """Return the municipal seats that have not decided everything in round 1's agree, and did not say to be done either.

    Nothing is filled in for them without a yes: being ready is their own.
    """
    if (state.phase, state.round) != (Phase.AGREE, 1):
        return ()
    municipal = [seat for seat, role in enumerate(state.setup.roles) if role is Role.MUNICIPALITY]
    return tuple(seat for seat in municipal if seat not in state.ready and left_open(state, seat))


def unanswered(state: TableState, seat: int) -> bool:
    """Tell whether trouble in the open outcome still asks `seat` for an answer; in the short form nothing does."""
    if state.phase is not Phase.OUTCOME or state.outcome is None or state.setup.form == "short":
        return False
    given = state.picks[seat].choice.respond
    return any(
        task.trouble and (given is None or given[k] is None) for k, task in enumerate(state.outcome.tasks)
    )


def _item(state: TableState, tapped: Choice, filled: Choice, task: int) -> LeftOpen | None:
    if filled.deals is not None:
        deal = filled.deals[task]
        if deal is None or (tapped.deals and tapped.deals[task] is not None):
            return None
        return LeftOpen(task, "holder", deal.holder, deal.requirements if state.round > 1 else None)
    for kind, before, after in (
        ("holder", tapped.propose, filled.propose),
        ("act", tapped.act, filled.act),
        ("respond", tapped.respond, filled.respond),
    ):
        option = after[task] if after is not None else None
        if option is None:
            continue
        is_calm = state.outcome is not None and not state.outcome.tasks[task].trouble
        if is_calm or (before and before[task] is not None):
            return None
        return LeftOpen(task, kind, option)
    return None  # pragma: no cover - every phase fills one of the sets
