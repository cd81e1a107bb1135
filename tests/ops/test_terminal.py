"""What the window shows: the address always, and a QR code that scans on light and dark where one can be drawn."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
import segno

from tests.ops.laptop import ROOT, environment, run
from tests.ops.test_private import serve

pytestmark = pytest.mark.servers

GAME = ROOT / "tests" / "scenarios" / "mixed.json"
HALVES = {"█": (0, 0), "▀": (0, 1), "▄": (1, 0), " ": (1, 1)}  # 0 is the text's colour, 1 the background's
COLOURED = re.compile(r"\x1b\[38;5;231;48;5;16m([█▀▄ ]+)\x1b\[0m")


def players(printed: str) -> str:
    found = re.search(r"Spelers / players: +(http://127\.0\.0\.1:\d+/)", printed)
    assert found is not None, printed
    return found[1]


def squares(lines: list[str]) -> list[tuple[int, ...]]:
    """Return the rows of squares that lines of half blocks show, 1 for dark; without the last, which fills a line up."""
    rows = [tuple(HALVES[c][half] for c in line) for line in lines for half in (0, 1)]
    return rows[:-1]


def wanted(address: str) -> list[tuple[int, ...]]:
    return [tuple(row) for row in segno.make(address, error="l", micro=False).matrix_iter(border=2)]


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "cp1252"])
def test_a_terminal_without_blocks_gets_the_address(tmp_path: Path, encoding: str) -> None:
    for printed in serve(tmp_path, PYTHONIOENCODING=encoding):
        assert players(printed) != ""
        assert "/new/?key=" in printed
        assert ("█" in printed, "?" * 5 in printed, "\\u2588" in printed) == (False, False, False)


@pytest.mark.parametrize("encoding", ["utf-8", "cp437", "cp850"])
def test_a_file_gets_a_code_without_colours(tmp_path: Path, encoding: str) -> None:
    for printed in serve(tmp_path, encoding, PYTHONIOENCODING=encoding):
        blocks = [line for line in printed.splitlines() if set(line) & set("█▀▄")]
        assert "\x1b" not in printed
        assert squares(blocks) == wanted(players(printed))


@pytest.mark.skipif(os.name != "posix", reason="needs a terminal that a program can hold")
@pytest.mark.parametrize(("term", "coloured"), [("xterm-256color", True), ("dumb", False)])
def test_in_a_terminal_both_colours_are_said(tmp_path: Path, term: str, coloured: bool) -> None:
    """White squares and black ones whatever the theme; else a light terminal shows the code inside out."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "manage.py", "play", "--host", "127.0.0.1", "--port", "0"],
        cwd=ROOT, env=environment(tmp_path, TERM=term, PYTHONIOENCODING="utf-8"), stdout=theirs, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    while b"Ctrl+C" not in shown:
        shown += os.read(ours, 4096)
    process.kill()
    process.wait()
    os.close(ours)
    printed = shown.decode().replace("\r\n", "\n")
    lines = COLOURED.findall(printed)

    assert (bool(lines), "\x1b" in printed) == (coloured, coloured)
    assert ("\x1b[1;33m(o)\x1b[0m" in printed, " (o) " in printed) == (
        coloured,
        not coloured,
    )  # the lamp of the street
    if coloured:
        assert squares(lines) == wanted(players(printed))


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_json_stays_json(tmp_path: Path, encoding: str) -> None:
    done = run(tmp_path, "debrief", str(GAME), PYTHONIOENCODING=encoding)

    assert (done.returncode, done.stderr) == (0, "")
    assert set(json.loads(done.stdout)) == {"story", "loops", "arrows", "sensible", "reaction", "reruns"}


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
@pytest.mark.parametrize(
    "command", [("battery", "--row", "A1"), ("play", "--help"), ("replay", "nergens–€.json")]
)
def test_no_text_of_ours_breaks_on_a_terminal(
    tmp_path: Path, encoding: str, command: tuple[str, ...]
) -> None:
    done = run(tmp_path, *command, PYTHONIOENCODING=encoding)

    assert "Traceback" not in done.stderr
    assert done.returncode == (2 if command[0] == "replay" else 0)
