"""What each chair is rewarded for this round, with the lines that say where it came from.

Own scores are on the chair's own terms: they are never added up across roles. A total is the sum of its lines, and for
the municipality `municipal_base` more. Source: Scores in docs/model.md. What an option costs beforehand is in figures.
"""

from collections.abc import Sequence
from typing import NamedTuple

from game.engine.model.choices import AnswerCase, Deal, Funding, Holder
from game.engine.model.outcome import effort_scale, incident_chance
from game.engine.model.roles import Role
from game.engine.model.rules import Ruleset
from game.engine.model.values import Outcome, Score, ScoreLine, SeatRound, TaskOutcome, Values


def score(rules: Ruleset, values: Values, outcome: Outcome, seats: Sequence[SeatRound], index: int) -> Score:
    """Return the own score of seat `index` in this round; `values` are those at the round's start."""
    return _score(rules, values, outcome, seats[index], [float(task.incident) for task in outcome.tasks])


def score_all(
    rules: Ruleset, values: Values, outcome: Outcome, seats: Sequence[SeatRound]
) -> tuple[Score, ...]:
    """Return every seat's own score, in seat order."""
    incidents = [float(task.incident) for task in outcome.tasks]
    return tuple(_score(rules, values, outcome, seat, incidents) for seat in seats)


def expected_score(
    rules: Ruleset, values: Values, outcome: Outcome, seats: Sequence[SeatRound], index: int
) -> Score:
    """Return the own score of seat `index` with every incident counted at its chance instead of as drawn."""
    chances = [incident_chance(rules, task.quality) for task in outcome.tasks]
    return _score(rules, values, outcome, seats[index], chances)


def mark_start(rules: Ruleset, role: Role) -> float:
    """Return what a role's report mark begins at before anything of the round is counted."""
    return {Role.MUNICIPALITY: rules.municipal_base, Role.PROFESSIONAL: rules.mark_base, Role.RESIDENT: 0.0}[
        role
    ]


def mark_point(rules: Ruleset, role: Role) -> float:
    """Return how many points of a role's report mark one score point is."""
    return 1.0 / rules.mark_divisor if role is Role.PROFESSIONAL else 1.0


def mark(rules: Ruleset, role: Role, total: float) -> float:
    """Return the report mark (1.0–10.0, not rounded) for an own score of a role."""
    figure = rules.mark_base + total / rules.mark_divisor if role is Role.PROFESSIONAL else total
    return min(rules.mark_highest, max(rules.mark_lowest, figure))


def _score(
    rules: Ruleset, values: Values, outcome: Outcome, seat: SeatRound, incidents: Sequence[float]
) -> Score:
    if seat.role is Role.RESIDENT:
        lines = _resident(rules, values, outcome, seat, incidents)
        return Score(sum(line.amount for line in lines), lines)
    if seat.role is Role.PROFESSIONAL:
        lines = _professional(rules, values, outcome, seat, incidents)
        return Score(sum(line.amount for line in lines), lines)
    lines = _municipality(rules, values, outcome, seat, incidents)
    return Score(rules.municipal_base + sum(line.amount for line in lines), lines)


def answer_case(values: Values, outcome: Outcome, k: int, incident: float) -> AnswerCase:
    """Return what answers to task `k` are paid by; `incident` is whether there was one, or its chance."""
    task = outcome.tasks[k]
    return AnswerCase(
        funding=outcome.agreement.funding,
        incident=incident,
        gap=values.expectation[k] - task.quality,
        ownership=values.ownership[k],
        trust=values.trust,
        joined=task.joined,
    )


def _answers(
    rules: Ruleset, values: Values, outcome: Outcome, seat: SeatRound, incidents: Sequence[float]
) -> list[float]:
    """Return what each of the role's answers brought the seat over all tasks in trouble, before weighing by their number."""
    found = []
    for answer in rules.choices.answers[seat.role]:
        if answer.lets_be:
            continue
        tasks = [k for k, word in enumerate(seat.respond) if word == answer.word and outcome.tasks[k].trouble]
        pays = [rules.answer_pay(answer, answer_case(values, outcome, k, incidents[k])) for k in tasks]
        # Alike on every task it is a product, as ruleset 1 was first computed; a sum would differ in the last digit.
        found.append(sum(pays) if answer.depends else pays[0] * len(pays) if pays else 0.0)
    return found


