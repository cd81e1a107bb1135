"""Measures our server as it is hosted: two processes, PostgreSQL and Redis, half of the phones at each.

`python -m tests.load.bench.hosted 200` prints the medians as JSON; without PostgreSQL and Redis on this computer, nothing.
"""

import asyncio
import json
import os
import shutil
import statistics
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from tests.faults.cluster import Cluster

ROUNDS = 9
QUIET = 0.3  # seconds


def programs() -> tuple[Path, Path] | None:
    """Return where PostgreSQL and Redis are, None where one is missing."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    initdb = shutil.which("initdb") or (str(found[-1]) if found else None)
    redis = shutil.which("redis-server")
    return (Path(initdb), Path(redis)) if initdb and redis else None


def figures(people: int, cluster: Cluster) -> dict[str, dict[str, float]]:
    """Return the medians of each figure in milliseconds; Django here works with the database of the cluster."""
    os.environ.update(cluster.environment("web1"), DJANGO_SETTINGS_MODULE="config.settings")
    import django

    django.setup()
    import uvloop
    from django.db import connections

    from tests.load.bench.ours import Ours

    ours = Ours(cluster.servers[0], people, tuple(server.port for server in cluster.servers))
    found: dict[str, list[float]] = defaultdict(list)

    async def measure() -> None:
        await ours.begin()
        pings = asyncio.ensure_future(ours.ping())
        found["storm"].append(await ours.side.storm(people))
        await ours.side.step()  # out of the lobby
        for _ in range(ROUNDS):
            await asyncio.sleep(QUIET)
            await ours.settled()
            if ours.phase == "agree":
                found["choose"].append(await ours.side.choose())
                await asyncio.sleep(QUIET)
            times = await ours.side.step()
            found["first"].append(times[0])
            found["last"].append(times[-1])
        pings.cancel()
        ours.side.leave()

    try:
        uvloop.run(measure())
    finally:
        connections.close_all()  # PostgreSQL does not end before
    assert [server.errors() for server in cluster.servers] == ["", ""]
    medians = {f"{what}, ms": 1000 * statistics.median(all_) for what, all_ in found.items()}
    return {f"hosted, {people} phones": medians}


def main(people: int) -> None:
    """Measure, if that is possible here."""
    there = programs()
    if there is None:
        sys.stdout.write("{}\n")
        return
    with tempfile.TemporaryDirectory() as folder:
        cluster = Cluster(*there, Path(folder))
        try:
            cluster.start()
            sys.stdout.write(json.dumps(figures(people, cluster)) + "\n")
        finally:
            cluster.stop()


if __name__ == "__main__":
    main(int(sys.argv[1]))
