"""Sensible for whom: at how many moments doing less together paid a chair more than doing it together.

A moment is one task of one person in one round, everything else as it was: what others did, the rest of what this person
did, and the dice. Incidents count at their chance, so that nobody was right by luck. Roles and rounds only, never people.
Of each single option it is told whether it alone paid more: paper apart from handing over, doing it alone apart from
stepping back. Where what is answered matters (ruleset 2), answers to trouble and the funding are moments of their own. Who
answers knows what happened; who acted did not, so there neither setbacks nor answers count.

In one file because moments of acts, answers and the funding are counted in one way, which nobody else sees.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from game.engine.bots.own_score import TIE
from game.engine.debrief.levers import DOWN, MENDING
from game.engine.debrief.loops import PAPER
from game.engine.debrief.moments import Gain, Moment, Option, gains_of, options_of, share
from game.engine.debrief.played import PlayedGame
from game.engine.model.choices import (
    JOIN,
    STEP_BACK,
    TAKE_OVER,
    WAIT,
    WORK_ALONG,
    Deal,
    Funding,
    Holder,
    Response,
)
from game.engine.model.outcome import (
    Effort,
    decide,
    effort_scale,
    efforts_of,
    hours_limit,
    outcome_of,
    table_outcome,
    task_outcome,
)
from game.engine.model.roles import Role
from game.engine.model.rules import Ruleset
from game.engine.model.scores import answer_case, expected_score
from game.engine.model.values import Agreement, By, Outcome, SeatRound, TaskOutcome

NOTHING: Mapping[Role, tuple["SensibleRound", ...]] = MappingProxyType({})
# Whose pay hangs on the funding in a way that two choices differ in.
PAID_BY_FUNDING = Role.PROFESSIONAL
# What a count of an act of a resident or professional is in an effort.
_IN_EFFORT = {"joined": "joined", "claimed": "claimed", "took_over": "take_over", "worked_along": "together"}


@dataclass(frozen=True, slots=True)
class SensibleRound:
    """One role in one round (from 1): its moments, at which share of them doing less paid more, and at which share of
    those it was done (both 0–1; 0 when there were none). `by_funding` has of professionals, under each funding rule, what
    `paid` is of every act in `options`. `answers` of the moments were answers to trouble or the choice of a funding; none
    where these are no moments of their own. `options` are the single ones, by their word; `gains` of residents those on
    `all` tasks, on those `taken_over` and `shared`.
    """

    round: int
    moments: int
    paid_more: float
    taken: float
    by_funding: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    answers: int = 0
    options: Mapping[str, Option] = field(default_factory=dict)
    gains: Mapping[str, Gain] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Case:
    """A role in a round: the seats around the table, and what they agreed, with the funding under which it is looked at."""

    game: PlayedGame
    turn: int
    seats: tuple[SeatRound, ...]
    agreement: Agreement
    hours: float
    efforts: tuple[Effort, ...]
    # What was found already: tasks by number and effort, and what the municipality is paid by what is agreed and answered.
    _tasks: dict[tuple[int, Effort], TaskOutcome] = field(default_factory=dict, compare=False, repr=False)
    _paid: dict[tuple[Agreement, tuple[Response, ...]], float] = field(
        default_factory=dict, compare=False, repr=False
    )

    @property
    def outcome(self) -> Outcome:
        return self.game.rounds[self.turn].result.outcome

    @staticmethod
    def of(game: PlayedGame, turn: int, agreement: Agreement) -> "_Case":
        seats = game.rounds[turn].seats
        hours = hours_limit(game.rules, game.before(turn), agreement)
        return _Case(game, turn, seats, agreement, hours, tuple(efforts_of(game.rules, hours, seats)))

    def paid_for_efforts(self, seat: SeatRound, efforts: Sequence[Effort]) -> float:
        """Return what a resident or professional could expect where these are everybody's efforts."""
        rules, values = self.game.rules, self.game.before(self.turn)
        outcome = table_outcome(
            rules, values, self.agreement, self.hours, tuple(map(self._task, range(len(efforts)), efforts))
        )
        return expected_score(rules, values, outcome, (self._heard(seat),), 0).total

    def _task(self, k: int, effort: Effort) -> TaskOutcome:
        if (k, effort) not in self._tasks:
            rules, values, draws = (
                self.game.rules,
                self.game.before(self.turn),
                self.game.rounds[self.turn].draws,
            )
            found = task_outcome(rules, values, self.agreement.deals[k], k, effort, draws[k], is_hit=False)
            self._tasks[k, effort] = found
        return self._tasks[k, effort]

    def paid_for_agreement(self, seat: SeatRound, agreement: Agreement) -> float:
        """Return what a municipal seat could expect where this is agreed, and this is what it chose."""
        counted = self._heard(seat)
        known = (agreement, counted.respond)
        if known not in self._paid:
            rules, values = self.game.rules, self.game.before(self.turn)
            hours = hours_limit(rules, values, agreement)
            efforts = self.efforts if hours == self.hours else efforts_of(rules, hours, self.seats)
            draws = self.game.rounds[self.turn].draws
            outcome = outcome_of(rules, values, agreement, hours, efforts, draws)
            self._paid[known] = expected_score(rules, values, outcome, (counted,), 0).total
        return self._paid[known]

    @property
    def hears_answers(self) -> bool:
        """Whether answers count: in the short form nobody responds, and answers that are moments count as those alone."""
        return self.game.form == "full" and not self.game.rules.has_setbacks

    def _heard(self, seat: SeatRound) -> SeatRound:
        """Return the seat as it counts."""
        if self.hears_answers:
            return seat
        return replace(seat, respond=(Response.LET_BE,) * self.game.count)


