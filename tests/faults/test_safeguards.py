"""The suite bites: each safeguard is switched off in a copy of the project, and a test that watches over it turns red.

Where not all are tried they take turns, day by day.
"""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.sizes import SIZE, by_turn
from tests.house.recipes import copy_project, replace

pytestmark = pytest.mark.faults
SAID = 4000


@dataclass(frozen=True)
class Safeguard:
    """One of the server's promises to itself: where it is kept, how it is switched off, and which test must see that."""

    name: str
    file: str
    kept: str
    off: str
    watched_by: str
    fails: str


SAFEGUARDS = (
    Safeguard(
        "immediate transactions",
        "config/settings.py",
        '"transaction_mode": "IMMEDIATE"',
        '"transaction_mode": "DEFERRED"',
        "tests/faults/test_race.py -k sqlite",
        "test_one_of_four_processes_closes_a_phase",
    ),
    Safeguard(
        "a command's id is used once",
        "game/actions/commands.py",
        "player_commands.Choose: Action(choices.choose, once=choices.accepted, ",
        "player_commands.Choose: Action(choices.choose, ",
        "tests/faults/test_schedules.py",
        "test_whatever_arrives_the_oracle_agrees",
    ),
    Safeguard(
        "a command is for the step that its sender saw",
        "game/actions/commands.py",
        "    if step != write.game.step:\n",
        "    if step < 0:\n",
        "tests/faults/test_schedules.py",
        "test_whatever_arrives_the_oracle_agrees",
    ),
    Safeguard(
        "acknowledged after the commit",
        "game/live/lanes.py",
        "answers = [Refusal(request.command.id, code) for request in requests]",
        "answers = [Ack(request.command.id, 0) for request in requests]",
        "tests/faults/test_database_away.py -k tap",
        "test_a_tap_while_the_database_is_away",
    ),
    Safeguard(
        "a socket's origin",
        "game/live/origin.py",
        "return origin is not None and origin in own",
        "return True",
        "tests/live/test_origin.py",
        "test_every_other_page",
    ),
    Safeguard(
        "the size of a message",
        "game/live/short.py",
        "max_size=MAX_FRAME_BYTES",
        "max_size=1 << 40",
        "tests/live/test_bytes.py -k longer",
        "test_a_message_is_as_long_as_it_may_be_and_not_a_byte_longer",
    ),
    Safeguard(
        "the deadline for what is sent",
        "game/live/connection.py",
        "READ_SECONDS = 10.5",
        "READ_SECONDS = 1e9",
        "tests/live/test_slow_peers.py",
        "test_slow_peers",
    ),
    Safeguard(
        "pauses by chance before a phone comes back",
        "static/js/net/reach.js",
        "Math.random() * (longest - shortest)",
        "1 * (longest - shortest)",
        "tests/js/attempts.test.js",
        "a pause before coming back is by chance, so that not everybody comes at once",
    ),
    Safeguard(
        "a poll that heals",
        "game/live/hub.py",
        "POLL_SECONDS = 2.0",
        "POLL_SECONDS = 3600.0",
        "tests/live/test_clock.py -k polling",
        "test_a_change_without_a_poke_is_found_by_polling",
    ),
    Safeguard(
        "the journal before the screen",
        "game/actions/write.py",
        "        rows.insert(JournalEntry, [entry for t in self._tables.values() for entry in t.entries])\n",
        "",
        "tests/faults/test_schedules.py",
        "test_whatever_arrives_the_oracle_agrees",
    ),
)


@pytest.mark.promise("safeguards switched off: a test turns red")
@pytest.mark.parametrize("safeguard", by_turn(SAFEGUARDS, SIZE.safeguards), ids=lambda one: one.name)
def test_without_it_the_suite_turns_red(tmp_path: Path, safeguard: Safeguard) -> None:
    copy_project(tmp_path)
    replace(tmp_path, safeguard.file, safeguard.kept, safeguard.off)
    names, said = failed(tmp_path, safeguard.watched_by)
    assert safeguard.fails in names, said


def failed(copy: Path, tests: str) -> tuple[set[str], str]:
    """Run tests of a copy; return the names of those that fail, and what was said at the end."""
    if tests.endswith(".js"):
        node = shutil.which("node")
        if node is None and os.environ.get("CI") != "true":
            pytest.skip("node is not installed")
        run = subprocess.run(
            [node or "node", "--test", "--test-reporter=tap", tests], cwd=copy, capture_output=True, text=True
        )
        return set(re.findall(r"^not ok \d+ - (.+)$", run.stdout, re.M)), run.stdout[-SAID:]
    usual = {"DATA_DIR": str(copy / "data"), "FAULTS": "least", "FAULTS_SEED": "1"}
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests.split(" ", 2)],
        cwd=copy,
        env={**os.environ, **usual},
        capture_output=True,
        text=True,
    )
    return set(re.findall(r"^FAILED \S+::(\w+)", run.stdout, re.M)), run.stdout[-SAID:]
