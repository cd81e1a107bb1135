"""How strong every loop and arrow was in a round of a game, from the terms of the equations.

An arrow into a value is as strong as its terms of that value's equation, as a share of everything that moved the value.
An arrow into a choice has no equation: it is as strong as the share of moments at which the chair made that choice.
Between two values a link may have several ways; it is as strong as the strongest. A loop is as strong as its weakest link.

In one file because it is one table: an arrow, and the few lines that say how strong it was; they are read beside each
other.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from game.engine.debrief.loops import arrows_of, loops_of
from game.engine.debrief.played import PlayedGame, mean, seats_of
from game.engine.model.choices import Funding, Holder
from game.engine.model.dynamics import RoundTerms, answers_on, mended, round_terms
from game.engine.model.outcome import Effort, done_terms, efforts_of, incident_chance, need
from game.engine.model.roles import Role
from game.engine.model.rules import Ruleset
from game.engine.model.values import TaskOutcome, Values
from game.engine.table.state import PlayedRound


@dataclass(frozen=True, slots=True)
class LoopRound:
    """The strengths (0–1) of all loops and all arrows in one round, by code."""

    loops: Mapping[str, float]
    arrows: Mapping[str, float]


def loops(game: PlayedGame, earlier: tuple[LoopRound, ...] = ()) -> tuple[LoopRound, ...]:
    """Return how strong every loop and arrow was, round by round; `earlier` rounds stay as they were found."""
    return (*earlier, *(_round(_Sight.of(game, turn)) for turn in range(len(earlier), len(game.rounds))))


def _round(sight: "_Sight") -> LoopRound:
    arrows = {code: min(1.0, max(0.0, _MEASURES[code](sight))) for code in arrows_of(sight.rules)}
    strengths = {
        code: min(max(arrows[way] for way in link) for link in links)
        for code, links in loops_of(sight.rules).items()
    }
    return LoopRound(strengths, arrows)


@dataclass(frozen=True, slots=True)
class _Sight:
    """One round with what its equations are made of."""

    rules: Ruleset
    values: Values
    played: PlayedRound
    efforts: tuple[Effort, ...]
    terms: RoundTerms

    @staticmethod
    def of(game: PlayedGame, turn: int) -> "_Sight":
        played, values = game.rounds[turn], game.before(turn)
        outcome = played.result.outcome
        efforts = efforts_of(game.rules, outcome.hours, played.seats)
        terms = round_terms(game.rules, values, outcome, played.seats)
        return _Sight(game.rules, values, played, tuple(efforts), terms)

    @property
    def tasks(self) -> tuple[TaskOutcome, ...]:
        return self.played.result.outcome.tasks

    @property
    def funding(self) -> Funding:
        return self.played.result.outcome.agreement.funding

    def acted(self, role: Role, code: str) -> float:
        """The share of a role's moments of acting at which its act counts as `code`."""
        words = self.rules.choices.words(role, code)
        return mean(act in words for seat in seats_of(self.played, role) for act in seat.act)

    def answered(self, role: Role, code: str) -> float:
        """The share of a role's moments of responding, on tasks in trouble, at which its answer counts as `code`."""
        words, seats = self.rules.choices.words(role, code), seats_of(self.played, role)
        return mean(
            seat.respond[k] in words for seat in seats for k, task in enumerate(self.tasks) if task.trouble
        )

    def ruled(self) -> float:
        """The share of tasks in trouble on which a rule was written."""
        return mean(
            self.terms.bureaucracy[k]["ruled"] > 0.0 for k, task in enumerate(self.tasks) if task.trouble
        )


def _share(of: Iterable[float], all: Iterable[float]) -> float:
    """Return the absolute sum of `of` as a share of that of `all`; 0 when nothing moved."""
    total = sum(abs(one) for one in all)
    return sum(abs(one) for one in of) / total if total else 0.0


def _terms(moved: Iterable[Mapping[str, float]], *codes: str) -> float:
    found = list(moved)
    return _share(
        (terms[code] for terms in found for code in codes), (one for terms in found for one in terms.values())
    )


