"""What a round looks like once everyone has acted: hours, quality, complaints, incidents and money.

Source: the equations under Hours, Quality, Trouble and Money in docs/model.md. What it does to people is in dynamics.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, sqrt
from typing import TypeVar

from game.engine.model.choices import Deal, Funding, weighed
from game.engine.model.roles import Role
from game.engine.model.rules import Ruleset
from game.engine.model.values import Agreement, Outcome, SeatRound, TaskOutcome, Values

Item = TypeVar("Item")


def start_agreement(tasks: int) -> Agreement:
    """Return what holds before round 1: everything together, no requirements, paid per production."""
    return Agreement((Deal(),) * tasks, Funding.OUTPUT)


def decide(previous: Agreement, municipal: Sequence[SeatRound]) -> Agreement:
    """Return what the municipal seats decide: per item the plurality, a tie keeping what `previous` has."""
    choices = [seat.deals for seat in municipal if seat.deals is not None]
    fundings = [seat.funding for seat in municipal if seat.funding is not None]
    deals = tuple(
        Deal(
            _plurality([deals[k].holder for deals in choices], deal.holder),
            _plurality([deals[k].requirements for deals in choices], deal.requirements),
        )
        for k, deal in enumerate(previous.deals)
    )
    return Agreement(deals, _plurality(fundings, previous.funding))


def _plurality(votes: Sequence[Item], otherwise: Item) -> Item:
    if len(votes) == 1:
        return votes[0]
    most = max(map(votes.count, votes), default=0)
    leading = {vote for vote in votes if votes.count(vote) == most}
    return leading.pop() if len(leading) == 1 else otherwise


def load(rules: Ruleset, values: Values) -> float:
    """Return the paid hours that one hour of task work takes (1 or more)."""
    tasks = len(values.ownership)
    calls = sum(max(0.0, expected - rules.call_from) for expected in values.expectation) / tasks
    return 1.0 + rules.admin * sum(values.bureaucracy) / tasks + rules.call * calls


def hours_limit(rules: Ruleset, values: Values, agreement: Agreement) -> float:
    """Return H, the hours of task work that the purse pays a professional this round; at most a full week."""
    tasks = len(agreement.deals)
    full = rules.full_week(tasks)
    if rules.spends_reserve:
        money = rules.budget(tasks) + values.reserve - paid_for_requirements(rules, agreement)
        return min(full, max(0.0, money) / load(rules, values))
    if values.reserve >= 0.0:
        return full
    money = rules.budget(tasks) - paid_for_requirements(rules, agreement) + rules.debt_share * values.reserve
    return min(full, max(0.0, money) / load(rules, values))


def is_empty(rules: Ruleset, values: Values, agreement: Agreement) -> bool:
    """Tell whether the purse is empty: it pays a professional fewer hours than a full week."""
    return hours_limit(rules, values, agreement) < rules.full_week(len(agreement.deals))


def leaves_empty(rules: Ruleset, values: Values, outcome: Outcome) -> bool:
    """Tell whether a round left the purse empty, by what an hour cost in it; `values` are those at the round's start."""
    return is_empty(rules, replace(values, reserve=outcome.reserve), outcome.agreement)


def role_limit(rules: Ruleset, values: Values, agreement: Agreement, role: Role) -> float:
    """Return what a seat of `role` can spend on acts: evenings, hours, or tasks visited and inspected."""
    match role:
        case Role.RESIDENT:
            return rules.evenings(len(agreement.deals))
        case Role.PROFESSIONAL:
            return hours_limit(rules, values, agreement)
        case _:
            return rules.looks


def paid_for_requirements(rules: Ruleset, agreement: Agreement) -> float:
    """Return the money that what stands on paper costs a round."""
    return rules.req_cost * sum(deal.requirements for deal in agreement.deals)


def incident_chance(rules: Ruleset, quality: float) -> float:
    """Return the chance (0–1) of an incident on a task of this quality."""
    return rules.inc0 + rules.inc1 * (1.0 - quality)


