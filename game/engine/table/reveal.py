"""The reveal of an outcome: four beats, told from the time alone, so that every screen and process shows the same one.

First who carried it and who came, then how it looks now, then what went wrong, then the purse; after that all of it stands.
What went wrong stands for as long as its stories take to read. Phones have all of it at once. Moments are in ms since 1970.
"""

from collections.abc import Sequence
from dataclasses import dataclass

BEATS = 4
STORY_BEAT = 3
TOLD_TABLES = 6  # as many have room for a story each (ui/projector/stories.js); of more one is told
MOST_LINES = 3  # that one table has room for (ui/projector/beat.js)
BEAT_SECONDS = 3.0
STORY_SECONDS = 14 / 200 * 60  # fourteen words, of which people read two hundred a minute
LOOK_SECONDS = 2.0  # to see where it stands
MOST_SECONDS = 9.0
WHOLE = 0  # no beat any more: everything is shown
SKEW_MS = 5000  # clocks of processes differ by less; a larger step back is a clock that was set back


@dataclass(frozen=True, slots=True)
class Reveal:
    """An outcome that is uncovered by itself; `began_ms` is when it opened, later by what pauses took.

    Each beat stands for `beat_ms`, that of what went wrong for `longer_ms` more; `stopped_ms` is when the pause began that
    holds it now, None while it runs.
    """

    began_ms: int
    beat_ms: int
    stopped_ms: int | None = None
    longer_ms: int = 0


def stories(troubled: Sequence[int]) -> int:
    """Return how many stories are told of tables with so many tasks in trouble each."""
    if len(troubled) == 1:
        return min(MOST_LINES, troubled[0])
    hit = sum(count > 0 for count in troubled)
    return hit if len(troubled) <= TOLD_TABLES else min(1, hit)


def longer(told: int) -> float:
    """Return by how many times a beat the one with so many stories stands longer than the others: 0 to 2."""
    if not told:
        return 0.0
    seconds = min(MOST_SECONDS, LOOK_SECONDS + told * STORY_SECONDS)
    return max(0.0, seconds / BEAT_SECONDS - 1)


def beat(reveal: Reveal, now_ms: int) -> int:
    """Return the beat that is shown at a moment, 1–4, or WHOLE once all of it is.

    A beginning in the future is of a clock that was set back since; it holds nobody up.
    """
    elapsed = (now_ms if reveal.stopped_ms is None else reveal.stopped_ms) - reveal.began_ms
    if elapsed < -SKEW_MS or elapsed >= _lasts(reveal):
        return WHOLE
    before = STORY_BEAT * reveal.beat_ms
    if elapsed >= before:  # its own part of that beat is over
        elapsed = max(before - 1, elapsed - reveal.longer_ms)
    return 1 + max(0, elapsed) // reveal.beat_ms


def over_ms(reveal: Reveal) -> int:
    """Return when all of it stands by itself, if no pause comes."""
    return reveal.began_ms + _lasts(reveal)


def _lasts(reveal: Reveal) -> int:
    return BEATS * reveal.beat_ms + reveal.longer_ms
