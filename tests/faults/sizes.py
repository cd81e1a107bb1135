"""How much the fault suite tries: FAULTS=quick (the default, for every change) or FAULTS=whole (`make faults`)."""

import datetime
import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

One = TypeVar("One")


@dataclass(frozen=True)
class Sizes:
    """How many kills, and under how many phones at tables of eight; schedules; phases that end; safeguards that are off;
    random games in which something is hidden; games over a bad network.

    `is_whole` says that what takes its time is tried too, and `by_turn` how many of several ways of failing.
    """

    kills: int
    tables: int
    schedules: int
    races: int
    safeguards: int
    leaks: int
    networks: int
    by_turn: int
    is_whole: bool = False


SIZES = {
    "quick": Sizes(3, 3, 200, 30, safeguards=3, leaks=1, networks=1, by_turn=1),
    "whole": Sizes(20, 25, 2000, 300, safeguards=100, leaks=12, networks=8, by_turn=100, is_whole=True),
    "least": Sizes(1, 1, 1, 30, safeguards=0, leaks=1, networks=1, by_turn=0),  # for a test of a test
}
SIZE = SIZES[os.environ.get("FAULTS", "quick")]
SEED = int(os.environ.get("FAULTS_SEED", "1"))
# Said once, and heard by the processes among which a run is divided: they have to name the same tests, also at midnight.
DAY = int(os.environ.setdefault("FAULTS_DAY", str(datetime.datetime.now(datetime.UTC).toordinal())))


def by_turn(ways: Sequence[One], count: int = SIZE.by_turn) -> list[One]:
    """Return those whose turn it is: where not all are tried they take turns, day by day."""
    count = min(count, len(ways))
    first = DAY * count
    return [ways[(first + number) % len(ways)] for number in range(count)]
