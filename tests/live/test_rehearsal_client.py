"""The client of a rehearsal: what is not stored now, but may be, is sent again, as a page does."""

import asyncio
import random
from concurrent.futures import ThreadPoolExecutor, wait

from game.rehearsal.client import Client
from game.rehearsal.statistics import Statistics
from tests.live.conftest import Gather
from tests.live.phones import Group
from tests.live.test_held import held

MANY = 40  # more than may come at once


def panel(room: Group, counted: Statistics) -> Client:
    """Return a panel's socket, not yet open; only within a running loop."""
    url = f"{room.server.socket_url}/ws/control/{room.workshop.pk}/"
    return Client(url, f"device={room.facilitator_token}", counted, random.Random(1), lambda _: None)


def test_what_was_sent_too_fast_is_sent_again(group: Gather) -> None:
    room = group("Egel")
    counted = Statistics()

    async def ask() -> list[str]:
        client = panel(room, counted)
        running = asyncio.ensure_future(client.run())
        asked = [client.command("cover", step=0, cover="") for _ in range(MANY)]
        answers = await asyncio.wait_for(asyncio.gather(*asked), 30)
        running.cancel()
        await asyncio.wait([running])
        return [answer["type"] for answer in answers]

    assert asyncio.run(ask()) == ["ack"] * MANY
    assert (counted.acknowledged, counted.refused, counted.resent > 0) == (MANY, 0, True)


def test_a_press_that_waits_in_the_server_is_no_refused_one(group: Gather) -> None:
    """The server says `busy` to what it has already, and still carries it out."""
    room = group("Egel")
    counted = Statistics()

    async def ask() -> str:
        client = panel(room, counted)
        running = asyncio.ensure_future(client.run())
        answer = await asyncio.wait_for(client.command("cover", step=0, cover="blank"), 30)
        running.cancel()
        await asyncio.wait([running])
        return str(answer["type"])

    with ThreadPoolExecutor() as pool:
        with held(room.server):
            press = pool.submit(asyncio.run, ask())
            while counted.resent < 2 and not press.done():  # the first time it is told that it waits
                wait([press], timeout=0.05)
        assert press.result() == "ack"
    assert (counted.acknowledged, counted.refused) == (1, 0)
