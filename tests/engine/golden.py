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
# Of ruleset 2, each for one story: a turn that did not last, what nobody did, an empty purse, the municipality's paper.
STORIES = ("turned_and_fell_back", "left_by_all", "broke", "paper")
OF_RULESET_2 = ("mended_and_ruled", "ran_thin")


def data(name: str) -> dict[str, Any]:
    """Return a golden game as its file has it."""
    found: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text())
    return found


@cache
def golden(name: str, ruleset: int | None = None) -> PlayedGame:
    """Return a golden game, played; under another `ruleset` with the same choices."""
    game = data(name)
    return of_file(parse(game if ruleset is None else {**game, "ruleset": ruleset}))


@cache
def told(name: str, ruleset: int | None = None) -> Findings:
    """Return what the debrief finds in a golden game."""
    return findings(golden(name, ruleset))
