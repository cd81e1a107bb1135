"""Makes the database of a game that is half-way, by the code of a release: what a later release has to open. A tool, no test.

Run in a checkout of that release, with its own environment:

    DJANGO_SETTINGS_MODULE=config.settings PYTHONPATH=. python tests/ops/old_database.py NAME FOLDER

It writes FOLDER/NAME.sqlite3.xz and NAME.json beside it: the keys, and the cookies with which panel and phones come back.
"""

import asyncio
import json
import lzma
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep
from typing import Any

from game.rehearsal.run import _Rehearsal
from game.rehearsal.stage import Plan, Stage

KEYS = {"SECRET_KEY": "s" * 50, "START_KEY": "start" * 8}
TABLES, SEATS, ROUNDS = 2, 4, 5
HALF_WAY = ("act", 3)


async def play_half(url: str) -> dict[str, Any]:
    """Play until half of the phones have chosen in round 3's act; return what it takes to come back."""
    with ThreadPoolExecutor(4) as pool:
        stage = Stage(Plan((url,), KEYS["START_KEY"], tables=TABLES, seats=SEATS, rounds=ROUNDS), pool)
        rehearsal = _Rehearsal(stage)
        await stage.open()
        await stage.all_show(0)
        step = await rehearsal._next(0)
        while True:
            game = (await stage.audit("state"))["game"]
            is_last = (game["phase"], game["round"]) == HALF_WAY
            states = await stage.states()
            playing = stage.phones[::2] if is_last else stage.phones
            await asyncio.gather(*[one.play(step, states[one.table], stage.plan.policy) for one in playing])
            if is_last:
                break
            step = await rehearsal._next(step)
        back = {
            "workshop": stage.workshop,
            "step": step,
            "panel": stage.host.cookie_header(),
            "projector": game["projector_key"],
            "phones": [phone.browser.cookie_header() for phone in stage.phones],
            "kept": [[one.command_id, one.table, one.seat] for phone in stage.phones for one in phone.kept],
        }
        await stage.close()
        return back


def wait_for(url: str) -> None:
    for _ in range(600):
        try:
            with urllib.request.urlopen(f"{url}/healthz", timeout=2) as answer:
                return answer.read() and None
        except OSError:
            sleep(0.1)
    raise SystemExit("the server did not start")


def make(name: str, folder: Path) -> None:
    """Start this release's server, play half a game on it, and kill it in the middle."""
    with tempfile.TemporaryDirectory() as data, socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        unused.close()
        environment = {**os.environ, **KEYS, "DATA_DIR": data, "STEADY_SECONDS": "0", "REVEAL_SECONDS": "0"}
        play = [sys.executable, "manage.py", "play", "--host", "127.0.0.1", "--port", str(port)]
        server = subprocess.Popen(play, env=environment, stdout=subprocess.DEVNULL)
        try:
            url = f"http://127.0.0.1:{port}"
            wait_for(url)
            back = asyncio.run(play_half(url))
        finally:
            server.send_signal(signal.SIGKILL)
            server.wait()
        database = sqlite3.connect(Path(data) / "game.sqlite3")
        database.execute("VACUUM")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.execute("PRAGMA journal_mode=DELETE")
        database.close()
        whole = (Path(data) / "game.sqlite3").read_bytes()
    (folder / f"{name}.sqlite3.xz").write_bytes(lzma.compress(whole, preset=9))
    (folder / f"{name}.json").write_text(json.dumps({**KEYS, **back}, indent=1) + "\n")


if __name__ == "__main__":
    make(sys.argv[1], Path(sys.argv[2]))
