"""The acceptance battery A1-A19: every row holds, near the figures that docs/model.md names."""

import random
from collections.abc import Iterator

import pytest

from game.engine.battery import Row, rows
from game.engine.rules import RULESETS

# Figures of the reference column, as far as they are written there.
REFERENCE = {
    "A1": "0.027, 1.000, 0.846, 0.204",
    "A2": "0.083",
    "A3": "12.800, 15.769, 8.916",
    "A4": "0.753, 0.369",
    "A5": "0.858, 0.884, 0.101, 8.815",
    "A6": "2.812",
    "A7": "46.5/33.5, 70.3/20.2, 50.8/39.4",
    "A8": "17.5/13.8, 26.4/23.0",
    "A9": "0.511, 0.883",
    "A10": "0.480, 0.089, 0.335",
    "A11": "0.337, 0.716, 0.154",
    "A12": "3, 4, 4",
    "A13": "0.330",
    "A14": "0.879 > 0.365; 60.9 > 54.3",
    "A15": "-4.712, -1.147, 0.553, 0.902",
    "A16": "4, 0",
    "A17": "0",
    "A18": "0.489, 0.534, 0.484",
    "A19": "46.5/43.1, 70.3/60.8, 50.8/48.5; 16.8/13.8, 26.0/23.0; 11.8 -> 12.8",
}


def dice(seed: int) -> Iterator[float]:
    drawn = random.Random(seed)
    while True:
        yield drawn.random()


@pytest.fixture(scope="session")
def battery() -> dict[str, Row]:
    return {row.code: row for row in rows(RULESETS[1], dice)}


@pytest.mark.parametrize("code", list(REFERENCE))
def test_the_model_shows_what_it_must(battery: dict[str, Row], code: str) -> None:
    row = battery[code]
    assert row.ok, f"{row.required}: {row.found}"
    assert row.found == REFERENCE[code]


def test_there_are_nineteen_rows(battery: dict[str, Row]) -> None:
    assert list(battery) == list(REFERENCE)
