"""Whole games over a bad network, by dice: nothing acknowledged is lost or doubled, and everybody ends on the same screen.

A failure names the seed that plays it again (FAULTS_SEED).
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, closing

import pytest

from game.rehearsal import checks
from game.rehearsal.phone import Phone
from game.rehearsal.stage import Plan, Stage
from game.rehearsal.watcher import Watcher
from tests.faults.histories import Followed, rehearsed
from tests.faults.network import BadNetwork
from tests.faults.sizes import SEED, SIZE
from tests.live.server import Server

pytestmark = pytest.mark.faults
SEEDS = range(SEED, SEED + SIZE.networks)
# How long a phone is away after that was noticed.
AWAY_SECONDS = 20.0 if SIZE.is_whole else 0.0
WAIT_SECONDS = 60.0


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server({"DATA_DIR": str(tmp_path_factory.mktemp("network"))}) as running:
        yield running
        assert running.errors() == ""


def newest(server: Server) -> tuple[int, str]:
    """Return the number and the phase of the newest game."""
    with closing(sqlite3.connect(f"file:{server.data / 'game.sqlite3'}?mode=ro", uri=True)) as own:
        asked = "SELECT id, phase FROM game_game ORDER BY id DESC LIMIT 1"
        return own.execute(asked).fetchone() or (0, "")


@pytest.mark.promise(
    "a whole game over a cut, frozen, slow or sliced network: once, and the same on all screens"
)
@pytest.mark.parametrize("seed", SEEDS)
async def test_a_game_over_a_bad_network(server: Server, seed: int) -> None:
    tables, rounds = (2, 2) if SIZE.is_whole else (1, 1)
    async with BadNetwork(server.port, seed, patience=12.0 if SIZE.is_whole else 1.5) as network:
        urls = (network.base_url,)
        plan = Plan(urls=urls, key=server.start_key, tables=tables, seats=6, rounds=rounds, seed=seed)
        before, _ = newest(server)
        playing = asyncio.ensure_future(rehearsed(plan))
        while not playing.done() and (newest(server)[0] == before or newest(server)[1] != "debrief"):
            await asyncio.wait([playing], timeout=0.2)
        network.calm()
        report = await playing
    assert (report["problems"], report["ok"]) == ([], True), f"seed {seed}, {dict(network.did)}"
    assert report["reconnects"] > 0, f"seed {seed} did {dict(network.did)}"


# One phone whose line is away for longer than anybody waits


@asynccontextmanager
async def playing(server: Server, network: BadNetwork) -> AsyncIterator[tuple[Stage, Phone]]:
    """Give a game in the first act, and one of its phones, which alone is behind the network."""
    plan = Plan(urls=(server.base_url,), key=server.start_key, tables=1, seats=4, rounds=1)
    with ThreadPoolExecutor(4) as pool:
        stage = Followed(plan, pool)
        try:
            await stage.open()
            phone = stage.phones[-1]
            phone.client.url = phone.client.url.replace(server.socket_url, network.socket_url)
            phone.client.cut()
            await asyncio.wait_for(stage.all_show(0), WAIT_SECONDS)
            for step in (0, 1):
                assert (await panel_of(stage).command("next", step=step))["type"] == "ack"
                await asyncio.wait_for(stage.all_show(step + 1), WAIT_SECONDS)
            yield stage, phone
        finally:
            await stage.close()
    assert [problem for one in stage.histories for problem in one.broken()] == []


def panel_of(stage: Stage) -> Watcher:
    return stage.watchers["panel"]


async def shown_as(stage: Stage, phone: Phone, *, present: bool) -> None:
    """Wait until the panel shows a phone's seat as here, or as away."""
    async with asyncio.timeout(WAIT_SECONDS):
        while panel_of(stage).parts["1"]["seats"][phone.seat]["present"] is not present:
            await panel_of(stage).changes()


@pytest.mark.promise("a phone's network away for long, in the middle of a submit: seat kept, stored once")
@pytest.mark.parametrize("silently", [False, True] if SIZE.is_whole else [False])
async def test_a_phone_whose_network_is_away_in_the_middle_of_a_submit(
    server: Server, *, silently: bool
) -> None:
    async with BadNetwork(server.port) as network, playing(server, network) as (stage, phone):
        await shown_as(stage, phone, present=True)
        seat, states = phone.seat, await stage.states()
        network.lose_answers()
        choosing = asyncio.ensure_future(phone.play(2, states[1], stage.plan.policy))
        await asyncio.wait_for(network.something_went_up(), WAIT_SECONDS)
        network.go_down(silently=silently)
        await shown_as(stage, phone, present=False)
        await asyncio.sleep(AWAY_SECONDS)
        assert not choosing.done()
        network.come_up()
        await asyncio.wait_for(choosing, WAIT_SECONDS)
        await shown_as(stage, phone, present=True)
        assert (await panel_of(stage).command("next", step=2))["type"] == "ack"
        await asyncio.wait_for(stage.all_show(3), WAIT_SECONDS)
        tables = (await stage.audit("journal"))["tables"]
        assert phone.seat == seat
        assert phone.kept
        assert checks.kept_once(phone.kept, tables) == []
