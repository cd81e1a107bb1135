"""Every constant of the equations, by ruleset number; a changed constant or equation is a new number.

Knows the names of the constants and what chairs can choose, not what the equations do with them.

In one file because it is one list of constants with what each is; two rulesets are compared by reading down it.
"""

# ruff: noqa: RUF009 - the calls in defaults make named tuples, which cannot change.

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import NamedTuple

from game.engine.model.choices import (
    BASIC,
    MIN_TASKS,
    SECOND,
    Act,
    Answer,
    AnswerCase,
    Choices,
    Funding,
    Holder,
)
from game.engine.model.roles import Role
from game.engine.model.values import Values

_HOLDER_PLACE = {Holder.PROFESSIONALS: 0, Holder.TOGETHER: 1, Holder.RESIDENTS: 2}
_FUNDING_PLACE = {Funding.OUTPUT: 0, Funding.RESULT: 1, Funding.TRUST: 2}


class ByHolder(NamedTuple):
    """A constant that differs by who carries the task."""

    professionals: float
    together: float
    residents: float

    def of(self, holder: Holder) -> float:
        """Return the constant for `holder`."""
        return self[_HOLDER_PLACE[holder]]


class ByFunding(NamedTuple):
    """A constant that differs by how the professionals are paid."""

    output: float
    result: float
    trust: float

    def of(self, funding: Funding) -> float:
        """Return the constant for `funding`."""
        return self[_FUNDING_PLACE[funding]]


