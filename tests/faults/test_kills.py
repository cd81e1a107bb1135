"""A server that is killed again and again at moments of chance while everybody plays: nothing acknowledged is lost."""

import asyncio
import random
from collections.abc import Callable, Iterator

import pytest

from game.rehearsal.stage import Plan
from tests.faults.histories import rehearsed
from tests.faults.sizes import SEED, SIZE
from tests.live.server import Server

pytestmark = pytest.mark.faults
SEATS = 8
ROUNDS = 10
CALM_SECONDS = (1.0, 4.0)  # between one kill and the next, for the phones to come back and choose


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server({"DATA_DIR": str(tmp_path_factory.mktemp("kills"))}) as running:
        yield running
        assert running.errors() == ""


@pytest.mark.promise("kill -9 at a random moment: nothing acknowledged is lost or doubled", SIZE.kills)
async def test_killed_at_moments_of_chance(
    server: Server, record_property: Callable[[str, object], None]
) -> None:
    dice = random.Random(SEED)
    killed = 0
    seed = SEED
    while killed < SIZE.kills:
        urls = (server.base_url,)
        plan = Plan(
            urls=urls, key=server.start_key, tables=SIZE.tables, seats=SEATS, rounds=ROUNDS, seed=seed
        )
        playing = asyncio.ensure_future(rehearsed(plan))
        await begun(server, playing)
        while killed < SIZE.kills and not playing.done():
            await asyncio.wait([playing], timeout=dice.uniform(*CALM_SECONDS))
            if not playing.done():
                await asyncio.to_thread(server.kill)
                await asyncio.to_thread(server.start)
                killed += 1
        report = await playing
        assert (report["problems"], report["ok"]) == ([], True), f"seed {seed}"
        figures = ("seats", "choices", "reconnects")
        record_property("measured", ", ".join(f"{report[name]} {name}" for name in figures))
        seed += 1


async def begun(server: Server, playing: "asyncio.Future[dict[str, object]]") -> None:
    """Wait until everybody has joined and the first phase is closed: a form that is cut off is no choice."""
    copies = server.data / "backups"
    while not playing.done() and not list(copies.glob("*-act.sqlite3")):
        await asyncio.wait([playing], timeout=0.1)
