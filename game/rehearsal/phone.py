"""A phone on a seat: what it shows, and how someone with a policy plays on it, tap by tap."""

import asyncio
import random
import time
from dataclasses import dataclass
from typing import Any

import msgspec

from game.engine.bots import Policy
from game.engine.choices import Choice
from game.engine.seat_bot import bot_choice
from game.engine.table import TableState
from game.rehearsal.client import Client
from game.rehearsal.statistics import Statistics

PLAY = ("agree", "act", "outcome")


@dataclass(frozen=True)
class Acknowledged:
    """A choice that the server said it has."""

    table: int
    seat: int
    command_id: str
    choice: dict[str, Any]


class Phone:
    """One seat's client; `first_seen` has when each step's screen first came (monotonic seconds)."""

    def __init__(
        self, url: str, cookies: str, statistics: Statistics, dice: random.Random, drop: float
    ) -> None:
        self.dice = dice
        self.drop = drop
        self.client = Client(url, cookies, statistics, dice, self._take)
        self.screen: dict[str, Any] | None = None
        self.first_seen: dict[int, float] = {}
        self.connections_at: dict[int, int] = {}
        self.kept: list[Acknowledged] = []
        self._n = 0
        self._news = asyncio.Event()

    @property
    def table(self) -> int:
        """The number of this phone's table."""
        return int(self._shown["table"]["table"])

    @property
    def seat(self) -> int:
        """This phone's seat at its table."""
        return int(self._shown["mine"]["seat"])

    @property
    def _shown(self) -> dict[str, Any]:
        assert self.screen is not None, "no screen yet"
        return self.screen

    def _take(self, message: dict[str, Any]) -> None:
        if message["type"] != "player_screen":
            return
        if self.screen is None or message["rev"] >= self.screen["rev"]:
            self.screen = message
            step = message["table"]["step"]
            if step not in self.first_seen:
                self.first_seen[step] = time.monotonic()
                self.connections_at[step] = self.client.connections
            self._news.set()

    async def shows(self, step: int) -> None:
        """Wait until this phone shows a step."""
        while self.screen is None or self.screen["table"]["step"] < step:
            self._news.clear()
            await self._news.wait()

    async def play(self, step: int, state: TableState, policy: Policy) -> None:
        """Choose for a step as `policy` does, in a few taps, and say ready."""
        await self.shows(step)
        if self._shown["table"]["phase"] not in PLAY:
            return
        choice = bot_choice(state, self.seat, policy)
        for taps in self._taps(msgspec.to_builtins(choice)):
            await asyncio.sleep(self.dice.uniform(0.0, 0.05))
            self._n += 1
            answer = await self.client.command("choose", self.drop / 4, step=step, n=self._n, choice=taps)
            if answer["type"] == "ack":
                self.kept.append(Acknowledged(self.table, self.seat, answer["id"], answer["stored"]))
        await self.client.command("ready", self.drop / 4, step=step, ready=True)
        if self.dice.random() < self.drop / 2:
            self.client.cut()

    def _taps(self, whole: dict[str, Any]) -> list[dict[str, Any]]:
        """Return the sets that are sent on the way to a whole one: half of it first, then all."""
        given = {name: value for name, value in whole.items() if value is not None}
        if not given or given == msgspec.to_builtins(Choice()):
            return []
        half = {
            name: [item if k % 2 == 0 else None for k, item in enumerate(value)]
            if isinstance(value, list)
            else value
            for name, value in given.items()
        }
        return [half, given]
