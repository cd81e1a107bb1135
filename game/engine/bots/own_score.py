"""The choice that pays a chair best this round: incidents at their chance, responses not foreseen, others as given.

A choice on one task changes a chair's own score on that task alone, as long as it stays within the limit. So the gains
are measured task by task, and the best whole list is the best sum of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import product

from game.engine.model.choices import Deal, Funding, Holder, Response
from game.engine.model.outcome import (
    Effort,
    efforts_of,
    hours_limit,
    is_empty,
    outcome_of,
    play,
    role_limit,
    table_outcome,
    task_outcome,
)
from game.engine.model.roles import Role
from game.engine.model.rules import Ruleset
from game.engine.model.scores import answer_case, expected_score, work_score
from game.engine.model.values import Agreement, Outcome, SeatRound, TaskOutcome, Values

TIE = 1e-9
# In ties the first of these is taken.
_DEALS = tuple(
    Deal(holder, requirements)
    for holder in (Holder.TOGETHER, Holder.PROFESSIONALS, Holder.RESIDENTS)
    for requirements in (False, True)
)
_FUNDINGS = (Funding.OUTPUT, Funding.RESULT, Funding.TRUST)

Gains = tuple[tuple[float, ...], ...]


def best_agreement(
    rules: Ruleset, values: Values, previous: Agreement, seats: Sequence[SeatRound], index: int
) -> Agreement:
    """Return the deals and funding that pay municipal seat `index` best if everyone acts as in `seats`.

    Per funding the tasks are settled one by one, those not settled yet as in `previous`.
    """
    sight = _Sight(rules, values, _quiet(seats, index), index)
    best, best_score = previous, float("-inf")
    for funding in _FUNDINGS:
        agreement = Agreement(previous.deals, funding)
        found = float("-inf")
        for task in range(len(previous.deals)):
            agreement, found = _best_deal(sight, agreement, task)
        if found > best_score + TIE:
            best, best_score = agreement, found
    return best


@dataclass(frozen=True, slots=True)
class _Sight:
    """A round in which everybody's acts are known and what is agreed is not; what it holds already is not found again."""

    rules: Ruleset
    values: Values
    seats: Sequence[SeatRound]
    index: int
    _efforts: dict[float, list[Effort]] = field(default_factory=dict)
    _tasks: dict[tuple[int, Deal, float], TaskOutcome] = field(default_factory=dict)

    def pays(self, agreement: Agreement) -> float:
        """Return what the seat can expect where this is agreed."""
        hours = hours_limit(self.rules, self.values, agreement)
        tasks = tuple([self._task(k, deal, hours) for k, deal in enumerate(agreement.deals)])
        outcome = table_outcome(self.rules, self.values, agreement, hours, tasks)
        return expected_score(self.rules, self.values, outcome, self.seats, self.index).total

    def _task(self, k: int, deal: Deal, hours: float) -> TaskOutcome:
        if (k, deal, hours) not in self._tasks:
            if hours not in self._efforts:
                self._efforts[hours] = efforts_of(self.rules, hours, self.seats)
            effort = self._efforts[hours][k]
            found = task_outcome(self.rules, self.values, deal, k, effort, 1.0, is_hit=False)
            self._tasks[k, deal, hours] = found
        return self._tasks[k, deal, hours]


def _best_deal(sight: _Sight, agreement: Agreement, task: int) -> tuple[Agreement, float]:
    best, best_score = agreement, float("-inf")
    for deal in _DEALS:
        deals = (*agreement.deals[:task], deal, *agreement.deals[task + 1 :])
        tried = Agreement(deals, agreement.funding)
        found = sight.pays(tried)
        if found > best_score + TIE:
            best, best_score = tried, found
    return best, best_score


def foreseen(
    rules: Ruleset, values: Values, agreement: Agreement, seats: Sequence[SeatRound], index: int
) -> float:
    """Return what seat `index` can expect this round to pay, its own responses left out."""
    quiet = _quiet(seats, index)
    outcome = play(rules, values, agreement, quiet, (1.0,) * len(agreement.deals))
    return expected_score(rules, values, outcome, quiet, index).total


def _quiet(seats: Sequence[SeatRound], index: int) -> list[SeatRound]:
    """Return the seats with seat `index` answering nothing."""
    quiet = [*seats]
    quiet[index] = replace(seats[index], respond=(Response.LET_BE,) * len(seats[index].act))
    return quiet


def act_gains(
    rules: Ruleset, values: Values, agreement: Agreement, seats: Sequence[SeatRound], index: int
) -> Gains:
    """Return per task what each of the role's acts, by tie, pays seat `index` more than the first, others as in `seats`.

    Holds for every list within the limit; an option that alone goes over it has a figure that means nothing.
    """
    tasks = len(agreement.deals)
    options = rules.choices.by_tie(seats[index].role)
    idle = (options[0].word,) * tasks
    tried = [*seats]

    def paid(act: tuple[str, ...]) -> float:
        tried[index] = replace(seats[index], act=act)
        return foreseen(rules, values, agreement, tried, index)

    resting = paid(idle)
    return tuple(
        (0.0, *(paid((*idle[:task], option.word, *idle[task + 1 :])) - resting for option in options[1:]))
        for task in range(tasks)
    )


