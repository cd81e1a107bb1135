"""`manage.py rehearse` against a real server: what it prints, and that nothing acknowledged is ever lost.

Figures are printed (run with -s), never asserted: a timing says as much about the machine as about the code.
"""

import json
import os
import subprocess
import sys

import pytest

from game.rehearsal import script
from game.rehearsal.deeds import DEEDS
from tests.faults.sizes import SIZE, SIZES
from tests.live.server import ROOT, Server

pytestmark = pytest.mark.load


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with Server({"DATA_DIR": str(tmp_path_factory.mktemp("load"))}) as running:
        yield running


def rehearse(server: Server, *arguments: str) -> tuple[int, dict]:
    command = [sys.executable, "manage.py", "rehearse", "--url", server.base_url, f"--key={server.start_key}"]
    clean = {"PATH": os.environ["PATH"], "DATA_DIR": str(server.data)}
    done = subprocess.run(
        [*command, *arguments], cwd=ROOT, env=clean, capture_output=True, text=True, timeout=500
    )
    assert "{" in done.stdout, done.stderr
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


# Both seeds were picked because the lobby opens again in them, and a chair or a table is added.
EVENTFUL = {
    *("went_back", "went_to_lobby", "seat_added", "overdue", "moved", "paused"),
    *("handed_over", "removed"),
}
WILD = ("--tables", "3", "--seats", "8", "--rounds", "4", "--facilitator", "wild")


# The one whose lines hold only for `make faults`: every change is tried with the other.
CALM = [("236", "0")] if SIZE is SIZES["whole"] else []


@pytest.mark.parametrize(("seed", "drop"), [*CALM, ("300", "0.2")])
def test_a_wild_facilitator(server, seed, drop):
    status, report = rehearse(server, *WILD, "--seed", seed, "--drop", drop)
    assert (status, report["ok"], report["problems"]) == (0, True, [])
    wild = report["wild"]
    meant = [script.turn(int(seed), number) for number in range(wild["turns"])]
    assert wild["meant"] == [[one.kind for one in (*turn.during, turn.ending)] for turn in meant]
    assert {table["rounds"] for table in report["tables"]} == {4}, "of every table that took part"
    assert wild["handed_over"] > 0
    assert wild["returned"] > 0
    assert [kind for kind, answers in wild["answers"].items() if "no_server" in answers] == []
    assert set(wild["happened"]) >= EVENTFUL


def test_a_wild_facilitator_does_everything_there_is_to_do():
    meant = {
        one.kind for seed in range(20) for number in range(20) for one in script.turn(seed, number).during
    }
    assert meant == set(DEEDS) == set(script.WEIGHTS)


def test_the_same_seed_means_the_same():
    assert script.turn(7, 3) == script.turn(7, 3)
    assert script.turn(7, 3) != script.turn(8, 3)


def test_a_wrong_key_is_a_failed_rehearsal(server):
    status, report = rehearse(server, "--key=wrong", "--tables", "1", "--seats", "3", "--rounds", "1")
    assert (status, report["ok"]) == (1, False)


def test_the_server_had_nothing_to_complain_about(server):
    assert server.errors() == ""