def _doing_ownership(sight: _Sight) -> float:
    """What doing adds, less what rules and crowding take of it, as a share of all that moved ownership."""
    gained = [sum(t[code] for code in ("doing", "less_room", "crowded")) for t in sight.terms.ownership]
    others = [
        one
        for terms in sight.terms.ownership
        for code, one in terms.items()
        if code not in ("doing", "less_room", "crowded")
    ]
    return _share(gained, [*gained, *others])


def _done(sight: _Sight, *codes: str) -> float:
    """The share of the effort that works which comes from `codes`, over all tasks."""
    parts = [
        done_terms(sight.rules, sight.values, task.deal, k, sight.efforts[k])
        for k, task in enumerate(sight.tasks)
    ]
    return _terms(parts, *codes)


def _lost_to_rules(sight: _Sight) -> float:
    """The share of effort that would have worked without bureaucracy and requirements."""
    free_values = replace(sight.values, bureaucracy=(0.0,) * len(sight.tasks))
    with_rules = without = 0.0
    for k, task in enumerate(sight.tasks):
        effort = sight.efforts[k]
        with_rules += sum(done_terms(sight.rules, sight.values, task.deal, k, effort).values())
        free = replace(task.deal, requirements=False)
        without += sum(done_terms(sight.rules, free_values, free, k, effort).values())
    return 1.0 - with_rules / without if without else 0.0


def _admin(sight: _Sight) -> float:
    """The share of all paid hours that went to accounting."""
    per_hour = sight.rules.admin * mean(sight.values.bureaucracy)
    return per_hour / sight.played.result.outcome.load if sight.played.result.outcome.worked else 0.0


def _need(sight: _Sight) -> float:
    """The share of the effort needed that is there because ownership is gone."""
    return mean(1.0 - 1.0 / need(sight.rules, ownership) for ownership in sight.values.ownership)


def _gap(sight: _Sight) -> float:
    """The part of complaints that comes from quality below expectation, as a share of all that moved them."""
    rules = sight.rules
    gaps, every = 0.0, 0.0
    for k, (task, effort) in enumerate(zip(sight.tasks, sight.efforts, strict=True)):
        gap = min(1.0, max(0.0, rules.comp_gain * (sight.values.expectation[k] - task.quality)))
        gaps += (1.0 - rules.comp_claim) * gap
        every += (1.0 - rules.comp_claim) * gap + rules.comp_claim * effort.claimed
        every += rules.inspect_calm * effort.inspected + rules.visit_calm * effort.visited
    return gaps / every if every else 0.0


def _taken_hours(sight: _Sight) -> float:
    """The share of all hours of the table that professionals worked by themselves."""
    rules, tasks = sight.rules, sight.tasks
    taken = sum(rules.take_over_hours * task.take_over for task in tasks)
    shared = sum(rules.together_hours * task.together + rules.join_hours * task.joined for task in tasks)
    return taken / (taken + shared) if taken else 0.0


def _produced(sight: _Sight) -> float:
    """The part of professionals' own score that comes from being paid for what they took over; 0 unless by production."""
    if sight.funding is not Funding.OUTPUT:
        return 0.0
    rules = sight.rules
    pay = sum(rules.take_over_hours * task.take_over * _rate(rules, task.deal.holder) for task in sight.tasks)
    return _share([pay], [pay, *_other_pay(sight)])


def _rate(rules: Ruleset, holder: Holder) -> float:
    return rules.pay_residents if holder is Holder.RESIDENTS else rules.pay_take


def _other_pay(sight: _Sight) -> list[float]:
    """What else moves a professional's own score when paid by production: work shared, shortfall, craft."""
    rules = sight.rules
    found = []
    for task in sight.tasks:
        rate = rules.pay_residents if task.deal.holder is Holder.RESIDENTS else rules.pay_together
        found.append(rules.together_hours * task.together * rate)
        found.append(rules.norm_penalty.of(task.deal.holder) * max(0.0, rules.norm - task.quality))
        found.append(rules.craft * task.together * task.joined)
    return found


