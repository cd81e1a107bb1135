"""What the rows of the battery are measured with: the street, its dice, the samples that many rows read, and comparisons."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from game.engine.bots.paths import OWN, Path
from game.engine.model.roles import Role
from game.engine.model.rules import Ruleset
from game.engine.proof.courses import (
    NO_SETBACKS,
    Answering,
    Course,
    Dice,
    Setbacks,
    Street,
    TakenBack,
    always,
    run,
)
from game.engine.proof.sample import Sample

SEEDS = range(1, 6)
ROUNDS = 8
TASKS = 4
# By round from 1, the tasks from 0.
SETBACKS: Setbacks = MappingProxyType({3: (1,), 5: (2,)})
CHAIRS = (Role.RESIDENT, Role.PROFESSIONAL, Role.MUNICIPALITY)

# What a row requires, what was found, and whether it holds.
Finding = tuple[str, str, bool]


@dataclass(frozen=True)
class Bench:
    """A ruleset with dice and the seeds of its games; samples that many rows read are played once."""

    rules: Ruleset
    dice: Dice
    seeds: Collection[int] = SEEDS

    @cached_property
    def street(self) -> Street:
        """The battery's street: one municipality, two professionals, four residents and four tasks."""
        return street_of(self.rules)

    @cached_property
    def trap(self) -> Sample:
        """Games in which everyone follows the trap."""
        return self.try_out(always(Path.TRAP))

    @cached_property
    def mild(self) -> Sample:
        """Games in which everyone follows the mild trap."""
        return self.try_out(always(Path.MILD_TRAP))

    @cached_property
    def together(self) -> Sample:
        """Games in which everyone works together."""
        return self.try_out(always(Path.TOGETHER))

    @cached_property
    def letting_go(self) -> Sample:
        """Games in which everyone leaves it to the residents."""
        return self.try_out(always(Path.LETTING_GO))

    @cached_property
    def own(self) -> Sample:
        """Games in which everyone follows the own score."""
        return self.try_out(always(OWN))

    def try_out(
        self,
        course: Course,
        rounds: int = ROUNDS,
        *,
        seeds: Iterable[int] | None = None,
        street: Street | None = None,
        setbacks: Setbacks | None = None,
        answer: Answering | None = None,
        taken_back: TakenBack | None = None,
    ) -> Sample:
        """Return games of `course`, one per seed; without `setbacks` with those of the battery."""
        place = street or self.street
        hit = setbacks_of(place.rules) if setbacks is None else setbacks
        chosen = self.seeds if seeds is None else seeds
        games = (
            run(place, course, rounds, self.dice(seed), hit, answer, taken_back, seed) for seed in chosen
        )
        return Sample(place, tuple(games))


def street_of(rules: Ruleset, tasks: int = TASKS, residents: int = 4) -> Street:
    """Return the battery's street: one municipality, two professionals, `residents` residents."""
    roles = (Role.MUNICIPALITY,) + (Role.PROFESSIONAL,) * 2 + (Role.RESIDENT,) * residents
    return Street(rules, tasks, roles)


def setbacks_of(rules: Ruleset) -> Setbacks:
    """Return the setbacks that the battery plays a ruleset with: none where it has none."""
    return SETBACKS if rules.has_setbacks else NO_SETBACKS


def figures(*numbers: float) -> str:
    """Return numbers as a row shows them."""
    return ", ".join(f"{number:.3f}" for number in numbers)


def compare(better: Sample, worse: Sample, chairs: Iterable[Role], turns: range) -> tuple[str, bool]:
    """Return the own scores of two samples over rounds (from 0), and whether the first is ahead for every role."""
    pairs = [(better.own_score(role, turns), worse.own_score(role, turns)) for role in chairs]
    return ", ".join(f"{a:.1f}/{b:.1f}" for a, b in pairs), all(a > b for a, b in pairs)
