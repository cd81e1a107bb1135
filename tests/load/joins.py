"""A whole congress at the door: `python -m tests.load.joins [people] [seconds]` offers joins from one address, and measures.

Prints when everybody sat, what the slowest waited, and how long choices in another workshop took meanwhile.
"""

import os
import re
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import django
from websockets.sync.client import connect

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from game.rehearsal import browser  # noqa: E402 - the apps have to be ready
from game.rehearsal.browser import Browser, PageError  # noqa: E402
from tests.live.phones import Phone  # noqa: E402
from tests.live.server import Server  # noqa: E402

browser.TIMEOUT_SECONDS = 120  # as patient as a real one
TABLES, SEATS = 25, 10
FORM = {"form": "full", "talking": "silent_first", "language": "nl", "fill_bots": "on", "scenario": "street"}


def start(server: Server, tables: int, seats: int) -> tuple[Browser, str, str]:
    """Start a workshop; return its facilitator's browser, the number and the code."""
    host = Browser(server.base_url)
    host.get(f"/new/?key={server.start_key}")
    path = host.submit("/new/", title="Straat", tables=tables, seats=seats, rounds=5, **FORM)
    return (
        host,
        path.strip("/").split("/")[-1],
        re.findall(r'data-qr="/qr/(\d{6})\.svg"', host.get(path)[1])[0],
    )


def follow(server: Server, browser: Browser, kind: str, number: str) -> Phone:
    """Open a socket."""
    headers = {"Cookie": browser.cookie_header(), "Origin": server.base_url}
    url = f"{server.socket_url}/ws/{kind}/{number}/"
    made = Phone(connect(url, additional_headers=headers, proxy=None, max_queue=None, legacy=True))
    made.shows(bool)
    return made


@dataclass
class Joined:
    """What came of joins that were offered: when all were answered, what each waited, and choices elsewhere (seconds)."""

    answers: Counter[str] = field(default_factory=Counter)
    waited: list[float] = field(default_factory=list)
    choices: list[float] = field(default_factory=list)
    took: float = 0.0


class Elsewhere:
    """A game of another workshop, in which somebody chooses about three times a second."""

    def __init__(self, server: Server, joined: Joined) -> None:
        host, number, code = start(server, 1, 3)
        player = Browser(server.base_url)
        player.submit(f"/j/{code}/", alias="Elders", role="resident")
        panel, self._phone = follow(server, host, "control", number), follow(server, player, "play", number)
        panel.ask("next")
        self._phone.shows(lambda m: m["table"]["phase"] == "agree")
        self._joined = joined
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._choose)

    def __enter__(self) -> "Elsewhere":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _choose(self) -> None:
        n = 0
        while not self._over.wait(0.3):
            n += 1
            asked = time.monotonic()
            choice = {"propose": ["together" if n % 2 else "residents", None, None, None]}
            answer = self._phone.ask("choose", n=n, choice=choice)
            self._joined.choices.append(time.monotonic() - asked)
            self._joined.answers[f"choice {answer['type']}"] += 1


def offer(server: Server, people: int, seconds: float) -> Joined:
    """Offer so many joins in so many seconds, from one address, and wait until all are answered."""
    rooms = [start(server, TABLES, SEATS) for _ in range(-(-people // (TABLES * SEATS)))]
    joined = Joined()
    began = 0.0

    def join(person: int) -> None:
        time.sleep(max(0.0, began + person * seconds / people - time.monotonic()))
        asked = time.monotonic()
        _, _, code = rooms[person % len(rooms)]
        try:
            path = Browser(server.base_url).submit(f"/j/{code}/", alias=f"P{person}")
            joined.answers["seated" if path.startswith("/play/") else path] += 1
        except (PageError, OSError) as error:
            joined.answers[str(error)[:40]] += 1
        joined.waited.append(time.monotonic() - asked)

    with Elsewhere(server, joined), ThreadPoolExecutor(people) as pool:
        began = time.monotonic()
        list(pool.map(join, range(people)))
        joined.took = time.monotonic() - began
    return joined


def main(people: int, seconds: float) -> None:
    """Run it."""
    with tempfile.TemporaryDirectory() as folder, Server({"DATA_DIR": folder}) as server:
        joined = offer(server, people, seconds)
        answers = dict(joined.answers)
        lines = (
            f"{people} joins offered in {seconds:g} s: all answered after {joined.took:.1f} s; {answers}",
            f"a join: {figures(joined.waited)}",
            f"{len(joined.choices)} choices elsewhere: {figures(joined.choices)}",
            f"errors: {server.errors() or 'none'}",
        )
        sys.stdout.write("\n".join(lines) + "\n")


def figures(seconds: list[float]) -> str:
    """Return the middle, the 95th of a hundred and the slowest of times, in words."""
    times = sorted(seconds)
    return f"median {statistics.median(times):.2f} s, p95 {times[int(len(times) * 0.95)]:.2f} s, slowest {times[-1]:.2f} s"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500, float(sys.argv[2]) if len(sys.argv) > 2 else 10.0)
