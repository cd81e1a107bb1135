"""How many presses build up a picture of one table, where its game has less to show than `steps.Picture` has presses for:
a press that changes nothing is none.
"""

from collections.abc import Mapping, Sequence

from game.engine.debrief.circles import Circle, circles
from game.engine.debrief.findings import Findings
from game.engine.debrief.played import PlayedGame
from game.engine.debrief.story import shown

AFTER = 2  # the purse or the second circle, and what people do not believe


def presses(game: PlayedGame, found: Findings) -> Mapping[str, int]:
    """Return by picture (`step.part`) how many presses build it up at a table that played `game`; of those alone that go by
    what was found.
    """
    return {
        "pattern.circle": of_circles(circles(game, found.loops)),
        "turning.turns": len(shown(found.story)),
    }


def of_circles(told: Sequence[Circle]) -> int:
    """Return the presses of the circles of a table: until the first is whole, for what comes after it, and for the answer to
    what people do not believe, where an arrow is in doubt.
    """
    if not told:
        return 0
    return len(told[0].line) - 1 + AFTER + (told[-1].doubted != "")
