"""No figure in play is finer than what is shown: an unrounded one would give away what is hidden until the debrief."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SCREENS = Path(__file__).resolve().parents[1] / "scenarios" / "screens"
# Constants of the rules, which are in the model's own text; and what the facilitator asks for behind a switch.
CONSTANT = {"figures", "mark_point"}
REVEALED = ("debrief", "closed", "programs")


def fine(screen: Any, path: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield where figures stand with more than two decimals."""
    if isinstance(screen, dict):
        for name, part in screen.items():
            if name not in CONSTANT and name != "undercurrent":
                yield from fine(part, (*path, name))
    elif isinstance(screen, list):
        for part in screen:
            yield from fine(part, path)
    elif isinstance(screen, float) and round(screen, 2) != screen:
        yield f"{'.'.join(path)} {screen}"


@pytest.mark.parametrize("file", sorted(SCREENS.glob("*.json.gz")), ids=lambda file: file.name)
def test_no_figure_in_play_is_finer_than_what_is_shown(file: Path) -> None:
    screens = json.loads(gzip.decompress(file.read_bytes()))
    in_play = {name: part for name, part in screens.items() if not name.startswith(REVEALED)}

    assert in_play
    assert list(fine(in_play)) == []
