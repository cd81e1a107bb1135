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
from game.rehearsal.client import origin_of
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
async def opened(
    server: Server, kind: str, number: str, cookies: str, query: str = ""
) -> AsyncIterator[ClientConnection]:
    url = f"{server.socket_url}/ws/{kind}/{number}/{query}"
    headers = {"Cookie": cookies}
    origin = origin_of(url)
    async with connect(
        url, origin=origin, additional_headers=headers, proxy=None, ping_interval=None
    ) as socket:
        yield socket


async def shows(socket: ClientConnection, found: Callable[[dict[str, Any]], bool]) -> None:
    """Wait until a phone's table is as looked for."""
    async with asyncio.timeout(60):
        while True:
            message = json.loads(await socket.recv())
            if message["type"] == "player_screen" and found(message["table"]):
                return


def here_is(alias: str) -> Callable[[dict[str, Any]], bool]:
    """Return what tells whether a table in the lobby shows this person as connected."""
    return lambda table: any(seat["alias"] == alias and seat["present"] for seat in table["seats"])


async def test_a_newer_socket_on_the_other_process_wins(
    cluster: Cluster, workshop: tuple[str, list[str]]
) -> None:
    number, (_, egel, _) = workshop
    first, second = cluster.servers
    async with opened(first, "play", number, egel) as older:
        await shows(older, here_is("Egel"))
        async with opened(second, "play", number, egel) as newer:
            with pytest.raises(ConnectionClosed) as closed:
                await shows(older, here_is("nobody"))
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == 4001
            await shows(newer, here_is("Egel"))


async def test_a_handshake_that_the_other_process_gets_late_replaces_nobody(
    cluster: Cluster, workshop: tuple[str, list[str]]
) -> None:
    number, (_, egel, _) = workshop
    first, second = cluster.servers
    async with opened(first, "play", number, egel, "?page=7&attempt=2") as here:
        await shows(here, here_is("Egel"))
        async with opened(second, "play", number, egel, "?page=7&attempt=1") as late:
            with pytest.raises(ConnectionClosed) as closed:
                await shows(late, here_is("nobody"))
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == 4001
        await here.send(json.dumps({"type": "ping", "rev": 0}))
        await hears(here, "pong", lambda _: True)


async def test_a_change_on_one_process_shows_on_the_other(
    cluster: Cluster, workshop: tuple[str, list[str]]
) -> None:
    number, (host, egel, merel) = workshop
    first, second = cluster.servers
    async with (
        opened(first, "control", number, host) as panel,
        opened(first, "play", number, egel) as near,
        opened(second, "play", number, merel) as far,
    ):
        await asyncio.gather(shows(near, here_is("Merel")), shows(far, here_is("Merel")))
        await panel.send(json.dumps({"type": "next", "id": "start", "step": 0}))
        began = [shows(phone, lambda table: table["phase"] == "agree") for phone in (near, far)]
        await asyncio.gather(*began)


async def hears(
    socket: ClientConnection, kind: str, found: Callable[[dict[str, Any]], bool]
) -> dict[str, Any]:
    """Return the first message of a kind that is the one that is looked for."""
    async with asyncio.timeout(60):
        while True:
            message: dict[str, Any] = json.loads(await socket.recv())
            if message["type"] == "heartbeat":
                await socket.send(json.dumps({"type": "ping", "rev": 0}))
            if message["type"] == kind and found(message):
                return message


async def test_a_process_that_was_frozen_while_another_ran_moves_no_clock(
    cluster: Cluster, workshop: tuple[str, list[str]]
) -> None:
    number, (host, *_) = workshop
    first, second = cluster.servers
    async with opened(second, "control", number, host) as panel:
        await hears(panel, "panel_screen", lambda screen: screen["room"]["phase"] == "agree")
        await panel.send(json.dumps({"type": "start_clock", "id": "clock", "step": 1, "seconds": 60}))
        set_to = await hears(panel, "clock", lambda clock: clock["remaining_ms"] is not None)
        began = time.monotonic()
        first.freeze()
        for _ in range(2):  # ten seconds: longer than any silence that is not felt
            await hears(panel, "heartbeat", lambda _: True)
        first.thaw()
        async with opened(first, "control", number, host) as other:
            await hears(other, "clock", lambda _: True)
            await hears(other, "heartbeat", lambda _: True)  # it ran for five seconds since
            passed = (time.monotonic() - began) * 1000
            await other.send(json.dumps({"type": "hello"}))
            lines = await hears(other, "log", lambda _: True)
            clock = await hears(other, "clock", lambda _: True)
    assert [line for line in lines["lines"] if line["code"] == "stood_still"] == []
    assert clock["remaining_ms"] <= set_to["remaining_ms"] - passed + 2000
