"""Where a line turns: its falls and rises, without the wobbles that nobody would see."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

# Rounds at either end in which so little moved do not belong to a fall or a rise.
LEAST_STEP = 0.02


def swings(line: Sequence[float], least: float) -> tuple[tuple[int, int], ...]:
    """Return the falls and rises of at least `least`, as first and last place in `line`; smaller ones are part of them."""
    found = []
    for start, end in pairwise(_pivots(line, least)):
        sign = 1.0 if line[end] > line[start] else -1.0

        def step(place: int, sign: float = sign) -> float:
            return sign * (line[place + 1] - line[place])

        while step(start) < LEAST_STEP and sign * (line[end] - line[start + 1]) >= least:
            start += 1
        while step(end - 1) < LEAST_STEP and sign * (line[end - 1] - line[start]) >= least:
            end -= 1
        found.append((start, end))
    return tuple(found)


def _pivots(line: Sequence[float], least: float) -> Iterator[int]:
    """Yield the places where `line` turns, with its start and end, as far as `least` lies between them."""
    low = high = 0
    way = 0
    for place, value in enumerate(line):
        if value > line[high]:
            high = place
        if value < line[low]:
            low = place
        if way >= 0 and line[high] - value >= least and high < place:
            yield high
            way, low = -1, place
            high = place
        elif way <= 0 and value - line[low] >= least and low < place:
            yield low
            way, high = 1, place
            low = place
    if way:
        yield high if way > 0 else low
