"""Four processes that close the same overdue phase at the same moment: one does, and it is scored once."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import psycopg
import pytest

from tests.faults.cluster import Postgres, wait_until
from tests.faults.sizes import SIZE
from tests.live.server import ROOT

pytestmark = pytest.mark.faults
RACES = SIZE.races
PROCESSES = 4
ROUNDS = 10


class Racer:
    """One process, asked in lines."""

    def __init__(self, environment: dict[str, str], opened: ExitStack) -> None:
        command = [sys.executable, "-m", "tests.faults.racer"]
        self.process = opened.enter_context(
            subprocess.Popen(
                command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
        )
        opened.callback(self.process.kill)

    def ask(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n".encode())
        self.process.stdin.flush()

    def answer(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().decode().strip()


@pytest.fixture(params=["sqlite", "postgres"])
def environment(
    request: pytest.FixtureRequest, tmp_path: Path, require_program: Callable[[str], Path]
) -> Iterator[dict[str, str]]:
    """Give the environment of a fresh installation, on the embedded database and on PostgreSQL."""
    usual = {
        "PATH": os.environ["PATH"],
        "DATA_DIR": str(tmp_path),
        "STEADY_SECONDS": "0",
        "REVEAL_SECONDS": "0",
    }
    with ExitStack() as opened:
        if request.param == "postgres":
            postgres = opened.enter_context(Postgres(require_program("postgres").parent))
            usual["DATABASE_URL"] = postgres.url
        subprocess.run(
            [sys.executable, "manage.py", "migrate", "-v0"],
            cwd=ROOT,
            env=usual,
            check=True,
            capture_output=True,
        )
        yield usual


@pytest.mark.promise("phases that four processes close at once: each closed and scored once", RACES)
def test_one_of_four_processes_closes_a_phase(environment: dict[str, str]) -> None:
    closed: list[list[str]] = []
    with ExitStack() as opened:
        racers = [Racer(environment, opened) for _ in range(PROCESSES)]
        first = racers[0]
        while len(closed) < RACES:
            first.ask(f"new {ROUNDS}")
            game, step = first.answer(), "0"
            while len(closed) < RACES:
                first.ask(f"due {game}")
                before, step = step, first.answer()
                if step == "-1":
                    break
                assert int(step) > int(before)
                for racer in racers:
                    racer.ask(f"close {game} {step}")
                closed.append(sorted(racer.answer() for racer in racers))
    assert closed == [["False"] * (PROCESSES - 1) + ["True"]] * RACES
    assert scored_twice(environment) == 0


@pytest.mark.parametrize("environment", ["postgres"], indirect=True)
@pytest.mark.promise("a write that waited for another process sees the workshop as that left it")
def test_who_waited_for_another_write_sees_what_it_did_to_the_workshop(environment: dict[str, str]) -> None:
    with ExitStack() as opened:
        racer = Racer(environment, opened)
        racer.ask("new 1")
        game, url = racer.answer(), environment["DATABASE_URL"]
        writer, looker = (opened.enter_context(psycopg.connect(url)) for _ in range(2))
        looker.autocommit = True
        writer.execute("SELECT id FROM game_game WHERE id = %s FOR UPDATE", [game])
        racer.ask(f"locked {game}")
        waiting = (
            "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
        )
        wait_until(
            lambda: looker.execute(waiting).fetchone() is not None, "another write waiting for this one"
        )
        writer.execute("UPDATE game_workshop SET locked = true")
        writer.commit()
        assert racer.answer() == "True"


def scored_twice(environment: dict[str, str]) -> int:
    """Return how many steps of a table were left more than once."""
    asked = (
        "SELECT count(*) FROM (SELECT 1 FROM game_journalentry WHERE kind = 'phase_closed'"
        " GROUP BY table_id, step HAVING count(*) > 1) AS twice"
    )
    url = environment.get("DATABASE_URL")
    file = Path(environment["DATA_DIR"]) / "game.sqlite3"
    with closing(psycopg.connect(url) if url else sqlite3.connect(file)) as connection:
        (found,) = connection.execute(asked).fetchone() or (0,)
        return int(found)
