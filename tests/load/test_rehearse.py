"""`manage.py rehearse` against a real server: what it prints, and that nothing acknowledged is ever lost.

Figures are printed (run with -s), never asserted: a timing says as much about the machine as about the code.
"""

import json
import os
import subprocess
import sys

import pytest

from tests.live.server import ROOT, Server

pytestmark = pytest.mark.load


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with Server({"DATA_DIR": str(tmp_path_factory.mktemp("load"))}) as running:
        yield running


def rehearse(server: Server, *arguments: str) -> tuple[int, dict]:
    command = [sys.executable, "manage.py", "rehearse", "--url", server.base_url, "--key", server.start_key]
    clean = {"PATH": os.environ["PATH"], "DATA_DIR": str(server.data)}
    done = subprocess.run(
        [*command, *arguments], cwd=ROOT, env=clean, capture_output=True, text=True, timeout=500
    )
    report = json.loads(done.stdout[done.stdout.index("{") :])
    shown = {name: value for name, value in report.items() if name != "tables"}
    print(" ".join(arguments), json.dumps(shown))
    return done.returncode, report


@pytest.mark.parametrize("policy", ["own_score", "together", "habit", "random"])
def test_three_tables_of_eight(server, policy):
    status, report = rehearse(server, "--tables", "3", "--seats", "8", "--rounds", "3", "--policy", policy)
    assert (status, report["ok"], report["problems"], report["refused"]) == (0, True, [], 0)
    assert (report["seats"], len(report["tables"])) == (24, 3)
    assert report["acknowledged"] == report["sent"]


def test_three_hundred_seats_that_lose_their_line(server):
    status, report = rehearse(
        server, "--tables", "25", "--seats", "12", "--rounds", "1", "--policy", "random", "--drop", "0.1"
    )
    assert (status, report["ok"], report["problems"]) == (0, True, [])
    assert report["seats"] == 300
    assert report["reconnects"] > 0


def test_a_wrong_key_is_a_failed_rehearsal(server):
    status, report = rehearse(server, "--key", "wrong", "--tables", "1", "--seats", "3", "--rounds", "1")
    assert (status, report["ok"]) == (1, False)


def test_the_server_had_nothing_to_complain_about(server):
    assert server.errors() == ""
