"""Measures one size in a process of its own, whose settings are those of our server: `python -m tests.load.bench.one 200`.

Prints the medians as JSON, by server.
"""

import asyncio
import json
import os
import statistics
import sys
from collections import defaultdict
from pathlib import Path

import django

django.setup()

import uvloop  # noqa: E402 - the apps have to be ready

from tests.live.server import Server  # noqa: E402
from tests.load.bench.ours import Ours  # noqa: E402
from tests.load.bench.sides import Side, disk, floor, stock  # noqa: E402

ROUNDS = 4
CHOICES = 3  # a round: one alone swings with the disk
STORMS = 5
QUIET = 0.3  # seconds, for what a press leaves behind
START = 2.0  # seconds until the others listen
Found = dict[str, dict[str, list[float]]]


def figures(people: int, folder: Path) -> dict[str, dict[str, float]]:
    """Return the medians of each figure, by server, from rounds that take turns."""
    with Server({"DATA_DIR": str(folder), "MAX_TABLES": "100"}) as server:
        ours = Ours(server, people)
        size = int(os.environ["BENCH_SIZE"])
        others = [floor(size), stock(size)]
        try:
            sides = [*(side for side, _ in others), ours.side]
            found = uvloop.run(_measured(people, ours, sides, folder))
        finally:
            for _, process in others:
                process.kill()
                process.wait()
        assert server.errors() == ""
    return {name: {what: statistics.median(all_) for what, all_ in of.items()} for name, of in found.items()}


async def _measured(people: int, ours: Ours, sides: list[Side], folder: Path) -> Found:
    found: Found = defaultdict(lambda: defaultdict(list))
    await asyncio.sleep(START)
    await ours.begin()
    pings = asyncio.ensure_future(ours.ping())
    for side in sides:
        before = side.memory
        found[side.name]["storm"].append(await side.storm(people))
        found[side.name]["kb_per_socket"].append((side.memory - before) / people / 1024)
    for _ in range(STORMS - 1):
        for side in sides:
            side.leave()
            await asyncio.sleep(QUIET)
            found[side.name]["storm"].append(await side.storm(people))
    await ours.side.step()  # out of the lobby
    for _ in range(ROUNDS * 3):
        await asyncio.sleep(QUIET)
        await ours.settled()
        found["ours"]["disk"].append(disk(folder))
        for side in sides * CHOICES if ours.phase == "agree" else ():
            found[side.name]["choose"].append(await side.choose())
            await asyncio.sleep(QUIET)
        for side in sides:
            await _press(side, found[side.name], people)
    for side in sides:  # in all, as a press takes less than the clock of processor time has ticks
        found[side.name]["cpu_us_per_screen"] = [
            sum(found[side.name].pop("cpu")) / (ROUNDS * 3 * people) * 1e6
        ]
    pings.cancel()
    for side in sides:
        side.leave()
    return found


async def _press(side: Side, found: dict[str, list[float]], people: int) -> None:
    cpu, came = side.cpu, side.bytes_in
    times = await side.step()
    await asyncio.sleep(QUIET)
    found["first"].append(times[0])
    found["median"].append(statistics.median(times))
    found["p99"].append(times[int(len(times) * 0.99)])
    found["last"].append(times[-1])
    found["cpu"].append(side.cpu - cpu)
    found["bytes_per_phone"].append((side.bytes_in - came) / people)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(figures(int(sys.argv[1]), Path(os.environ["DATA_DIR"]))) + "\n")
