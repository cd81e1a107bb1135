"""What takes its time, for `make faults`: a database that another program holds, and a server that is frozen."""

import asyncio
import contextlib
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.faults.test_database_away import answers
from tests.faults.test_full_disk import begin, start
from tests.faults.test_restarts import (
    all_are_back,
    left_ms,
    panel_of,
    place,
    play_to_the_end,
    playing,
    set_clock,
    stood_still,
    until,
)
from tests.live.server import Server

pytestmark = [pytest.mark.faults, pytest.mark.whole("waits for minutes")]
RESEND_SECONDS = 2.0  # as a page does


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server({"DATA_DIR": str(tmp_path_factory.mktemp("held"))}) as running:
        yield running
        assert "Traceback" not in running.log.read_text()


@pytest.mark.promise("a database that is held for 3 and 25 s: a tap is stored once, nobody has to reload")
@pytest.mark.parametrize("seconds", [3, 25])
def test_a_database_that_another_program_holds(server: Server, seconds: int) -> None:
    with contextlib.ExitStack() as opened:
        code, panel = start(server, opened)
        *_, phone = begin(server, opened, code, panel)
        panel.shows(lambda m: m["room"]["phase"] == "agree")
        choice = {"propose": ["together", "residents", None, None]}
        step, id = phone.step, f"held-{seconds}"
        with closing(sqlite3.connect(server.data / "game.sqlite3", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            over = time.monotonic() + seconds
            while time.monotonic() < over:
                phone.say("choose", id=id, step=step, n=1, choice=choice)
                assert answers(phone, id)["type"] == "refused"
                panel.say("ping", rev=0)
                time.sleep(min(RESEND_SECONDS, max(0.0, over - time.monotonic())))
            other.execute("ROLLBACK")
        while answers(phone, id)["type"] == "refused":
            phone.say("choose", id=id, step=step, n=1, choice=choice)
            time.sleep(RESEND_SECONDS)
        assert panel.ask("next")["type"] == "ack"
        phone.shows(lambda m: m["table"]["phase"] == "act")
        with closing(sqlite3.connect(server.data / "game.sqlite3")) as own:
            asked = "SELECT count(*) FROM game_journalentry WHERE command_id = ?"
            found = own.execute(asked, [id]).fetchone()
        assert found == (1,)


@pytest.mark.promise(
    "a server that is frozen for 15 and 70 s under a running clock: time that counts for nobody"
)
@pytest.mark.parametrize("seconds", [15, 70])
async def test_a_server_that_is_frozen_while_a_countdown_runs(server: Server, seconds: int) -> None:
    async with playing(server, "act") as stage:
        panel = panel_of(stage)
        places, step = [place(phone) for phone in stage.phones], panel.step
        await set_clock(stage, 60)
        server.freeze()
        try:
            await asyncio.sleep(seconds)
        finally:
            server.thaw()
        for phone in stage.phones:
            phone.screen = None
            phone.client.cut()
        panel.room, panel.clock = {}, None
        panel.client.cut()
        await all_are_back(stage)
        await until(panel, lambda: stood_still(panel) and left_ms(panel) > 20_000, 30)
        assert left_ms(panel) <= 62_000
        assert ([place(phone) for phone in stage.phones], panel.step) == (places, step)
        await play_to_the_end(stage)
