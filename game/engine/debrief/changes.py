"""What can be changed in a rerun, as plain values; how a game is played with them is in rerun."""

from dataclasses import dataclass

from game.engine.bots.paths import Path
from game.engine.model.choices import Funding
from game.engine.model.roles import Role

LAST = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class During:
    """Something that holds in rounds `since`–`until` (1-based): in all of them, unless told otherwise."""

    since: int = 1
    until: int = LAST

    def covers(self, round: int) -> bool:
        """Tell whether it holds in a round (1-based)."""
        return self.since <= round <= self.until


@dataclass(frozen=True, slots=True)
class Instead(During):
    """In rounds `since`–`until` (1-based) a role does `then` wherever it did `given`, on `tasks` (from 0) alone where those
    are given, but for a funding, which is one; evenings only up to the limit.

    `where` is the set it is in: act or respond, with what choices count as in `given` and `then`; or holder, requirements
    ("yes", "no") or funding, with words.
    """

    role: Role
    where: str
    given: frozenset[str]
    then: str
    tasks: tuple[int, ...] | None = None

    def concerns(self, task: int) -> bool:
        """Tell whether it is about a task (from 0)."""
        return self.tasks is None or task in self.tasks


@dataclass(frozen=True, slots=True)
class Evenings:
    """Every resident joins so many evenings more (or, below 0, fewer) a round, within what an evening limit allows."""

    more: int


@dataclass(frozen=True, slots=True)
class Follows(During):
    """In rounds `since`–`until` (1-based) a role, or with None everyone, follows a reference path or its own score."""

    role: Role | None
    policy: Path | str


@dataclass(frozen=True, slots=True)
class Purse:
    """The reserve and its limit are so many times as large, and in ruleset 1 what each round brings as well."""

    times: float


@dataclass(frozen=True, slots=True)
class FullWeek(During):
    """In rounds `since`–`until` (1-based) professionals have the hours of a full week, whatever the purse pays."""


@dataclass(frozen=True, slots=True)
class Reacts(During):
    """From round `since` (1-based) on professionals are paid by `funding`, and whoever it gives another best choice takes it.

    On a task where a professional's best own act under that pay differs from its best under the pay as played, in the
    rerun's own state, it does the former; all answer trouble likewise. With the pay as played that is the game itself.
    """

    funding: Funding


@dataclass(frozen=True, slots=True)
class GoOn:
    """So many rounds more, in which everyone does and answers as in the last, and nothing goes wrong by chance."""

    rounds: int


@dataclass(frozen=True, slots=True)
class Luck:
    """The dice of another seed."""

    seed: int


@dataclass(frozen=True, slots=True)
class NoSetbacks(During):
    """Nothing happens to any task, or to `task` (from 0) alone, in rounds `since`–`until` (1-based); the dice stay."""

    task: int | None = None


@dataclass(frozen=True, slots=True)
class OtherAnswers(During):
    """Every table's answer to trouble with a task is the other one: what it did not mend, all its chairs mend, and what it
    mended they answer with a guarantee, a rule and pulling it in. In rounds `since`–`until` (1-based), on `task` or on all.
    """

    task: int | None = None


@dataclass(frozen=True, slots=True)
class Constant:
    """A constant of the ruleset, by its name in rules, is `value`."""

    name: str
    value: float


Change = (
    Instead
    | Evenings
    | Follows
    | Purse
    | FullWeek
    | Reacts
    | GoOn
    | Luck
    | NoSetbacks
    | OtherAnswers
    | Constant
)
