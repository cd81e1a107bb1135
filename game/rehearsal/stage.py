"""What a rehearsal is played with: the workshop that is made for it, its phones, its panel and projector, the audit page."""

import asyncio
import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from itertools import cycle
from typing import Any, TypeVar

from game import content
from game.engine.bots.policies import Policy
from game.rehearsal import checks
from game.rehearsal.browser import Browser
from game.rehearsal.phone import Phone, States
from game.rehearsal.statistics import Statistics
from game.rehearsal.watcher import Watcher

JOINS_AT_ONCE = 16
PATIENCE_SECONDS, AGAIN_SECONDS = 30.0, 0.3

Result = TypeVar("Result")


@dataclass(frozen=True)
class Plan:
    """What to rehearse; `urls` are the servers that phones are spread over, the first is the facilitator's.

    A `wild` facilitator does everything a facilitator can do, at random; then the last seat of each table stays free.
    """

    urls: tuple[str, ...]
    key: str
    tables: int = 3
    seats: int = 8
    rounds: int = 6
    policy: Policy = Policy.HABIT
    drop: float = 0.0
    seed: int = 1
    wild: bool = False

    @property
    def people(self) -> int:
        """How many people sit down at each table."""
        return max(1, self.seats - 1) if self.wild else self.seats


class Stage:
    """A workshop in the making, and then in play; everything runs on the event loop but what is sent `in_thread`."""

    def __init__(self, plan: Plan, pool: ThreadPoolExecutor) -> None:
        self.plan = plan
        self.pool = pool
        self.dice = random.Random(plan.seed)
        self.statistics = Statistics()
        self.host = Browser(plan.urls[0])
        self.workshop = ""
        self.code = ""
        self.phones: list[Phone] = []
        self.watchers: dict[str, Watcher] = {}
        self.problems: list[str] = []
        self.tasks: list[asyncio.Task[None]] = []

    async def in_thread(self, work: Callable[..., Result], *arguments: Any) -> Result:
        """Let a thread do what blocks."""
        return await asyncio.get_running_loop().run_in_executor(self.pool, work, *arguments)

    async def audit(self, parts: str) -> Any:
        """Return these parts of the audit page: journal, state, screens; a server that starts again is asked again."""
        until = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                return await self.in_thread(self.host.get_json, f"/audit/{self.workshop}/?parts={parts}")
            except (OSError, HTTPException):
                if time.monotonic() > until:
                    raise
            await asyncio.sleep(AGAIN_SECONDS)

    async def states(self) -> States:
        """Return the engine state of every table that plays, by number."""
        tables = (await self.audit("state"))["tables"]
        return {table["table"]: checks.snapshot_of(table) for table in tables if table["snapshot"]}

    async def open(self) -> None:
        """Make the workshop, let everyone join, and open all sockets."""
        projector = await self.in_thread(self._start)
        await self._join_all()
        sockets = self.plan.urls[0].replace("http", "ws", 1)
        self.watch("panel", "panel", f"{sockets}/ws/control/{self.workshop}/", self.host.cookie_header())
        screen = Browser(self.plan.urls[0])
        await self.in_thread(screen.get, f"/projector/{projector}/")  # for its cookie: a revoke ends the link
        projector = f"{sockets}/ws/projector/{self.workshop}/"
        self.watch("projector", "projector", projector, screen.cookie_header())
        self.tasks += [asyncio.ensure_future(phone.run()) for phone in self.phones]

    def _start(self) -> str:
        """Make the workshop; return its projector's key."""
        self.host.get(f"/new/?key={self.plan.key}")
        where = self.host.submit(
            "/new/",
            title="Rehearsal",
            scenario=content.default_scenario(),
            tables=self.plan.tables,
            seats=self.plan.seats,
            rounds=self.plan.rounds,
            form="full",
            talking="silent_first",
            language="nl",
            fill_bots="on",
        )
        self.workshop = where.strip("/").split("/")[-1]
        game = self.host.get_json(f"/audit/{self.workshop}/?parts=state")["game"]
        self.code = game["code"]
        return str(game["projector_key"])

    async def _join_all(self) -> None:
        hosts = cycle(self.plan.urls)
        places = [
            (next(hosts), table + 1, seat)
            for table in range(self.plan.tables)
            for seat in range(self.plan.people)
        ]
        joins = [self.in_thread(self._join, *place) for place in places]
        for (url, *_), browser in zip(places, await asyncio.gather(*joins), strict=True):
            socket = url.replace("http", "ws", 1) + f"/ws/play/{self.workshop}/"
            dice = random.Random(self.dice.random())
            self.phones.append(Phone(socket, browser, self.statistics, dice, self.plan.drop))

    def _join(self, url: str, table: int, seat: int) -> Browser:
        browser = Browser(url)
        browser.submit(f"/j/{self.code}/{table}/", alias=alias_of(table, seat))
        return browser

    def watch(self, name: str, like: str, url: str, cookies: str) -> Watcher:
        """Open the socket of a panel or projector."""
        watcher = Watcher(like, url, cookies, self.statistics, random.Random(self.dice.random()))
        self.watchers[name] = watcher
        self.tasks.append(asyncio.ensure_future(watcher.client.run()))
        return watcher

    async def all_show(self, step: int) -> None:
        """Wait until every phone shows this step, or a later one."""
        await asyncio.gather(*[phone.shows(step) for phone in self.phones])

    async def close(self) -> None:
        """Close every socket; a client that stopped by itself is a problem."""
        for task in self.tasks:
            task.cancel()
        ended = await asyncio.gather(*self.tasks, return_exceptions=True)
        self.problems += [
            f"a client stopped: {e!r}" for e in ended if e and not isinstance(e, asyncio.CancelledError)
        ]


def alias_of(table: int, seat: int) -> str:
    """Return what the person on a seat is called at first."""
    return f"r{table}-{seat}"