@dataclass(frozen=True, slots=True)
class Ruleset:
    """The constants of one ruleset; the defaults are ruleset 1. Names follow docs/model.md where it has them."""

    # What chairs can choose, and how much of it: evenings at 3, 4, 5 and 6 tasks, tasks visited or inspected.
    choices: Choices = BASIC
    evenings_by_tasks: tuple[int, ...] = (2, 3, 4, 4)
    looks: int = 2

    # The street before round 1 and its purse, the last four per task.
    start_ownership: float = 0.50
    start_expectation: float = 0.50
    start_bureaucracy: float = 0.20
    start_trust: float = 0.50
    start_reserve: float = 1.6
    reserve_cap: float = 2.0
    budget_per_task: float = 2.5
    hours_per_task: float = 2.5

    # Hours and money.
    take_over_hours: float = 2.5
    together_hours: float = 2.0
    join_hours: float = 2.0
    admin: float = 0.9
    call: float = 0.8
    call_from: float = 0.5
    req_cost: float = 0.25
    debt_share: float = 0.5
    # Whether hours come from all money there is, so that the purse never goes below zero, and more than the paid hours can
    # be taken on; else from the budget alone once there is debt.
    spends_reserve: bool = False

    # Quality.
    a_take: float = 1.25
    a_join: float = 0.8
    a_syn: float = 1.05
    a_with: float = 0.15
    sat: float = 1.5
    need: float = 0.7
    own_floor: float = 0.35
    trust_floor: float = 0.4
    take_by: ByHolder = ByHolder(1.0, 0.95, 0.6)
    join_by: ByHolder = ByHolder(0.5, 1.0, 1.0)
    syn_by: ByHolder = ByHolder(0.7, 1.0, 0.85)
    acc_req: float = 0.75
    drag_res: float = 0.6
    drag_pro: float = 0.2
    inspect_boost: float = 0.1

    # Trouble.
    comp_gain: float = 2.0
    comp_claim: float = 0.25
    inspect_calm: float = 0.15
    visit_calm: float = 0.08
    inc0: float = 0.05
    inc1: float = 0.40
    trouble_from: float = 0.25
    dent: float = 0.0

    # What it does to people.
    consumer_take: float = 0.6
    consumer_req: float = 0.2
    consumer_claim: float = 0.2
    e_up: float = 0.20
    e_down: float = 0.30
    e_track: float = 0.15
    e_dem: float = 0.10
    room_by: ByHolder = ByHolder(0.5, 1.0, 1.25)
    room_req: float = 0.5
    room_back: float = 0.2
    o_up: float = 0.32
    o_down: float = 0.36
    o_crowd: float = 0.95
    o_share: float = 0.5
    o_req: float = 0.05
    o_blame: float = 0.15
    o_visit: float = 0.05
    o_repair: float = 0.12
    o_pull: float = 0.08
    o_loss: float = 0.0
    mended_by: float = 0.5
    r_decay: float = 0.08
    r_req: float = 0.14
    r_claim: float = 0.10
    r_rule: float = 0.20
    r_rule_calm: float = 0.5
    r_dem: float = 0.08
    r_inspect: float = 0.06
    r_result: float = 0.03
    r_trust: float = 0.03
    t_up: float = 0.25
    t_down: float = 0.25
    t_visit: float = 0.12
    t_eval: float = 0.12
    t_back: float = 0.12
    t_pull: float = 0.10

    # Scores: amounts per task are for a table of `score_tasks` tasks and scale with its number.
    score_tasks: float = 4.0
    resident_quality: float = 10.0
    resident_gap: float = 6.0
    resident_evening: float = 0.4
    resident_claim: float = -0.2
    resident_claim_req: float = 0.1
    resident_claim_gap: float = 0.6
    resident_guarantee: float = 0.1
    resident_repair: float = -0.2
    pay_take: float = 1.3
    pay_together: float = 0.75
    pay_result: float = 0.6
    pay_residents: float = 0.4
    pay_fixed: float = 6 / 4
    pay_fixed_quality: float = 0.6
    pay_fixed_slack: float = 0.12
    norm: float = 0.65
    norm_bonus: float = 5.0
    norm_penalty: ByHolder = ByHolder(8.0, 4.0, 0.0)
    craft: float = 1.3
    professional_pull_in: float = 0.2
    professional_evaluate: float = -0.1
    municipal_base: float = 10.0
    municipal_complaints: float = 7.0
    municipal_overrun: float = 0.3
    municipal_funding: ByFunding = ByFunding(0.0, 0.3, -0.3)
    municipal_incident: float = 2.2
    blame: ByHolder = ByHolder(0.4, 0.8, 1.0)
    blame_req: float = 0.6
    municipal_add_rule: float = 0.15
    municipal_paper: float = 0.15
    municipal_back: float = -0.1
    guarantee_slope: float = 0.0
    repair_slope: float = 0.0
    back_slope: float = 0.0
    evaluate_slope: float = 0.0
    repair_pivot: float = 0.5
    evaluate_pivot: float = 0.5
    trust_pivot: float = 0.6
    funding_slope: ByFunding = ByFunding(0.0, 0.0, 0.0)
    funding_pivot: ByFunding = ByFunding(0.0, 0.0, 0.0)
    mark_base: float = 5.0
    mark_divisor: float = 3.0
    mark_lowest: float = 1.0
    mark_highest: float = 10.0

    @property
    def has_setbacks(self) -> bool:
        """Tell whether something can happen to a task; else a scenario's fixed incidents come in its stead."""
        return self.dent > 0

    def budget(self, tasks: int) -> float:
        """Return the money a round brings to a table with `tasks` tasks."""
        return self.budget_per_task * tasks

    def evenings(self, tasks: int) -> int:
        """Return the evenings a resident has per round at a table with `tasks` tasks (3–6)."""
        return self.evenings_by_tasks[tasks - MIN_TASKS]

    def full_week(self, tasks: int) -> float:
        """Return the hours of task work a professional has at most per round."""
        return self.hours_per_task * tasks

    def binds(self, role: Role) -> bool:
        """Tell whether more than its evenings, hours or looks is refused to a role; else it is done thinner."""
        return role is not Role.PROFESSIONAL or not self.spends_reserve

    def hours_of(self, act: Act) -> float:
        """Return the hours of task work that an act takes."""
        hours: float = getattr(self, act.hours) if act.hours else 0.0
        return hours

    def paid_hours(self, take_over: float, together: float) -> float:
        """Return the hours of task work in what professionals did on a task, alone and together (0–1 each)."""
        return self.take_over_hours * take_over + self.together_hours * together

    def answer_pay(self, answer: Answer, case: AnswerCase) -> float:
        """Return what an answer to one task in trouble brings its chair, in score points of that task."""
        if answer.lets_be or case.funding in answer.unpaid_under:
            return 0.0
        pay: float = getattr(self, answer.pay)
        if answer.calm_pay:
            calm: float = getattr(self, answer.calm_pay)
            pay = pay * case.incident + calm * (1.0 - case.incident)
        if answer.slope:
            pivot: float = getattr(self, answer.pivot) if answer.pivot else 0.0
            pay += getattr(self, answer.slope) * (getattr(case, answer.measure) - pivot)
        return pay

    def funding_pay(self, funding: Funding, bureaucracy: float, quality: float, trust: float) -> float:
        """Return what a funding brings the municipality this round; means (0–1), bureaucracy and trust before the round."""
        measure = {Funding.OUTPUT: bureaucracy, Funding.RESULT: quality, Funding.TRUST: trust}[funding]
        above = measure - self.funding_pivot.of(funding)
        return self.municipal_funding.of(funding) + self.funding_slope.of(funding) * above

    def spent(self, role: Role, acts: Sequence[str | None]) -> float:
        """Return what `acts` (words, or None for none yet) take of a role's limit: evenings, hours or looks."""
        return sum(
            [
                (act.takes + self.hours_of(act)) * acts.count(act.word)
                for act in self.choices.acts[role]
                if act.takes or act.hours  # the others take nothing
            ]
        )

    def per_task(self, tasks: int) -> float:
        """Return what one task's amount weighs in a score at a table with `tasks` tasks."""
        return self.score_tasks / tasks


