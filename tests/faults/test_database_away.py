"""A PostgreSQL that is away in the middle of a game: it is said what is the matter, and what was tapped is stored."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import psutil
import psycopg
import pytest

from game.rehearsal.browser import Browser
from tests.faults.cluster import SECRETS, Cluster
from tests.faults.test_full_disk import follow
from tests.live.phones import Message, Phone
from tests.live.server import ROOT

pytestmark = pytest.mark.faults


@pytest.fixture
def playing(cluster: Cluster) -> Iterator[tuple[Phone, Phone]]:
    """Give a panel and a resident's phone, each on a process of its own, in agree."""
    host, player = (Browser(url) for url in cluster.urls)
    host.get(f"/new/?key={SECRETS['START_KEY']}")
    settings = {"title": "Straat", "scenario": "street", "tables": 1, "seats": 3, "rounds": 5}
    talk = {"form": "full", "talking": "silent_first", "language": "nl", "fill_bots": "on"}
    number = host.submit("/new/", **settings, **talk).strip("/").split("/")[-1]
    code = host.get_json(f"/audit/{number}/?parts=state")["game"]["code"]
    player.submit(f"/j/{code}/", alias="Egel", role="resident")
    with contextlib.ExitStack() as opened:
        panel = follow(cluster.servers[0], opened, host, f"/ws/control/{number}/")
        phone = follow(cluster.servers[1], opened, player, f"/ws/play/{number}/")
        assert panel.ask("next")["type"] == "ack"
        panel.shows(lambda m: m["room"]["phase"] == "agree")
        phone.shows(lambda m: m["table"]["phase"] == "agree")
        yield panel, phone


def propose(phone: Phone, id: str) -> None:
    choice: dict[str, Any] = {"propose": ["together", "residents", None, None]}
    phone.say("choose", id=id, step=phone.step, n=1, choice=choice)


def answers(phone: Phone, id: str) -> Message:
    return phone.until(lambda m: m["type"] in ("ack", "refused") and m["id"] == id)


def refused_as(phone: Phone, id: str, code: str) -> None:
    """Wait until this is said of a tap, which a page sends again meanwhile; first it may be said that it takes long."""
    answer = answers(phone, id)
    while answer["type"] == "refused" and answer["code"] != code:
        propose(phone, id)
        answer = answers(phone, id)
    assert (answer["type"], answer["code"]) == ("refused", code)


@pytest.mark.promise("PostgreSQL restarted: nothing lost, play goes on without a reload")
def test_a_tap_while_the_database_is_away(cluster: Cluster, playing: tuple[Phone, Phone]) -> None:
    panel, phone = playing
    cluster.postgres.end()
    propose(phone, "tap")
    refused_as(phone, "tap", "no_database")
    told = panel.until(lambda m: m["type"] == "storage" and m["why"] != "busy")
    assert (told["stored"], told["why"]) == (False, "no_database")
    assert panel.ask("next")["code"] == "no_database"

    cluster.postgres.begin()
    while answers(phone, "tap")["type"] == "refused":  # held by the server, and sent again by the page
        propose(phone, "tap")
    assert panel.until(lambda m: m["type"] == "storage") == {"type": "storage", "stored": True, "why": ""}
    assert panel.ask("next")["type"] == "ack"
    phone.shows(lambda m: m["table"]["phase"] == "act")
    for server in cluster.servers:
        assert "Traceback" not in server.log.read_text()


@pytest.mark.promise("a process frozen in the middle of a write: play goes on")
def test_a_process_that_freezes_in_the_middle_of_a_write_holds_nobody_up_for_long(
    cluster: Cluster, playing: tuple[Phone, Phone]
) -> None:
    panel, phone = playing
    environment = {"PATH": os.environ["PATH"], **cluster.environment("web1")}
    with psycopg.connect(environment["DATABASE_URL"]) as found:
        game = found.execute("SELECT max(id) FROM game_game").fetchone()
    assert game is not None
    command = [sys.executable, "-m", "tests.faults.frozen_writer", str(game[0])]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"held\n"
        writer.send_signal(signal.SIGSTOP)
        try:
            propose(phone, "frozen")
            while answers(phone, "frozen")["type"] == "refused":
                pass  # told that it takes long; the server goes on trying
            assert panel.ask("next")["type"] == "ack"
        finally:
            writer.kill()


