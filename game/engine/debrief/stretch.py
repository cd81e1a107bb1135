"""Whether a state of a circle went the way that it says, over a stretch of a game's rounds.

What changed by less than an eye sees stayed the same. Which circle is told for it is asked in circles.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from game.engine.debrief.levers import count
from game.engine.debrief.measures import ownership, quality
from game.engine.debrief.played import PlayedGame, mean

SEEN = 0.03  # what moved less stayed the same to the eye
LEAST_SHARE = 0.05  # a share of all moments that changed by less is as large as before
MOSTLY = 0.5
AT_START = 0.5  # how a street looks before anybody did anything
GOOD = 0.6  # one that looks like this does so well at once


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rounds `since`–`until` (1-based, both counted) of a game."""

    game: PlayedGame
    since: int
    until: int

    def share(self, code: str, since: int | None = None, until: int | None = None) -> float:
        """Return how often (0–1) something was chosen in these rounds, of all times that it could be."""
        found = count(self.game, code, since or self.since, until or self.until)
        return found.count / found.of if found.of else 0.0

    def grew(self, code: str) -> float:
        """Return how much more often (−1–1) it was chosen in the second half of these rounds than in the first."""
        middle = (self.since + self.until) // 2
        if middle == self.until:
            return 0.0
        return self.share(code, middle + 1) - self.share(code, until=middle)

    def looks(self) -> list[float]:
        """Return the quality (0–1) of every round."""
        return [quality(self.game, number - 1) for number in range(self.since, self.until + 1)]

    def owned(self) -> float:
        """Return by how much ownership moved (−1–1)."""
        return ownership(self.game, self.until - 1) - ownership(self.game, self.since - 2)

    def expected(self) -> float:
        """Return by how much expectation moved (−1–1)."""
        ends = (self.game.before(turn).expectation for turn in (self.since - 1, self.until))
        before, after = (mean(values) for values in ends)
        return after - before

    def went_wrong(self) -> bool:
        """Whether there was an incident."""
        played = self.game.rounds[self.since - 1 : self.until]
        return any(task.incident for one in played for task in one.result.outcome.tasks)


def _chosen(code: str, least: float = MOSTLY) -> Callable[[Stretch], bool]:
    """Ask whether something was done ever more often, or as often as before and at `least` as great a share of all times."""

    def went(stretch: Stretch) -> bool:
        grew = stretch.grew(code)
        if grew >= LEAST_SHARE:
            return True
        return grew > -LEAST_SHARE and stretch.share(code) >= max(least, 1e-9)

    return went


# Whether a state of a circle went the way that it says.
WENT: Mapping[str, Callable[[Stretch], bool]] = MappingProxyType(
    {
        "alone": _chosen("took_over"),
        "better_first": lambda s: s.looks()[0] >= GOOD or max(s.looks()) - s.looks()[0] >= SEEN,
        "home": _chosen("kept_evenings"),
        "less_ours": lambda s: s.owned() <= -SEEN,
        "along": _chosen("worked_along"),
        "ours": lambda s: s.owned() >= SEEN,
        "better": lambda s: s.looks()[-1] - min(AT_START, *s.looks()) >= SEEN,
        "come": _chosen("joined"),
        "expecting": lambda s: s.expected() >= SEEN,
        "claims": _chosen("claimed", 0.0),
        "paper": _chosen("required"),
        "worse": lambda s: max(s.looks()) - s.looks()[-1] >= SEEN,
        "take_up": lambda s: s.share("joined") > 0.0,
        "wrong": lambda s: s.went_wrong(),
    }
)