_FIRST = Ruleset()
# Source: docs/model.md, ruleset 2.
_SECOND = replace(
    _FIRST,
    choices=SECOND,
    spends_reserve=True,
    need=1.7,
    sat=1.65,
    a_take=1.45,
    a_with=0.25,
    trust_floor=0.3,
    t_up=0.40,
    start_trust=0.25,
    start_expectation=0.45,
    start_bureaucracy=0.15,
    e_up=0.27,
    call=2.6,
    r_decay=0.18,
    budget_per_task=2.2,
    start_reserve=3.8,
    reserve_cap=3.8,
    visit_calm=0.18,
    pay_take=1.85,
    norm_penalty=ByHolder(12.0, 6.0, 0.0),
    pay_fixed=2.8 / 4,
    pay_fixed_quality=2.5,
    dent=0.45,
    o_loss=0.20,
    resident_guarantee=0.0,
    resident_repair=0.0,
    municipal_back=0.0,
    professional_evaluate=0.0,
    municipal_paper=-0.05,
    guarantee_slope=0.5,
    repair_slope=0.6,
    back_slope=0.6,
    evaluate_slope=0.8,
    municipal_funding=ByFunding(0.0, 0.0, 0.0),
    funding_slope=ByFunding(0.8, 1.5, 0.8),
    funding_pivot=ByFunding(0.2, 0.5, 0.6),
    mark_divisor=5.0,
)
RULESETS: Mapping[int, Ruleset] = MappingProxyType({1: _FIRST, 2: _SECOND})
NEWEST = max(RULESETS)  # what a new game is played with, unless an earlier one is asked for


def start_values(rules: Ruleset, tasks: int) -> Values:
    """Return the values before round 1 of a table with `tasks` tasks (3–6)."""
    return Values(
        ownership=(rules.start_ownership,) * tasks,
        expectation=(rules.start_expectation,) * tasks,
        bureaucracy=(rules.start_bureaucracy,) * tasks,
        trust=rules.start_trust,
        reserve=rules.start_reserve * tasks,
    )
