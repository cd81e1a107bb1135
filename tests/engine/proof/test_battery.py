"""The acceptance battery: every row holds for the rulesets that must show it, near the figures that docs/model.md names."""

import random
from collections.abc import Iterator

import pytest

from game.engine.model.rules import NEWEST, RULESETS
from game.engine.proof.battery import rows

# Figures of the reference column, as far as they are written there.
FIRST = {
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
SECOND = {
    "A1": "0.014, 1.000, 0.713, 0.247",
    "A2": "0.157",
    "A3": "12.350, 17.856, 8.800",
    "A4": "0.732, 0.252",
    "A5": "0.872, 0.879, 0.038, 8.344",
    "A6": "3.910",
    "A7": "44.5/27.7, 85.6/-3.5, 50.5/31.5",
    "A8": "16.4/12.5, 36.8/26.3",
    "A9": "0.389, 0.907",
    "A10": "0.324, 0.088, 0.424",
    "A11": "0.307, 0.628, 0.187",
    "A12": "4, 5, 5",
    "A13": "0.410",
    "A14": "0.904 > 0.252; 63.9 > 42.8",
    "A15": "-3.195, -0.610, 0.627, 0.930",
    "A16": "4, 0",
    "A17": "0",
    "A18": "0.628, 0.671, 0.620",
    "A19": "44.5/33.6, 85.6/51.6, 50.5/38.3; 16.1/12.5, 36.9/26.3; 11.3 -> 15.0",
    "B3": "16.9 -> 38.2; 10.0 -> 3.5",
    "B19": "44.5/33.6, 85.6/51.6, 50.5/38.3; 16.1/12.5, 36.9/26.3; 15.9 -> 26.2",
    "N1": "0.140, 0.169; 0.163, 0.082; -0.223, -0.267; -0.189, -0.185",
    "N1b": "2, 3.8",
    "N1c": "-0.599, -0.718; -0.253, -0.318",
    "N2": "4.0%; 0.00",
    "N3": "2.7/-1.2, 4.4/2.0; 0.120, 0.236",
    "N4": "+6.0, +2.0, +12.2",
    "N5": "0.833, 0.248; 0.722",
    "N6": "20 of 20; 0.141, 0.276",
}
REFERENCE = {1: FIRST, 2: SECOND}


def dice(seed: int) -> Iterator[float]:
    drawn = random.Random(seed)
    while True:
        yield drawn.random()


# Measured for one ruleset: the others come by the same lines.
@pytest.mark.parametrize(
    "number", [NEWEST, *(pytest.param(one, marks=pytest.mark.no_cover) for one in RULESETS if one != NEWEST)]
)
def test_the_model_shows_what_it_must(number: int) -> None:
    found = {row.code: row for row in rows(RULESETS[number], dice)}
    assert [f"{code}, {row.required}: {row.found}" for code, row in found.items() if not row.ok] == []
    assert {code: row.found for code, row in found.items()} == REFERENCE[number]


def test_no_ruleset_is_forgotten() -> None:
    assert list(RULESETS) == list(REFERENCE)
