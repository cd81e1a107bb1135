"""The way through a short debrief that one person looks at alone, on the phone that they played on."""

from collections.abc import Mapping
from types import MappingProxyType

from game.engine.debrief.steps import Part, Step, picture_of

NONE: Mapping[str, int] = MappingProxyType({})
Place = tuple[Step, Part, int]
PATH: tuple[tuple[Step, Part], ...] = (
    ("feeling", "finale"),
    ("feeling", "wall"),
    ("what_happened", "film"),
    ("pattern", "circle"),
    ("sensible", "logic"),
    ("what_if", "vote"),
    ("what_if", "streets"),
)


def after(place: Place, rounds: int, presses: Mapping[str, int] = NONE) -> Place | None:
    """Return what comes after a picture that so many presses have built up: more of it, or the next one; None after the last.

    `rounds` is how many were played, `presses` as in presses.presses. From a picture that is not on the way it begins anew.
    """
    step, part, beat = place
    if (step, part) not in PATH:
        return (*PATH[0], 0)
    if beat < presses.get(f"{step}.{part}", picture_of(step, part).last_beat(rounds)):
        return step, part, beat + 1
    coming = PATH[PATH.index((step, part)) + 1 :]
    return (*coming[0], 0) if coming else None
