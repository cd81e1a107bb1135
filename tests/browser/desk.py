"""The facilitator's commands without a panel's page: a socket with the same rights, for tests that look at phones."""

import json
from contextlib import ExitStack, suppress
from itertools import count
from threading import Event, Thread
from typing import Any

from playwright.sync_api import Page
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from game.rehearsal.client import origin_of

Message = dict[str, Any]
PING_SECONDS = 3.0
_ids = count()


class Desk:
    """A control socket of the workshop that a panel's page shows; made with the page's own cookies."""

    def __init__(self, page: Page) -> None:
        host = page.url.split("/")[2]
        self.workshop = page.url.rstrip("/").split("/")[-1]
        cookies = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in page.context.cookies())
        self._open = ExitStack()
        opening = connect(
            f"ws://{host}/ws/control/{self.workshop}/",
            origin=origin_of(f"ws://{host}/"),
            additional_headers={"Cookie": cookies},
            proxy=None,
            ping_interval=None,  # the server looks at signs of life of its own, as below
            max_queue=None,
        )
        self.socket: ClientConnection = self._open.enter_context(opening)
        self.tiles: dict[int, Message] = {}
        self.room: Message = {}
        self.rev = 0
        self._closing = Event()
        self._alive = Thread(target=self._keep_alive, daemon=True)
        self._alive.start()
        self._read_until(lambda message: message["type"] == "panel_screen")

    def __enter__(self) -> "Desk":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def send(self, type: str, **fields: Any) -> Message:
        """Send a command at the newest step and return its answer; an accepted one is on every screen soon after."""
        id = f"desk{next(_ids)}"
        self._catch_up()
        if type == "next":  # with a yes to whatever is filled in for a municipality
            fields.setdefault("fills", list(self.tiles))
        self.socket.send(json.dumps({"type": type, "id": id, "step": self.room["step"], **fields}))
        answer = self._read_until(lambda message: message.get("id") == id)
        self.rev = max(self.rev, answer.get("rev", 0))
        return answer

    @property
    def step(self) -> int:
        """The step that the game is at."""
        self._catch_up()
        return int(self.room["step"])

    def person(self, alias: str) -> int:
        """Return the number of the person with this alias, once the panel shows it."""
        self._catch_up()
        if alias not in self._people():
            self._read_until(lambda _: alias in self._people())
        return self._people()[alias]

    def _people(self) -> dict[str, int]:
        tiles = self.tiles.values()
        people = [person for tile in tiles for seat in tile["seats"] for person in seat["people"]]
        people += [person for tile in tiles for person in tile["observers"]]
        return {person["alias"]: int(person["person"]) for person in people}

    def close(self) -> None:
        """Close the panel, as when the laptop is shut."""
        self._closing.set()
        self._alive.join()
        self._open.close()

    def asked_for(self, table: int, task: int, holder: str) -> int:
        """Return how many at a table ask now that this holder carries a task."""
        self._catch_up()
        return int(self.tiles[table]["asked"][task][holder])

    def seats(self) -> list[Message]:
        """Return every seat of the room as the panel shows it now."""
        self._catch_up()
        return [seat for tile in self.tiles.values() for seat in tile["seats"]]

    def _catch_up(self) -> None:
        """Read until what was acknowledged is shown."""
        self.socket.send(json.dumps({"type": "hello"}))
        self._read_until(lambda message: message["type"] == "panel_screen" and message["rev"] >= self.rev)

    def _keep_alive(self) -> None:
        """Give signs of life while a test looks at phones; the server gives up a socket that is silent."""
        while not self._closing.wait(PING_SECONDS):
            with suppress(ConnectionClosed):
                self.socket.send(json.dumps({"type": "ping", "rev": 0}))

    def _read_until(self, found: Any) -> Message:
        while True:
            message: Message = json.loads(self.socket.recv(60))
            if message["type"] == "panel_screen":
                self.room = message["room"]
                if message["whole"]:
                    self.tiles = {}
                self.tiles |= {tile["table"]: tile for tile in message["tiles"]}
            if found(message):
                return message
