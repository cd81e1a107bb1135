"""A channel layer that drops, repeats and reorders what processes tell each other: a hint, and the game goes on."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest
from redis.asyncio import Redis
from redis.exceptions import RedisError

from game.engine.bots.policies import Policy
from game.rehearsal.run import Plan
from tests.faults.cluster import SECRETS, Cluster
from tests.faults.histories import rehearsed
from tests.faults.sizes import SEED, SIZE

pytestmark = pytest.mark.faults
TABLES, ROUNDS = (3, 4) if SIZE.is_whole else (1, 1)


class Noise:
    """Hears what is told over a Redis, tells it again and later, and takes everybody's subscription away now and then."""

    def __init__(self, port: int, seed: int) -> None:
        self._dice = random.Random(seed)
        self._redis = Redis(port=port, password=SECRETS["REDIS_PASSWORD"], socket_timeout=None)
        self._heard: list[tuple[bytes, bytes]] = []
        self.repeated = self.dropped = 0

    async def repeat(self) -> None:
        """Tell again what was told, in another order, some of it several times."""
        while True:
            await asyncio.sleep(self._dice.uniform(0.0, 0.1))
            if self._heard:
                channel, data = self._dice.choice(self._heard[-50:])
                await self._redis.publish(channel, data)
                self.repeated += 1

    async def drop(self) -> None:
        """Let what is told for a moment reach nobody."""
        while True:
            await asyncio.sleep(self._dice.uniform(0.3, 1.5))
            self.dropped += await self._redis.client_kill_filter(_type="pubsub", skipme=False)

    async def hear(self) -> None:
        while True:
            with suppress(RedisError, OSError):
                async with self._redis.pubsub() as heard:
                    await heard.psubscribe("*")
                    async for message in heard.listen():
                        if message["type"] == "pmessage":
                            self._heard.append((message["channel"], message["data"]))

    async def close(self) -> None:
        await self._redis.aclose()


@asynccontextmanager
async def noise(cluster: Cluster, seed: int) -> AsyncIterator[Noise]:
    made = Noise(cluster.redis.port, seed)
    jobs = [asyncio.ensure_future(job()) for job in (made.hear, made.repeat, made.drop)]
    try:
        yield made
    finally:
        for job in jobs:
            job.cancel()
        await asyncio.gather(*jobs, return_exceptions=True)
        await made.close()


@pytest.mark.promise("a layer that drops, repeats and reorders: one game on all screens")
async def test_a_game_over_a_layer_that_cannot_be_trusted(cluster: Cluster) -> None:
    plan = Plan(
        urls=cluster.urls,
        key=SECRETS["START_KEY"],
        tables=TABLES,
        seats=5,
        rounds=ROUNDS,
        policy=Policy.RANDOM,
        seed=SEED,
    )
    async with noise(cluster, SEED) as bad:
        report = await rehearsed(plan)
    assert (report["problems"], report["ok"], report["refused"]) == ([], True, 0), f"seed {SEED}"
    assert min(bad.repeated, bad.dropped) > 0