def _held_to_account(sight: _Sight) -> float:
    """The part of professionals' own score that hangs on the result: bonus above the norm, shortfall below; 0 under trust."""
    if not sight.funding.holds_to_account:
        return 0.0
    rules = sight.rules
    result, other = 0.0, 0.0
    for task in sight.tasks:
        result += rules.norm_penalty.of(task.deal.holder) * max(0.0, rules.norm - task.quality)
        paid = rules.paid_hours(task.take_over, task.together)
        if sight.funding is Funding.RESULT:
            if task.deal.holder is not Holder.RESIDENTS:
                result += rules.norm_bonus * max(0.0, task.quality - rules.norm) * task.professional_share
            other += rules.pay_result * paid
        else:
            other += rules.pay_take * rules.take_over_hours * task.take_over
            other += rules.pay_together * rules.together_hours * task.together
        other += rules.craft * task.together * task.joined
    return result / (result + other) if result else 0.0


def _account_take_over(sight: _Sight) -> float:
    return mean(task.take_over for task in sight.tasks) if sight.funding.holds_to_account else 0.0


def _pay_take_over(sight: _Sight) -> float:
    return mean(task.take_over for task in sight.tasks) if sight.funding is Funding.OUTPUT else 0.0


def _blames(sight: _Sight) -> list[tuple[Holder, float, float]]:
    """Per task its holder, what blame would cost the municipality, and how likely it was: certain at a setback."""
    rules = sight.rules
    chances = [1.0 if task.setback else incident_chance(rules, task.quality) for task in sight.tasks]
    return [
        (task.deal.holder, rules.blame.of(task.deal.holder), chance)
        for task, chance in zip(sight.tasks, chances, strict=True)
    ]


def _exposed(sight: _Sight) -> float:
    """The share of all blame to be feared that comes from tasks residents carry or share."""
    blames = _blames(sight)
    return _share(
        [blame * chance for holder, blame, chance in blames if holder.with_residents],
        [blame * chance for _, blame, chance in blames],
    )


def _blamed(sight: _Sight) -> float:
    """The part of the municipality's own score lost to incidents with residents, of all it lost."""
    rules, tasks = sight.rules, sight.tasks
    lost = [
        rules.municipal_incident
        * rules.blame.of(task.deal.holder)
        * (rules.blame_req if task.deal.requirements else 1.0)
        * task.incident
        for task in tasks
    ]
    outcome = sight.played.result.outcome
    weight = rules.per_task(len(tasks))
    complaints = rules.municipal_complaints * mean(task.complaints for task in tasks)
    money = weight * rules.municipal_overrun * max(0.0, outcome.cost - rules.budget(len(tasks)))
    with_residents = [one for one, task in zip(lost, tasks, strict=True) if task.deal.holder.with_residents]
    return _share(
        [weight * sum(with_residents)], [weight * sum(lost), complaints, money, _funding_loss(sight)]
    )


def _funding_loss(sight: _Sight) -> float:
    """What the funding cost the municipality, where that hangs on what the table has built."""
    bureaucracy, quality = mean(sight.values.bureaucracy), mean(task.quality for task in sight.tasks)
    paid = sight.rules.funding_pay(sight.funding, bureaucracy, quality, sight.values.trust)
    return max(0.0, sight.rules.municipal_funding.of(sight.funding) - paid)


def _rules_after_blame(sight: _Sight) -> float:
    """The share of incidents on tasks residents carry or share after which a rule was written."""
    return mean(
        sight.terms.bureaucracy[k]["ruled"] > 0.0
        for k, task in enumerate(sight.tasks)
        if task.incident and task.deal.holder.with_residents
    )


def _covered(sight: _Sight) -> float:
    """The share of the blame to be feared that requirements take away."""
    blames = _blames(sight)
    shielded = [
        blame * chance * (1.0 - sight.rules.blame_req) * task.deal.requirements
        for (_, blame, chance), task in zip(blames, sight.tasks, strict=True)
    ]
    return _share(shielded, [blame * chance for _, blame, chance in blames])


def _spent(sight: _Sight) -> float:
    """What was spent, as a share of all money that came and went."""
    return _share(
        [sight.played.result.outcome.cost],
        [sight.played.result.outcome.cost, sight.rules.budget(len(sight.tasks))],
    )


