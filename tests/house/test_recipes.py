"""The recipes of CONTRIBUTING.md are true: applied to a copy, each passes its own checks and touches no more than it says."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.house.recipes import ROOT, add_a_choice, add_a_scenario, changed, copy_project

pytestmark = pytest.mark.recipes
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
# Title in CONTRIBUTING.md, the recipe, files it may touch in all and in the engine.
RECIPES = [
    ("Add a choice", add_a_choice, 10, 4),
    ("Add a scenario", add_a_scenario, 3, 0),
]


def section(title: str) -> str:
    """Return what the guide says under a title."""
    found = re.search(rf"^### {title}\n(.*?)(?=^##|\Z)", GUIDE, re.M | re.S)
    assert found, f"CONTRIBUTING.md has no recipe '{title}'"
    return found[1]


@pytest.mark.parametrize(("title", "recipe", "files", "in_engine"), RECIPES, ids=[one[0] for one in RECIPES])
def test_a_recipe(
    tmp_path: Path, title: str, recipe: Callable[[Path], None], files: int, in_engine: int
) -> None:
    copy_project(tmp_path)
    recipe(tmp_path)
    touched = changed(tmp_path)
    named = set(re.findall(r"`((?:game|templates|static|docs|tests)/[\w./-]+)`", section(title)))
    checks = re.search(r"^\s*make (.+)$|pytest -q (.+)$", section(title), re.M)
    assert checks, "a recipe names its checks"
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *checks[2].split()],
        cwd=tmp_path,
        env={**os.environ, "DATA_DIR": str(tmp_path / "data"), "CI": ""},
        capture_output=True,
        text=True,
    )

    assert run.returncode == 0, run.stdout[-4000:]
    assert len(touched) <= files
    assert len([name for name in touched if name.startswith("game/engine/")]) <= in_engine
    assert [
        name for name in touched if name not in named and not name.startswith("game/content/scenarios/park")
    ] == []


def test_a_forgotten_step_is_found(tmp_path: Path) -> None:
    copy_project(tmp_path)
    add_a_choice(tmp_path)
    subprocess.run(["git", "checkout", "-q", "--", "game/content", "templates"], cwd=tmp_path, check=True)
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "tests/content/test_words.py", "tests/web/test_phone_page.py"],
        cwd=tmp_path,
        env={**os.environ, "DATA_DIR": str(tmp_path / "data"), "CI": ""},
        capture_output=True,
        text=True,
    )

    failed = set(re.findall(r"^FAILED \S+::(\w+)", run.stdout, re.M))
    assert failed == {
        "test_every_word_of_the_game_has_its_text",
        "test_every_choice_has_its_drawing",
        "test_every_word_that_a_script_puts_together_is_there",
        "test_the_glossary_is_kept",
    }
