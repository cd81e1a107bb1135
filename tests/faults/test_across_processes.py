"""Sockets of one table on two processes: a change reaches the other at once, a newer socket wins from the older."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from game.rehearsal.browser import Browser
from tests.conftest import CI
from tests.faults.cluster import SECRETS, Cluster
from tests.live.server import Server

pytestmark = pytest.mark.faults


@pytest.fixture(scope="module")
def workshop(cluster: Cluster) -> tuple[str, list[str]]:
    """Return a workshop's number and the cookies of its facilitator and of two players."""
    host = Browser(cluster.urls[0])
    host.get(f"/new/?key={SECRETS['START_KEY']}")
    settings = {"title": "Twee processen", "scenario": "street", "tables": 1, "seats": 6, "rounds": 1}
    talk = {"form": "full", "talking": "silent_first", "language": "nl", "fill_bots": "on"}
    number = host.submit("/new/", **settings, **talk).strip("/").split("/")[-1]
    code = host.get_json(f"/audit/{number}/?parts=state")["game"]["code"]
    players = [Browser(cluster.urls[0]) for _ in range(2)]
    for player, alias in zip(players, ("Egel", "Merel"), strict=True):
        player.submit(f"/j/{code}/1/", alias=alias)
    return number, [browser.cookie_header() for browser in (host, *players)]


@asynccontextmanager
async def opened(server: Server, kind: str, number: str, cookies: str) -> AsyncIterator[ClientConnection]:
    url = f"{server.socket_url}/ws/{kind}/{number}/"
    async with connect(url, additional_headers={"Cookie": cookies}, proxy=None, ping_interval=None) as socket:
        yield socket


async def shows(socket: ClientConnection, found: Callable[[dict[str, Any]], bool]) -> float:
    """Wait until a phone's table is as looked for; return when that was (monotonic seconds)."""
    async with asyncio.timeout(6):
        while True:
            message = json.loads(await socket.recv())
            if message["type"] == "player_screen" and found(message["table"]):
                return time.monotonic()


def here(alias: str) -> Callable[[dict[str, Any]], bool]:
    """Return what tells whether a table in the lobby shows this person as connected."""
    return lambda table: any(seat["alias"] == alias and seat["present"] for seat in table["seats"])


async def test_a_newer_socket_on_the_other_process_wins(
    cluster: Cluster, workshop: tuple[str, list[str]]
) -> None:
    number, (_, egel, _) = workshop
    first, second = cluster.servers
    async with opened(first, "play", number, egel) as older:
        await shows(older, here("Egel"))
        async with opened(second, "play", number, egel) as newer:
            with pytest.raises(ConnectionClosed) as closed:
                await shows(older, here("nobody"))
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == 4001
            await shows(newer, here("Egel"))


async def test_a_change_on_one_process_shows_at_once_on_the_other(
    cluster: Cluster, workshop: tuple[str, list[str]]
) -> None:
    number, (host, egel, merel) = workshop
    first, second = cluster.servers
    async with (
        opened(first, "control", number, host) as panel,
        opened(first, "play", number, egel) as near,
        opened(second, "play", number, merel) as far,
    ):
        await asyncio.gather(shows(near, here("Merel")), shows(far, here("Merel")))
        pressed = time.monotonic()
        await panel.send(json.dumps({"type": "next", "id": "start", "step": 0}))
        began = [shows(phone, lambda table: table["phase"] == "agree") for phone in (near, far)]
        times = await asyncio.gather(*began)
    assert max(times) - pressed < 1 or CI  # by poke: polling alone takes up to two seconds
