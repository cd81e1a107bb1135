"""What each option costs and brings a chair right now, in plain figures that a phone can show beside it.

Only what the option itself does on the chair's own terms, nothing that depends on what others will do. Most are constants of
the ruleset. What an answer or a funding brings hangs on values that are for the debrief: it leaves here in whole tenths of a
score point and no finer, and why it brings that says only what the chair saw (paper, who came, how the street looked).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter

from game.engine.model.choices import AnswerCase, Deal, Funding, Holder
from game.engine.model.outcome import evening_worth
from game.engine.model.roles import Role
from game.engine.model.rules import Ruleset
from game.engine.model.scores import answer_case
from game.engine.model.seen import Reason, tenths
from game.engine.model.values import Outcome, Values


@dataclass(frozen=True, slots=True)
class OptionFigure:
    """One option of one chair; `kind` is holder, requirements, funding, act or respond, `task` None means any task.

    `takes` is what it takes of the chair's limit, and `evenings` and `hours` the same in its own unit, `kept` the evenings it
    leaves free; `points` its own part in this round's score;
    `money` what it costs the purse; `blame` the points lost if an incident follows; `calm` how much less complaining (0–1);
    `craft` the points it can add when every resident joins; `worth` how much of an evening counts there (0–1), less
    where professionals carry it or it is on paper; `why` what the chair saw of what the points hang on.
    """

    kind: str
    task: int | None
    option: str
    takes: float = 0.0
    evenings: int = 0
    kept: int = 0
    hours: float = 0.0
    points: float = 0.0
    money: float = 0.0
    blame: float = 0.0
    calm: float = 0.0
    craft: float = 0.0
    worth: float = 0.0
    why: tuple[Reason, ...] = ()


Told = Mapping[str, object]  # a figure by its fields, without those that are zero or empty


_NAMES = tuple(one.name for one in fields(OptionFigure))
_values = attrgetter(*_NAMES)


def told(figure: OptionFigure) -> Told:
    """Return a figure as a phone is told it: what is zero, or nothing, is left out, and nothing is finer than 0.001."""
    told = {
        name: round(value, 3) if isinstance(value, float) else value
        for name, value in zip(_NAMES, _values(figure), strict=True)
        if value
    }
    told["task"] = figure.task
    return told


def option_figures(
    rules: Ruleset,
    values: Values,
    role: Role,
    tasks: int,
    funding: Funding,
    deals: Sequence[Deal],
    outcome: Outcome | None = None,
    before: Outcome | None = None,
) -> tuple[OptionFigure, ...]:
    """Return the figures of every option of a chair of `role` under `funding` and `deals` (one per task).

    `outcome` is the open one, while it can be answered, `before` the newest of a round that is over.
    """
    found: list[OptionFigure] = []
    for task in range(tasks):
        match role:
            case Role.RESIDENT:
                found.extend(_resident_acts(rules, tasks, task, deals[task]))
            case Role.PROFESSIONAL:
                found.extend(_professional_acts(rules, tasks, task, deals[task], funding))
            case _:
                found.extend(_municipal_deals(rules, tasks, task, deals[task]))
                found.extend(_municipal_acts(rules, task))
    if role is Role.MUNICIPALITY:
        found.extend(_fundings(rules, values, deals, outcome or before))
    found.extend(_responses(rules, values, role, tasks, funding, outcome))
    return tuple(found)


def _resident_acts(rules: Ruleset, tasks: int, task: int, deal: Deal) -> Iterator[OptionFigure]:
    weight = rules.per_task(tasks)
    free = weight * rules.resident_evening
    claim = rules.resident_claim_req if deal.requirements else rules.resident_claim
    for act in rules.choices.acts[Role.RESIDENT]:
        if act.takes:
            worth = evening_worth(rules, deal)
            yield OptionFigure("act", task, act.word, takes=act.takes, evenings=act.takes, worth=worth)
            continue
        points = free + weight * claim * act.counts["claimed"] if "claimed" in act.counts else free
        yield OptionFigure("act", task, act.word, kept=1, points=points)


def _professional_acts(
    rules: Ruleset, tasks: int, task: int, deal: Deal, funding: Funding
) -> Iterator[OptionFigure]:
    weight = rules.per_task(tasks)
    for act in rules.choices.acts[Role.PROFESSIONAL]:
        hours = rules.hours_of(act)
        if funding == Funding.TRUST:
            points = rules.pay_fixed_slack if hours == 0.0 else 0.0
        elif deal.holder == Holder.RESIDENTS:
            points = rules.pay_residents * hours
        elif funding == Funding.RESULT:
            points = rules.pay_result * hours
        else:
            rate = rules.pay_take if "took_over" in act.counts else rules.pay_together
            points = rate * hours
        craft = weight * rules.craft * act.counts.get("worked_along", 0.0)
        yield OptionFigure(
            "act", task, act.word, takes=hours, hours=hours, points=weight * points, craft=craft
        )


def _municipal_deals(rules: Ruleset, tasks: int, task: int, deal: Deal) -> Iterator[OptionFigure]:
    weight = rules.per_task(tasks) * rules.municipal_incident
    cover = rules.blame_req if deal.requirements else 1.0
    for holder in Holder:
        blame = weight * rules.blame.of(holder) * cover
        yield OptionFigure("holder", task, holder.value, blame=blame)
    open_blame = weight * rules.blame.of(deal.holder)
    yield OptionFigure("requirements", task, "yes", money=rules.req_cost, blame=open_blame * rules.blame_req)
    yield OptionFigure("requirements", task, "no", blame=open_blame)


def _municipal_acts(rules: Ruleset, task: int) -> Iterator[OptionFigure]:
    for act in rules.choices.acts[Role.MUNICIPALITY]:
        calm = rules.visit_calm * act.counts.get("visited", 0.0)
        calm += rules.inspect_calm * act.counts.get("inspected", 0.0)
        yield OptionFigure("act", task, act.word, takes=act.takes, calm=calm)


def _fundings(
    rules: Ruleset, values: Values, deals: Sequence[Deal], seen: Outcome | None
) -> Iterator[OptionFigure]:
    """Yield what each funding brings if the street looks as it did in the round that was `seen` last."""
    if not any(rules.funding_slope):
        for paid in Funding:
            yield OptionFigure("funding", None, paid.value, points=rules.municipal_funding.of(paid))
        return
    tasks = len(deals)
    quality = _mean(task.quality for task in seen.tasks) if seen else rules.funding_pivot.of(Funding.RESULT)
    bureaucracy = _mean(values.bureaucracy)
    on_paper = sum(deal.requirements for deal in deals)
    why = {Funding.OUTPUT: Reason("paper", {"count": on_paper, "tasks": tasks})}
    if seen:
        incidents = sum(task.incident for task in seen.tasks)
        came = _mean(task.joined for task in seen.tasks)
        why[Funding.RESULT] = Reason("quality", {"quality": round(100 * quality), "count": incidents})
        why[Funding.TRUST] = Reason("came", {"percent": round(100 * came)})
    for paid in Funding:
        points = tenths(rules.funding_pay(paid, bureaucracy, quality, values.trust))
        reasons = (why[paid],) if paid in why else ()
        yield OptionFigure("funding", None, paid.value, points=points, why=reasons)


def _mean(numbers: Iterable[float]) -> float:
    found = tuple(numbers)
    return sum(found) / len(found)


def _responses(
    rules: Ruleset, values: Values, role: Role, tasks: int, funding: Funding, outcome: Outcome | None
) -> Iterator[OptionFigure]:
    answers, weight = rules.choices.answers[role], rules.per_task(tasks)
    if not rules.choices.answers_depend:
        anywhere = AnswerCase(funding, 1.0, 0.0, 0.0, 0.0, 0.0)
        for answer in answers:
            yield OptionFigure(
                "respond", None, answer.word, points=weight * rules.answer_pay(answer, anywhere)
            )
        return
    if outcome is None:
        return
    for k in [k for k, task in enumerate(outcome.tasks) if task.trouble]:
        case = answer_case(values, outcome, k, float(outcome.tasks[k].incident))
        for answer in answers:
            points = tenths(weight * rules.answer_pay(answer, case))
            yield OptionFigure("respond", k, answer.word, points=points)
