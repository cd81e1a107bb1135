"""The reveal of an outcome: four beats, told from the time alone, so that every screen and process shows the same one.

First who carried it and who came, then how it looks now, then what went wrong, then the purse; after that all of it stands.
Phones have all of it at once. Moments are in ms since 1970.
"""

from dataclasses import dataclass

BEATS = 4
WHOLE = 0  # no beat any more: everything is shown
SKEW_MS = 5000  # clocks of processes differ by less; a larger step back is a clock that was set back


@dataclass(frozen=True, slots=True)
class Reveal:
    """An outcome that is uncovered by itself; `began_ms` is when it opened, later by what pauses took.

    Each beat stands for `beat_ms`; `stopped_ms` is when the pause began that holds it now, None while it runs.
    """

    began_ms: int
    beat_ms: int
    stopped_ms: int | None = None


def beat(reveal: Reveal, now_ms: int) -> int:
    """Return the beat that is shown at a moment, 1–4, or WHOLE once all of it is.

    A beginning in the future is of a clock that was set back since; it holds nobody up.
    """
    elapsed = (now_ms if reveal.stopped_ms is None else reveal.stopped_ms) - reveal.began_ms
    if elapsed < -SKEW_MS or elapsed >= BEATS * reveal.beat_ms:
        return WHOLE
    return 1 + max(0, elapsed) // reveal.beat_ms


def over_ms(reveal: Reveal) -> int:
    """Return when all of it stands by itself, if no pause comes."""
    return reveal.began_ms + BEATS * reveal.beat_ms