def sensible(
    game: PlayedGame, earlier: Mapping[Role, tuple[SensibleRound, ...]] = NOTHING
) -> dict[Role, tuple[SensibleRound, ...]]:
    """Return for every role what paid it, round by round, at all its seats, whoever sits there.

    `earlier` is what was found in the same game without its last rounds: those before stay as they were found.
    """
    known = len(earlier.get(Role.RESIDENT, ()))
    rounds = range(known, len(game.rounds))
    return {role: (*earlier.get(role, ()), *(_round(game, turn, role) for turn in rounds)) for role in Role}


def reasons(rules: Ruleset, role: Role) -> tuple[str, ...]:
    """Return the single options of a role that are less together, by their words in `SensibleRound.options`.

    Answers and fundings are told elsewhere, and residents carrying it alone is another way of letting go.
    """
    if role is Role.MUNICIPALITY:
        return (PAPER, Holder.PROFESSIONALS.value)
    return tuple(act.word for act in rules.choices.acts[role] if not act.counts.keys().isdisjoint(DOWN[role]))


def _round(game: PlayedGame, turn: int, role: Role) -> SensibleRound:
    played = game.rounds[turn]
    counted = [index for index, seat in enumerate(played.seats) if seat.role is role]
    agreement = played.result.outcome.agreement
    found = _moments(_Case.of(game, turn, agreement), counted)
    sensible_ones = [moment for moment in found if moment.paid_more]
    return SensibleRound(
        round=turn + 1,
        moments=len(found),
        paid_more=share(moment.paid_more for moment in found),
        taken=share(moment.taken for moment in sensible_ones),
        by_funding=_by_funding(game, turn, counted, found) if role is PAID_BY_FUNDING else {},
        answers=sum(moment.is_answer for moment in found),
        options=options_of(found),
        gains=gains_of(found, played.result.outcome) if role is Role.RESIDENT else {},
    )


def _by_funding(
    game: PlayedGame, turn: int, counted: Sequence[int], found: Sequence[Moment]
) -> dict[str, dict[str, float]]:
    """Return how often each act would have paid under every funding; only professionals' pay hangs on it in a way that two
    choices differ in. `found` are the moments under the one that was.
    """
    agreement = game.rounds[turn].result.outcome.agreement
    paid = {}
    for funding in Funding:
        moments = found
        if funding is not agreement.funding:
            moments = _moments(_Case.of(game, turn, replace(agreement, funding=funding)), counted)
        acts = options_of([moment for moment in moments if not moment.is_answer])
        paid[funding.value] = {word: option.paid for word, option in acts.items()}
    return paid


def _moments(case: _Case, counted: Sequence[int]) -> list[Moment]:
    """Return the moments of the seats `counted`; seats that chose the same have the same moments."""
    known: dict[SeatRound, list[Moment]] = {}
    found = []
    for index in counted:
        alike = replace(case.seats[index], by=By.PLAYER, propose=None, promise=None)
        if alike not in known:
            known[alike] = list(_of_seat(case, index))
        found.extend(known[alike])
    return found


