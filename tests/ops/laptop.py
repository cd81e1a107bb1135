"""`manage.py` in a process of its own, as on somebody's laptop: only the environment that a test gives, only its own data."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def environment(data: Path, **given: str) -> dict[str, str]:
    """Return the environment of a fresh account with its data in `data`."""
    return {"PATH": os.environ["PATH"], "DATA_DIR": str(data), "PYTHONUNBUFFERED": "1", **given}


def run(data: Path, *arguments: str, **given: str) -> subprocess.CompletedProcess[str]:
    """Return what `manage.py` does with these arguments, once it has ended; for what ends by itself."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT, env=environment(data, **given), capture_output=True, text=True, timeout=180,
    )  # fmt: skip


def refusal(data: Path, *arguments: str, **given: str) -> str:
    """Return the one line with which `manage.py` refuses; fails when it says more, prints anything, or is content."""
    done = run(data, *arguments, **given)
    assert (done.returncode != 0, done.stdout) == (True, ""), done
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr.removesuffix("\n")


def read_until(process: "subprocess.Popen[str]", last: str = "Ctrl+C") -> str:
    """Return what it prints up to and with the line that contains `last`, as `play` does once it answers; fails when it ends
    before that.
    """
    assert process.stdout is not None
    lines: list[str] = []
    for line in process.stdout:
        lines.append(line)
        if last in line:
            return "".join(lines)
    pytest.fail("ended early:\n" + "".join(lines) + (process.stderr.read() if process.stderr else ""))
