"""What every choice a chair can make means, said once: its word, what it takes, and what it counts as.

A ruleset owns a `Choices`; limits, game file, bots, scores, figures, series, findings, screens and export ask it. What a
choice pays is the ruleset's (rules), what it does to a street the equations' (outcome, dynamics); no texts for people.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from game.engine.model.roles import Role

MIN_TASKS = 3
MAX_TASKS = 6


class Holder(StrEnum):
    """Who carries a task."""

    RESIDENTS = "residents"
    TOGETHER = "together"
    PROFESSIONALS = "professionals"

    @property
    def carriers(self) -> tuple[Role, ...]:
        """The roles that do what it carries, residents first."""
        return _CARRIERS[self]

    @property
    def with_residents(self) -> bool:
        """Whether residents carry it, alone or along."""
        return self is not Holder.PROFESSIONALS


_CARRIERS = {
    Holder.RESIDENTS: (Role.RESIDENT,),
    Holder.TOGETHER: (Role.RESIDENT, Role.PROFESSIONAL),
    Holder.PROFESSIONALS: (Role.PROFESSIONAL,),
}


class Funding(StrEnum):
    """How the professionals are paid this round."""

    OUTPUT = "output"
    RESULT = "result"
    TRUST = "trust"

    @property
    def holds_to_account(self) -> bool:
        """Whether professionals pay for a result below the norm."""
        return self is not Funding.TRUST


class Response(StrEnum):
    """The word of an answer to a task in trouble; each role has two of its own and `let_be`."""

    GUARANTEE = "guarantee"
    REPAIR = "repair"
    ADD_RULE = "add_rule"
    BACK = "back"
    PULL_IN = "pull_in"
    EVALUATE = "evaluate"
    LET_BE = "let_be"


@dataclass(frozen=True, slots=True)
class Act:
    """Something a chair can do about a task in a round.

    `takes` is what it takes of the role's evenings or looks, `hours` the constant of the ruleset with the hours it takes.
    `counts` says as what it counts, and for how much of one: in the equations and in the debrief (see levers there).
    `tie` ranks it where own score is indifferent, lowest first; the lowest of a role takes nothing.
    """

    word: str
    role: Role
    counts: Mapping[str, float]
    tie: int
    takes: int = 0
    hours: str = ""
    is_default: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """Something a chair can do about a task in trouble, with the names of the ruleset's constants that it is paid by.

    It brings `pay`, or `calm_pay` (where there is one) when there was no incident, nothing under the fundings in
    `unpaid_under`; and `slope` for every point that `measure` lies above `pivot` (see `AnswerCase`).
    """

    word: Response
    role: Role
    counts: Mapping[str, float]
    pay: str = ""
    calm_pay: str = ""
    unpaid_under: frozenset[Funding] = frozenset()
    slope: str = ""
    measure: str = ""
    pivot: str = ""

    @property
    def lets_be(self) -> bool:
        """Whether it does nothing."""
        return self.word is Response.LET_BE

    @property
    def depends(self) -> bool:
        """Whether what it brings depends on how the task stands."""
        return bool(self.slope or self.calm_pay)


@dataclass(frozen=True, slots=True)
class AnswerCase:
    """What an answer to a task in trouble can be paid by: 0–1 each, `gap` −1 to 1; values are those before the round.

    `incident` is 1 for an incident and 0 for complaints only, or the chance of one; `gap` is expectation less quality.
    """

    funding: Funding
    incident: float
    gap: float
    ownership: float
    trust: float
    joined: float


_M, _P, _R = Role.MUNICIPALITY, Role.PROFESSIONAL, Role.RESIDENT

VISIT = Act("visit", _M, {"visited": 1.0}, tie=2, takes=1)
INSPECT = Act("inspect", _M, {"inspected": 1.0}, tie=1, takes=1)
LEAVE = Act("leave", _M, {"left": 1.0}, tie=0, is_default=True)
TAKE_OVER = Act("take_over", _P, {"took_over": 1.0}, tie=2, hours="take_over_hours")
WORK_ALONG = Act("together", _P, {"worked_along": 1.0}, tie=1, hours="together_hours", is_default=True)
STEP_BACK = Act("step_back", _P, {"stepped_back": 1.0}, tie=0)
JOIN = Act("join", _R, {"joined": 1.0}, tie=2, takes=1)
WAIT = Act("wait", _R, {"kept_evenings": 1.0}, tie=0, is_default=True)
CLAIM = Act("claim", _R, {"claimed": 1.0, "kept_evenings": 1.0}, tie=1)

ADD_RULE = Answer(Response.ADD_RULE, _M, {"ruled": 1.0}, "municipal_add_rule")
BACK = Answer(Response.BACK, _M, {"backed": 1.0}, "municipal_back")
PULL_IN = Answer(
    Response.PULL_IN, _P, {"pulled_in": 1.0}, "professional_pull_in", unpaid_under=frozenset({Funding.TRUST})
)
EVALUATE = Answer(Response.EVALUATE, _P, {"evaluated": 1.0}, "professional_evaluate")
GUARANTEE = Answer(Response.GUARANTEE, _R, {"guaranteed": 1.0}, "resident_guarantee")
REPAIR = Answer(Response.REPAIR, _R, {"repaired": 1.0}, "resident_repair")
LET_BE = {role: Answer(Response.LET_BE, role, {"let_be": 1.0}) for role in Role}


class Choices:
    """The acts and answers of a ruleset, by role in the order in which screens list them before they are shuffled."""

    def __init__(self, acts: Iterable[Act], answers: Iterable[Answer]) -> None:
        by_role: dict[Role, list[Act]] = {role: [] for role in Role}
        replies: dict[Role, list[Answer]] = {role: [] for role in Role}
        for act in acts:
            by_role[act.role].append(act)
        for answer in answers:
            replies[answer.role].append(answer)
        self.acts: Mapping[Role, tuple[Act, ...]] = MappingProxyType(
            {role: tuple(found) for role, found in by_role.items()}
        )
        self.answers: Mapping[Role, tuple[Answer, ...]] = MappingProxyType(
            {role: tuple(found) for role, found in replies.items()}
        )
        self.act_words: Mapping[Role, tuple[str, ...]] = MappingProxyType(
            {role: tuple(act.word for act in found) for role, found in self.acts.items()}
        )
        self.answer_words: Mapping[Role, tuple[Response, ...]] = MappingProxyType(
            {role: tuple(answer.word for answer in found) for role, found in self.answers.items()}
        )
        self._acts = {(act.role, act.word): act for found in self.acts.values() for act in found}
        self._weights: dict[tuple[Role, str], tuple[tuple[str, float], ...]] = {}

    @property
    def answers_depend(self) -> bool:
        """Whether what an answer of anybody brings depends on how the task stands."""
        return any(answer.depends for found in self.answers.values() for answer in found)

    def act(self, role: Role, word: str) -> Act:
        """Return a role's act by its word; raises KeyError for another word."""
        return self._acts[role, word]

    def default_act(self, role: Role) -> str:
        """Return the word of what a seat does in round 1 when it chose nothing."""
        return next(act.word for act in self.acts[role] if act.is_default)

    def resting_act(self, role: Role) -> str:
        """Return the word of the act that takes nothing, the first where own score is indifferent."""
        return self.by_tie(role)[0].word

    def by_tie(self, role: Role) -> tuple[Act, ...]:
        """Return a role's acts in the order in which own score takes them where it is indifferent."""
        return tuple(sorted(self.acts[role], key=lambda act: act.tie))

    def weights(self, role: Role, code: str) -> tuple[tuple[str, float], ...]:
        """Return the words of a role's acts and answers that count as `code`, each with for how much of one."""
        found = self._weights.get((role, code))
        if found is None:
            every: tuple[Act | Answer, ...] = (*self.acts[role], *self.answers[role])
            found = tuple((str(one.word), one.counts[code]) for one in every if code in one.counts)
            self._weights[role, code] = found
        return found

    def words(self, role: Role, code: str) -> frozenset[str]:
        """Return the words of a role's acts and answers that count as `code`."""
        return frozenset(word for word, _ in self.weights(role, code))

    def simplest(self, role: Role, code: str) -> str:
        """Return the word of the act or answer of a role that counts as `code` and as little else as can be.

        Raises ValueError where none does.
        """
        every: tuple[Act | Answer, ...] = (*self.acts[role], *self.answers[role])
        return str(min((one for one in every if code in one.counts), key=lambda one: len(one.counts)).word)

    def counted(self, role: Role, code: str, chosen: Sequence[str | None]) -> float:
        """Return how many of a role's `chosen` words (None for none yet) count as `code`, each for as much as it does."""
        return weighed(chosen, self.weights(role, code))