def _of_seat(case: _Case, index: int) -> Iterable[Moment]:
    seat = case.seats[index]
    known: dict[tuple[str, ...], float] = {}
    for k in range(len(seat.act)):
        match seat.role:
            case Role.RESIDENT:
                rules, elsewhere = case.game.rules, (*seat.act[:k], *seat.act[k + 1 :])
                if rules.spent(seat.role, elsewhere) < rules.evenings(len(seat.act)):
                    # Who has spent every evening elsewhere had nothing to choose here.
                    yield _act_moment(case, index, k, JOIN.word, (WAIT.word,), known)
            case Role.PROFESSIONAL:
                less = (TAKE_OVER.word, STEP_BACK.word)
                yield _act_moment(case, index, k, WORK_ALONG.word, less, known)
            case _:
                yield _deal_moment(case, index, k)
    if case.game.rules.has_setbacks:
        yield from _answer_moments(case, index)
        if seat.funding is not None:
            yield _funding_moment(case, index, seat.funding)


def _act_moment(
    case: _Case, index: int, k: int, together: str, less: Sequence[str], known: dict[tuple[str, ...], float]
) -> Moment:
    """Compare acts on one task; `known` is what whole lists of acts were found to pay this seat."""
    seat = case.seats[index]

    def paid(act: str) -> float:
        acts = (*seat.act[:k], act, *seat.act[k + 1 :])
        if acts not in known:
            known[acts] = _paid_for_acts(case, index, acts)
        return known[acts]

    others = [word for word in case.game.rules.choices.act_words[seat.role] if word != together]
    return Moment(
        max(paid(act) for act in less) > paid(together) + TIE,
        seat.act[k] != together,
        options={act: (paid(act) > paid(together) + TIE, seat.act[k] == act) for act in others},
        gain=paid(together) - paid(WAIT.word) if seat.role is Role.RESIDENT else None,
        task=k,
    )


def _deal_moment(case: _Case, index: int, k: int) -> Moment:
    """Handing a task to professionals, requirements or a rule, against doing it together and backing people."""
    seat = case.seats[index]
    deals = seat.deals or case.game.agreed_before(case.turn).deals

    known: dict[tuple[Deal, Response], float] = {}

    def paid(deal: Deal, response: Response) -> float:
        response = response if case.hears_answers else Response.LET_BE
        if (deal, response) not in known:
            known[deal, response] = paid_now(deal, response)
        return known[deal, response]

    def paid_now(deal: Deal, response: Response) -> float:
        changed = replace(
            seat,
            deals=(*deals[:k], deal, *deals[k + 1 :]),
            respond=(*seat.respond[:k], response, *seat.respond[k + 1 :]),
        )
        seats = (*case.seats[:index], changed, *case.seats[index + 1 :])
        municipal = [one for one in seats if one.role is Role.MUNICIPALITY]
        return case.paid_for_agreement(changed, decide(case.game.agreed_before(case.turn), municipal))

    handed = [Deal(Holder.PROFESSIONALS), Deal(Holder.TOGETHER)]
    if case.turn or deals[k].requirements:  # requirements are there to choose from round 2 on
        handed += [Deal(deal.holder, True) for deal in handed]
    answers = (Response.ADD_RULE, Response.LET_BE)
    together = Deal(Holder.TOGETHER)
    less = [
        (deal, answer) for deal in handed for answer in answers if (deal, answer) != (together, answers[1])
    ]
    best = max(paid(deal, answer) for deal, answer in less)
    trouble = case.outcome.tasks[k].trouble and not case.game.rules.has_setbacks
    taken = (
        deals[k].holder is Holder.PROFESSIONALS
        or deals[k].requirements
        or (trouble and seat.respond[k] is Response.ADD_RULE)
    )
    return Moment(
        best > paid(together, Response.BACK) + TIE, taken, options=_deal_options(case, k, seat, paid)
    )


