"""What several processes do once, as closing a phase; and that together they stay within the database's connections."""

import re
import time
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, suppress

import psycopg
import pytest

from game.live.door import AT_ONCE
from game.rehearsal.browser import Browser, PageError
from tests.faults.cluster import SECRETS, Cluster, wait_until
from tests.faults.sizes import SIZE
from tests.faults.test_full_disk import follow

pytestmark = pytest.mark.faults
LANES = 4  # writer, reader, whoever asks whether it is ready, and what a thread clears after a wipe
ROUNDS = 3 if SIZE.is_whole else 1
VISITORS = 80


@pytest.fixture
def host(cluster: Cluster) -> Browser:
    made = Browser(cluster.urls[0])
    made.get(f"/new/?key={SECRETS['START_KEY']}")
    return made


@pytest.fixture
def workshop(host: Browser) -> tuple[str, str]:
    """Give the number and the code of a workshop with one table."""
    return begun(host, tables=1)


def begun(host: Browser, tables: int) -> tuple[str, str]:
    settings = {"title": "Straat", "scenario": "street", "tables": tables, "seats": 10, "rounds": 5}
    talk = {"form": "full", "talking": "silent_first", "language": "nl", "fill_bots": "on"}
    number = host.submit("/new/", **settings, **talk).strip("/").split("/")[-1]
    return number, host.get_json(f"/audit/{number}/?parts=state")["game"]["code"]


def test_an_overdue_phase_is_closed_once_whichever_process_is_first(
    cluster: Cluster, host: Browser, workshop: tuple[str, str]
) -> None:
    number, code = workshop
    Browser(cluster.urls[1]).submit(f"/j/{code}/", alias="Egel", role="resident")
    for step in range(1 + 3 * ROUNDS):
        with ExitStack() as opened:  # anew, as a panel that is not read for a while would be away
            here, there = cluster.servers[step % 2], cluster.servers[1 - step % 2]
            panel = follow(here, opened, host, f"/ws/control/{number}/")
            assert panel.step == step
            asked = panel.ask("start_clock", seconds=1) if step else panel.ask("next")
            assert asked["type"] == "ack"
            other = follow(there, opened, host, f"/ws/control/{number}/")
            other.shows(lambda screen, step=step: screen["room"]["step"] > step)

    [table] = host.get_json(f"/audit/{number}/?parts=journal")["tables"]
    closed = [entry["step"] for entry in table["journal"] if entry["kind"] == "phase_closed"]
    assert closed == [*range(1, 1 + 3 * ROUNDS)]
    log = host.get_json(f"/audit/{number}/?parts=screens")["log"]
    assert [line["code"] for line in log].count("overdue") == 3 * ROUNDS


def test_a_room_at_the_door_stays_within_the_connections_of_its_processes(
    cluster: Cluster, host: Browser
) -> None:
    """They wait for one, and nobody is sent away."""
    _, code = begun(host, tables=10)

    def visit(number: int) -> str:
        browser = Browser(cluster.urls[number % 2])
        with suppress(PageError):
            return browser.submit(f"/j/{code}/", alias=f"Gast {number}")
        return ""

    most = 0
    with psycopg.connect(cluster.environment("web1")["DATABASE_URL"], autocommit=True) as own:
        asked = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
        with ThreadPoolExecutor(VISITORS) as pool:
            visits: list[Future[str]] = [pool.submit(visit, number) for number in range(VISITORS)]
            while not all(one.done() for one in visits):
                [count] = own.execute(asked).fetchone() or (0,)
                most = max(most, count)
                time.sleep(0.01)

    assert [one.result() for one in visits].count("") == 0
    assert 0 < most <= len(cluster.servers) * (AT_ONCE + LANES)


def test_who_comes_while_another_holds_the_game_for_long_is_seated_all_the_same(
    cluster: Cluster, host: Browser, workshop: tuple[str, str]
) -> None:
    """Longer than a statement waits for a lock: the form is not sent back, but done again."""
    number, code = workshop
    with ThreadPoolExecutor(1) as pool, psycopg.connect(cluster.environment("web1")["DATABASE_URL"]) as own:
        own.execute("SELECT id FROM game_game FOR UPDATE")
        visit = pool.submit(Browser(cluster.urls[1]).submit, f"/j/{code}/", alias="Egel")
        gave_up = re.compile("canceling statement due to lock timeout")
        log = cluster.postgres.folder / "log"
        wait_until(lambda: gave_up.search(log.read_text()) is not None, "the end of a statement's patience")
        own.commit()
        assert visit.result() == f"/play/{number}/"


def test_what_was_wiped_is_cleared_after_the_answer(
    cluster: Cluster, host: Browser, workshop: tuple[str, str]
) -> None:
    number, code = workshop
    for alias in ("Egel", "Merel"):
        Browser(cluster.urls[1]).submit(f"/j/{code}/", alias=alias)
    with psycopg.connect(cluster.environment("web1")["DATABASE_URL"], autocommit=True) as own:
        asked = "SELECT vacuum_count FROM pg_stat_user_tables WHERE relname = 'game_person'"

        def vacuums() -> int:
            [count] = own.execute(asked).fetchone() or (0,)
            return int(count)

        before = vacuums()
        path = host.submit(f"/control/{number}/wipe/", what="names", sure="1")
        page = host.get(path)[1]
        assert re.search(r"ruimte die ze in de database innamen", page)
        people = own.execute("SELECT alias FROM game_person WHERE workshop_id = %s", [number]).fetchall()
        assert {alias for (alias,) in people} == {""}
        wait_until(lambda: vacuums() > before, "the clearing of the table")
    for server in cluster.servers:
        assert server.errors() == ""
