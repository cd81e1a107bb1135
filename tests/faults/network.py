"""A bad network between clients and a server, by dice: what it does to a connection follows from a seed and its number.

Pages pass; live connections are cut, reset, frozen, slowed, sliced, delayed, and cut between a tap and its answer.

Nothing is lost, doubled or reordered within a connection, as TCP sees to that.
"""

import asyncio
import random
import socket
import struct
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field

HEAD_END = b"\r\n\r\n"
PIECE = 65536
NO_LINGER = struct.pack("ii", 1, 0)  # a close that is a reset
CALM_SECONDS = (0.1, 2.5)  # between one fault and the next on a connection
SLOW = 1024  # bytes a second
STEP_SECONDS = 0.1


@dataclass
class Way:
    """One direction of a connection: how it passes bytes on."""

    passes: asyncio.Event = field(default_factory=asyncio.Event)
    moved: asyncio.Event = field(default_factory=asyncio.Event)
    per_second: int | None = None
    slice: int = PIECE
    delay: float = 0.0

    def ease(self) -> None:
        """Let everything through as it comes."""
        self.per_second, self.slice, self.delay = None, PIECE, 0.0
        self.passes.set()


class Line:
    """One live connection of a client, and its other half to the server."""

    def __init__(self, near: asyncio.StreamWriter, far: asyncio.StreamWriter) -> None:
        self._writers = (near, far)
        self.up, self.down = Way(), Way()
        self.ease()

    @property
    def ways(self) -> tuple[Way, Way]:
        """From the client to the server, and back."""
        return self.up, self.down

    def ease(self) -> None:
        """Let everything through as it comes."""
        for way in self.ways:
            way.ease()

    def freeze(self) -> None:
        """Let nothing through, and say nothing of it, until it is eased."""
        for way in self.ways:
            way.passes.clear()

    def cut(self) -> None:
        """End both halves."""
        for writer in self._writers:
            writer.close()

    def reset(self) -> None:
        """End both halves as if they had never been."""
        for writer in self._writers:
            with suppress(OSError):
                writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, NO_LINGER)
            writer.transport.abort()