def clip(number: float) -> float:
    """Return `number` bounded to 0–1."""
    return 0.0 if number < 0.0 else 1.0 if number > 1.0 else number


def effort_scale(rules: Ruleset, hours: float, act: Sequence[str]) -> float:
    """Return the factor (0–1) that fits a professional's `act` into `hours`."""
    wanted = rules.spent(Role.PROFESSIONAL, act)
    return hours / wanted if wanted > hours else 1.0


def share(rules: Ruleset, seats: Sequence[SeatRound], task: int, code: str) -> float:
    """Return the share (0–1) of `seats` (of one role, at least one) whose act on `task` counts as `code`."""
    return rules.choices.counted(seats[0].role, code, [seat.act[task] for seat in seats]) / len(seats)


def evening_worth(rules: Ruleset, deal: Deal) -> float:
    """Return how much of a resident's evening counts (0–1) by who carries the task and whether that is on paper."""
    return rules.join_by.of(deal.holder) * (rules.acc_req if deal.requirements else 1.0)


@dataclass(frozen=True, slots=True)
class Effort:
    """What a round's seats put into one task, as means over the seats of their role (0–1)."""

    joined: float
    claimed: float
    take_over: float
    together: float
    visited: float
    inspected: float


def efforts_of(rules: Ruleset, hours: float, seats: Sequence[SeatRound]) -> list[Effort]:
    """Return what `seats` put into each task when a professional has `hours` hours."""
    by_role: dict[Role, list[tuple[str, ...]]] = {role: [] for role in Role}
    for seat in seats:
        by_role[seat.role].append(seat.act)
    professional = by_role[Role.PROFESSIONAL]
    scales = [effort_scale(rules, hours, act) for act in professional]
    columns = zip(*by_role[Role.RESIDENT], strict=True), zip(*by_role[Role.MUNICIPALITY], strict=True)
    residents, municipal = len(by_role[Role.RESIDENT]), len(by_role[Role.MUNICIPALITY])
    weights = rules.choices.weights
    joined, claimed = (weights(Role.RESIDENT, code) for code in ("joined", "claimed"))
    visited, inspected = (weights(Role.MUNICIPALITY, code) for code in ("visited", "inspected"))
    took_over = dict(weights(Role.PROFESSIONAL, "took_over"))
    worked_along = dict(weights(Role.PROFESSIONAL, "worked_along"))
    return [
        Effort(
            weighed(words, joined) / residents,
            weighed(words, claimed) / residents,
            _scaled(works, scales, took_over) / len(professional),
            _scaled(works, scales, worked_along) / len(professional),
            weighed(looks, visited) / municipal,
            weighed(looks, inspected) / municipal,
        )
        for words, looks, works in zip(*columns, zip(*professional, strict=True), strict=True)
    ]


def _scaled(works: Sequence[str], scales: Sequence[float], weights: Mapping[str, float]) -> float:
    return sum(scale * weights[work] for work, scale in zip(works, scales, strict=True) if work in weights)


def play(
    rules: Ruleset,
    values: Values,
    agreement: Agreement,
    seats: Sequence[SeatRound],
    draws: Sequence[float],
    setback: Collection[int] = (),
    hours: float | None = None,
) -> Outcome:
    """Return the round that `seats` (any order, each role at least once) and `draws` (0–1, one per task) make.

    A professional who wants more than H hours is scaled on all tasks; responses are not looked at. `setback` has the tasks
    (from 0) that something happens to. H is `hours`, by default what the purse pays.
    """
    if hours is None:
        hours = hours_limit(rules, values, agreement)
    return outcome_of(rules, values, agreement, hours, efforts_of(rules, hours, seats), draws, setback)