def _resident(
    rules: Ruleset, values: Values, outcome: Outcome, seat: SeatRound, incidents: Sequence[float]
) -> tuple[ScoreLine, ...]:
    count = len(outcome.tasks)
    claiming = dict(rules.choices.weights(Role.RESIDENT, "claimed"))
    street = gaps = claims = 0.0
    for expected, task, act in zip(values.expectation, outcome.tasks, seat.act, strict=True):
        gap = max(0.0, expected - task.quality)
        street += task.quality
        gaps += gap
        if act in claiming:
            paid = rules.resident_claim_req if task.deal.requirements else rules.resident_claim
            claims += claiming[act] * paid
            claims += claiming[act] * rules.resident_claim_gap * gap
    kept = rules.evenings(count) - rules.spent(Role.RESIDENT, seat.act)
    evenings = rules.resident_evening * kept + claims
    for amount in _answers(rules, values, outcome, seat, incidents):
        evenings += amount
    return (
        ScoreLine("street", rules.resident_quality * street / count),
        ScoreLine("expected", -rules.resident_gap * gaps / count),
        ScoreLine("evenings", rules.per_task(count) * evenings),
    )


def _professional(
    rules: Ruleset, values: Values, outcome: Outcome, seat: SeatRound, incidents: Sequence[float]
) -> tuple[ScoreLine, ...]:
    scale = effort_scale(rules, outcome.hours, seat.act)
    taking = dict(rules.choices.weights(Role.PROFESSIONAL, "took_over"))
    sharing = dict(rules.choices.weights(Role.PROFESSIONAL, "worked_along"))
    hours = shortfall = craft = 0.0
    for task, act in zip(outcome.tasks, seat.act, strict=True):
        took = scale * taking.get(act, 0.0)
        shared = scale * sharing.get(act, 0.0)
        work = work_score(rules, outcome.agreement.funding, task, took, shared)
        hours += work.hours
        shortfall += work.shortfall
        craft += work.craft
    for amount in _answers(rules, values, outcome, seat, incidents):
        hours += amount
    weight = rules.per_task(len(outcome.tasks))
    return (
        ScoreLine("hours", weight * hours),
        ScoreLine("shortfall", -weight * shortfall),
        ScoreLine("craft", weight * craft),
    )


class WorkScore(NamedTuple):
    """What one task brings a professional, before weighing by their number: pay, what is held against it, and craft."""

    hours: float
    shortfall: float
    craft: float


def work_score(rules: Ruleset, funding: Funding, task: TaskOutcome, took: float, shared: float) -> WorkScore:
    """Return what a task brings a professional for its own effort on it (0–1 each), its answers left out."""
    short = max(0.0, rules.norm - task.quality)
    return WorkScore(
        hours=_pay(rules, funding, task, took, shared),
        shortfall=rules.norm_penalty.of(task.deal.holder) * short if funding.holds_to_account else 0.0,
        craft=rules.craft * shared * task.joined,
    )


def _pay(rules: Ruleset, funding: Funding, task: TaskOutcome, took: float, shared: float) -> float:
    """Return what a professional gets for its own scaled effort (0–1) on a task, without penalty and craft."""
    if funding == Funding.TRUST:
        slack = max(0.0, 1.0 - took - shared)
        return rules.pay_fixed + rules.pay_fixed_quality * task.quality + rules.pay_fixed_slack * slack
    spent = rules.paid_hours(took, shared)
    if task.deal.holder == Holder.RESIDENTS:
        return rules.pay_residents * spent
    if funding == Funding.OUTPUT:
        return (
            rules.pay_take * rules.take_over_hours * took + rules.pay_together * rules.together_hours * shared
        )
    bonus = rules.norm_bonus * max(0.0, task.quality - rules.norm) * task.professional_share
    return rules.pay_result * spent + bonus


def _municipality(
    rules: Ruleset, values: Values, outcome: Outcome, seat: SeatRound, incidents: Sequence[float]
) -> tuple[ScoreLine, ...]:
    count = len(outcome.tasks)
    weight = rules.per_task(count)
    complaints = sum(task.complaints for task in outcome.tasks) / count
    blame = sum(
        _blame(rules, task.deal) * incident for task, incident in zip(outcome.tasks, incidents, strict=True)
    )
    answers = sum(_answers(rules, values, outcome, seat, incidents))
    overrun = max(0.0, outcome.cost - rules.budget(count))
    quality = sum(task.quality for task in outcome.tasks) / count
    bureaucracy = sum(values.bureaucracy) / count
    paid = rules.funding_pay(outcome.agreement.funding, bureaucracy, quality, values.trust)
    money = paid - weight * rules.municipal_overrun * overrun
    return (
        ScoreLine("complaints", -rules.municipal_complaints * complaints),
        ScoreLine("incidents", weight * (answers - rules.municipal_incident * blame)),
        ScoreLine("money", money),
    )


def _blame(rules: Ruleset, deal: Deal) -> float:
    blame = rules.blame.of(deal.holder)
    return blame * rules.blame_req if deal.requirements else blame
