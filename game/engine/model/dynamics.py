"""What a round does to people: ownership, expectation, bureaucracy and trust at its end.

Source: the equations under "What it does to people" in docs/model.md; every right-hand side reads the round's start
unless a line says otherwise, and each value is bounded once, at the end.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.engine.model.choices import Funding
from game.engine.model.outcome import clip, share
from game.engine.model.roles import Role
from game.engine.model.rules import Ruleset
from game.engine.model.values import Outcome, SeatRound, TaskOutcome, Values


@dataclass(frozen=True, slots=True)
class Answers:
    """What the seats did about one task, as shares of their role (0–1); all nothing when it is not in trouble."""

    guarantee: float = 0.0
    repair: float = 0.0
    back: float = 0.0
    pull_in: float = 0.0
    evaluate: float = 0.0
    rule: bool = False


SILENCE = Answers()


def after(rules: Ruleset, values: Values, outcome: Outcome, seats: Sequence[SeatRound]) -> Values:
    """Return the values at the end of the round; responses on tasks not in trouble count for nothing.

    In the short form the caller passes seats that all let it be.
    """
    terms = round_terms(rules, values, outcome, seats)
    return Values(
        tuple(_moved(now, one) for now, one in zip(values.ownership, terms.ownership, strict=True)),
        tuple(_moved(now, one) for now, one in zip(values.expectation, terms.expectation, strict=True)),
        tuple(_moved(now, one) for now, one in zip(values.bureaucracy, terms.bureaucracy, strict=True)),
        _moved(values.trust, terms.trust),
        outcome.reserve,
    )


def _moved(now: float, terms: Mapping[str, float]) -> float:
    return clip(now + sum(terms.values()))


@dataclass(frozen=True, slots=True)
class RoundTerms:
    """What moves the four undercurrent values in a round, by what it comes from; all but trust per task."""

    ownership: tuple[Mapping[str, float], ...]
    expectation: tuple[Mapping[str, float], ...]
    bureaucracy: tuple[Mapping[str, float], ...]
    trust: Mapping[str, float]


def round_terms(rules: Ruleset, values: Values, outcome: Outcome, seats: Sequence[SeatRound]) -> RoundTerms:
    """Return the terms of a round's equations; `values` are those at its start."""
    municipal = [seat for seat in seats if seat.role is Role.MUNICIPALITY]
    professional = [seat for seat in seats if seat.role is Role.PROFESSIONAL]
    resident = [seat for seat in seats if seat.role is Role.RESIDENT]
    funding = outcome.agreement.funding
    ownership, expectation, bureaucracy, answers, visits = [], [], [], [], []
    for k, task in enumerate(outcome.tasks):
        answered = _answers(rules, k, task, municipal, professional, resident)
        visited, inspected = share(rules, municipal, k, "visited"), share(rules, municipal, k, "inspected")
        stepped_back = share(rules, professional, k, "stepped_back")
        now = values.bureaucracy[k]
        ownership.append(ownership_terms(rules, values.ownership[k], task, answered, stepped_back, visited))
        expectation.append(expectation_terms(rules, values.expectation[k], task, answered))
        bureaucracy.append(bureaucracy_terms(rules, now, task, answered, inspected, funding))
        answers.append(answered)
        visits.append(visited)
    trust = trust_terms(rules, values.trust, outcome.tasks, answers, visits)
    return RoundTerms(tuple(ownership), tuple(expectation), tuple(bureaucracy), trust)


def _answers(
    rules: Ruleset,
    k: int,
    task: TaskOutcome,
    municipal: Sequence[SeatRound],
    professional: Sequence[SeatRound],
    resident: Sequence[SeatRound],
) -> Answers:
    return answers_on(rules, k, municipal, professional, resident) if task.trouble else SILENCE


def answers_on(
    rules: Ruleset,
    k: int,
    municipal: Sequence[SeatRound],
    professional: Sequence[SeatRound],
    resident: Sequence[SeatRound],
) -> Answers:
    """Return what seats of the three roles (at least one each) say about task `k`, as if it were in trouble."""
    residents, professionals = [one.respond[k] for one in resident], [one.respond[k] for one in professional]
    municipality = [one.respond[k] for one in municipal]
    counted = rules.choices.counted
    return Answers(
        guarantee=counted(Role.RESIDENT, "guaranteed", residents) / len(residents),
        repair=counted(Role.RESIDENT, "repaired", residents) / len(residents),
        back=counted(Role.MUNICIPALITY, "backed", municipality) / len(municipality),
        pull_in=counted(Role.PROFESSIONAL, "pulled_in", professionals) / len(professionals),
        evaluate=counted(Role.PROFESSIONAL, "evaluated", professionals) / len(professionals),
        rule=counted(Role.MUNICIPALITY, "ruled", municipality) > 0.5 * len(municipality),
    )


