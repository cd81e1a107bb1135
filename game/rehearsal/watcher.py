"""A panel or projector: a socket whose whole and changed parts add up to one screen, and the panel's log beside it."""

import asyncio
import random
import time
from typing import Any

from game.rehearsal.client import Client
from game.rehearsal.statistics import REVEALED, TOO_SOON, Statistics


class Watcher:
    """What a panel or projector shows; `like` says which of the two it is, `course` what each step it showed was.

    `clock` is the newest message about the countdown and `clock_at` when it came (monotonic seconds).
    """

    def __init__(
        self, like: str, url: str, cookies: str, statistics: Statistics, dice: random.Random
    ) -> None:
        self.like = like
        self.client = Client(url, cookies, statistics, dice, self._take)
        self.room: dict[str, Any] = {}
        self.parts: dict[str, dict[str, Any]] = {}
        self.log: list[dict[str, Any]] | None = None
        self.posts: list[dict[str, Any]] = []
        self.course: dict[int, tuple[str, int]] = {}
        self.clock: dict[str, Any] | None = None
        self.clock_at = 0.0
        self._news = asyncio.Event()

    @property
    def screen(self) -> dict[str, Any]:
        """All of the screen, as the audit page has it."""
        return {"room": self.room, "parts": self.parts}

    @property
    def step(self) -> int:
        """The step that is shown, -1 before the first screen."""
        return int(self.room["step"]) if self.room else -1

    @property
    def phase(self) -> str:
        """The phase that is shown, "" before the first screen."""
        return str(self.room["phase"]) if self.room else ""

    @property
    def is_undecided(self) -> bool:
        """Whether this panel shows a table whose municipality has not decided in round 1."""
        return any(part["undecided"] for part in self.parts.values())

    async def shows(self, step: int) -> None:
        """Wait until this step, or a later one, is shown."""
        while self.step < step:
            await self.changes()

    async def changes(self) -> None:
        """Wait for the next screen."""
        self._news.clear()
        await self._news.wait()

    async def command(self, type: str, **fields: Any) -> dict[str, Any]:
        """Send a command, at the step that is shown unless another is given, and return its answer with that `step`.

        A program presses sooner than a person can; on a server that wants a step to stand for a moment, it waits,
        and where a press only had the whole outcome shown, it presses again.
        """
        step = fields.pop("step", self.step)
        if type == "next":  # with a yes to whatever is filled in for a municipality
            fields.setdefault("fills", [part["table"] for part in self.parts.values()])
        while True:
            answer = await self.client.command(type, step=step, **fields)
            if answer.get("code") not in (TOO_SOON, REVEALED):
                return {**answer, "step": step}
            await asyncio.sleep(answer.get("params", {}).get("ms", 0) / 1000)

    def _take(self, message: dict[str, Any]) -> None:
        if message["type"] == "log":
            self.log = message["lines"]
        if message["type"] == "posts":
            self.posts = message["posts"]
        if message["type"] == "clock":
            self.clock, self.clock_at = message, time.monotonic()
            self._news.set()
        parts = message.get("tiles", message.get("boards"))
        if parts is None:
            return
        if message["whole"]:
            self.parts = {}
        self.room = message["room"]
        self.parts.update({str(part["table"]): part for part in parts})
        self.course.setdefault(self.step, (self.room["phase"], self.room["round"]))
        self._news.set()