def _cut(sight: _Sight) -> float:
    """The share of professionals' hours that could not be paid."""
    return 1.0 - sight.played.result.outcome.hours / sight.rules.full_week(len(sight.tasks))


def _called(sight: _Sight) -> float:
    """The share of all paid hours that went to calls of people who count on being served."""
    outcome = sight.played.result.outcome
    over = mean(max(0.0, expected - sight.rules.call_from) for expected in sight.values.expectation)
    return sight.rules.call * over / outcome.load if outcome.worked else 0.0


def _mended(sight: _Sight) -> float:
    """What repairing added to ownership and mending kept of it, as a share of all that moved it or was kept."""
    seats = [seats_of(sight.played, role) for role in (Role.MUNICIPALITY, Role.PROFESSIONAL, Role.RESIDENT)]
    kept = 0.0
    for k, (task, now) in enumerate(zip(sight.tasks, sight.values.ownership, strict=True)):
        if task.incident:
            terms = sight.terms.ownership[k]
            at_stake = sight.rules.o_loss * (now + sum(terms.values()) - terms["lost"])
            kept += at_stake * mended(sight.rules, answers_on(sight.rules, k, *seats))
    repaired = sum(terms["repaired"] for terms in sight.terms.ownership)
    moved = [one for terms in sight.terms.ownership for one in terms.values()]
    return _share([repaired, kept], [*moved, kept])


def _evenings(sight: _Sight) -> float:
    """The share of residents' evenings that they spent."""
    seats = seats_of(sight.played, Role.RESIDENT)
    rules, limit = sight.rules, sight.rules.evenings(len(sight.tasks))
    return mean(rules.spent(Role.RESIDENT, seat.act) / limit for seat in seats)


def _papers(sight: _Sight) -> float:
    """The share of tasks with requirements, or of trouble answered with a rule, whichever is larger."""
    return max(mean(task.deal.requirements for task in sight.tasks), sight.ruled())


_MEASURES: Mapping[str, Callable[[_Sight], float]] = MappingProxyType(
    {
        "need_take_over": lambda s: mean(task.take_over for task in s.tasks),
        "take_over_lean_back": lambda s: 1.0 - _evenings(s),
        "expectation_claims": lambda s: max(
            s.acted(Role.RESIDENT, "claimed"), s.answered(Role.RESIDENT, "guaranteed")
        ),
        "claims_requirements": _papers,
        "pay_take_over": _pay_take_over,
        "account_take_over": _account_take_over,
        "quality_doing": _evenings,
        "need_doing": lambda s: mean(task.together for task in s.tasks),
        "blame_rules": _rules_after_blame,
        "incident_cover": _papers,
        "lean_back_ownership": lambda s: _terms(s.terms.ownership, "taken_over", "crowded"),
        "ownership_need": _need,
        "requirements_bureaucracy": lambda s: _terms(s.terms.bureaucracy, "requirements", "ruled"),
        "claims_bureaucracy": lambda s: _terms(s.terms.bureaucracy, "claimed", "guaranteed"),
        "bureaucracy_quality": _lost_to_rules,
        "bureaucracy_hours": _admin,
        "requirements_room": lambda s: _terms(s.terms.ownership, "requirements", "less_room"),
        "quality_expectation": _gap,
        "take_over_pay": _produced,
        "take_over_account": _taken_hours,
        "quality_account": _held_to_account,
        "doing_incident": _exposed,
        "incident_blame": _blamed,
        "rules_room": lambda s: _terms(s.terms.ownership, "blamed", "requirements", "less_room"),
        "doing_ownership": _doing_ownership,
        "doing_trust": lambda s: _terms([s.terms.trust], "worked"),
        "ownership_quality": lambda s: _done(s, "joined", "met"),
        "take_over_quality": lambda s: _done(s, "taken_over"),
        "requirements_cover": _covered,
        "cost_reserve": _spent,
        "reserve_hours": _cut,
        "calls_hours": _called,
        "incident_loss": lambda s: _terms(s.terms.ownership, "lost"),
        "mending_ownership": _mended,
    }
)
