"""Forty tables of eight, all tapping: how soon and with how many bytes the panel hears of it.

Figures are printed (run with -s); asserted is only that everything arrived.
"""

import asyncio
import json
import random
import time
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import msgspec
import psutil
import pytest
from websockets.asyncio.client import ClientConnection, connect

from game.engine.bots.policies import Policy
from game.engine.bots.seat import bot_choice
from game.engine.debrief.steps import PICTURES
from game.rehearsal.client import MAX_FRAME, origin_of
from game.rehearsal.phone import Phone, States
from game.rehearsal.stage import Plan, Stage
from game.rehearsal.statistics import Statistics, summed_up
from tests.live.server import Server

pytestmark = pytest.mark.load

TABLES, SEATS = 40, 8
TAPS = 6
BETWEEN_TAPS = (0.5, 2.5)  # seconds, as fast as people who hurry
WAIT_SECONDS = 60.0


class Timed(Statistics):
    """Also keeps when which revision was acknowledged (monotonic seconds)."""

    def __init__(self) -> None:
        super().__init__()
        self.acks: list[tuple[float, int]] = []

    def answered(self, answer: dict[str, Any], milliseconds: float, tries: int) -> None:
        super().answered(answer, milliseconds, tries)
        if answer["type"] == "ack":
            self.acks.append((time.monotonic(), answer["rev"]))


@dataclass
class Watch:
    """A panel's socket: when each frame came, at which revision and how long it was; `tiles` as they are now."""

    frames: list[tuple[float, int, int]] = field(default_factory=list)
    tiles: dict[int, dict[str, Any]] = field(default_factory=dict)
    room: dict[str, Any] = field(default_factory=dict)

    async def follow(self, socket: ClientConnection) -> None:
        async for frame in socket:
            came = time.monotonic()
            message = json.loads(frame)
            if message["type"] == "panel_screen":
                self.frames.append((came, message["rev"], len(frame)))
                self.room = message["room"]
                self.tiles |= {tile["table"]: tile for tile in message["tiles"]}

    async def until(self, rev: int) -> None:
        async with asyncio.timeout(WAIT_SECONDS):
            while not self.frames or self.frames[-1][1] < rev:
                await asyncio.sleep(0.02)

    def delays_ms(self, acks: list[tuple[float, int]]) -> list[float]:
        """Return, per acknowledged change, after how long a frame showed it (0 when it was there before the answer)."""
        delays = []
        frames = iter(self.frames)
        came, rev, _ = next(frames)
        for at, changed in sorted(acks, key=lambda ack: ack[1]):
            while rev < changed:
                came, rev, _ = next(frames)
            delays.append(max(0.0, (came - at) * 1000))
        return delays


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server({"DATA_DIR": str(tmp_path_factory.mktemp("forty"))}) as running:
        yield running
        assert running.errors() == ""


@asynccontextmanager
async def full_room(server: Server) -> AsyncIterator[tuple[Stage, Watch]]:
    plan = Plan(urls=(server.base_url,), key=server.start_key, tables=TABLES, seats=SEATS, rounds=1)
    with ThreadPoolExecutor(16) as pool:
        stage = Stage(plan, pool)
        stage.statistics = Timed()
        url = f"{server.socket_url}/ws/control/"
        try:
            await stage.open()
            await asyncio.wait_for(stage.all_show(0), WAIT_SECONDS)
            cookies = {"Cookie": stage.host.cookie_header()}
            address = f"{url}{stage.workshop}/"
            async with connect(
                address,
                origin=origin_of(address),
                additional_headers=cookies,
                max_size=MAX_FRAME,
                proxy=None,
                ping_interval=None,
            ) as socket:
                watch = Watch()
                following = asyncio.ensure_future(watch.follow(socket))
                beating = asyncio.ensure_future(beat(socket))
                yield stage, watch
                for task in (following, beating):
                    task.cancel()
        finally:
            await stage.close()
        assert stage.problems == []


async def beat(socket: ClientConnection) -> None:
    while True:
        await asyncio.sleep(4)
        await socket.send(json.dumps({"type": "ping", "rev": 0}))


