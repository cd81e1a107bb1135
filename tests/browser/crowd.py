"""People without a screen, for rooms with more of them than browsers fit: they join through the door and stay connected."""

import json
from contextlib import ExitStack, suppress
from itertools import count
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from game.rehearsal.browser import Browser
from game.rehearsal.client import origin_of

PING_SECONDS = 3.0
ANSWER_SECONDS = 60.0
_ids = count()


class Crowd:
    """Everybody's sockets in one workshop; use it with `with`."""

    def __init__(self, base_url: str, code: str, workshop: str) -> None:
        self.base_url = base_url
        self.code = code
        self.workshop = workshop
        self._browsers: dict[str, Browser] = {}
        self._sockets: dict[str, ClientConnection] = {}
        self._lock = Lock()
        self._open = ExitStack()
        self._closing = Event()
        self._alive = Thread(target=self._keep_alive, daemon=True)

    def __enter__(self) -> "Crowd":
        self._alive.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        self._alive.join()
        self._open.close()

    def join(self, alias: str, table: int) -> None:
        """Let somebody take a seat at a table, and connect."""
        browser = self._browsers[alias] = Browser(self.base_url)
        browser.submit(f"/j/{self.code}/{table}/", alias=alias)
        self._connect(alias)

    def say(self, alias: str, type: str, step: int, **fields: Any) -> None:
        """Let somebody send a command at this step, until it is answered; what it does is to be seen elsewhere."""
        command = {"type": type, "id": f"crowd{next(_ids)}", "step": step, **fields}
        try:
            self._ask(alias, command)
        except ConnectionClosed:  # moved, as a page that then comes back at once
            self._connect(alias)
            self._ask(alias, command)

    def _ask(self, alias: str, command: dict[str, Any]) -> None:
        socket = self._sockets[alias]
        socket.send(json.dumps(command))
        while json.loads(socket.recv(timeout=ANSWER_SECONDS)).get("id") != command["id"]:
            pass

    def _connect(self, alias: str) -> None:
        url = f"{self.base_url.replace('http', 'ws')}/ws/play/{self.workshop}/"
        opening = connect(
            url,
            origin=origin_of(url),
            additional_headers={"Cookie": self._browsers[alias].cookie_header()},
            proxy=None,
            max_queue=None,
        )
        with self._lock:
            self._sockets[alias] = self._open.enter_context(opening)

    def _keep_alive(self) -> None:
        """Give signs of life; the server gives up a socket that is silent."""
        while not self._closing.wait(PING_SECONDS):
            with self._lock:
                sockets = list(self._sockets.values())
            for socket in sockets:
                with suppress(ConnectionClosed):
                    socket.send(json.dumps({"type": "ping", "rev": 0}))
