"""The middle of a group, round by round: what its tables come to together, and a picture of that.

Means and halves only, over tables: no chair of anybody is in it, so that it may outlive who played.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from game.engine.debrief.played import PlayedGame, mean
from game.engine.model.choices import Holder
from game.engine.screens.street import Street, StreetTask, frame

FRONT = 4  # windows of a front: a mean has no residents of its own, so that a share of them is drawn
DIGITS = 3
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class MiddlePlace:
    """A task in the middle of its tables: how it looks (0–1) and which share of the residents came (0–1).

    `holder` is who carried it at more than half of the tables, None where nobody did; `incident` that something went wrong at
    more than half.
    """

    look: float
    came: float
    holder: Holder | None
    incident: bool


Middle = tuple[tuple[MiddlePlace, ...], ...]  # by round, and by task


def middle(games: Sequence[PlayedGame]) -> Middle:
    """Return the middle of these tables' games for each round that all of them finished; nothing of no table."""
    rounds = min((len(game.rounds) for game in games), default=0)
    return tuple(_round(games, index) for index in range(rounds))


def drawn(places: Sequence[MiddlePlace]) -> Street:
    """Return the picture of a round of a middle: shares become windows of a front, the purse and who worked stay untold."""
    unknown = dict.fromkeys(("claimed", "took_over", "worked_along", "visited"))
    tasks = (
        StreetTask(
            holder=place.holder,
            sheets=0,
            incident=place.incident,
            setback=False,
            mended=False,
            joined=round(FRONT * place.came),
            **unknown,
        )
        for place in places
    )
    return Street(residents=FRONT, lit=True, empty=False, tasks=tuple(tasks))


def _round(games: Sequence[PlayedGame], index: int) -> tuple[MiddlePlace, ...]:
    streets = [frame(game, index) for game in games]
    looks = [[task.quality for task in game.rounds[index].result.outcome.tasks] for game in games]
    return tuple(
        MiddlePlace(
            look=round(mean(table[k] for table in looks), DIGITS),
            came=round(mean((one.tasks[k].joined or 0) / max(1, one.residents) for one in streets), DIGITS),
            holder=_most([one.tasks[k].holder for one in streets]),
            incident=_most([one.tasks[k].incident for one in streets]) is True,
        )
        for k in range(games[0].count)
    )


def _most(found: Sequence[Found]) -> Found | None:
    """Return what more than half of the tables have."""
    [(one, times)] = Counter(found).most_common(1)
    return one if 2 * times > len(found) else None
