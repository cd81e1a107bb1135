"""Who moved a street, and how much of it: the exact Shapley values of four players, the three chairs and the purse.

A coalition is worth the measure at the end of some rounds in a rerun of those alone, in which the chairs outside it follow
a reference path and, with the purse outside it, professionals have a full week. So nobody is first or last in line: each
gets the mean, over all orders, of what it adds to those before it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from math import factorial

from game.engine.bots.paths import Path
from game.engine.debrief.changes import Change, Follows, FullWeek
from game.engine.debrief.measures import Measure
from game.engine.debrief.played import PlayedGame
from game.engine.debrief.rerun import rerun
from game.engine.debrief.telling import Cause
from game.engine.model.roles import Role

PURSE = "purse"
PLAYERS: tuple[str, ...] = (*(role.value for role in Role), PURSE)


@dataclass(frozen=True, slots=True)
class Worth:
    """What coalitions are worth: the measure at the end of round `until` (1-based) of a stretch that begins in `since`.

    Who is outside follows *together, all evenings* where the measure fell and the mild trap where it rose.
    """

    game: PlayedGame
    since: int
    until: int
    measure: Measure
    is_rising: bool
    _known: dict[frozenset[str], float] = field(default_factory=dict, compare=False, repr=False)
    _full: set[frozenset[str]] = field(default_factory=set, compare=False, repr=False)

    def of(self, coalition: frozenset[str]) -> float:
        """Return v(S), the measure (0–1) when only those in `coalition` did as they did."""
        if coalition not in self._known:
            with_purse = coalition | {PURSE}
            if coalition != with_purse and self._paid_in_full(with_purse):
                return self._known[with_purse]
            self._play(coalition)
        return self._known[coalition]

    def _paid_in_full(self, coalition: frozenset[str]) -> bool:
        """Tell whether the purse pays a full week all along: then it is all the same whether it takes part."""
        self.of(coalition)
        return coalition in self._full

    def _play(self, coalition: frozenset[str]) -> None:
        again = rerun(self.game, tuple(self._outside(coalition)), self.since, self.until, is_scored=False)
        self._known[coalition] = self.measure.of(again, self.until)
        full = self.game.rules.full_week(self.game.count)
        if all(one.result.outcome.hours == full for one in again.rounds[self.since - 1 :]):
            self._full.add(coalition)

    def _outside(self, coalition: frozenset[str]) -> Iterator[Change]:
        path = Path.MILD_TRAP if self.is_rising else Path.TOGETHER
        for role in Role:
            if role.value not in coalition:
                yield Follows(role, path, since=self.since, until=self.until)
        if PURSE not in coalition:
            yield FullWeek(since=self.since, until=self.until)

    def all(self) -> float:
        """Return v of everyone: the measure as it went."""
        return self.of(frozenset(PLAYERS))

    def none(self) -> float:
        """Return v of nobody: the measure on the reference path."""
        return self.of(frozenset())

    def without(self, players: frozenset[str]) -> float:
        """Return v of everyone but `players`."""
        return self.of(frozenset(PLAYERS) - players)


def causes(worth: Worth) -> tuple[Cause, ...]:
    """Return what each player did, in their order; the phis add up to v(all) − v(nobody)."""
    phis = {player: _phi(worth, player) for player in PLAYERS}
    sign = 1.0 if worth.is_rising else -1.0
    pushed = sum(max(0.0, sign * phi) for phi in phis.values())
    return tuple(
        Cause(
            player,
            phi,
            max(0.0, sign * phi) / pushed if pushed else 0.0,
            worth.all() - worth.without(frozenset({player})),
        )
        for player, phi in phis.items()
    )


def _phi(worth: Worth, player: str) -> float:
    others = [one for one in PLAYERS if one != player]
    count = len(PLAYERS)
    return sum(
        factorial(size)
        * factorial(count - 1 - size)
        / factorial(count)
        * (worth.of(frozenset({*before, player})) - worth.of(frozenset(before)))
        for size in range(count)
        for before in combinations(others, size)
    )
