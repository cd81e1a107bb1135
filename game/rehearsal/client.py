"""One socket as a phone keeps it: commands with ids, resent until answered, and reconnecting whatever happens."""

import asyncio
import contextlib
import json
import random
import time
from collections.abc import Callable
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException

from game.rehearsal.statistics import Statistics

PING_SECONDS = 4.0
DEAD_SECONDS = 9.0
RESEND_SECONDS = 3.0
REPLACED, NOT_ALLOWED = 4001, 4003
MAX_FRAME = 8 * 1024 * 1024


class Client:
    """A socket that is kept open; `on_message` gets every message that is no answer."""

    def __init__(
        self,
        url: str,
        cookies: str,
        statistics: Statistics,
        dice: random.Random,
        on_message: Callable[[dict[str, Any]], None],
    ) -> None:
        self._url = url
        self._headers = {"Cookie": cookies}
        self._statistics = statistics
        self._dice = dice
        self._on_message = on_message
        self._socket: ClientConnection | None = None
        self._open = asyncio.Event()
        self._waiting: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self._ids = 0
        self._heard = 0.0
        self.rev = 0
        self.connections = 0

    @property
    def is_open(self) -> bool:
        """Whether the socket is open now."""
        return self._open.is_set()

    async def run(self) -> None:
        """Keep the socket open until cancelled; raises PermissionError when the server does not let us in."""
        while True:
            with contextlib.suppress(OSError, WebSocketException):
                await self._connected()
            self._open.clear()
            self._socket = None
            await asyncio.sleep(self._dice.uniform(0.3, 1.0))

    async def _connected(self) -> None:
        async with connect(
            self._url,
            additional_headers=self._headers,
            ping_interval=None,
            max_size=MAX_FRAME,
            compression=None,
            open_timeout=15,
            close_timeout=1,
        ) as socket:
            self._socket = socket
            self._heard = time.monotonic()
            self.connections += 1
            if self.connections > 1:
                self._statistics.reconnects += 1
            self._open.set()
            beat = asyncio.ensure_future(self._beat(socket))
            try:
                async for frame in socket:
                    self._heard = time.monotonic()
                    self._take(json.loads(frame))
            finally:
                beat.cancel()
            if socket.close_code in (REPLACED, NOT_ALLOWED):
                raise PermissionError(f"closed with {socket.close_code}")

    async def _beat(self, socket: ClientConnection) -> None:
        while True:
            await asyncio.sleep(PING_SECONDS)
            if time.monotonic() - self._heard > DEAD_SECONDS:
                socket.transport.abort()
                return
            with contextlib.suppress(ConnectionClosed):
                await socket.send(json.dumps({"type": "ping", "rev": self.rev}))

    def _take(self, message: dict[str, Any]) -> None:
        if message["type"] in ("ack", "refused"):
            waiting = self._waiting.get(message["id"])
            if waiting is not None and not waiting.done():
                waiting.set_result(message)
            return
        self.rev = max(self.rev, message.get("rev", 0))
        self._on_message(message)

    def cut(self) -> None:
        """Cut the connection without a goodbye, as bad Wi-Fi does."""
        if self._socket is not None:
            self._socket.transport.abort()

    async def command(self, type: str, cut: float = 0.0, **fields: Any) -> dict[str, Any]:
        """Send a command until it is answered and return the answer; `cut` is the chance to lose the line right after."""
        self._ids += 1
        id = f"{self._dice.getrandbits(48):x}-{self._ids}"
        frame = json.dumps({"type": type, "id": id, **fields})
        answer: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._waiting[id] = answer
        self._statistics.sent += 1
        began = time.monotonic()
        tries = 0
        while not answer.done():
            await self._open.wait()
            socket = self._socket
            if tries:
                self._statistics.resent += 1
            tries += 1
            if socket is not None:
                with contextlib.suppress(ConnectionClosed):
                    await socket.send(frame)
            if tries == 1 and self._dice.random() < cut:
                await asyncio.sleep(self._dice.uniform(0.0, 0.03))
                self.cut()
            await self._answered_or_lost(answer, socket)
        del self._waiting[id]
        self._statistics.answered(answer.result(), (time.monotonic() - began) * 1000, tries)
        return answer.result()

    async def _answered_or_lost(
        self, answer: "asyncio.Future[dict[str, Any]]", socket: ClientConnection | None
    ) -> None:
        """Wait for the answer, but no longer than this socket lives or a resend is due."""
        until = time.monotonic() + RESEND_SECONDS
        while not answer.done() and time.monotonic() < until and self._socket is socket and self.is_open:
            await asyncio.wait([answer], timeout=0.05)
