"""The eight steps of the debrief, the pictures of each in order, and the short path; no texts."""

from collections.abc import Mapping
from types import MappingProxyType

STEPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "feeling": ("wall",),
        "what_happened": ("luck", "dice", "courses", "quality", "share", "cost", "asked"),
        "undercurrent": ("lines", "crossing", "turns", "claim"),
        "pattern": ("loops",),
        "sensible": ("moments", "funding", "marks"),
        "what_if": ("vote", "lines", "doubt"),
        "at_work": ("wall",),
        "tomorrow": ("wall", "take_home"),
    }
)
SHORT_PATH = ("feeling", "what_happened", "undercurrent", "sensible", "at_work")
# In which steps people write, and how many characters.
POSTED: Mapping[str, int] = MappingProxyType({"feeling": 30, "at_work": 140, "tomorrow": 140})
MOODS = ("good", "calm", "mixed", "tense", "bad")
MOST_WHAT_IFS = 4
MOST_DOUBTS = 3
