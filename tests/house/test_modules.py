"""Python files stay easy to read: short, and where one is longer it says why that is easier than two."""

import ast
import subprocess
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
LONGEST = 400
EXPLAINED_ABOVE = 300
MEDIAN = 100
WHY = "In one file because "


def lengths() -> dict[str, int]:
    """Return how many lines each Python file of the project has, but migrations, which are made."""
    listed = subprocess.run(["git", "ls-files", "-z", "*.py"], cwd=ROOT, capture_output=True, check=True)
    names = [name for name in listed.stdout.decode().split("\0") if name and "/migrations/" not in name]
    files = {name: ROOT / name for name in names}
    return {name: len(file.read_text().splitlines()) for name, file in files.items() if file.is_file()}


def test_no_file_is_long_and_most_are_short() -> None:
    found = lengths()

    assert {name: lines for name, lines in found.items() if lines > LONGEST} == {}
    assert median(found.values()) <= MEDIAN


def test_a_file_that_is_rather_long_says_why() -> None:
    long = [name for name, lines in lengths().items() if lines > EXPLAINED_ABOVE]

    assert [n for n in long if WHY not in (ast.get_docstring(ast.parse((ROOT / n).read_text())) or "")] == []
