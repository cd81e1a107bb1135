"""Chance as a pure function of a seed and a path: the same place in the same game always has the same draw."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import TypeVar

Item = TypeVar("Item")
INCIDENT_DRAW = 0.02
KEPT = 16_384  # draws: the same sentences are ranked for a table at every step, for a hundred tables
_STEPS = 1 << 53


def draw(seed: int, *path: int | str) -> float:
    """Return the draw in [0, 1) at `path` of the game with `seed`; even over all paths."""
    return _draw(seed, *path)


@lru_cache(KEPT, typed=True)  # a word and a value of an enumeration that equals it have draws of their own
def _draw(seed: int, *path: int | str) -> float:
    place = "\x1f".join([str(seed), *(f"{type(step).__name__}:{step}" for step in path)])
    return (int.from_bytes(blake2b(place.encode(), digest_size=8).digest()) >> 11) / _STEPS


def round_draws(seed: int, round: int, tasks: int, fixed: Mapping[int, int]) -> tuple[float, ...]:
    """Return the dice of a round (1-based), one per task; all tables of a game share them.

    `fixed` names per round the task index that has an incident at any quality.
    """
    drawn = [draw(seed, "round", round, task) for task in range(tasks)]
    if round in fixed:
        drawn[fixed[round]] = INCIDENT_DRAW
    return tuple(drawn)


class Stream:
    """Successive draws along one path, for a bot that needs several."""

    def __init__(self, seed: int, *path: int | str) -> None:
        self._seed = seed
        self._path = path
        self._count = 0

    def next(self) -> float:
        """Return the next draw in [0, 1)."""
        self._count += 1
        return draw(self._seed, *self._path, self._count)

    def chance(self, probability: float) -> bool:
        """Return True with `probability` (0–1)."""
        return self.next() < probability

    def pick(self, options: Sequence[Item]) -> Item:
        """Return one of `options` (at least one), each as likely."""
        return options[int(self.next() * len(options))]
