"""The client of a rehearsal: what comes sooner than anybody taps is sent again, as a page does."""

import asyncio
import random

from game.rehearsal.client import Client
from game.rehearsal.statistics import Statistics
from tests.live.conftest import Gather

MANY = 40  # more than may come at once


def test_what_was_sent_too_fast_is_sent_again(group: Gather) -> None:
    room = group("Egel")
    counted = Statistics()

    async def ask() -> list[str]:
        url = f"{room.server.socket_url}/ws/control/{room.workshop.pk}/"
        cookies = f"device={room.facilitator_token}"
        client = Client(url, cookies, counted, random.Random(1), lambda _: None)
        running = asyncio.ensure_future(client.run())
        asked = [client.command("cover", step=0, cover="") for _ in range(MANY)]
        answers = await asyncio.wait_for(asyncio.gather(*asked), 30)
        running.cancel()
        await asyncio.wait([running])
        return [answer["type"] for answer in answers]

    assert asyncio.run(ask()) == ["ack"] * MANY
    assert (counted.acknowledged, counted.refused, counted.resent > 0) == (MANY, 0, True)
