"""The course of a rehearsal: a workshop is made, every seat joins, the facilitator goes on whenever all are done."""

import asyncio
import random
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import cycle
from typing import Any, TypeVar

from game.engine.bots import Policy
from game.engine.debrief import story
from game.rehearsal import checks
from game.rehearsal.browser import Browser
from game.rehearsal.client import Client
from game.rehearsal.phone import PLAY, Phone
from game.rehearsal.statistics import Statistics, summed_up

JOINS_AT_ONCE = 16
SETTLE_SECONDS = 15.0
STEP_SECONDS = 120.0

Result = TypeVar("Result")


@dataclass(frozen=True)
class Plan:
    """What to rehearse; `urls` are the servers that phones are spread over, the first is the facilitator's."""

    urls: tuple[str, ...]
    key: str
    tables: int = 3
    seats: int = 8
    rounds: int = 6
    policy: Policy = Policy.HABIT
    drop: float = 0.0
    seed: int = 1


async def rehearse(plan: Plan) -> dict[str, Any]:
    """Play a whole workshop and return the report; `ok` says whether every promise was kept."""
    with ThreadPoolExecutor(JOINS_AT_ONCE) as pool:
        return await _Rehearsal(plan, pool).run()


class _Rehearsal:
    def __init__(self, plan: Plan, pool: ThreadPoolExecutor) -> None:
        self.plan = plan
        self.pool = pool
        self.dice = random.Random(plan.seed)
        self.statistics = Statistics()
        self.screens: dict[str, dict[str, Any]] = {}
        self.host = Browser(plan.urls[0])
        self.workshop = ""
        self.phones: list[Phone] = []
        self.problems: list[str] = []
        self.tasks: list[asyncio.Task[None]] = []
        self.panel: Client | None = None

    async def _in_thread(self, work: Callable[..., Result], *arguments: Any) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self.pool, work, *arguments)

    async def run(self) -> dict[str, Any]:
        began = time.monotonic()
        try:
            code, projector = await self._in_thread(self._start)
            await self._join_all(code)
            self._open_room(projector)
            await self._play()
            await self._settle()
        except Exception as error:
            self.problems.append(f"the rehearsal broke off: {error!r}")
        finally:
            for task in self.tasks:
                task.cancel()
            ended = await asyncio.gather(*self.tasks, return_exceptions=True)
        self.problems += [
            f"a client stopped: {e!r}" for e in ended if e and not isinstance(e, asyncio.CancelledError)
        ]
        return await self._report(time.monotonic() - began)

    # Before

    def _start(self) -> tuple[str, str]:
        """Make the workshop; return its join code and its projector's key."""
        self.host.get(f"/new/?key={self.plan.key}")
        where = self.host.submit(
            "/new/",
            title="Rehearsal",
            scenario="street",
            tables=self.plan.tables,
            seats=self.plan.seats,
            rounds=self.plan.rounds,
            form="full",
            talking="silent_first",
            language="nl",
            fill_bots="on",
        )
        self.workshop = where.strip("/").split("/")[-1]
        game = self._audit("state")["game"]
        return game["code"], game["projector_key"]

    def _audit(self, parts: str) -> Any:
        return self.host.get_json(f"/audit/{self.workshop}/?parts={parts}")

    async def _join_all(self, code: str) -> None:
        hosts = cycle(self.plan.urls)
        places = [
            (next(hosts), table + 1, seat)
            for table in range(self.plan.tables)
            for seat in range(self.plan.seats)
        ]
        joins = [self._in_thread(self._join, code, *place) for place in places]
        for (url, *_), cookies in zip(places, await asyncio.gather(*joins), strict=True):
            socket = url.replace("http", "ws", 1) + f"/ws/play/{self.workshop}/"
            dice = random.Random(self.dice.random())
            self.phones.append(Phone(socket, cookies, self.statistics, dice, self.plan.drop))

    def _join(self, code: str, url: str, table: int, seat: int) -> str:
        browser = Browser(url)
        browser.submit(f"/j/{code}/{table}/", alias=f"r{table}-{seat}")
        return browser.cookie_header()

    def _open_room(self, projector: str) -> None:
        url = self.plan.urls[0].replace("http", "ws", 1)
        self.panel = self._watch("panel", f"{url}/ws/control/{self.workshop}/", self.host.cookie_header())
        self._watch("projector", f"{url}/ws/projector/{projector}/", "")
        self.tasks += [asyncio.ensure_future(phone.client.run()) for phone in self.phones]

    def _watch(self, name: str, url: str, cookies: str) -> Client:
        """Open a socket whose whole and changed parts add up to one screen."""
        screen: dict[str, Any] = {"room": {}, "parts": {}}
        self.screens[name] = screen

        def take(message: dict[str, Any]) -> None:
            parts = message.get("tiles", message.get("boards"))
            if parts is None:
                return
            if message["whole"]:
                screen["parts"] = {}
            screen["room"] = message["room"]
            screen["parts"].update({str(part["table"]): part for part in parts})

        client = Client(url, cookies, self.statistics, random.Random(self.dice.random()), take)
        self.tasks.append(asyncio.ensure_future(client.run()))
        return client

    # During

    async def _play(self) -> None:
        await asyncio.wait_for(self._all_show(0), STEP_SECONDS)
        step = await self._next(0)
        while True:
            audit = await self._in_thread(self._audit, "state")
            if audit["game"]["phase"] == "time_out":
                step = await self._next(step)
                continue
            if audit["game"]["phase"] not in PLAY:
                return
            states = {table["table"]: checks.snapshot_of(table) for table in audit["tables"]}
            playing = [phone.play(step, states[phone.table], self.plan.policy) for phone in self.phones]
            await asyncio.wait_for(asyncio.gather(*playing), STEP_SECONDS)
            step = await self._next(step)

    async def _all_show(self, step: int) -> None:
        await asyncio.gather(*[phone.shows(step) for phone in self.phones])

    async def _next(self, step: int) -> int:
        """Press the facilitator's button and wait until every phone shows the new step; return that step."""
        assert self.panel is not None
        connections = {phone: phone.client.connections for phone in self.phones if phone.client.is_open}
        pressed = time.monotonic()
        answer = await self.panel.command("next", step=step)
        if answer["type"] == "refused":
            raise RuntimeError(f"next was refused: {answer['code']}")
        await asyncio.wait_for(self._all_show(step + 1), STEP_SECONDS)
        for phone, before in connections.items():
            if phone.connections_at[step + 1] == before:  # it did not lose its line meanwhile
                self.statistics.screen_ms.append((phone.first_seen[step + 1] - pressed) * 1000)
        return step + 1

    # After

    async def _settle(self) -> None:
        """Wait until every client shows what the server would send now; what still differs is a problem."""
        until = time.monotonic() + SETTLE_SECONDS
        while True:
            audit = await self._in_thread(self._audit, "screens")
            differing = self._differing(audit)
            if not differing:
                return
            if time.monotonic() > until:
                self.problems += differing
                return
            await asyncio.sleep(0.5)

    def _differing(self, audit: dict[str, Any]) -> list[str]:
        problems = []
        for phone in self.phones:
            if phone.screen is None:
                problems.append("a phone has no screen")
                continue
            expected = audit["tables"][str(phone.table)][str(phone.seat)]
            shown = {"table": phone.screen["table"], "mine": phone.screen["mine"]}
            problems += checks.differences(f"seat {phone.seat} of table {phone.table}", shown, expected)
        for name, screen in self.screens.items():
            problems += checks.differences(f"the {name}", screen, audit[name])
        return problems

    async def _report(self, seconds: float) -> dict[str, Any]:
        kept = [one for phone in self.phones for one in phone.kept]
        final: list[dict[str, Any]] = []
        try:
            tables = (await self._in_thread(self._audit, "journal,state"))["tables"]
            self.problems += checks.kept_once(kept, tables) + checks.replays(tables)
            final = [_final(table) for table in tables]
        except Exception as error:
            self.problems.append(f"the journal could not be checked: {error!r}")
        return self._summary(seconds, final, len(kept))

    def _summary(self, seconds: float, final: Sequence[dict[str, Any]], choices: int) -> dict[str, Any]:
        counted = self.statistics
        return {
            "seats": len(self.phones),
            "sent": counted.sent,
            "acknowledged": counted.acknowledged,
            "choices": choices,
            "refused": counted.refused,
            "refusals": counted.refusals,
            "resent": counted.resent,
            "reconnects": counted.reconnects,
            "seconds": round(seconds, 1),
            "ack_ms": summed_up(counted.ack_ms),
            "screen_ms": summed_up(counted.screen_ms),
            "tables": list(final),
            "problems": self.problems,
            "ok": not self.problems,
        }


def _final(table: dict[str, Any]) -> dict[str, Any]:
    """Return how a table ended: the means of its last round."""
    rounds = story(checks.snapshot_of(table)).rounds
    names = ("quality", "ownership", "expectation", "bureaucracy")
    last = {name: round(getattr(rounds[-1], name), 3) for name in names} if rounds else {}
    return {"table": table["table"], "rounds": len(rounds), **last}
