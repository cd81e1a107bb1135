"""A phone of somebody who plays: what it shows, and how someone with a policy plays on it, tap by tap."""

import asyncio
import contextlib
import random
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from game.engine.bots.policies import Policy
from game.engine.bots.seat import bot_choice
from game.engine.model.choices import Choice
from game.engine.table.state import TableState
from game.rehearsal.browser import Browser
from game.rehearsal.client import Client, Dismissed
from game.rehearsal.statistics import Statistics

PLAY = ("agree", "act", "outcome")
EXPECTATIONS = ("better", "same", "worse")

States = Mapping[int, TableState]


@dataclass(frozen=True)
class Acknowledged:
    """A choice that the server said it has; `moved` when its phone may have got another place before the answer came."""

    table: int
    seat: int
    command_id: str
    choice: dict[str, Any]
    moved: bool


class Phone:
    """Somebody's phone; `first_seen` has when each step's screen first came (monotonic seconds), `course` what each step was.

    `returns` decides what happens when the server lets this phone in no more: True when it has a place again; it sets
    `outside` where that is how it should be.
    """

    def __init__(
        self, socket_url: str, browser: Browser, statistics: Statistics, dice: random.Random, drop: float
    ) -> None:
        self.dice = dice
        self.drop = drop
        self.socket_url = socket_url
        self.browser = browser
        self.statistics = statistics
        self.client = self._new_client()
        self.screen: dict[str, Any] | None = None
        self.first_seen: dict[int, float] = {}
        self.connections_at: dict[int, int] = {}
        self.course: dict[int, tuple[str, int]] = {}
        self.kept: list[Acknowledged] = []
        self.said: list[tuple[str, str]] = []
        self.played_step = -1
        self.outside = False
        self._shown_by = (self.client, 0)
        self.returns: Callable[[Phone, Dismissed], Awaitable[bool]] | None = None
        self._n = 0
        self._news = asyncio.Event()

    def _new_client(self) -> Client:
        cookies = self.browser.cookie_header()
        return Client(self.socket_url, cookies, self.statistics, self.dice, self._take)

    def continue_on(self, browser: Browser) -> Client:
        """Go on as another device, which has taken over this place; return the client of the old one."""
        old, self.browser = self.client, browser
        self.client = self._new_client()
        self._n = 0
        return old

    async def run(self) -> None:
        """Keep the socket open until cancelled; raises Dismissed when the server does not let us in and we stay out."""
        while True:
            client = self.client
            try:
                await client.run()
            except Dismissed as dismissed:
                if self.returns is None:
                    raise
                if client is self.client and not await self.returns(self, dismissed):
                    if self.outside:
                        return
                    raise
                if client is self.client:
                    self.client = self._new_client()

    @property
    def table(self) -> int:
        """The number of this phone's table."""
        return int(self._shown["table"]["table"])

    @property
    def seat(self) -> int | None:
        """This phone's seat at its table, None for an observer."""
        found = self._shown["mine"]["seat"]
        return None if found is None else int(found)

    @property
    def step(self) -> int:
        """The step that this phone shows, -1 before its first screen."""
        return -1 if self.screen is None else int(self.screen["table"]["step"])

    @property
    def _shown(self) -> dict[str, Any]:
        assert self.screen is not None, "no screen yet"
        return self.screen

    def _take(self, message: dict[str, Any]) -> None:
        if message["type"] != "player_screen":
            return
        if self.screen is None or message["rev"] >= self.screen["rev"]:
            self.screen = message
            self._shown_by = (self.client, self.client.connections)
            table = message["table"]
            step = table["step"]
            if step not in self.first_seen:
                self.first_seen[step] = time.monotonic()
                self.connections_at[step] = self.client.connections
                self.course[step] = (table["phase"], table["round"])
            self._news.set()

    async def shows(self, step: int) -> None:
        """Wait until this phone shows a step."""
        while self.step < step:
            await self._newer()

    async def offered(self) -> list[str]:
        """Wait until this phone shows what-ifs to vote on, and return their codes."""
        while not (options := (self._shown["table"].get("voices") or {}).get("options")):
            await self._newer()
        return list(options)

    async def _newer(self) -> None:
        self._news.clear()
        await self._news.wait()

    async def play(self, step: int, state: TableState, policy: Policy) -> None:
        """Choose for a step as `policy` does, in a few taps, and say ready."""
        await self.shows(step)
        if self._shown["table"]["phase"] in PLAY and self.seat is not None:
            await self._choose(step, state, policy)

    async def play_on(self, states: Callable[[int], Awaitable[States]], policy: Policy) -> None:
        """Play every step that comes, also from another place, until cancelled; `states` are those of a step's tables."""
        played: tuple[int, int, int | None] | None = None
        while True:
            if self.screen is None or played == (self.step, self.table, self.seat):
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._newer(), 1.0)
                continue
            step, table, seat = played = (self.step, self.table, self.seat)
            if seat is None:
                await self._predict(step)
            elif self._shown["table"]["phase"] in PLAY:
                state = (await states(step)).get(table)
                if state is None or seat >= len(state.setup.roles) - state.setup.neighbours:
                    pass  # a chair that was added since: it keeps what counts for it
                elif (self.step, self.table, self.seat) == played:
                    await self._choose(step, state, policy)
            self.played_step = max(self.played_step, step)

    async def _choose(self, step: int, state: TableState, policy: Policy) -> None:
        assert self.seat is not None, "an observer does not choose"
        choice = bot_choice(state, self.seat, policy)
        for taps in self._taps(msgspec.to_builtins(choice)):
            await asyncio.sleep(self.dice.uniform(0.0, 0.05))
            self._n += 1
            await self._send_choice(step, taps)
        await self.client.command("ready", self.drop / 4, step=step, ready=True)
        if self.dice.random() < self.drop / 2:
            self.client.cut()

    async def _send_choice(self, step: int, taps: dict[str, Any]) -> None:
        client, table, seat, place = self.client, self.table, self.seat, self._shown_by
        answer = await client.command("choose", self.drop / 4, step=step, n=self._n, choice=taps)
        if answer["type"] == "ack" and seat is not None:
            # People are moved while their line is down as well, and then a phone says again what was not answered.
            moved = self.returns is not None and (client, client.connections) != place
            self.kept.append(Acknowledged(table, seat, answer["id"], answer["stored"], moved))

    async def _predict(self, step: int) -> None:
        if self._shown["mine"].get("is_open"):
            await self.client.command("predict", step=step, expects=self.dice.choice(EXPECTATIONS))

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
