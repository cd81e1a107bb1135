"""A database that an older release left in the middle of a game: today's opens it, everybody comes back, and play goes on.

The databases are made by the code of their day (tests/ops/old_database.py), one per release and one of before the first.
"""

import asyncio
import json
import lzma
import sqlite3
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.cookiejar import Cookie
from pathlib import Path
from typing import Any

import pytest

from game.engine.table.journal import replay
from game.protocol.stored import load_entry, load_state
from game.rehearsal.browser import Browser
from game.rehearsal.phone import Phone
from game.rehearsal.run import Plan, play_on
from game.rehearsal.stage import Stage
from tests.live.server import ROOT, Server

DATABASES = ROOT / "tests" / "scenarios" / "databases"
RELEASES = sorted(path.stem for path in DATABASES.glob("*.json"))
ENOUGH = 10_000  # more than any device counted up to before its page was loaded anew


def told(release: str) -> dict[str, Any]:
    """Return what it takes to come back: keys, cookies, and what was acknowledged."""
    return json.loads((DATABASES / f"{release}.json").read_text())


def unpack(release: str, folder: Path) -> Path:
    path = folder / "game.sqlite3"
    path.write_bytes(lzma.decompress((DATABASES / f"{release}.sqlite3.xz").read_bytes()))
    return path


class Resumed(Stage):
    """A workshop whose panel, phones and projector come back with the cookies and the link that they had."""

    def __init__(self, url: str, back: dict[str, Any], pool: ThreadPoolExecutor) -> None:
        super().__init__(Plan((url,), back["START_KEY"]), pool)
        self.back = back
        self.workshop = back["workshop"]
        self.host = known(url, back["panel"])

    async def open(self) -> None:
        url = self.plan.urls[0]
        sockets = url.replace("http", "ws", 1)
        screen = Browser(url)
        await self.in_thread(screen.get, f"/projector/{self.back['projector']}/")
        for kind, like, browser in (("control", "panel", self.host), ("projector", "projector", screen)):
            self.watch(like, like, f"{sockets}/ws/{kind}/{self.workshop}/", browser.cookie_header())
        for cookies in self.back["phones"]:
            socket = f"{sockets}/ws/play/{self.workshop}/"
            self.phones.append(Phone(socket, known(url, cookies), self.statistics, self.dice, 0.0))
            self.phones[-1]._n = ENOUGH
        self.tasks += [asyncio.ensure_future(phone.run()) for phone in self.phones]


def known(url: str, cookies: str) -> Browser:
    """Return a browser with these cookies."""
    browser = Browser(url)
    for pair in cookies.split("; "):
        name, _, value = pair.partition("=")
        browser.cookies.set_cookie(
            Cookie(
                0,
                name,
                value,
                None,
                False,
                "127.0.0.1",
                False,
                False,
                "/",
                True,
                False,
                None,
                False,
                None,
                None,
                {},
            )
        )
    return browser


@pytest.mark.faults
@pytest.mark.parametrize("release", RELEASES)
async def test_a_running_game_goes_on_to_its_debrief(release: str, tmp_path: Path) -> None:
    back = told(release)
    unpack(release, tmp_path)
    keys = {name: back[name] for name in ("SECRET_KEY", "START_KEY")}
    with Server({"DATA_DIR": str(tmp_path), **keys}) as server, ThreadPoolExecutor(4) as pool:
        stage = Resumed(server.base_url, back, pool)
        report = await play_on(stage)
        audit = await stage.audit("journal,state")

    assert (report["problems"], report["ok"], report["refused"]) == ([], True, 0)
    assert (audit["game"]["phase"], audit["game"]["round"]) == ("debrief", 5)
    stored = Counter(
        (entry["command_id"], table["table"]) for table in audit["tables"] for entry in table["journal"]
    )
    assert [stored[id, table] for id, table, _ in back["kept"]] == [1] * len(back["kept"])
    assert server.errors() == ""


@pytest.mark.parametrize("release", RELEASES)
def test_its_journals_replay_to_what_its_code_made_of_them(release: str, tmp_path: Path) -> None:
    with closing(sqlite3.connect(unpack(release, tmp_path))) as file:
        tables = file.execute("SELECT id, snapshot FROM game_table ORDER BY id").fetchall()
        read = "SELECT kind, payload FROM game_journalentry WHERE table_id = ? ORDER BY seq"
        journals = {table: file.execute(read, [table]).fetchall() for table, _ in tables}

    assert len(tables) == 2
    for table, snapshot in tables:
        made = replay(load_entry(kind, payload) for kind, payload in journals[table])
        assert made == load_state(snapshot)
        assert len(made.played) == 2
