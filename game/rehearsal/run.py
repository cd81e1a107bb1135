"""The course of a rehearsal: everyone joins, the game is played, and at the end it is looked at what the server promised."""

import asyncio
import time
import traceback
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from game.engine.debrief.series import story
from game.rehearsal import checks
from game.rehearsal.debrief import Debrief, unheard
from game.rehearsal.facilitator import WildFacilitator
from game.rehearsal.phone import PLAY
from game.rehearsal.stage import JOINS_AT_ONCE, Plan, Stage
from game.rehearsal.statistics import summed_up

__all__ = ["Plan", "play_on", "rehearse"]

SETTLE_SECONDS = 60.0
STEP_SECONDS = 120.0


async def rehearse(plan: Plan) -> dict[str, Any]:
    """Play a whole workshop and return the report; `ok` says whether every promise was kept."""
    with ThreadPoolExecutor(JOINS_AT_ONCE) as pool:
        return await _Rehearsal(Stage(plan, pool)).run()


async def play_on(stage: Stage) -> dict[str, Any]:
    """Play a workshop that is there already, from where it stands to its end, and return the report."""
    return await _Rehearsal(stage).run()


class _Rehearsal:
    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.wild: WildFacilitator | None = None

    async def run(self) -> dict[str, Any]:
        stage = self.stage
        began = time.monotonic()
        try:
            await stage.open()
            await asyncio.wait_for(stage.all_show(0), STEP_SECONDS)
            if stage.plan.wild:
                self.wild = WildFacilitator(stage)
                await self.wild.play()
            else:
                await self._play()
            await self._settle()
        except Exception as error:
            where = [frame.name for frame in traceback.extract_tb(error.__traceback__)]
            stage.problems.append(f"the rehearsal broke off in {'/'.join(where[-4:])}: {error!r}")
        finally:
            await stage.close()
        return await self._report(time.monotonic() - began)

    # A calm facilitator

    async def _play(self) -> None:
        """Go on, from wherever the game stands, whenever all seats are done."""
        step = int((await self.stage.audit("state"))["game"]["step"])
        while True:
            phase = (await self.stage.audit("state"))["game"]["phase"]
            if phase not in ("lobby", *PLAY, "time_out"):
                return await asyncio.wait_for(Debrief(self.stage).lead(), STEP_SECONDS)
            if phase in PLAY:
                states = await self.stage.states()
                policy = self.stage.plan.policy
                playing = [phone.play(step, states[phone.table], policy) for phone in self.stage.phones]
                await asyncio.wait_for(asyncio.gather(*playing), STEP_SECONDS)
            step = await self._next(step)

    async def _next(self, step: int) -> int:
        """Press the facilitator's button and wait until panel and phones show the new step; return that step."""
        phones, panel = self.stage.phones, self.stage.watchers["panel"]
        connections = {phone: phone.client.connections for phone in phones if phone.client.is_open}
        pressed = time.monotonic()
        answer = await panel.command("next", step=step)
        if answer["type"] == "refused":
            raise RuntimeError(f"next was refused: {answer['code']}")
        await asyncio.wait_for(self.stage.all_show(step + 1), STEP_SECONDS)
        await asyncio.wait_for(panel.shows(step + 1), STEP_SECONDS)
        for phone, before in connections.items():
            if phone.connections_at[step + 1] == before:  # it did not lose its line meanwhile
                self.stage.statistics.screen_ms.append((phone.first_seen[step + 1] - pressed) * 1000)
        return step + 1

    # After

    async def _settle(self) -> None:
        """Wait until every client shows what the server would send now; what still differs is a problem."""
        until = time.monotonic() + SETTLE_SECONDS
        while True:
            differing = self._differing(await self.stage.audit("screens"))
            if not differing:
                return
            if time.monotonic() > until:
                self.stage.problems += differing
                return
            await asyncio.sleep(0.5)

    def _differing(self, audit: dict[str, Any]) -> list[str]:
        problems = []
        for phone in self.stage.phones:
            if phone.outside:
                continue
            if phone.screen is None:
                problems.append("a phone has no screen")
            else:
                problems += checks.phone_differences(phone.screen, audit)
        for name, watcher in self.stage.watchers.items():
            problems += checks.differences(f"the {name}", watcher.screen, audit[watcher.like])
            if watcher.log is not None and "log" in audit:
                problems += checks.differences(f"the log of the {name}", watcher.log, audit["log"])
        inside = [phone for phone in self.stage.phones if phone.screen and not phone.outside]
        seats = {(phone.table, phone.seat) for phone in inside if phone.seat is not None}
        return problems + checks.attendance(seats, audit["panel"])

    async def _report(self, seconds: float) -> dict[str, Any]:
        kept = [one for phone in self.stage.phones for one in phone.kept]
        final: list[dict[str, Any]] = []
        try:
            audit = await self.stage.audit("journal,state")
            self.stage.problems += self._broken_promises(audit)
            final = [_final(table) for table in audit["tables"] if table["snapshot"]]
        except Exception as error:
            self.stage.problems.append(f"the journal could not be checked: {error!r}")
        return self._summary(seconds, final, len(kept))

    def _broken_promises(self, audit: dict[str, Any]) -> list[str]:
        tables = audit["tables"]
        kept = [one for phone in self.stage.phones for one in phone.kept]
        courses = [phone.course for phone in self.stage.phones]
        courses += [watcher.course for watcher in self.stage.watchers.values()]
        problems = checks.kept_once(kept, tables) + checks.replays(tables) + checks.one_course(courses)
        problems += [gone for phone in self.stage.phones for gone in unheard(phone)]
        if self.wild is not None:
            problems += checks.steps_explained(
                audit["game"]["step"], tables, self.wild.presses, self.wild.clocks
            )
        return problems

    def _summary(self, seconds: float, final: Sequence[dict[str, Any]], choices: int) -> dict[str, Any]:
        counted = self.stage.statistics
        return {
            "seats": len(self.stage.phones),
            "sent": counted.sent,
            "acknowledged": counted.acknowledged,
            "choices": choices,
            "refused": counted.refused,
            "refusals": counted.refusals,
            "lost": counted.lost,
            "resent": counted.resent,
            "reconnects": counted.reconnects,
            "seconds": round(seconds, 1),
            "ack_ms": summed_up(counted.ack_ms),
            "screen_ms": summed_up(counted.screen_ms),
            **({"wild": self.wild.report()} if self.wild else {}),
            "tables": list(final),
            "problems": self.stage.problems,
            "ok": not self.stage.problems,
        }


def _final(table: dict[str, Any]) -> dict[str, Any]:
    """Return how a table ended: the means of its last round."""
    rounds = story(checks.snapshot_of(table)).rounds
    names = ("quality", "ownership", "expectation", "bureaucracy")
    last = {name: round(getattr(rounds[-1], name), 3) for name in names} if rounds else {}
    return {"table": table["table"], "rounds": len(rounds), **last}
