"""The steps of the debrief, the pictures of each, how they are built up, and the paths through them; no texts."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Step = Literal[
    "feeling",
    "what_happened",
    "undercurrent",
    "pattern",
    "turning",
    "sensible",
    "what_if",
    "at_work",
    "tomorrow",
]
Part = Literal[
    "finale",
    "wall",
    "film",
    "gap",
    "luck",
    "courses",
    "quality",
    "share",
    "cost",
    "asked",
    "ours",
    "paper",
    "trust",
    "lines",
    "crossing",
    "turns",
    "claim",
    "circle",
    "loops",
    "logic",
    "funding",
    "marks",
    "vote",
    "streets",
    "doubt",
    "take_home",
]

On = Literal["short", "full", "request"]
# By which the one button does not come after a short game.
OF_A_FULL_GAME: frozenset[Step] = frozenset({"pattern"})
MOST_IN_TURN = 6  # of more tables than this no screen shows one after the other


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a step.

    `on` is the path on which the one button comes by it: also the short one, only the full one, or neither (on request).
    It is built up by presses after it first stands there: `presses` of them, one for every round after the first
    (`rounds`), or one for every table that is shown while each can have its turn, else one
    for all of them (`tables`).
    Of several tables at once it may take fewer: `beside` of them, or `crowd` where they are more than can have their turn;
    None where that makes no difference. Of three to MOST_IN_TURN tables it may take `in_turn` of all of them, and then one
    for each. One that is `of_one_table` lays a game beside what else could have been.
    `minutes` is how long a room of one table usually stays with it; 0 on request.
    """

    part: Part
    on: On = "full"
    presses: int | Literal["rounds", "tables"] = 0
    beside: int | None = None
    crowd: int | None = None
    in_turn: int | None = None
    of_one_table: bool = False
    minutes: float = 0.0

    def last_beat(self, rounds: int, tables: int = 1) -> int:
        """Return how many presses build it up in a debrief of so many rounds, of which so many tables are shown."""
        if tables > MOST_IN_TURN and self.crowd is not None:
            return self.crowd
        if self.in_turn is not None and self.has_turns(tables):
            return self.in_turn + (tables if rounds else 0)
        if tables > 1 and self.beside is not None:
            return self.beside
        if self.presses == "tables":
            return (tables if tables <= MOST_IN_TURN else 1) if rounds else 0
        return max(0, rounds - 1) if self.presses == "rounds" else self.presses

    def has_turns(self, tables: int) -> bool:
        """Whether each of so many tables that are shown has its turn after all of them."""
        return self.in_turn is not None and 2 < tables <= MOST_IN_TURN

    def own_beat(self, beat: int, tables: int) -> int:
        """Return how far one of so many tables is told on its own phones: as far as all of them, whoever's turn it is."""
        return min(beat, self.beside) if self.beside is not None and self.has_turns(tables) else beat


# The steps in order, each with its pictures: those on a path as the button comes by them, then those on request.
PICTURES: Mapping[Step, tuple[Picture, ...]] = MappingProxyType(
    {
        "feeling": (Picture("finale", "short", minutes=1.0), Picture("wall", "short", minutes=2.5)),
        "what_happened": (
            Picture("film", "short", presses="rounds", crowd=0, minutes=2.0),
            Picture("gap", presses=1, minutes=1.5),
            Picture("luck", presses=3, minutes=1.5),
            Picture("asked", "request"),
            Picture("quality", "request"),
            Picture("share", "request"),
            Picture("cost", "request"),
        ),
        "undercurrent": (
            Picture("ours", minutes=1.5),
            Picture("crossing", "short", minutes=2.0),
            Picture("paper", "request"),
            Picture("trust", "request"),
        ),
        "pattern": (
            Picture("circle", "short", presses=6, beside=2, in_turn=0, minutes=3.0),
            Picture("loops", "request"),
        ),
        "turning": (Picture("turns", presses=3, beside=1, minutes=3.5),),
        "sensible": (
            Picture("logic", "short", presses=2, beside=1, minutes=2.0),
            Picture("funding", minutes=1.0),
            Picture("claim", presses=1, minutes=1.5),
            Picture("marks", "request"),
        ),
        "what_if": (
            Picture("vote", "short", presses=1, minutes=2.0),
            Picture("streets", "short", minutes=1.0),
            Picture("lines", "request"),
            Picture("courses", "request", of_one_table=True),
            Picture("doubt", "request"),
        ),
        "at_work": (Picture("wall", minutes=7.5),),
        "tomorrow": (
            Picture("wall", "short", minutes=3.5),
            Picture("take_home", "short", presses="tables", minutes=1.0),
        ),
    }
)
STEPS: Mapping[Step, tuple[Part, ...]] = MappingProxyType(
    {step: tuple(picture.part for picture in pictures) for step, pictures in PICTURES.items()}
)
OF_ONE_TABLE = frozenset(one.part for pictures in PICTURES.values() for one in pictures if one.of_one_table)
MOST_PRESSES = 20
# In which steps people write, and how many characters.
POSTED: Mapping[str, int] = MappingProxyType({"feeling": 30, "at_work": 140, "tomorrow": 140})
LUCK = (1, 2, 3, 4, 5)  # how much bad luck people guess they had: from hardly any to very much
MOODS = ("good", "calm", "mixed", "tense", "bad")
MOST_WHAT_IFS = 4
MOST_DOUBTS = 3


def picture_of(step: Step, part: Part) -> Picture:
    """Return the picture of a step; raises KeyError for one that the step does not have."""
    for picture in PICTURES[step]:
        if picture.part == part:
            return picture
    raise KeyError(f"{step}.{part}")


def own_beat(step: str, part: str, beat: int, tables: int) -> int:
    """Return how far one of so many tables that are shown is told on its own phones; a picture that is not known, as far as
    all of them.
    """
    for name, pictures in PICTURES.items():
        for picture in pictures:
            if (name, picture.part) == (step, part):
                return picture.own_beat(beat, tables)
    return beat