def test_a_database_that_may_only_be_read_acknowledges_nothing(
    cluster: Cluster, playing: tuple[Phone, Phone]
) -> None:
    """As a server that became a standby, or whose disk was set to read-only."""
    panel, phone = playing
    with psycopg.connect(cluster.environment("web1")["DATABASE_URL"], autocommit=True) as own:

        def let_write(may: bool) -> None:
            own.execute(f"ALTER DATABASE game SET default_transaction_read_only = {'off' if may else 'on'}")
            own.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
            )

        def stored() -> int:
            asked = "SELECT count(*) FROM game_journalentry WHERE command_id = 'tap-read-only'"
            return int((own.execute(asked).fetchone() or (0,))[0])

        let_write(False)
        try:
            propose(phone, "tap-read-only")
            refused_as(phone, "tap-read-only", "not_stored")
            panel.until(lambda m: m["type"] == "storage" and m["why"] == "not_stored")
            assert stored() == 0
        finally:
            let_write(True)
        propose(phone, "tap-read-only")  # a page sends again what it holds
        while answers(phone, "tap-read-only")["type"] == "refused":
            propose(phone, "tap-read-only")
        assert stored() == 1


# A database that is there and does nothing


def processes_of(cluster: Cluster) -> list[psutil.Process]:
    """Return all processes of the cluster's PostgreSQL."""
    assert cluster.postgres.process is not None
    first = psutil.Process(cluster.postgres.process.pid)
    return [first, *first.children(recursive=True)]


@pytest.mark.promise("PostgreSQL frozen: a tap is held, and stored once when it goes on")
def test_a_tap_while_the_database_is_frozen(cluster: Cluster, playing: tuple[Phone, Phone]) -> None:
    panel, phone = playing
    stopped = processes_of(cluster)
    for process in stopped:
        process.suspend()
    try:
        propose(phone, "frozen-database")
        assert answers(phone, "frozen-database")["type"] == "refused", "it is said that it waits"
    finally:
        for process in stopped:
            process.resume()
    while answers(phone, "frozen-database")["type"] == "refused":
        propose(phone, "frozen-database")
    assert panel.ask("next")["type"] == "ack"
    phone.shows(lambda m: m["table"]["phase"] == "act")
    assert stored(cluster, "frozen-database") == 1


def stored(cluster: Cluster, id: str) -> int:
    """Return how often a command stands in the journals."""
    with psycopg.connect(cluster.environment("web1")["DATABASE_URL"]) as own:
        asked = "SELECT count(*) FROM game_journalentry WHERE command_id = %s"
        [count] = own.execute(asked, [id]).fetchone() or (0,)
        return int(count)


@contextlib.contextmanager
def no_connection_left(cluster: Cluster) -> Iterator[None]:
    """Take the server processes' connections away, and every one that there is to have."""
    url = cluster.environment("web1")["DATABASE_URL"]
    end = (
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
        " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() AND NOT pid = ANY(%s)"
    )
    with contextlib.ExitStack() as taken:
        own = taken.enter_context(psycopg.connect(url, autocommit=True))
        ours: list[int] = []
        while True:
            ended = own.execute(end, [ours]).fetchone()
            with contextlib.suppress(psycopg.OperationalError):
                while True:
                    ours.append(taken.enter_context(psycopg.connect(url)).info.backend_pid)
            if ended == (0,):
                break
        yield


@pytest.mark.promise("PostgreSQL without a connection left: a tap is held, and stored once there is one")
def test_a_tap_while_every_connection_is_taken(cluster: Cluster, playing: tuple[Phone, Phone]) -> None:
    panel, phone = playing
    with no_connection_left(cluster):
        propose(phone, "no-connection")
        assert answers(phone, "no-connection")["type"] == "refused", "it is said that it waits"
    while answers(phone, "no-connection")["type"] == "refused":
        propose(phone, "no-connection")
    assert panel.ask("next")["type"] == "ack"
    phone.shows(lambda m: m["table"]["phase"] == "act")
    assert stored(cluster, "no-connection") == 1
