"""The golden games of tests/scenarios: whole games whose debrief has a known story."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from game.engine.debrief.findings import Findings, findings
from game.engine.debrief.played import PlayedGame, of_file
from game.engine.gamefile.reading import parse

FOLDER = Path(__file__).parents[1] / "scenarios"
NAMES = (
    "trap",
    "together",
    "letting_go",
    "mixed",
    "turned_in_round_4",
    "second_play",
    # Of ruleset 2, with setbacks in rounds 3 and 5.
    "mended_and_ruled",
    "ran_thin",
)
OF_RULESET_2 = ("mended_and_ruled", "ran_thin")


def data(name: str) -> dict[str, Any]:
    """Return a golden game as its file has it."""
    found: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text())
    return found


@cache
def golden(name: str) -> PlayedGame:
    """Return a golden game, played."""
    return of_file(parse(data(name)))


@cache
def told(name: str) -> Findings:
    """Return what the debrief finds in a golden game."""
    return findings(golden(name))
