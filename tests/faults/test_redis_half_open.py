"""A Redis behind something that forgets connections without ending them: two processes find each other again."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from game.live.others import Others
from tests.faults.cluster import SECRETS, Redis

pytestmark = pytest.mark.faults
MANY = 300


class Forgetful:
    """A proxy in front of a port; what it has `forgotten` stays open, and nothing comes through any more."""

    def __init__(self, to: int) -> None:
        self._to = to
        self._open: set[asyncio.Event] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> int:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return int(self._server.sockets[0].getsockname()[1])

    def forget(self) -> None:
        """Let what is open now be only half there."""
        for one in self._open:
            one.set()
        self._open = set()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        forgotten = asyncio.Event()
        self._open.add(forgotten)
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._to)
        for source, target in ((reader, far_writer), (far_reader, writer)):
            task = asyncio.ensure_future(self._pass_on(source, target, forgotten))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _pass_on(
        self, source: asyncio.StreamReader, target: asyncio.StreamWriter, forgotten: asyncio.Event
    ) -> None:
        try:
            while data := await source.read(65536):
                if not forgotten.is_set():
                    target.write(data)
            if forgotten.is_set():
                await asyncio.Event().wait()  # also that it ended is not passed on
        finally:
            target.close()

    async def close(self) -> None:
        self._server.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


@pytest.fixture
async def network(require_program: Callable[[str], Path], settings: Any) -> AsyncIterator[Forgetful]:
    """Give a network to a Redis, which the channel layer goes over."""
    redis = Redis(require_program("redis-server"))
    await asyncio.to_thread(redis.start)
    network = Forgetful(redis.port)
    address = f"redis://:{SECRETS['REDIS_PASSWORD']}@127.0.0.1:{await network.start()}/0"
    hosts = [{"address": address, "socket_timeout": None}]
    backend = "channels_redis.pubsub.RedisPubSubChannelLayer"
    settings.CHANNEL_LAYERS = {"default": {"BACKEND": backend, "CONFIG": {"hosts": hosts}}}
    yield network
    await network.close()
    redis.kill()


async def forever(job: Callable[[], Coroutine[Any, Any, None]]) -> None:
    while True:
        await job()


@pytest.mark.promise("Redis half open: a new connection, nothing piles up")
async def test_a_connection_that_is_half_open_is_made_anew_and_lets_nothing_pile_up(
    network: Forgetful,
) -> None:
    heard: asyncio.Queue[tuple[int, int]] = asyncio.Queue()
    here, there = Others(lambda *_: None), Others(lambda game, rev: heard.put_nowait((game, rev)))
    jobs = [
        asyncio.ensure_future(forever(job)) for one in (here, there) for job in (one.hear, one.send, one.beat)
    ]
    rev = 0

    async def arrives(seconds: float) -> None:
        """Tell until it is heard, as a poke is lost now and then."""
        nonlocal rev
        async with asyncio.timeout(seconds):
            while True:
                rev += 1
                here.tell(7, rev)
                with suppress(TimeoutError):
                    await asyncio.wait_for(heard.get(), 0.2)
                    return

    await arrives(60)
    network.forget()
    before = len(asyncio.all_tasks())
    for number in range(MANY):
        here.tell(number + 10, 1)
        await asyncio.sleep(0)
    assert len(asyncio.all_tasks()) < before + 10
    while not heard.empty():
        heard.get_nowait()
    await arrives(60)
    for job in jobs:
        job.cancel()
    await asyncio.gather(*jobs, return_exceptions=True)
    await here.close()
    await there.close()
