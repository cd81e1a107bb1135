"""The eight steps of the debrief, the pictures of each in order, and the short path; no texts."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Step = Literal[
    "feeling", "what_happened", "undercurrent", "pattern", "sensible", "what_if", "at_work", "tomorrow"
]
Part = Literal[
    "finale",
    "wall",
    "luck",
    "dice",
    "courses",
    "quality",
    "share",
    "cost",
    "asked",
    "lines",
    "crossing",
    "turns",
    "claim",
    "loops",
    "moments",
    "funding",
    "marks",
    "vote",
    "doubt",
    "take_home",
]

STEPS: Mapping[Step, tuple[Part, ...]] = MappingProxyType(
    {
        "feeling": ("finale", "wall"),
        "what_happened": ("luck", "dice", "courses", "quality", "share", "cost", "asked"),
        "undercurrent": ("lines", "crossing", "turns", "claim"),
        "pattern": ("loops",),
        "sensible": ("moments", "funding", "marks"),
        "what_if": ("vote", "lines", "doubt"),
        "at_work": ("wall",),
        "tomorrow": ("wall", "take_home"),
    }
)
# Pictures that have a game at one table only: they lay that beside what else could have been.
OF_ONE_TABLE = frozenset({"courses"})
SHORT_PATH = ("feeling", "what_happened", "undercurrent", "sensible", "at_work")
# In which steps people write, and how many characters.
POSTED: Mapping[str, int] = MappingProxyType({"feeling": 30, "at_work": 140, "tomorrow": 140})
LUCK = (1, 2, 3, 4, 5)  # how much bad luck people guess they had: from hardly any to very much
MOODS = ("good", "calm", "mixed", "tense", "bad")
MOST_WHAT_IFS = 4
MOST_DOUBTS = 3
