"""A server that is killed in every phase while its clock is paused or runs: afterwards everything is as it was.

Phones and panel are real sockets that come back by themselves, and the same game is then played to its end.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any

import pytest

from game.rehearsal import checks
from game.rehearsal.phone import PLAY, Phone
from game.rehearsal.run import rehearse
from game.rehearsal.stage import Plan, Stage
from game.rehearsal.watcher import Watcher
from tests.live.server import Server

pytestmark = pytest.mark.faults

WITH_CLOCK = ("agree", "act", "outcome", "time_out")
WAIT_SECONDS = 60.0
DOWN_SECONDS = 8.0  # longer than anyone counts as here without a sign of life


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server({"DATA_DIR": str(tmp_path_factory.mktemp("restarts"))}) as running:
        yield running
        assert running.errors() == ""


@asynccontextmanager
async def playing(server: Server, phase: str) -> AsyncIterator[Stage]:
    """Give a stage whose game stands in a phase (the time-out comes after round 3) with a choice of every seat in it."""
    rounds = 4 if phase == "time_out" else 1
    plan = Plan(urls=(server.base_url,), key=server.start_key, tables=1, seats=5, rounds=rounds)
    with ThreadPoolExecutor(4) as pool:
        stage = Stage(plan, pool)
        try:
            await stage.open()
            await within(stage.all_show(0))
            await within(panel_of(stage).shows(0))
            while panel_of(stage).phase != phase:
                await choose(stage)
                await go_on(stage)
            await choose(stage)
            yield stage
        finally:
            await stage.close()


def panel_of(stage: Stage) -> Watcher:
    return stage.watchers["panel"]


async def within(work: Awaitable[Any], seconds: float = WAIT_SECONDS) -> Any:
    return await asyncio.wait_for(work, seconds)


async def until(watcher: Watcher, is_so: Callable[[], bool], seconds: float = WAIT_SECONDS) -> None:
    """Wait until a panel shows something."""
    async with asyncio.timeout(seconds):
        while not is_so():
            await watcher.changes()


async def go_on(stage: Stage) -> None:
    """Press next, and wait until everybody shows it."""
    panel = panel_of(stage)
    step = panel.step
    assert (await panel.command("next", step=step))["type"] == "ack"
    await within(panel.shows(step + 1))
    await within(stage.all_show(step + 1))


async def choose(stage: Stage) -> None:
    """Let every seat choose where there is something to choose."""
    panel = panel_of(stage)
    if panel.phase in PLAY:
        states = await stage.states()
        seats = [phone.play(panel.step, states[phone.table], stage.plan.policy) for phone in stage.phones]
        await within(asyncio.gather(*seats))
        await within(asyncio.gather(*[shows_ready(phone) for phone in stage.phones]))


async def shows_ready(phone: Phone) -> None:
    while not (phone.screen and phone.screen["mine"]["ready"]):
        await asyncio.sleep(0.02)


async def set_clock(stage: Stage, seconds: int) -> None:
    panel = panel_of(stage)
    assert (await panel.command("start_clock", seconds=seconds))["type"] == "ack"
    await until(panel, lambda: panel.clock is not None and panel.clock["remaining_ms"] is not None)
    await until(panel, lambda: left_ms(panel) <= seconds * 1000)


def left_ms(panel: Watcher) -> int:
    return int(panel.clock["remaining_ms"]) if panel.clock and panel.clock["remaining_ms"] is not None else 0


def ends_at(panel: Watcher) -> float:
    """Return when the countdown that a panel shows ends (monotonic seconds)."""
    return panel.clock_at + left_ms(panel) / 1000


def stood_still(panel: Watcher) -> bool:
    """Tell whether the log says that time without a server does not count."""
    return any(line["code"] == "stood_still" for line in panel.log or ())


def place(phone: Phone) -> tuple[Any, ...]:
    """Return where a phone is and what it has there."""
    assert phone.screen is not None
    mine = phone.screen["mine"]
    return phone.table, mine["seat"], mine["alias"], mine.get("stored"), mine.get("ready"), mine.get("bot")


async def power_cut(server: Server, stage: Stage, down_seconds: float = 0.0) -> None:
    """Kill the server and start it again."""
    server.kill()
    for phone in stage.phones:
        phone.screen = None
    panel = panel_of(stage)
    panel.room, panel.clock = {}, None
    await asyncio.sleep(down_seconds)
    await asyncio.to_thread(server.start)


async def all_are_back(stage: Stage) -> None:
    """Wait until every phone and the panel show something again."""
    await within(stage.all_show(0))
    await until(panel_of(stage), lambda: panel_of(stage).step >= 0 and panel_of(stage).clock is not None)


async def play_to_the_end(stage: Stage) -> None:
    """Play the same game on to its debrief, and look that nothing of it was lost."""
    while panel_of(stage).phase != "debrief":
        await choose(stage)
        await go_on(stage)
    audit = await stage.audit("journal,state")
    kept = [one for phone in stage.phones for one in phone.kept]
    courses = [phone.course for phone in stage.phones]
    assert kept
    assert checks.kept_once(kept, audit["tables"]) == []
    assert checks.replays(audit["tables"]) == []
    assert checks.one_course([*courses, panel_of(stage).course]) == []
    assert audit["tables"][0]["snapshot"]["phase"] == "debrief"


@pytest.mark.parametrize("phase", ["lobby", "agree", "act", "outcome", "time_out", "debrief"])
async def test_killed_in(server: Server, phase: str) -> None:
    async with playing(server, phase) as stage:
        places = [place(phone) for phone in stage.phones]
        step = panel_of(stage).step
        await power_cut(server, stage)
        await all_are_back(stage)
        assert [place(phone) for phone in stage.phones] == places
        assert (panel_of(stage).phase, panel_of(stage).step) == (phase, step)
        await play_to_the_end(stage)


@pytest.mark.parametrize("phase", WITH_CLOCK)
async def test_killed_while_a_countdown_runs_and_while_it_is_paused_in(server: Server, phase: str) -> None:
    async with playing(server, phase) as stage:
        panel = panel_of(stage)
        places = [place(phone) for phone in stage.phones]
        await set_clock(stage, 60)
        left = ends_at(panel) - time.monotonic()
        await power_cut(server, stage, 1.0)
        await all_are_back(stage)
        await until(panel, lambda: stood_still(panel) and left_ms(panel) > (left - 20) * 1000)
        assert left_ms(panel) <= 62_000  # where the last heartbeat left it, of a second before
        assert ([place(phone) for phone in stage.phones], panel.phase) == (places, phase)

        assert (await panel.command("pause", paused=True))["type"] == "ack"
        await until(panel, lambda: panel.room["paused"] and panel.clock is not None and panel.clock["paused"])
        kept = left_ms(panel)
        await power_cut(server, stage, 1.0)
        await all_are_back(stage)
        assert [place(phone) for phone in stage.phones] == places
        assert (panel.phase, panel.room["paused"]) == (phase, True)
        assert panel.clock is not None
        assert (panel.clock["paused"], left_ms(panel)) == (True, kept)
        for phone in stage.phones:
            assert phone.screen is not None
            assert phone.screen["table"]["paused"] is True
        assert (await panel.command("pause", paused=False))["type"] == "ack"
        await until(panel, lambda: panel.clock is not None and not panel.clock["paused"])
        assert left_ms(panel) <= kept
        await play_to_the_end(stage)


@pytest.mark.parametrize("phase", PLAY)
async def test_a_countdown_that_would_have_run_out_without_a_server_in(server: Server, phase: str) -> None:
    async with playing(server, phase) as stage:
        panel = panel_of(stage)
        step = panel.step
        await set_clock(stage, 2)
        await power_cut(server, stage, 2.2)
        await all_are_back(stage)
        await until(panel, lambda: stood_still(panel) and left_ms(panel) > 20_000)
        assert left_ms(panel) <= 30_000
        assert (panel.phase, panel.step) == (phase, step)
        await choose(stage)
        await play_to_the_end(stage)


async def test_bots_take_no_seat_because_the_server_was_down(server: Server) -> None:
    async with playing(server, "act") as stage:
        panel = panel_of(stage)
        assert (await panel.command("configure", bot_after_seconds=1))["type"] == "ack"
        places = [place(phone) for phone in stage.phones]
        await power_cut(server, stage, DOWN_SECONDS)
        await all_are_back(stage)
        await until(panel, lambda: panel.room["here"] == len(stage.phones))
        await asyncio.sleep(3)  # a bot that would come comes within a second or two
        assert [place(phone) for phone in stage.phones] == places
        assert [seat["bot"] for seat in panel.parts["1"]["seats"]] == [False] * 5
        assert panel.log is not None
        assert [line for line in panel.log if line["code"] == "bot_stood_in"] == []
        await play_to_the_end(stage)


async def test_killed_under_a_wild_facilitator(server: Server) -> None:
    """Whatever was going on: what was acknowledged is kept, no step is skipped, and everybody shows the same game."""

    async def kill_twice() -> None:
        for _ in range(2):
            await asyncio.sleep(7)
            server.kill()
            await asyncio.to_thread(server.start)

    plan = Plan(urls=(server.base_url,), key=server.start_key, tables=2, seats=6, rounds=4, seed=4, wild=True)
    report, _ = await asyncio.gather(rehearse(plan), kill_twice())
    assert (report["problems"], report["ok"]) == ([], True)
    assert report["reconnects"] >= 2 * report["seats"]