async def tap(phone: Phone, step: int, states: States) -> None:
    """Tap a few times, with the pauses of somebody in a hurry, and say ready."""
    dice = random.Random(f"{phone.table} {phone.seat}")
    assert phone.seat is not None
    choice = msgspec.to_builtins(bot_choice(states[phone.table], phone.seat, Policy.TOGETHER))
    for n in range(TAPS):
        await asyncio.sleep(dice.uniform(*BETWEEN_TAPS))
        answer = await phone.client.command("choose", step=step, n=n + 1, choice=choice)
        assert answer["type"] == "ack", answer
    await asyncio.sleep(dice.uniform(*BETWEEN_TAPS))
    assert (await phone.client.command("ready", step=step, ready=True))["type"] == "ack"


async def burst(phone: Phone, step: int, states: States) -> None:
    """Tap and say ready at once, everybody within a twentieth of a second."""
    await phone.play(step, states[phone.table], Policy.TOGETHER)


async def test_forty_tables_of_eight_that_all_tap(server: Server) -> None:
    async with full_room(server) as (stage, watch):
        for step, way in ((1, tap), (2, burst)):
            pressed = time.monotonic()
            assert (await stage.watchers["panel"].command("next", step=step - 1))["type"] == "ack"
            await asyncio.wait_for(stage.all_show(step), WAIT_SECONDS)
            print("press next", json.dumps({"all_screens_ms": round((time.monotonic() - pressed) * 1000)}))
            states = await stage.states()
            assert isinstance(stage.statistics, Timed)
            stage.statistics.acks.clear()
            stage.statistics.ack_ms.clear()
            watch.frames.clear()
            began = time.monotonic()
            await asyncio.gather(*[way(phone, step, states) for phone in stage.phones])
            acks = list(stage.statistics.acks)
            await watch.until(max(rev for _, rev in acks))
            show(way.__name__, watch, stage.statistics, time.monotonic() - began)
            ready = [seat["ready"] for tile in watch.tiles.values() for seat in tile["seats"]]
            assert ready == [True] * TABLES * SEATS
            assert watch.room["ready"] == TABLES * SEATS
            assert len(watch.delays_ms(acks)) == len(acks) >= TABLES * SEATS
        await press_through_the_debrief(server, stage, watch)


async def press_through_the_debrief(server: Server, stage: Stage, watch: Watch) -> None:
    """Press to the end of the short path; print what each press costs the server and when the last screen has it."""
    panel = stage.watchers["panel"]
    while watch.room["phase"] != "debrief":
        fills = [*range(1, TABLES + 1)]
        answer = await panel.command("next", step=watch.room["step"], fills=fills)
        assert answer["type"] == "ack", answer
        await watch.until(answer["rev"])
    for step, pictures in PICTURES.items():
        for one in (one for one in pictures if one.on == "short"):
            for beat in range(one.last_beat(1, TABLES) + 1):
                shown = (step, one.part, beat)
                spent, began = cpu_seconds(server), time.monotonic()
                asked = {"view": step, "part": one.part, "table": None, "beat": beat}
                answer = await panel.command("show_debrief", step=watch.room["step"], **asked)
                assert answer["type"] == "ack", answer
                async with asyncio.timeout(WAIT_SECONDS):
                    while any(place_of(phone) != shown for phone in stage.phones):
                        await asyncio.sleep(0.02)
                    await watch.until(answer["rev"])
                figures = {
                    "all_screens_ms": round((time.monotonic() - began) * 1000),
                    "server_cpu_ms": round((cpu_seconds(server) - spent) * 1000),
                }
                print("press", *shown, json.dumps(figures))


def place_of(phone: Phone) -> tuple[str, str, int]:
    assert phone.screen is not None
    shown = phone.screen["table"]["debrief"]
    return shown["step"], shown["part"], shown["beat"]


def cpu_seconds(server: Server) -> float:
    """Return what the server and the processes that work for it have run, so that other work here counts little."""
    assert server.process is not None
    own = psutil.Process(server.process.pid)
    return sum(sum(one.cpu_times()[:2]) for one in (own, *own.children(recursive=True)))


def show(name: str, watch: Watch, statistics: Timed, seconds: float) -> None:
    sizes = [size for *_, size in watch.frames]
    figures = {
        "commands": len(statistics.acks),
        "seconds": round(seconds, 1),
        "ack_ms": summed_up(statistics.ack_ms),
        "panel_ms": summed_up(watch.delays_ms(statistics.acks)),
        "frames": len(sizes),
        "frame_bytes": summed_up([float(size) for size in sizes]),
        "bytes_per_second": round(sum(sizes) / seconds),
    }
    print(name, json.dumps(figures))