def outcome_of(
    rules: Ruleset,
    values: Values,
    agreement: Agreement,
    hours: float,
    efforts: Sequence[Effort],
    draws: Sequence[float],
    setback: Collection[int] = (),
) -> Outcome:
    """Return the round that `efforts` (one per task) of professionals with `hours` hours, and the dice make."""
    tasks = tuple(
        [
            task_outcome(rules, values, agreement.deals[k], k, effort, draws[k], is_hit=k in setback)
            for k, effort in enumerate(efforts)
        ]
    )
    return table_outcome(rules, values, agreement, hours, tasks)


def table_outcome(
    rules: Ruleset, values: Values, agreement: Agreement, hours: float, tasks: tuple[TaskOutcome, ...]
) -> Outcome:
    """Return the round of a table in which professionals with `hours` hours left its `tasks` like this."""
    worked = sum(rules.paid_hours(task.take_over, task.together) for task in tasks)
    per_hour = load(rules, values)
    cost = per_hour * worked + paid_for_requirements(rules, agreement)
    left = min(rules.reserve_cap * len(tasks), values.reserve + rules.budget(len(tasks)) - cost)
    return Outcome(agreement, tasks, hours, worked, per_hour, cost, left)


def task_outcome(
    rules: Ruleset, values: Values, deal: Deal, k: int, effort: Effort, drawn: float, *, is_hit: bool
) -> TaskOutcome:
    """Return what task `k` (from 0) looks like after an effort; `drawn` is its dice (0–1), `is_hit` by a setback."""
    quality = _quality(rules, values, deal, k, effort, rules.dent if is_hit else 0.0)
    gap = clip(rules.comp_gain * (values.expectation[k] - quality))
    complaints = clip(
        (1.0 - rules.comp_claim) * gap
        + rules.comp_claim * effort.claimed
        - rules.inspect_calm * effort.inspected
        - rules.visit_calm * effort.visited
    )
    incident = is_hit or drawn < incident_chance(rules, quality)
    paid = rules.paid_hours(effort.take_over, effort.together)
    every_hour = paid + rules.join_hours * effort.joined
    return TaskOutcome(
        deal=deal,
        quality=quality,
        complaints=complaints,
        incident=incident,
        trouble=incident or complaints > rules.trouble_from,
        joined=effort.joined,
        claimed=effort.claimed,
        take_over=effort.take_over,
        together=effort.together,
        professional_share=paid / every_hour if every_hour > 0.0 else 0.0,
        setback=is_hit,
    )


def _quality(rules: Ruleset, values: Values, deal: Deal, k: int, effort: Effort, dent: float) -> float:
    """Return q of a task: efforts add up and multiply where they meet; a setback takes the share `dent` of the whole."""
    done = sum(done_terms(rules, values, deal, k, effort).values()) * (1.0 - dent)
    return 1.0 - exp(-rules.sat * done / need(rules, values.ownership[k]))


def need(rules: Ruleset, ownership: float) -> float:
    """Return how much effort the same quality takes (1 or more): more where ownership (0–1) is gone."""
    return 1.0 + rules.need * (1.0 - ownership)


def done_terms(rules: Ruleset, values: Values, deal: Deal, k: int, effort: Effort) -> dict[str, float]:
    """Return the four parts of z, the effort on task `k` as far as it works, by what they come from."""
    ownership, bureaucracy, holder = values.ownership[k], values.bureaucracy[k], deal.holder
    residents = (
        effort.joined
        * (rules.own_floor + (1.0 - rules.own_floor) * ownership)
        * evening_worth(rules, deal)
        * (1.0 - rules.drag_res * bureaucracy)
    )
    meeting = (
        rules.syn_by.of(holder)
        * sqrt(effort.together * residents)
        * (rules.trust_floor + (1.0 - rules.trust_floor) * values.trust)
    )
    professionals = (
        rules.take_by.of(holder)
        * effort.take_over
        * (1.0 - rules.drag_pro * bureaucracy)
        * (1.0 + rules.inspect_boost * effort.inspected)
    )
    return {
        "taken_over": rules.a_take * professionals,
        "joined": rules.a_join * residents,
        "met": rules.a_syn * meeting,
        "alongside": rules.a_with * effort.together,
    }