def weighed(chosen: Sequence[str | None], weights: Iterable[tuple[str, float]]) -> float:
    """Return how many of the `chosen` words are among those of `weights`, each for as much as it weighs."""
    total = 0.0
    for word, weight in weights:
        total += weight * chosen.count(word)
    return total


BASIC = Choices(
    (VISIT, INSPECT, LEAVE, TAKE_OVER, WORK_ALONG, STEP_BACK, JOIN, WAIT, CLAIM),
    (ADD_RULE, BACK, LET_BE[_M], PULL_IN, EVALUATE, LET_BE[_P], GUARANTEE, REPAIR, LET_BE[_R]),
)

# Ruleset 2: what an answer brings depends on what the table has built.
SECOND = Choices(
    (act for acts in BASIC.acts.values() for act in acts),
    (
        replace(ADD_RULE, calm_pay="municipal_paper"),
        replace(BACK, slope="back_slope", measure="trust", pivot="trust_pivot"),
        LET_BE[_M],
        PULL_IN,
        replace(EVALUATE, slope="evaluate_slope", measure="joined", pivot="evaluate_pivot"),
        LET_BE[_P],
        replace(GUARANTEE, slope="guarantee_slope", measure="gap"),
        replace(REPAIR, slope="repair_slope", measure="ownership", pivot="repair_pivot"),
        LET_BE[_R],
    ),
)


@dataclass(frozen=True, slots=True)
class Deal:
    """Who carries a task and whether that is put down in requirements."""

    holder: Holder = Holder.TOGETHER
    requirements: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """What one seat taps in one step: one of the four sets, with None for every task not chosen yet.

    `deals` comes with `funding` (municipality, agree), `propose` is for the other roles.
    """

    deals: tuple[Deal | None, ...] | None = None
    funding: Funding | None = None
    propose: tuple[Holder | None, ...] | None = None
    act: tuple[str | None, ...] | None = None
    respond: tuple[Response | None, ...] | None = None
