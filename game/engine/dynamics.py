"""What a round does to people: ownership, expectation, bureaucracy and trust at its end.

Source: the equations under "What it does to people" in docs/model.md; every right-hand side reads the round's start
unless a line says otherwise, and each value is bounded once, at the end.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.engine.choices import Deal, Funding, Holder, Response
from game.engine.outcome import clip, share
from game.engine.roles import Role
from game.engine.rules import Ruleset
from game.engine.values import Outcome, SeatRound, TaskOutcome, Values


@dataclass(frozen=True, slots=True)
class _Answers:
    """What the seats did about one task, as shares of their role (0–1); all nothing when it is not in trouble."""

    guarantee: float = 0.0
    repair: float = 0.0
    back: float = 0.0
    pull_in: float = 0.0
    evaluate: float = 0.0
    rule: bool = False


_SILENCE = _Answers()


def after(rules: Ruleset, values: Values, outcome: Outcome, seats: Sequence[SeatRound]) -> Values:
    """Return the values at the end of the round; responses on tasks not in trouble count for nothing.

    In the short form the caller passes seats that all let it be.
    """
    municipal = [seat for seat in seats if seat.role is Role.MUNICIPALITY]
    professional = [seat for seat in seats if seat.role is Role.PROFESSIONAL]
    resident = [seat for seat in seats if seat.role is Role.RESIDENT]
    funding = outcome.agreement.funding
    ownership, expectation, bureaucracy, answers, visits = [], [], [], [], []
    for k, task in enumerate(outcome.tasks):
        answered = _answers(k, task, municipal, professional, resident)
        visited, inspected = share(municipal, k, "visit"), share(municipal, k, "inspect")
        stepped_back = share(professional, k, "step_back")
        ownership.append(_ownership(rules, values.ownership[k], task, answered, stepped_back, visited))
        expectation.append(_expectation(rules, values.expectation[k], task, answered))
        bureaucracy.append(_bureaucracy(rules, values.bureaucracy[k], task, answered, inspected, funding))
        answers.append(answered)
        visits.append(visited)
    trust = _trust(rules, values.trust, outcome.tasks, answers, visits)
    return Values(tuple(ownership), tuple(expectation), tuple(bureaucracy), trust, outcome.reserve)


def _answers(
    k: int,
    task: TaskOutcome,
    municipal: Sequence[SeatRound],
    professional: Sequence[SeatRound],
    resident: Sequence[SeatRound],
) -> _Answers:
    if not task.trouble:
        return _SILENCE

    def chose(seats: Sequence[SeatRound], response: Response) -> float:
        return sum(seat.respond[k] == response for seat in seats) / len(seats)

    return _Answers(
        guarantee=chose(resident, Response.GUARANTEE),
        repair=chose(resident, Response.REPAIR),
        back=chose(municipal, Response.BACK),
        pull_in=chose(professional, Response.PULL_IN),
        evaluate=chose(professional, Response.EVALUATE),
        rule=chose(municipal, Response.ADD_RULE) > 0.5,
    )


def _room(rules: Ruleset, deal: Deal, stepped_back: float) -> float:
    """Return how much room residents have to make the task theirs."""
    room = rules.room_by.of(deal.holder) * (1.0 + rules.room_back * stepped_back)
    return room * rules.room_req if deal.requirements else room


def _ownership(
    rules: Ruleset, now: float, task: TaskOutcome, answers: _Answers, stepped_back: float, visited: float
) -> float:
    room = _room(rules, task.deal, stepped_back)
    grown = rules.o_up * (1.0 - now) * task.joined * task.quality * room
    taken = rules.o_down * now * task.take_over * (1.0 - rules.o_share * task.joined)
    then = (
        now
        + grown * (1.0 - rules.o_crowd * task.take_over)
        - taken
        - rules.o_req * now * task.deal.requirements
        + rules.o_visit * (1.0 - now) * visited * task.joined
        + rules.o_repair * (1.0 - now) * answers.repair
        - rules.o_pull * now * answers.pull_in
    )
    if answers.rule and task.incident and task.deal.holder != Holder.PROFESSIONALS:
        then *= 1.0 - rules.o_blame
    return clip(then)


def _expectation(rules: Ruleset, now: float, task: TaskOutcome, answers: _Answers) -> float:
    consumer = clip(
        rules.consumer_take * task.take_over * (1.0 - task.joined)
        + rules.consumer_req * task.deal.requirements
        + rules.consumer_claim * task.claimed
    )
    return clip(
        now
        + rules.e_up * (1.0 - now) * consumer
        - rules.e_down * now * task.joined * (1.0 - task.take_over)
        + rules.e_track * (task.quality - now)
        + rules.e_dem * (1.0 - now) * answers.guarantee
    )


def _bureaucracy(
    rules: Ruleset, now: float, task: TaskOutcome, answers: _Answers, inspected: float, funding: Funding
) -> float:
    then = now * (1.0 - rules.r_decay) + (1.0 - now) * (
        rules.r_req * task.deal.requirements
        + rules.r_claim * task.claimed
        + rules.r_inspect * inspected
        + rules.r_dem * answers.guarantee
    )
    if funding == Funding.RESULT:
        then += rules.r_result * (1.0 - then)
    elif funding == Funding.TRUST:
        then -= rules.r_trust * then
    if answers.rule:
        then += (1.0 - then) * rules.r_rule * (1.0 if task.incident else rules.r_rule_calm)
    return clip(then)


def _trust(
    rules: Ruleset,
    now: float,
    tasks: Sequence[TaskOutcome],
    answers: Sequence[_Answers],
    visits: Sequence[float],
) -> float:
    count = len(tasks)
    worked = sum(task.together * task.joined for task in tasks) / count
    complaints = sum(task.complaints for task in tasks) / count
    then = (
        now
        + rules.t_up * (1.0 - now) * worked
        - rules.t_down * now * complaints
        + rules.t_visit * (1.0 - now) * sum(visits) / count
    )
    evaluated = sum(answer.evaluate for answer in answers) / count
    backed = sum(answer.back for answer in answers) / count
    pulled = sum(answer.pull_in for answer in answers) / count
    built = (1.0 - then) * (rules.t_eval * evaluated + rules.t_back * backed)
    return clip(then + built - rules.t_pull * then * pulled)
