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
    what was found. `pattern.circle.whole` is after how many the circle is whole, and something else comes.
    """
    told = circles(game, found.loops)
    return {
        "pattern.circle": of_circles(told),
        **({"pattern.circle.whole": whole_at(told[0])} if told else {}),
        "turning.turns": len(shown(found.story)),
    }


def of_circles(told: Sequence[Circle]) -> int:
    """Return the presses of the circles of a table: until the first is whole, for what comes after it, and for the answer to
    what people do not believe, where an arrow is in doubt.
    """
    if not told:
        return 0
    return whole_at(told[0]) + AFTER + (told[-1].doubted != "")


def whole_at(circle: Circle) -> int:
    """Return after how many presses a circle, or the line that is told of one that did not go round, is whole."""
    return len(circle.line) - 1
