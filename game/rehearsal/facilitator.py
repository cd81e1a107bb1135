"""The wild side of a rehearsal: a facilitator on two devices who does, at random, everything at once while the seats play on.

What is meant comes from the script; here it is carried out, with what the panel shows at that moment.
"""

import asyncio
import time
import urllib.error
from collections import Counter, defaultdict
from collections.abc import Callable
from itertools import count
from typing import Any

from game.rehearsal import script
from game.rehearsal.checks import Press
from game.rehearsal.crowd import Crowd
from game.rehearsal.deeds import DEEDS, NO_SERVER, SKIPPED, pair
from game.rehearsal.desk import Desk, pick
from game.rehearsal.script import Intention
from game.rehearsal.stage import Stage
from game.rehearsal.statistics import summed_up

LIMIT_SECONDS = 400.0
PATIENCE_SECONDS = 3.0  # for seats that still choose
HANG_SECONDS = 60.0  # after which something hangs
OVERDUE_SECONDS = 1
BOT_AFTER_SECONDS = 1
BOTS_AT_EMPTY = 0.5  # the chance that bots play at tables where nobody sits


class WildFacilitator:
    """Plays a game from the lobby to its debrief; `presses` and `clocks` say which steps were left why."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.crowd = Crowd(stage)
        self.presses: list[Press] = []
        self.done: dict[str, Counter[str]] = defaultdict(Counter)
        self.overdue_ms: list[float] = []
        self.turns = 0
        self._backs = 0
        self._desk: Desk | None = None
        self._going_on: set[asyncio.Task[None]] = set()

    @property
    def clocks(self) -> set[int]:
        """The steps that may have been left by themselves."""
        return self._desk.clocks if self._desk else set()

    async def play(self) -> None:
        """Play until the debrief; raises TimeoutError when that takes too long or something hangs."""
        panel = self.stage.watchers["panel"]
        await asyncio.wait_for(panel.shows(0), HANG_SECONDS)
        remote = await pair(self.stage, panel, "remote")
        await asyncio.wait_for(remote.shows(0), HANG_SECONDS)
        await panel.command("configure", bot_after_seconds=BOT_AFTER_SECONDS)
        self.crowd.meet(panel.parts)
        self._desk = Desk(self.stage, self.crowd, (panel, remote))
        try:
            async with asyncio.timeout(LIMIT_SECONDS):
                for number in count():
                    if panel.phase in ("debrief", "closed"):
                        break
                    self.turns = number + 1
                    await self._turn(self._desk, script.turn(self.stage.plan.seed, number))
        finally:
            self._desk.stop_auto()
        await self._all_come_back()

    def report(self) -> dict[str, Any]:
        """Return how often everything was done and how it was answered."""
        meant = (script.turn(self.stage.plan.seed, number) for number in range(self.turns))
        return {
            "turns": self.turns,
            "meant": [[one.kind for one in (*turn.during, turn.ending)] for turn in meant],
            "happened": dict(Counter(line["code"] for line in self.stage.watchers["panel"].log or ())),
            "answers": {kind: dict(answers) for kind, answers in sorted(self.done.items())},
            "returned": self.crowd.returned,
            "handed_over": self.crowd.handed_over,
            "overdue_ms": summed_up(self.overdue_ms),
        }

    async def _turn(self, desk: Desk, turn: script.Turn) -> None:
        """Do what is meant for a step, and leave it."""
        for meant in turn.during:
            await asyncio.sleep(meant.wait)
            doing = asyncio.ensure_future(self._do(desk, meant))
            self._going_on.add(doing)
            doing.add_done_callback(self._going_on.discard)
            if meant.patient:
                await asyncio.wait_for(asyncio.shield(doing), HANG_SECONDS)
        step = desk.devices[0].step
        if not turn.hurried:
            await self._until(lambda: self.crowd.are_done(step), PATIENCE_SECONDS)
        if self._going_on:
            await asyncio.wait(self._going_on, timeout=HANG_SECONDS)
        # Whoever was sent out comes back while there is a game to come back to.
        await self._until(lambda: self.crowd.is_complete, HANG_SECONDS)
        await self._leave(desk, turn.ending)

    async def _do(self, desk: Desk, meant: Intention) -> None:
        deed, expected = DEEDS[meant.kind]
        try:
            answer = await deed(desk, meant)
        except Exception as error:
            if isinstance(error, urllib.error.URLError | ConnectionError):
                self.done[meant.kind][NO_SERVER] += 1  # a page was asked for while the server was down
                return
            self.stage.problems.append(f"{meant.kind} broke off: {error!r}")
            return
        self.done[meant.kind][answer] += 1
        if answer not in ("ack", SKIPPED, *expected):
            self.stage.problems.append(f"{meant.kind} was answered with {answer}")

    # Leaving a step

    async def _leave(self, desk: Desk, meant: Intention) -> None:
        """Leave the step that the panel shows, and wait until both devices show the next."""
        before = desk.devices[meant.device].step
        kind = meant.kind
        if desk.devices[0].phase == "lobby" and kind in ("run_out", "back"):
            kind = "next"
        if desk.devices[0].phase == "time_out" and kind == "run_out":
            kind = "next"  # a time-out waits for the facilitator
        if desk.devices[0].is_undecided and kind == "run_out":
            kind = "next"  # and so does a decision that nobody has made
        if kind == "back" and not await self._go_back(desk, meant, before):
            kind = "next"
        if kind == "run_out" and not await self._run_out(desk, meant, before):
            kind = "next"
        if kind == "undo":
            await self._next(desk, meant, "next", before)
            before += await self._undo(desk, meant, before + 1)
        if kind.startswith("next"):
            await self._next(desk, meant, kind, before)
        for device in desk.devices:
            await asyncio.wait_for(device.shows(before + 1), HANG_SECONDS)

    async def _next(self, desk: Desk, meant: Intention, kind: str, step: int) -> None:
        """Press next once, twice on one device, or on both; of the presses for one step at most one counts."""
        first, second = desk.devices[meant.device], desk.devices[1 - meant.device]
        devices = {"next": (first,), "next_twice": (first, first), "next_on_both": (first, second)}[kind]
        plan = first.room.get("start") or {"empty": ()}
        bots_at = [one["table"] for one in plan["empty"]] if meant.b < BOTS_AT_EMPTY else []
        pressing = [device.command("next", step=step, bots_at=bots_at) for device in devices]
        answers = await asyncio.gather(*pressing)
        for answer in answers:
            self._pressed("next", answer)
            self.done[kind]["ack" if answer["type"] == "ack" else answer["code"]] += 1
        acknowledged = [answer for answer in answers if answer["type"] == "ack"]
        refused = {answer["code"] for answer in answers if answer["type"] != "ack"}
        if len(acknowledged) > 1 or refused - {"stale_step"}:
            self.stage.problems.append(f"{kind} in step {step} was answered with {answers}")

    async def _undo(self, desk: Desk, meant: Intention, step: int) -> bool:
        """Take the press that led to this step back; that of the start opens the lobby again."""
        device = desk.devices[meant.device]
        await asyncio.wait_for(device.shows(step), HANG_SECONDS)
        answer = await device.command("undo", step=step)
        self._pressed("undo", answer)
        code = "ack" if answer["type"] == "ack" else answer["code"]
        self.done["undo"][code] += 1
        if code not in ("ack", "stale_step"):
            self.stage.problems.append(f"undo in step {step} was answered with {code}")
        return code == "ack"

    async def _go_back(self, desk: Desk, meant: Intention, step: int) -> bool:
        """Go back to one of the offered moments; False when there is none or it has been enough."""
        device = desk.devices[meant.device]
        targets = device.room["back"]
        if not targets or self._backs == script.MAX_BACKS:
            self.done["back"][SKIPPED] += 1
            return False
        target = pick(targets[:3], meant.a)
        answer = await device.command("go_back", step=step, phase=target["phase"], round=target["round"])
        self._pressed("go_back", answer)
        self.done["back"]["ack" if answer["type"] == "ack" else answer["code"]] += 1
        self._backs += 1
        return bool(answer["type"] == "ack")

    async def _run_out(self, desk: Desk, meant: Intention, step: int) -> bool:
        """Let a short countdown run out; False when it cannot be set, or stands still as the server was away."""
        device, other = desk.devices[meant.device], desk.devices[1 - meant.device]
        await device.command("pause", step=step, paused=False)
        desk.clocks.add(step)
        answer = await device.command("start_clock", step=step, seconds=OVERDUE_SECONDS)
        self.done["run_out"]["ack" if answer["type"] == "ack" else answer["code"]] += 1
        if answer["type"] != "ack":
            return False
        ends = time.monotonic() + OVERDUE_SECONDS
        before = desk.times_stood_still()

        def is_over() -> bool:
            return max(device.step, other.step) > step

        await self._until(lambda: is_over() or desk.times_stood_still() > before, HANG_SECONDS)
        if is_over():
            self.overdue_ms.append((time.monotonic() - ends) * 1000)
        return is_over()

    def _pressed(self, kind: str, answer: dict[str, Any]) -> None:
        if answer["type"] == "ack":
            self.presses.append(Press(answer["id"], kind, answer["step"]))

    # Waiting

    async def _until(self, is_so: Callable[[], bool], seconds: float) -> None:
        """Wait until something is so, or so many seconds."""
        until = time.monotonic() + seconds
        while not is_so() and time.monotonic() < until:
            await asyncio.sleep(0.02)

    async def _all_come_back(self) -> None:
        """Wait until every phone and panel that can be there is there."""
        phones = self.stage.phones
        watchers = self.stage.watchers.values()

        def are_back() -> bool:
            here = [phone.outside or phone.client.is_back for phone in phones]
            return self.crowd.is_complete and all(here) and all(one.client.is_back for one in watchers)

        await self._until(are_back, HANG_SECONDS)
        if not are_back():
            away = [n for n, phone in enumerate(phones) if not (phone.outside or phone.client.is_back)]
            self.stage.problems.append(f"not everybody came back: phones {away}")
