"""Measures what only our server is asked, and prints it as JSON: `python -m tests.load.bench.room`.

The door over HTTP, a room that taps, phones that never read, and what forty tables' findings cost.
"""

import asyncio
import json
import os
import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path

import django
import psutil

django.setup()

import uvloop  # noqa: E402 - the apps have to be ready

from game.engine.debrief.findings import Findings, findings  # noqa: E402
from game.engine.debrief.played import of_table  # noqa: E402
from game.engine.model.roles import default_roles  # noqa: E402
from tests.live.server import Server, is_held  # noqa: E402
from tests.load.bench import door  # noqa: E402
from tests.load.bench.ours import Ours  # noqa: E402
from tests.load.bench.wire import Wire  # noqa: E402
from tests.load.joins import start  # noqa: E402
from tests.load.test_findings import by_people  # noqa: E402
from tests.load.test_rooms import play  # noqa: E402

PEOPLE, SECONDS = 300, 10.0  # at the door
WARM = 10  # who come before, as a process words its queries and pages for the first
TAPPERS, TAP_SECONDS, TAPS_A_SECOND = 150, 5.0, 3
READERS = 50  # of whom one stops
ROUNDS = 10
CUT_SECONDS = 40.0  # which a phone that reads nothing is waited for
FOUND_TABLES, FOUND_SEATS, A_ROOM = 4, 10, 40
Figures = dict[str, float]


def at_the_door(server: Server) -> Figures:
    """Let three hundred people come in within ten seconds."""
    tables, seats = 30, 12
    _, _, code = start(server, tables, seats)
    asyncio.run(door.offer(server.port, code, WARM, 1.0, "W"))
    before = _cpu(server)
    took, waited = asyncio.run(door.offer(server.port, code, PEOPLE, SECONDS))
    return {
        "all in, s": took,
        "slowest answer of a person, median, ms": 1000 * statistics.median(waited),
        "slowest answer of a person, p95, ms": 1000 * waited[int(len(waited) * 0.95)],
        "cpu a person, ms": 1000 * (_cpu(server) - before) / PEOPLE,
    }


def _cpu(server: Server) -> float:
    assert server.process is not None
    times = psutil.Process(server.process.pid).cpu_times()
    return times.user + times.system


async def _tapping(ours: Ours) -> Figures:
    """Let a hundred and fifty phones choose anew three times a second."""
    phones = ours.side.phones
    await _until_agree(ours)
    answers, screens = sum(one.answers for one in phones), sum(one.screens for one in phones)
    came, cpu, began = ours.side.bytes_in, ours.side.cpu, time.perf_counter()
    taps = 0
    while (now := time.perf_counter() - began) < TAP_SECONDS:
        while taps < now * TAPS_A_SECOND * len(phones):
            wire = phones[taps % len(phones)].wire
            assert wire is not None
            wire.say(ours.side.chosen(taps % len(phones)))
            taps += 1
        await asyncio.sleep(0.005)
    while sum(one.answers for one in phones) < answers + taps:
        await asyncio.sleep(0.005)
    took = time.perf_counter() - began
    return {
        "taps answered a second": taps / took,
        # Every phone taps once in a round, and so changes what each of its table shows.
        "screens a phone a round of taps": (sum(one.screens for one in phones) - screens) / taps,
        "kB a phone a second": (ours.side.bytes_in - came) / len(phones) / took / 1000,
        "cpu a tap, µs": 1e6 * (ours.side.cpu - cpu) / taps,
    }


async def _until_agree(ours: Ours) -> None:
    await ours.settled()
    while ours.phase != "agree":
        await ours.side.step()
        await ours.settled()


async def _deaf(ours: Ours) -> Figures:
    """Let one of the phones stop reading, and go on saying that it is there, while the others choose anew and anew."""
    await _until_agree(ours)
    before = statistics.median([await _all_choose(ours) for _ in range(ROUNDS)])
    deaf = ours.side.phones.pop()
    assert deaf.wire is not None
    deaf.wire.stop_reading()
    began = time.perf_counter()
    pings = asyncio.ensure_future(_ping(deaf.wire, deaf.rev))
    lasts = []
    # Its own computer, which has no room for what says so, may learn of it only when it says something again.
    while is_held(ours.port, deaf.wire.port) and time.perf_counter() - began < CUT_SECONDS:
        lasts.append(await _all_choose(ours))
    took = time.perf_counter() - began
    pings.cancel()
    return {"choices of the others, × without it": statistics.median(lasts) / before, "cut after, s": took}


async def _all_choose(ours: Ours) -> float:
    await asyncio.sleep(0.15)
    return await ours.side.choose()


async def _ping(wire: Wire, rev: int) -> None:
    while True:
        wire.say(b'{"type":"ping","rev":%d}' % rev)
        await asyncio.sleep(1.0)


async def _of_rooms(tapping: Ours, reading: Ours) -> tuple[Figures, Figures]:
    found = []
    for ours, people, measure in ((tapping, TAPPERS, _tapping), (reading, READERS, _deaf)):
        await ours.begin()
        pings = asyncio.ensure_future(ours.ping())
        await ours.side.storm(people)
        await ours.side.step()  # out of the lobby
        found.append(await measure(ours))
        pings.cancel()
        ours.side.leave()
    return found[0], found[1]


def of_findings() -> Figures:
    """Return the processor time of finding what the debrief shows, of forty tables after their last round."""
    spent = []
    for seed in range(1, FOUND_TABLES + 1):
        game = by_people(of_table(play("turned", seed, default_roles(FOUND_SEATS), 4)))
        before: Findings | None = None
        for turn in range(1, len(game.rounds)):
            before = findings(replace(game, rounds=game.rounds[:turn]), before)
        began = time.process_time()
        findings(game, before)
        spent.append(time.process_time() - began)
    return {"cpu after the last round, 40 tables, s": A_ROOM * statistics.mean(spent)}


def main() -> None:
    """Measure all of it at one server."""
    folder = Path(os.environ["DATA_DIR"])
    with Server({"DATA_DIR": str(folder)}) as server:
        result = {"door": at_the_door(server)}
        tapping, reading = Ours(server, TAPPERS), Ours(server, READERS)
        result["tapping"], result["one that never reads"] = uvloop.run(_of_rooms(tapping, reading))
        assert server.errors() == ""
    result["findings"] = of_findings()
    sys.stdout.write(json.dumps(result) + "\n")


if __name__ == "__main__":
    main()
