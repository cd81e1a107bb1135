"""No figure in play is finer than what is shown: an unrounded one would give away what is hidden until the debrief."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.engine.gamefile.reading import parse
from tests.engine.golden import data

SCREENS = Path(__file__).resolve().parents[1] / "scenarios" / "screens"
# What a screen writes in tenths: marks, score points, money, hours. Qualities and shares are written as whole hundredths.
TENTHS = {"mark", "amount", "reserve", "cost", "budget", "money", "hours", "full", "paid", "limit", "of_ten"}
# Constants of the rules, which are in the model's own text; and what the facilitator asks for behind a switch.
CONSTANT = {"mark_point", "undercurrent"}
# What these options bring hangs on what is hidden (from ruleset 2 on); what others cost and bring are constants.
HANGS = ("funding", "respond")
REVEALED = ("debrief", "closed", "programs")


def fine(screen: Any, path: tuple[str, ...] = (), ruleset: int = 2) -> Iterator[str]:
    """Yield where figures stand with more decimals than are shown."""
    if isinstance(screen, dict):
        for name, part in screen.items():
            if name == "figures" and isinstance(part, list):
                hanging = [one.get("points", 0.0) for one in part if ruleset > 1 and one["kind"] in HANGS]
                yield from (
                    f"{'.'.join(path)}.points {points}" for points in hanging if points != round(points, 1)
                )
            elif name not in CONSTANT:
                yield from fine(part, (*path, name), ruleset)
    elif isinstance(screen, list):
        for part in screen:
            yield from fine(part, path, ruleset)
    elif isinstance(screen, float) and round(screen, 1 if path[-1] in TENTHS else 2) != screen:
        yield f"{'.'.join(path)} {screen}"


@pytest.mark.parametrize("file", sorted(SCREENS.glob("*.json.gz")), ids=lambda file: file.name)
def test_no_figure_in_play_is_finer_than_what_is_shown(file: Path) -> None:
    screens = json.loads(gzip.decompress(file.read_bytes()))
    in_play = {name: part for name, part in screens.items() if not name.startswith(REVEALED)}
    ruleset = parse(data(file.name.removesuffix(".json.gz"))).ruleset

    assert in_play
    assert list(fine(in_play, ruleset=ruleset)) == []


@pytest.mark.parametrize(
    "screen",
    [
        {"tasks": [{"quality": 0.123}]},
        {"gauge": {"figures": {"of_ten": 3.21}}},
        {"mark": {"mark": 5.25}},
        {"figures": [{"kind": "respond", "points": 0.15}]},
    ],
    ids=str,
)
def test_what_is_finer_is_noticed(screen: dict[str, Any]) -> None:
    assert len(list(fine(screen))) == 1
