"""The game where Unix's own ways are missing, as on Windows."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.servers

ROOT = Path(__file__).resolve().parents[2]
# Text files are ASCII unless asked, as they are cp1252 on Windows; a console there takes everything.
PLAIN = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "utf-8"}


class Elsewhere:
    """Runs commands with the data of one test, and ends what is left of them."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.started: list[subprocess.Popen[str]] = []

    def run(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "tests/ops/elsewhere.py", *arguments], cwd=ROOT, text=True, encoding="utf-8",
            env={"PATH": os.environ["PATH"], "DATA_DIR": str(self.data), "PYTHONUNBUFFERED": "1", **PLAIN, **environment},
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        self.started.append(process)
        return process

    def play(self, **environment: str) -> tuple[subprocess.Popen[str], str]:
        """Start the server; return it with its address once it says that it can be stopped."""
        process = self.run("play", "--host", "127.0.0.1", "--port", "0", **environment)
        assert process.stdout is not None
        printed = ""
        for line in process.stdout:
            printed += line
            if "Ctrl+C" in line:
                found = re.search(r"Spelers / players: +(http://127\.0\.0\.1:\d+)/\n", printed)
                assert found is not None
                return process, found[1]
        pytest.fail(f"ended early:\n{printed}{process.communicate()[1]}")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Elsewhere]:
    runs = Elsewhere(tmp_path / "spel é")
    yield runs
    for process in runs.started:
        process.kill()
        process.communicate()


def test_a_workshop_without_what_only_unix_has(elsewhere: Elsewhere) -> None:
    server, address = elsewhere.play(MOST_SOCKETS="5")  # and no more than five sockets at a time
    rehearsal = elsewhere.run("rehearse", "--url", address, "--tables", "1", "--seats", "3", "--rounds", "5")
    report, errors = rehearsal.communicate(timeout=300)

    assert (rehearsal.returncode, errors) == (0, "")
    assert json.loads(report)["ok"] is True

    server.send_signal(signal.SIGINT)
    _, errors = server.communicate(timeout=180)
    assert (server.returncode, errors) == (0, "")


def test_one_server_for_the_data_and_the_next_after_it(elsewhere: Elsewhere) -> None:
    first, _ = elsewhere.play()
    second = elsewhere.run("play", "--port", "0")
    _, errors = second.communicate(timeout=180)

    assert second.returncode == 1
    assert f" is already served by process {first.pid}; " in errors

    first.kill()
    first.wait()
    assert elsewhere.play()[1]


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_findings_are_whole_json_whatever_the_terminal_can_show(elsewhere: Elsewhere, encoding: str) -> None:
    """A file that they are sent to is in the console's encoding, on Windows an old one."""
    game = str(ROOT / "tests/scenarios/paper.json")
    told = []
    for each in ("utf-8", encoding):
        printed, errors = elsewhere.run("debrief", game, PYTHONIOENCODING=each).communicate(timeout=180)
        assert errors == ""
        told.append(json.loads(printed))
    assert any(not turn["sentence"].isascii() for turn in told[0]["story"])
    assert told[1] == told[0]