def _deal_options(
    case: _Case, k: int, seat: SeatRound, paid: Callable[[Deal, Response], float]
) -> dict[str, tuple[bool, bool]]:
    """Return per single part of a deal whether it alone paid more: another holder than together, paper, and a rule."""
    deal, said = (seat.deals or case.game.agreed_before(case.turn).deals)[k], seat.respond[k]
    together = paid(replace(deal, holder=Holder.TOGETHER), said) + TIE
    options = {
        holder.value: (paid(replace(deal, holder=holder), said) > together, deal.holder is holder)
        for holder in (Holder.PROFESSIONALS, Holder.RESIDENTS)
    }
    if case.turn or deal.requirements:
        bare, paper = (paid(replace(deal, requirements=on), said) for on in (False, True))
        options[PAPER] = (paper > bare + TIE, deal.requirements)
    if case.outcome.tasks[k].trouble and case.game.form == "full" and not case.game.rules.has_setbacks:
        rule, back = (paid(deal, answer) for answer in (Response.ADD_RULE, Response.BACK))
        options[Response.ADD_RULE.value] = (rule > back + TIE, said is Response.ADD_RULE)
    return options


def _answer_moments(case: _Case, index: int) -> Iterable[Moment]:
    """Mending a task in trouble against the best other answer, letting it be among them; in the short form nobody answers."""
    seat, rules = case.seats[index], case.game.rules
    if case.game.form == "short":
        return
    mends = rules.choices.words(seat.role, MENDING[seat.role])
    for k, task in enumerate(case.outcome.tasks):
        if not task.trouble:
            continue
        happened = answer_case(case.game.before(case.turn), case.outcome, k, float(task.incident))
        happened = replace(happened, funding=case.agreement.funding)
        pays = {
            answer.word: rules.answer_pay(answer, happened) for answer in rules.choices.answers[seat.role]
        }
        mending = max(pay for word, pay in pays.items() if word in mends)
        other = max(pay for word, pay in pays.items() if word not in mends)
        options = {
            str(word): (pay > mending + TIE, seat.respond[k] == word)
            for word, pay in pays.items()
            if word not in mends and word is not Response.LET_BE
        }
        yield Moment(other > mending + TIE, seat.respond[k] not in mends, True, options)


def _funding_moment(case: _Case, index: int, chosen: Funding) -> Moment:
    """A fixed budget against the better of paying by production and by result, as the seat's own vote."""
    before = case.game.agreed_before(case.turn)

    def paid(funding: Funding) -> float:
        changed = replace(case.seats[index], funding=funding)
        seats = (*case.seats[:index], changed, *case.seats[index + 1 :])
        municipal = [one for one in seats if one.role is Role.MUNICIPALITY]
        return case.paid_for_agreement(changed, decide(before, municipal))

    fixed = paid(Funding.TRUST) + TIE
    others = {funding: paid(funding) for funding in Funding if funding is not Funding.TRUST}
    options = {one.value: (pay > fixed, chosen is one) for one, pay in others.items()}
    return Moment(max(others.values()) > fixed, chosen is not Funding.TRUST, True, options)


def _paid_for_acts(case: _Case, index: int, acts: tuple[str, ...]) -> float:
    """Return what a resident or professional could expect with other acts: only its own part of the efforts is new."""
    seat = case.seats[index]
    of_role = sum(one.role is seat.role for one in case.seats)
    rules = case.game.rules
    scales = [effort_scale(rules, case.hours, done) / of_role for done in (seat.act, acts)]
    if seat.role is Role.RESIDENT:
        scales = [1.0 / of_role] * 2
    efforts = [
        _exchanged(rules, seat.role, effort, before, after, *scales)
        for effort, before, after in zip(case.efforts, seat.act, acts, strict=True)
    ]
    return case.paid_for_efforts(replace(seat, act=acts), efforts)


def _exchanged(
    rules: Ruleset, role: Role, effort: Effort, before: str, after: str, was: float, is_now: float
) -> Effort:
    """Return an effort in which one seat's act is another; `was` and `is_now` are what an act of the seat adds."""
    if before == after and was == is_now:
        return effort
    amounts = {name: getattr(effort, name) for name in _IN_EFFORT.values()}
    for word, amount in ((before, -was), (after, is_now)):
        for code, weight in rules.choices.act(role, word).counts.items():
            if code in _IN_EFFORT:
                amounts[_IN_EFFORT[code]] += weight * amount
    return replace(effort, **{name: max(0.0, amount) for name, amount in amounts.items()})
