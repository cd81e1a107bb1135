"""The three servers that are measured side by side, each in a process of its own, and the room of clients at each."""

import asyncio
import os
import re
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.live.server import ROOT, free_port
from tests.load.bench.wire import Taken, Wire, connect

REV = re.compile(rb'"rev":(\d+)')
STEP = re.compile(rb'"step":(\d+)')
SCREEN, ANSWER, REFUSED = b'{"type":"player_screen"', b'{"type":"ack"', b'{"type":"refused"'
PATIENCE = 60.0  # seconds for whatever is waited for
AT_ONCE = 100  # handshakes
WRITTEN = 256 * 1024  # bytes, about what a press writes for 20 tables
Open = Callable[[int, Taken], Awaitable[Wire]]
refused: list[str] = []  # there must be none


class Phone:
    """One client: the newest step it shows, when that or an answer came (seconds), and how many answers and screens it got.

    What a screen says is looked for when somebody asks, and not while others wait for theirs.
    """

    def __init__(self) -> None:
        self.wire: Wire | None = None
        self.at = 0.0
        self._step = -1
        self._shown = b""
        self._came: list[tuple[float, bytes]] = []  # screens that were not looked at
        self.answers = self.screens = 0

    @property
    def step(self) -> int:
        """The newest step that it shows, -1 for none."""
        for at, text in self._came:
            found = STEP.search(text)
            step = int(found[1]) if found else self._step  # what changed within a step does not name it
            if step != self._step:
                self._step, self.at = step, at
        self._came.clear()
        return self._step

    @property
    def rev(self) -> int:
        """The newest revision that it shows."""
        found = REV.search(self._shown)
        return int(found[1]) if found else 0

    def take(self, wire: Wire, text: bytes) -> None:
        """Read what matters of a message."""
        if text.startswith(SCREEN):
            self.screens += 1
            self._shown = text
            self._came.append((time.perf_counter(), text))
        elif text.startswith(ANSWER):
            self.answers += 1
            self.at = time.perf_counter()
        elif text.startswith(REFUSED):
            refused.append(text.decode())


@dataclass
class Side:
    """A server (`pid`) and the phones at it; `open_phone` connects one by its number, `press` makes the next step,
    `chosen` is what a phone says when all choose.
    """

    name: str
    pid: int
    open_phone: Open
    press: Callable[[], None]
    chosen: Callable[[int], bytes]
    phones: list[Phone] = field(default_factory=list)

    @property
    def cpu(self) -> float:
        """Seconds of processor time that the server took so far."""
        times = psutil.Process(self.pid).cpu_times()
        return times.user + times.system

    @property
    def memory(self) -> int:
        """Bytes that the server holds."""
        return int(psutil.Process(self.pid).memory_info().rss)

    @property
    def bytes_in(self) -> int:
        """Bytes that came to its phones so far."""
        return sum(phone.wire.bytes_in for phone in self.phones if phone.wire)

    async def storm(self, people: int) -> float:
        """Let so many connect at once; return the seconds until all had a screen."""
        self.phones = [Phone() for _ in range(people)]
        turn = asyncio.Semaphore(AT_ONCE)

        async def come(number: int, phone: Phone) -> None:
            async with turn:
                phone.wire = await self.open_phone(number, phone.take)

        began = time.perf_counter()
        await asyncio.gather(*(come(number, phone) for number, phone in enumerate(self.phones)))
        await until(lambda: all(phone.step >= 0 for phone in reversed(self.phones)), self.name)
        return max(phone.at for phone in self.phones) - began

    async def step(self) -> list[float]:
        """Press once; return per phone the seconds until its screen was there, sorted."""
        before = [phone.step for phone in self.phones]
        began = time.perf_counter()
        self.press()
        both = [*zip(self.phones, before, strict=True)][::-1]  # who is told last is asked first
        await until(lambda: all(one.step != old for one, old in both), self.name)
        return sorted(phone.at - began for phone in self.phones)

    async def choose(self) -> float:
        """Let all choose at once; return the seconds until the last answer."""
        before = [phone.answers for phone in self.phones]
        said = [self.chosen(number) for number in range(len(self.phones))]
        began = time.perf_counter()
        for phone, text in zip(self.phones, said, strict=True):
            assert phone.wire is not None
            phone.wire.say(text)
        await until(
            lambda: all(one.answers > old for one, old in zip(self.phones, before, strict=True)), self.name
        )
        return max(phone.at for phone in self.phones) - began

    def leave(self) -> None:
        """Hang up everywhere."""
        for phone in self.phones:
            if phone.wire is not None:
                phone.wire.close()
        self.phones = []


async def until(found: Callable[[], bool], what: str) -> None:
    """Wait for something, looking rarely enough not to be in the way; raises TimeoutError, or RuntimeError for a refusal."""
    ends = time.perf_counter() + PATIENCE
    while not found():
        if refused:
            raise RuntimeError(refused[0])
        if time.perf_counter() > ends:
            raise TimeoutError(what)
        await asyncio.sleep(0.002)


def plain(
    name: str, command: list[str], port: int, **environment: str
) -> tuple[Side, subprocess.Popen[bytes]]:
    """Start the floor or plain Channels, which know no seats."""
    clean = {"PATH": os.environ["PATH"], **environment}
    process = subprocess.Popen([sys.executable, "-m", *command], cwd=ROOT, env=clean)
    panel: list[Wire] = []

    async def open_phone(number: int, take: Taken) -> Wire:
        wire = await connect(port, "/", "", take)
        if number == 0:
            panel[:] = [wire]
        return wire

    def press() -> None:
        panel[0].say(b'{"type":"next"}')

    return Side(name, process.pid, open_phone, press, lambda _: b'{"type":"choose"}'), process


def floor(size: int) -> tuple[Side, subprocess.Popen[bytes]]:
    """Start the floor."""
    port = free_port()
    return plain("floor", ["tests.load.bench.floor", str(port), str(size)], port)


def stock(size: int) -> tuple[Side, subprocess.Popen[bytes]]:
    """Start plain Channels."""
    port = free_port()
    command = ["daphne", "-v", "0", "-b", "127.0.0.1", "-p", str(port), "tests.load.bench.stock:application"]
    return plain("stock", command, port, BENCH_SIZE=str(size))


def disk(folder: Path) -> float:
    """Return the seconds in which this disk keeps some bytes for good, which only ours waits for."""
    began = time.perf_counter()
    with (folder / "disk").open("wb") as file:
        file.write(os.urandom(WRITTEN))
        file.flush()
        os.fsync(file.fileno())
    return time.perf_counter() - began
