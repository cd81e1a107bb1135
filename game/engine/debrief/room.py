"""What a room of tables shows together: how many went the same way, and where each of them lies among the others."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from game.engine.debrief.findings import Findings
from game.engine.debrief.measures import ownership
from game.engine.debrief.played import PlayedGame, mean
from game.engine.debrief.series import Story
from game.engine.debrief.strengths import LoopRound

# Ownership that moved less from start to end stayed where it was.
LEAST_MOVED = 0.05
REINFORCING = "R"
Direction = Literal["down", "same", "up"]


@dataclass(frozen=True, slots=True)
class RoomMessage:
    """What most tables have in common: at `count` of `of` tables `loop` was strongest and ownership went `direction`.

    `change` is what ownership changed by at those, on average (points of 0–1).
    """

    loop: str
    direction: Direction
    count: int
    of: int
    change: float


@dataclass(frozen=True, slots=True)
class TableDot:
    """A table among many: how often of all times (0–1) professionals did it alone there or residents kept their evening, and
    the quality (0–1) that the street came to.
    """

    table: int
    apart: float
    quality: float


def dot_of(table: int, story: Story) -> TableDot | None:
    """Return where a table lies, by the same counts as its circle; None without a finished round."""
    if not story.rounds:
        return None
    rounds = len(story.rounds)
    moments = story.professionals * len(story.tasks) * rounds
    evenings = story.residents * story.evenings_each * rounds
    alone = sum(one.took_over for one in story.rounds)
    home = evenings - sum(one.joined for one in story.rounds)
    return TableDot(table, (alone + home) / (moments + evenings), story.rounds[-1].quality)


def room(tables: Sequence[tuple[PlayedGame, Findings]]) -> RoomMessage | None:
    """Return the message of tables with at least one finished round each; None without any."""
    found = [(strongest(shown.loops), *_moved(game)) for game, shown in tables]
    if not found:
        return None
    counted = Counter((loop, direction) for loop, direction, _ in found)
    (loop, direction), most = min(counted.items(), key=lambda one: (-one[1], one[0]))
    changes = [change for *alike, change in found if alike == [loop, direction]]
    return RoomMessage(loop, direction, most, len(found), mean(changes))


def strongest(loops: Sequence[LoopRound]) -> str:
    """Return the code of the loop that was strongest over all rounds (at least one), of those that reinforce themselves."""
    codes = [code for code in loops[0].loops if code.startswith(REINFORCING)]
    means = {code: mean(one.loops[code] for one in loops) for code in codes}
    return max(means, key=lambda code: means[code])


def _moved(game: PlayedGame) -> tuple[Direction, float]:
    change = ownership(game, len(game.rounds) - 1) - ownership(game, -1)
    return ("same" if abs(change) < LEAST_MOVED else "up" if change > 0.0 else "down"), change