def best_act(
    rules: Ruleset, values: Values, agreement: Agreement, seats: Sequence[SeatRound], index: int
) -> tuple[str, ...]:
    """Return the whole list of acts within the limit that pays seat `index` best, others as in `seats`."""
    role = seats[index].role
    if _gets_thinner(rules, values, agreement, role):
        return _best_thinner(rules, values, agreement, seats, index)
    gains = act_gains(rules, values, agreement, seats, index)
    limit = role_limit(rules, values, agreement, role) + TIE
    options = rules.choices.by_tie(role)
    takes = [rules.spent(role, [option.word]) for option in options]
    best: tuple[int, ...] = (0,) * len(gains)
    best_gain = 0.0
    for picks in product(range(len(options)), repeat=len(gains)):
        if sum([takes[pick] for pick in picks]) > limit:
            continue
        gain = sum([gains[task][pick] for task, pick in enumerate(picks)])
        if gain > best_gain + TIE:
            best, best_gain = picks, gain
    return tuple(options[pick].word for pick in best)


def _gets_thinner(rules: Ruleset, values: Values, agreement: Agreement, role: Role) -> bool:
    """Tell whether a seat of `role` may take on more than its hours pay, so that all of its work gets thinner."""
    return not rules.binds(role) and is_empty(rules, values, agreement)


def _best_thinner(
    rules: Ruleset, values: Values, agreement: Agreement, seats: Sequence[SeatRound], index: int
) -> tuple[str, ...]:
    """Return the best whole list where taking on more makes everything thinner.

    Then tasks do not add up; but lists that want the same hours are thinned alike, and among those they do.
    """
    role, tasks = seats[index].role, len(agreement.deals)
    hours = hours_limit(rules, values, agreement)
    options = rules.choices.by_tie(role)
    resting = replace(seats[index], act=(options[0].word,) * tasks)
    others = efforts_of(rules, hours, [*seats[:index], resting, *seats[index + 1 :]])
    share = 1.0 / sum(seat.role is role for seat in seats)
    thinned: dict[float, list[tuple[float, ...]]] = {}
    best: tuple[int, ...] = ()
    best_pay = float("-inf")
    for picks in product(range(len(options)), repeat=tasks):
        wanted = sum([rules.hours_of(option) * picks.count(pick) for pick, option in enumerate(options)])
        scale = hours / wanted if wanted > hours else 1.0
        if scale not in thinned:
            thinned[scale] = _thinned_pay(rules, values, agreement, others, share, scale)
        pays = thinned[scale]
        paid = sum([pays[task][pick] for task, pick in enumerate(picks)])
        if paid > best_pay + TIE:
            best, best_pay = picks, paid
    return tuple(options[pick].word for pick in best)


def _thinned_pay(
    rules: Ruleset,
    values: Values,
    agreement: Agreement,
    others: Sequence[Effort],
    share: float,
    scale: float,
) -> list[tuple[float, ...]]:
    """Return per task what each act, by tie, pays a professional whose work is all done `scale` (0–1) thin.

    `others` is what everybody else does, `share` the professional's in its role.
    """
    tasks = len(agreement.deals)
    by_option = []
    for option in rules.choices.by_tie(Role.PROFESSIONAL):
        took, shared = (scale * option.counts.get(code, 0.0) for code in ("took_over", "worked_along"))
        efforts = [
            replace(one, take_over=one.take_over + took * share, together=one.together + shared * share)
            for one in others
        ]
        outcome = outcome_of(rules, values, agreement, 0.0, efforts, (1.0,) * tasks)
        works = [work_score(rules, agreement.funding, task, took, shared) for task in outcome.tasks]
        by_option.append([rules.per_task(tasks) * (w.hours - w.shortfall + w.craft) for w in works])
    return list(zip(*by_option, strict=True))


def best_answers(rules: Ruleset, values: Values, outcome: Outcome, role: Role) -> tuple[Response, ...]:
    """Return per task what pays a chair of `role` most once the outcome is there; letting be in a tie or without trouble."""
    found = []
    for k, task in enumerate(outcome.tasks):
        best, best_pay = Response.LET_BE, 0.0
        if task.trouble:
            case = answer_case(values, outcome, k, float(task.incident))
            for answer in rules.choices.answers[role]:
                pay = rules.answer_pay(answer, case)
                if pay > best_pay + TIE:
                    best, best_pay = answer.word, pay
        found.append(best)
    return tuple(found)


def ranked_act(
    rules: Ruleset, values: Values, agreement: Agreement, seats: Sequence[SeatRound], index: int
) -> tuple[str, ...]:
    """Return acts within the limit found task by task: the tasks that gain most come first, the rest rest.

    Nearly always `best_act`, at a fraction of its time with six tasks; where all gets thinner it is `best_act`, since
    gains found one by one say little there.
    """
    role = seats[index].role
    if _gets_thinner(rules, values, agreement, role):
        return _best_thinner(rules, values, agreement, seats, index)
    gains = act_gains(rules, values, agreement, seats, index)
    left = role_limit(rules, values, agreement, role) + TIE if rules.binds(role) else float("inf")
    options = rules.choices.by_tie(role)
    takes = [rules.spent(role, [option.word]) for option in options]
    picks = [0] * len(gains)
    for task in sorted(range(len(gains)), key=lambda k: -max(gains[k])):
        within = [pick for pick, taken in enumerate(takes) if taken <= left]
        picks[task] = max(within, key=lambda pick: (gains[task][pick], -pick))
        left -= takes[picks[task]]
    return tuple(options[pick].word for pick in picks)