def ownership_terms(
    rules: Ruleset, now: float, task: TaskOutcome, answers: Answers, stepped_back: float, visited: float
) -> dict[str, float]:
    """Return what moves a task's ownership this round, by what it comes from; together they are O' − O before bounds."""
    room = rules.room_by.of(task.deal.holder) * (1.0 + rules.room_back * stepped_back)
    doing = rules.o_up * (1.0 - now) * task.joined * task.quality * room
    less_room = doing * (1.0 - rules.room_req) if task.deal.requirements else 0.0
    terms = {
        "doing": doing,
        "less_room": -less_room,
        "crowded": -(doing - less_room) * rules.o_crowd * task.take_over,
        "taken_over": -rules.o_down * now * task.take_over * (1.0 - rules.o_share * task.joined),
        "requirements": -rules.o_req * now * task.deal.requirements,
        "visited": rules.o_visit * (1.0 - now) * visited * task.joined,
        "repaired": rules.o_repair * (1.0 - now) * answers.repair,
        "pulled_in": -rules.o_pull * now * answers.pull_in,
        "blamed": 0.0,
        "lost": 0.0,
    }
    if answers.rule and task.incident and task.deal.holder.with_residents:
        terms["blamed"] = -rules.o_blame * (now + sum(terms.values()))
    if task.incident and rules.o_loss:
        terms["lost"] = -rules.o_loss * (now + sum(terms.values())) * (1.0 - mended(rules, answers))
    return terms


def mended(rules: Ruleset, answers: Answers) -> float:
    """Return how far an incident was put right (0–1): each chair mends a third, residents when `mended_by` of them repair."""
    return (min(1.0, answers.repair / rules.mended_by) + answers.back + answers.evaluate) / 3.0


def expectation_terms(rules: Ruleset, now: float, task: TaskOutcome, answers: Answers) -> dict[str, float]:
    """Return what moves a task's expectation this round; together they are E' − E before bounds."""
    rising = rules.e_up * (
        1.0 - now
    )  # the three shares of being a consumer add up to 1 at most, so no bound is needed
    return {
        "taken_over": rising * rules.consumer_take * task.take_over * (1.0 - task.joined),
        "requirements": rising * rules.consumer_req * task.deal.requirements,
        "claimed": rising * rules.consumer_claim * task.claimed,
        "doing": -rules.e_down * now * task.joined * (1.0 - task.take_over),
        "quality": rules.e_track * (task.quality - now),
        "guaranteed": rules.e_dem * (1.0 - now) * answers.guarantee,
    }


def bureaucracy_terms(
    rules: Ruleset, now: float, task: TaskOutcome, answers: Answers, inspected: float, funding: Funding
) -> dict[str, float]:
    """Return what moves a task's bureaucracy this round; together they are R' − R before bounds."""
    left = 1.0 - now
    terms = {
        "worn": -rules.r_decay * now,
        "requirements": rules.r_req * left * task.deal.requirements,
        "claimed": rules.r_claim * left * task.claimed,
        "inspected": rules.r_inspect * left * inspected,
        "guaranteed": rules.r_dem * left * answers.guarantee,
        "funding": 0.0,
        "ruled": 0.0,
    }
    so_far = now + sum(terms.values())
    if funding == Funding.RESULT:
        terms["funding"] = rules.r_result * (1.0 - so_far)
    elif funding == Funding.TRUST:
        terms["funding"] = -rules.r_trust * so_far
    if answers.rule:
        weight = rules.r_rule * (1.0 if task.incident else rules.r_rule_calm)
        terms["ruled"] = (1.0 - so_far - terms["funding"]) * weight
    return terms


def trust_terms(
    rules: Ruleset,
    now: float,
    tasks: Sequence[TaskOutcome],
    answers: Sequence[Answers],
    visits: Sequence[float],
) -> dict[str, float]:
    """Return what moves a table's trust this round; together they are T' − T before bounds."""
    count = len(tasks)
    worked = sum(task.together * task.joined for task in tasks) / count
    complaints = sum(task.complaints for task in tasks) / count
    terms = {
        "worked": rules.t_up * (1.0 - now) * worked,
        "complaints": -rules.t_down * now * complaints,
        "visited": rules.t_visit * (1.0 - now) * sum(visits) / count,
    }
    so_far = now + sum(terms.values())
    left = 1.0 - so_far
    return {
        **terms,
        "evaluated": left * rules.t_eval * sum(answer.evaluate for answer in answers) / count,
        "backed": left * rules.t_back * sum(answer.back for answer in answers) / count,
        "pulled_in": -rules.t_pull * so_far * sum(answer.pull_in for answer in answers) / count,
    }
