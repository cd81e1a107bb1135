"""The recipes of CONTRIBUTING.md are true: applied to a copy, each passes its own checks and touches no more than it says."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.house.recipes import (
    ROOT,
    add_a_choice,
    add_a_command,
    add_a_picture,
    add_a_scenario,
    changed,
    copy_project,
)

pytestmark = pytest.mark.recipes
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
# Title in CONTRIBUTING.md, the recipe, files it may touch in all and in the engine.
RECIPES = [
    ("Add a choice", add_a_choice, 10, 4),
    ("Add a scenario", add_a_scenario, 3, 0),
    ("Add a picture", add_a_picture, 4, 1),
    ("Add a command", add_a_command, 5, 0),
]


def section(title: str) -> str:
    """Return what the guide says under a title."""
    found = re.search(rf"^### {title}\n(.*?)(?=^##|\Z)", GUIDE, re.M | re.S)
    assert found, f"CONTRIBUTING.md has no recipe '{title}'"
    return found[1]


def checked(copy: Path, *tests: str) -> subprocess.CompletedProcess[str]:
    """Run tests of a copy, with data of its own, and return how that went."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *tests],
        cwd=copy,
        env={**os.environ, "DATA_DIR": str(copy / "data"), "CI": ""},
        capture_output=True,
        text=True,
    )


def failures(printed: str) -> set[str]:
    """Return the names of the tests that failed, from what pytest printed."""
    return set(re.findall(r"^FAILED \S+::(\w+)", printed, re.M))


@pytest.mark.parametrize(("title", "recipe", "files", "in_engine"), RECIPES, ids=[one[0] for one in RECIPES])
def test_a_recipe(
    tmp_path: Path, title: str, recipe: Callable[[Path], None], files: int, in_engine: int
) -> None:
    copy_project(tmp_path)
    recipe(tmp_path)
    touched = changed(tmp_path)
    named = set(re.findall(r"`((?:game|templates|static|docs|tests)/[\w./-]+)`", section(title)))
    folders = [name for name in named if name.endswith("/")]
    checks = re.search(r"^\s*make (.+)$|pytest -q (.+)$", section(title), re.M)
    assert checks, "a recipe names its checks"
    run = checked(tmp_path, *checks[2].split())

    assert run.returncode == 0, run.stdout[-4000:]
    assert len(touched) <= files
    assert len([name for name in touched if name.startswith("game/engine/")]) <= in_engine
    assert [
        name
        for name in touched
        if name not in named and not name.startswith(("game/content/scenarios/park", *folders))
    ] == []


def test_a_forgotten_step_is_found(tmp_path: Path) -> None:
    copy_project(tmp_path)
    add_a_choice(tmp_path)
    subprocess.run(["git", "checkout", "-q", "--", "game/content", "templates"], cwd=tmp_path, check=True)
    run = checked(tmp_path, "tests/content/test_words.py", "tests/web/player/test_page.py")

    assert failures(run.stdout) == {
        "test_every_word_of_the_game_has_its_text",
        "test_every_choice_has_its_drawing",
        "test_every_word_that_a_script_puts_together_is_there",
        "test_the_glossary_is_kept",
    }


def test_a_command_that_nobody_judged_or_described_is_found(tmp_path: Path) -> None:
    copy_project(tmp_path)
    add_a_command(tmp_path)
    subprocess.run(
        ["git", "checkout", "-q", "--", "game/actions", "docs", "tests/live"], cwd=tmp_path, check=True
    )
    run = checked(
        tmp_path,
        "tests/actions/test_commands.py",
        "tests/protocol/test_documented.py",
        "tests/live/test_matrix.py",
        "-k",
        "not matrix_in and not sockets",
    )

    assert failures(run.stdout) == {
        "test_every_command_of_the_facilitator_stands_in_the_table",
        "test_every_message_is_taken_from_whom_the_matrix_says_and_from_nobody_else",
        "test_every_message_has_its_row",
        "test_every_message_and_field_is_documented",
        "test_no_message_is_documented_that_does_not_exist",
    }


def test_a_picture_that_nobody_drew_or_named_is_found(tmp_path: Path) -> None:
    copy_project(tmp_path)
    add_a_picture(tmp_path)
    (tmp_path / "static/js/ui/debrief/pictures/undercurrent/trusting.js").unlink()
    subprocess.run(["git", "checkout", "-q", "--", "game/content"], cwd=tmp_path, check=True)
    run = checked(tmp_path, "tests/web/test_pictures.py", "tests/web/facilitator/test_control.py")

    assert failures(run.stdout) == {
        "test_every_picture_has_its_module",
        "test_every_word_of_the_debrief_is_there",
    }