class BadNetwork:
    """Passes connections on to a port of this machine; use it with `async with`. `did` counts what it did to them.

    `patience` is how long a freeze lasts at most, in seconds: who waits for an answer gives up after nine. Without a `seed`
    it does nothing by itself.
    """

    def __init__(self, to: int, seed: int | None = None, patience: float = 1.5) -> None:
        self.did: Counter[str] = Counter()
        self.lines: set[Line] = set()
        self._is_down = self._is_silent = False
        self._up = asyncio.Event()
        self._to = to
        self._seed = seed
        self._patience = patience
        self._made = 0
        self._calm = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def base_url(self) -> str:
        """The address of the server's pages as seen through this network."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def socket_url(self) -> str:
        """The address of the server's sockets as seen through it."""
        return f"ws://127.0.0.1:{self._port}"

    def lose_answers(self) -> None:
        """Let what the server says on the connections that are open not arrive any more."""
        for line in self.lines:
            line.down.passes.clear()
            line.up.moved.clear()

    async def something_went_up(self) -> None:
        """Wait until a client has sent something on the connections that are open since `lose_answers`."""
        while not any(line.up.moved.is_set() for line in self.lines):
            await asyncio.sleep(0.01)

    def calm(self) -> None:
        """Be a good network from now on."""
        self._calm.set()
        for line in self.lines:
            line.ease()

    def go_down(self, *, silently: bool) -> None:
        """Let no live connection through any more, until `come_up`: they end at once, or nothing is heard of them."""
        self._is_down, self._is_silent = True, silently
        self._up.clear()
        for line in list(self.lines):
            line.freeze() if silently else line.cut()

    def come_up(self) -> None:
        """Let connections through again; those that went silent are over, as an address is another one by now."""
        self._is_down = False
        self._up.set()
        for line in list(self.lines):
            line.reset()

    async def __aenter__(self) -> "BadNetwork":
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, backlog=512)
        self._port = int(self._server.sockets[0].getsockname()[1])
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for line in list(self.lines):
            line.reset()

    def _spawn(self, work: Awaitable[None]) -> "asyncio.Task[None]":
        task = asyncio.ensure_future(_quietly(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._spawn(self._pass_on(reader, writer))

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(HEAD_END)
            is_live = b"upgrade: websocket" in head.lower()
            if is_live and self._is_down:
                if self._is_silent:
                    await self._up.wait()
                return
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._to)
            line = Line(writer, far_writer)
            far_writer.write(head)
            if is_live:
                self.lines.add(line)
                if self._seed is not None:
                    self._made += 1
                    self._spawn(self._trouble(line, random.Random(f"{self._seed} {self._made}")))
            try:
                ways = ((reader, far_writer, line.up), (far_reader, writer, line.down))
                passing = [self._spawn(_pass(*way)) for way in ways]
                await asyncio.wait(passing, return_when=asyncio.FIRST_COMPLETED)
                line.cut()
                line.ease()
                await asyncio.wait(passing)
            finally:
                self.lines.discard(line)
                far_writer.close()
        finally:
            writer.close()

    async def _trouble(self, line: Line, dice: random.Random) -> None:
        """Do one thing after another to a connection, until it is over or the network is calm."""
        while line in self.lines and not self._calm.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._calm.wait(), dice.uniform(*CALM_SECONDS))
            if self._calm.is_set() or line not in self.lines:
                return
            fault = dice.choices(list(FAULTS), list(FAULTS.values()))[0]
            self.did[fault.__name__] += 1
            await fault(self, line, dice)
            line.ease()

    async def _for(self, seconds: float) -> None:
        """Wait, unless the network gets calm."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._calm.wait(), seconds)

    async def cut(self, line: Line, dice: random.Random) -> None:
        """End it in good order."""
        line.cut()

    async def reset(self, line: Line, dice: random.Random) -> None:
        """End it with a reset."""
        line.reset()

    async def freeze(self, line: Line, dice: random.Random) -> None:
        """Let nothing through for a while."""
        line.freeze()
        await self._for(dice.uniform(0.3, self._patience))

    async def slow(self, line: Line, dice: random.Random) -> None:
        """Let a kilobyte a second through."""
        line.down.per_second = SLOW
        await self._for(dice.uniform(1.0, 4.0))

    async def cut_in_slices(self, line: Line, dice: random.Random) -> None:
        """Let bytes through one by one, or two or three."""
        for way in line.ways:
            way.slice = dice.randint(1, 3)
        await self._for(dice.uniform(0.5, 2.0))

    async def delay(self, line: Line, dice: random.Random) -> None:
        """Let everything be late."""
        for way in line.ways:
            way.delay = dice.uniform(0.05, 0.6)
        await self._for(dice.uniform(0.5, 2.0))

    async def lose_the_answer(self, line: Line, dice: random.Random) -> None:
        """Let what is sent next arrive, and cut before its answer does."""
        line.down.passes.clear()
        line.up.moved.clear()
        with suppress(TimeoutError):
            await asyncio.wait_for(line.up.moved.wait(), 1.0)
        await self._for(dice.uniform(0.0, 0.1))
        line.reset()


Fault = Callable[[BadNetwork, Line, random.Random], Awaitable[None]]
# And how likely each is.
FAULTS: dict[Fault, int] = {
    BadNetwork.cut: 2,
    BadNetwork.reset: 2,
    BadNetwork.freeze: 2,
    BadNetwork.slow: 1,
    BadNetwork.cut_in_slices: 2,
    BadNetwork.delay: 2,
    BadNetwork.lose_the_answer: 3,
}


async def _pass(source: asyncio.StreamReader, target: asyncio.StreamWriter, way: Way) -> None:
    """Pass on what comes, as the way lets it through at that moment, until either end is gone."""
    while data := await source.read(PIECE):
        await way.passes.wait()
        await asyncio.sleep(way.delay)
        while data:
            slow = way.per_second is not None
            size = max(1, int(SLOW * STEP_SECONDS)) if slow else way.slice
            target.write(data[:size])
            data = data[size:]
            await target.drain()
            await asyncio.sleep(STEP_SECONDS if slow else 0)
            await way.passes.wait()
        way.moved.set()


async def _quietly(work: Awaitable[None]) -> None:
    """Do something with connections that may end at any moment."""
    with suppress(OSError, asyncio.IncompleteReadError):
        await work
