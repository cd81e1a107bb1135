"""Somebody, or the network, sets the clock of the computer that serves: the game goes on by what it counts itself."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from game.rehearsal.browser import Browser
from tests.faults.cluster import wait_until
from tests.faults.sizes import by_turn
from tests.faults.test_full_disk import follow
from tests.live.phones import Phone, alive
from tests.live.server import Server

pytestmark = pytest.mark.faults
HOUR = 3600
COUNTDOWN_SECONDS = 90
SET = Path(__file__).parent / "set_clock"
ALIASES = ("Egel", "Merel", "Das")


class Room:
    """A game of three people, all connected, on a server whose clock can be set."""

    def __init__(self, server: Server, file: Path) -> None:
        self.server, self.file = server, file
        self.open = ExitStack()
        self.host = Browser(server.base_url)
        self.host.get(f"/new/?key={server.start_key}")
        settings = {"title": "Klok", "scenario": "street", "tables": 1, "seats": 3, "rounds": 1}
        talk = {"form": "full", "talking": "silent_first", "language": "nl"}
        self.number = self.host.submit("/new/", **settings, **talk).strip("/").split("/")[-1]
        code = self.host.get_json(f"/audit/{self.number}/?parts=state")["game"]["code"]
        self.players = [Browser(server.base_url) for _ in ALIASES]
        for player, alias in zip(self.players, ALIASES, strict=True):
            player.submit(f"/j/{code}/1/", alias=alias)
        self.connect()

    def connect(self) -> None:
        """Open everybody's socket, as pages do again when a server is back."""
        self.open.close()
        self.panel = self._opened("control", self.host)
        self.phones = [self._opened("play", player) for player in self.players]

    def _opened(self, kind: str, browser: Browser) -> Phone:
        return follow(self.server, self.open, browser, f"/ws/{kind}/{self.number}/")

    def set_clock(self, by: int) -> None:
        """Set the server's clock to so many seconds past what is right, and let it serve on for longer than it takes to
        call somebody away or a phase overdue: three signs of life to every socket.
        """
        self.file.write_text(str(by), encoding="utf-8")
        done = self.file.with_suffix(".done")
        wait_until(lambda: done.read_text(encoding="utf-8") == str(by), "the clock to be set")
        screens = (self.panel, *self.phones)
        with alive(*screens):
            for screen in (*screens, *screens, *screens):
                screen.until(lambda m: m["type"] == "heartbeat")

    def assert_nothing_happened(self) -> None:
        """Everybody is here in the open phase, no bot came, and the countdown is what it was."""
        self.connect()
        for screen in (self.panel, *self.phones):
            if not screen.clock:
                screen.until(lambda m: m["type"] == "clock")
            assert 1000 < screen.clock["remaining_ms"] <= 1000 * COUNTDOWN_SECONDS
        self.panel.shows(lambda screen: screen["room"]["here"] == len(ALIASES))
        assert (self.panel.phase, self.panel.step) == ("agree", 1)
        with closing(sqlite3.connect(self.server.data / "game.sqlite3")) as kept:
            codes = {code for (code,) in kept.execute("SELECT code FROM game_logline")}
        assert codes & {"bot_stood_in", "overdue", "stood_still"} == set()


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    file = tmp_path / "by"
    for one in (file, file.with_suffix(".done")):
        one.write_text("0", encoding="utf-8")
    environment = {"DATA_DIR": str(tmp_path / "data"), "PYTHONPATH": str(SET), "SET_CLOCK": str(file)}
    with Server(environment) as server:
        made = Room(server, file)
        yield made
        made.open.close()
        assert server.errors() == ""


@pytest.mark.promise("the clock of the computer set by an hour: nothing closes, nobody goes")
@pytest.mark.parametrize("by", by_turn([HOUR, -HOUR]))
def test_a_clock_that_is_set_in_the_middle_of_a_countdown(room: Room, by: int) -> None:
    assert room.panel.ask("next")["type"] == "ack"
    room.panel.shows(lambda screen: screen["room"]["phase"] == "agree")
    assert room.panel.ask("start_clock", seconds=COUNTDOWN_SECONDS)["type"] == "ack"
    room.set_clock(by)
    room.assert_nothing_happened()
    deadline_holds(room)
    room.server.restart()  # a new process takes the clock as it is now
    room.connect()
    assert (room.panel.phase, room.panel.step) == ("act", 2)
    room.panel.shows(lambda screen: screen["room"]["here"] == len(ALIASES))


def deadline_holds(room: Room) -> None:
    """A countdown that is over closes the phase, whatever the computer's clock says."""
    for phone in room.phones:
        assert phone.ask("ready", ready=True)["type"] == "ack"
    assert room.panel.ask("start_clock", seconds=1)["type"] == "ack"
    for screen in (room.panel, *room.phones):
        screen.shows(lambda s: (s.get("table") or s["room"])["phase"] == "act")
