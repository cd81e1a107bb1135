"""The table of what may fail names tests that there are, and every test of the fault suite's folder stands in it."""

import re
from pathlib import Path

from tests.faults.test_safeguards import SAFEGUARDS

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "tests" / "faults" / "README.md"
NAMED = re.compile(r"`(tests/[\w/.]+\.py)::(test_\w+)`")
DEFINED = re.compile(r"^(?:async )?def (test_\w+)", re.M)
# What is tried there of networks that are no fault: which address is printed and shown.
NO_FAULT = "tests/faults/test_networks.py"


def test_what_it_names_is_there() -> None:
    named = NAMED.findall(TABLE.read_text())
    missing = [f"{file}::{test}" for file, test in named if test not in defined(ROOT / file)]
    assert (missing, len(named) > 50) == ([], True)


def test_every_file_of_the_fault_suite_is_named() -> None:
    files = {str(file.relative_to(ROOT)) for file in (ROOT / "tests" / "faults").glob("test_*.py")}
    assert files - {file for file, _ in NAMED.findall(TABLE.read_text())} == {NO_FAULT}


def defined(file: Path) -> set[str]:
    return set(DEFINED.findall(file.read_text())) if file.exists() else set()


def test_every_safeguard_is_kept_where_it_is_switched_off() -> None:
    """All of them at once: each is switched off every few days only."""
    moved = [one.name for one in SAFEGUARDS if (ROOT / one.file).read_text().count(one.kept) != 1]
    files = {one.name: (ROOT / one.watched_by.split(" ")[0]).read_text() for one in SAFEGUARDS}
    unwatched = [one.name for one in SAFEGUARDS if one.fails not in files[one.name]]
    assert (moved, unwatched) == ([], [])
