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
from websockets.typing import Origin

from game.rehearsal.statistics import Statistics

PING_SECONDS = 4.0
DEAD_SECONDS = 9.0
RESEND_SECONDS = 3.0
REPLACED, NOT_ALLOWED, MOVED = 4001, 4003, 4010
# What says nothing about a command: it came sooner than anybody taps, or waits in the server, which still carries it out.
LATER = ("too_fast", "busy")
MAX_FRAME = 8 * 1024 * 1024


def origin_of(url: str) -> Origin:
    """Return what a page says to come from that opens this socket: a server lets in nobody who does not say it."""
    scheme, _, host, *_ = url.split("/")
    return Origin(f"{'https' if scheme == 'wss:' else 'http'}://{host}")


class Dismissed(Exception):
    """The server closed a socket for good: the close code and the reason it said goodbye with."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(f"closed with {code} {reason}")
        self.code = code
        self.reason = reason


class Client:
    """A socket that is kept open; `on_message` gets every message that is no answer; another `url` counts from
    the next connection on.

    `moves` counts how often the server said that this client belongs elsewhere now, `ended` is set once it is not let in.
    """

    def __init__(
        self,
        url: str,
        cookies: str,
        statistics: Statistics,
        dice: random.Random,
        on_message: Callable[[dict[str, Any]], None],
    ) -> None:
        self.url = url
        self._headers = {"Cookie": cookies}
        self._statistics = statistics
        self._dice = dice
        self.on_message = on_message
        self._socket: ClientConnection | None = None
        self._open = asyncio.Event()
        self._waiting: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self._ids = 0
        self._heard = 0.0
        self._away_until = 0.0
        self._reason = ""
        self.rev = 0
        self.connections = 0
        self.moves = 0
        self.ended: asyncio.Future[Dismissed] = asyncio.get_running_loop().create_future()

    @property
    def is_open(self) -> bool:
        """Whether the socket is open now."""
        return self._open.is_set()

    async def run(self) -> None:
        """Keep the socket open until cancelled; raises Dismissed when the server does not let us in (any more)."""
        while True:
            code = None
            with contextlib.suppress(OSError, WebSocketException):
                code = await self._connected()
            self._open.clear()
            self._socket = None
            if code in (REPLACED, NOT_ALLOWED):
                raise self._end(code)
            if code == MOVED:
                self.moves += 1
            pause = self._dice.uniform(0.0, 0.5) if code == MOVED else self._dice.uniform(0.3, 1.0)
            await asyncio.sleep(max(pause, self._away_until - time.monotonic()))

    async def _connected(self) -> int | None:
        """Open the socket and read it until it closes; return the code it was closed with."""
        async with connect(
            self.url,
            origin=origin_of(self.url),
            additional_headers=self._headers,
            ping_interval=None,
            max_size=MAX_FRAME,
            compression=None,
            open_timeout=15,
            close_timeout=1,
        ) as socket:
            self._socket = socket
            self._heard = time.monotonic()
            self._reason = ""
            self.connections += 1
            if self.connections > 1:
                self._statistics.reconnects += 1
            self._open.set()
            beat = asyncio.ensure_future(self._beat(socket))
            try:
                async for frame in socket:
                    self._heard = time.monotonic()
                    self._take(json.loads(frame))
            except ConnectionClosed:
                pass
            finally:
                beat.cancel()
            return socket.close_code

    def _end(self, code: int) -> Dismissed:
        """Let go of everything that waits for an answer, which will not come."""
        dismissed = Dismissed(code, self._reason)
        for id, waiting in self._waiting.items():
            if not waiting.done():
                waiting.set_result({"type": "lost", "id": id, "code": self._reason})
        self.ended.set_result(dismissed)
        return dismissed

    async def _beat(self, socket: ClientConnection) -> None:
        while True:
            await asyncio.sleep(PING_SECONDS)
            if time.monotonic() - self._heard > DEAD_SECONDS:
                socket.transport.abort()
                return
            with contextlib.suppress(ConnectionClosed):
                await socket.send(json.dumps({"type": "ping", "rev": self.rev}))

    def _take(self, message: dict[str, Any]) -> None:
        if message["type"] == "refused" and message["code"] in LATER:
            return  # without an answer its command goes out again, as what somebody wishes on a page does
        if message["type"] in ("ack", "refused"):
            waiting = self._waiting.get(message["id"])
            if waiting is not None and not waiting.done():
                waiting.set_result(message)
            return
        if message["type"] == "bye":
            self._reason = message["code"]
        self.rev = max(self.rev, message.get("rev", 0))
        self.on_message(message)

    def cut(self) -> None:
        """Cut the connection without a goodbye, as bad Wi-Fi does."""
        if self._socket is not None:
            self._socket.transport.abort()

    async def reload(self) -> None:
        """Close the socket in good order and open a new one, as a browser does that loads its page again."""
        if self._socket is not None:
            await self._socket.close()

    def stay_away(self, seconds: float) -> None:
        """Cut the connection and stay away for a while."""
        self._away_until = time.monotonic() + seconds
        self.cut()

    @property
    def is_back(self) -> bool:
        """Whether the socket is open and this client does not mean to stay away any more."""
        return self.is_open and time.monotonic() >= self._away_until

    async def command(self, type: str, cut: float = 0.0, **fields: Any) -> dict[str, Any]:
        """Send a command until it is answered and return the answer; `cut` is the chance to lose the line right after.

        The answer's type is "lost" when the server will not let this client in any more.
        """
        self._ids += 1
        id = f"{self._dice.getrandbits(48):x}-{self._ids}"
        if self.ended.done():
            return {"type": "lost", "id": id, "code": self.ended.result().reason}
        frame = json.dumps({"type": type, "id": id, **fields})
        answer: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._waiting[id] = answer
        self._statistics.sent += 1
        began = time.monotonic()
        tries = 0
        while not answer.done():
            while not (self.is_open or answer.done()):
                await asyncio.wait([answer], timeout=0.05)
            if answer.done():
                break
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
