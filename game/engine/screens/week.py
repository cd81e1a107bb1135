"""The hours that the purse pays, said before they are given away; and why they are fewer than a full week.

Why says only what the chair saw itself: what the rounds cost, what stands on paper, how much of the paid time was lost.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from game.engine.model.outcome import effort_scale, hours_limit, is_empty, paid_for_requirements
from game.engine.model.roles import Role
from game.engine.model.seen import Reason, tenths, whole_tenths
from game.engine.model.values import Agreement, Outcome
from game.engine.table import limits
from game.engine.table.moves import filled_now
from game.engine.table.phases import Phase
from game.engine.table.state import TableState

SAID_IN = {
    Role.MUNICIPALITY: (Phase.AGREE,),
    Role.PROFESSIONAL: (Phase.AGREE, Phase.ACT),
    Role.RESIDENT: (),
}


@dataclass(frozen=True, slots=True)
class PaidWeek:
    """What the purse pays a professional: `paid` hours of the `full` ones of a full week, in tenths rounded down.

    `empty` says that it pays fewer than a full week, `why` what the chair saw of that.
    """

    paid: float
    full: float
    empty: bool
    why: tuple[Reason, ...]


def this_round(state: TableState, seat: int) -> PaidWeek | None:
    """Return the hours of the open round; while it is being agreed as it comes out with the paper there is, for a municipal
    seat with what it has tapped so far.

    None for residents and when there is nothing more to decide about it.
    """
    role = state.setup.roles[seat]
    if state.phase not in SAID_IN[role]:
        return None
    rules, values, agreement = state.setup.rules, state.values, _agreed(state, seat)
    short = is_empty(rules, values, agreement)
    why = tuple(_why(state, role, agreement)) if short else ()
    return PaidWeek(whole_tenths(hours_limit(rules, values, agreement)), full_week(state), short, why)


def next_round(state: TableState, outcome: Outcome) -> float:
    """Return the hours of the round after `outcome` if an hour goes on to cost what it costs now, in tenths rounded down."""
    values = replace(state.values, reserve=outcome.reserve)
    return whole_tenths(hours_limit(state.setup.rules, values, state.agreement))


def full_week(state: TableState) -> float:
    """Return the hours of a full week at this table."""
    return state.setup.rules.full_week(len(state.setup.tasks))


def of_ten(outcome: Outcome) -> float:
    """Return how many of ten paid hours did not go to task work, in tenths."""
    return tenths(10.0 * (1.0 - 1.0 / outcome.load))


def _agreed(state: TableState, seat: int) -> Agreement:
    """Return what holds in the open round, or while a municipal seat agrees, what it would decide."""
    deals = filled_now(state, seat).choice.deals if state.phase is Phase.AGREE else None
    return state.agreement if deals is None else replace(state.agreement, deals=limits.whole(deals))


def thinned(state: TableState, outcome: Outcome, acts: Sequence[str]) -> dict[str, float]:
    """Return the part of a professional's `acts` that was paid, as {"done": percent}; {} where the hours reached."""
    scale = effort_scale(state.setup.rules, outcome.hours, acts)
    return {"done": math.floor(100 * scale)} if scale < 1 else {}


def _why(state: TableState, role: Role, agreement: Agreement) -> Iterator[Reason]:
    rules, tasks = state.setup.rules, len(state.setup.tasks)
    budget = rules.budget(tasks)
    last = state.played[-1].result.outcome if state.played else None
    if last and last.cost > budget:
        yield Reason("spent", {"cost": tenths(last.cost), "budget": tenths(budget)})
    elif last:
        yield Reason("spent_before", {"budget": tenths(budget)})
    on_paper = sum(deal.requirements for deal in agreement.deals)
    if on_paper:
        yield Reason("paper_cost", {"count": on_paper, "money": paid_for_requirements(rules, agreement)})
    if last and role is Role.PROFESSIONAL and of_ten(last):
        yield Reason("lost", {"of_ten": of_ten(last)})
