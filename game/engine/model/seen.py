"""How fine what hangs on values for the debrief leaves the engine: as fine as a screen writes it, and no finer.

What an answer or a funding brings, marks, money, hours and qualities hang on ownership, expectation, bureaucracy or trust.
Those could be reckoned back from all their digits.
"""

from dataclasses import dataclass
from math import floor

ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a figure is what it is, as far as the chair saw it: a code with counts and figures that were on its screens."""

    code: str
    params: dict[str, float]


def tenths(number: float) -> float:
    """Return score points, marks and money (in budget units) as screens may have them: in whole tenths."""
    return round(number, 1) + 0.0


def hundredths(share: float) -> float:
    """Return a share or a quality (0–1) as screens may have it: in whole hundredths."""
    return round(share, 2) + 0.0


def whole_tenths(hours: float) -> float:
    """Return hours that can be spent, in tenths rounded down: what fits in the hours fits in these, and less than a full week
    never looks like one.
    """
    return floor(hours * 10.0 + ROUNDING) / 10.0
