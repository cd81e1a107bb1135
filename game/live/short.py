"""The short way in: a socket that is asked for plainly is served on the event loop's own transport; all else is Daphne's.

Daphne reads a handshake as a request, writes it out again for Autobahn to read, and stands with Twisted between each frame
and the socket. Here the head is read once, and frames go where they go. What is unusual in any way, a page's request before
all, is handed to Daphne as it came. What it means is decided by the same application; which frames are sound by the library
`websockets`, but for a short text that is all there is, as a browser's nearly always is.
"""

import asyncio
import contextlib
import logging
import socket
import struct
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, cast

from websockets.frames import CloseCode, Frame, Opcode
from websockets.protocol import OPEN
from websockets.server import ServerProtocol
from websockets.utils import accept_key

from game.live.asked import plain_request
from game.live.bounds import (
    AT_ONCE,
    CLOSE_SECONDS,
    MAX_UNREAD,
    ON_ITS_WAY,
    PLAYERS,
    REQUEST_SECONDS,
    Allowance,
)
from game.live.frames import framed, whole_text
from game.protocol.codec import MAX_FRAME_BYTES

log = logging.getLogger(__name__)

Application = Callable[..., Awaitable[None]]
HandOver = Callable[[Any, bytes], None]
Event = dict[str, Any]

ACCEPTED = (
    b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Accept: %b\r\n\r\n"
)
REFUSED = b"HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
RESET = struct.pack("ii", 1, 0)  # what waits to be sent is thrown away


class Short(asyncio.Protocol):
    """One connection: handed over, or a socket with its application; also the wire that this has."""

    def __init__(self, sockets: "set[Short]", application: Application, hand_over: HandOver) -> None:
        self._sockets = sockets
        self._application = application
        self._hand_over = hand_over
        self._transport: asyncio.Transport = None  # type: ignore[assignment]  # until it is connected
        self._key = ""
        self._is_open = False
        self._task: asyncio.Task[None] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._engine: ServerProtocol | None = None  # from the first unusual frame on
        self._message: list[bytes] = []  # of which there is more to come
        self._is_binary = False
        self._allowance = Allowance()
        self._events: deque[Event] = deque()
        self._waiter: asyncio.Future[None] | None = None
        self.has_room = True
        self.on_room: Callable[[], None] | None = None
        self.on_text: Callable[[str], None] | None = None

    # From connecting to open

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Wait for what is asked."""
        self._transport = cast(asyncio.Transport, transport)
        self._timer = asyncio.get_running_loop().call_later(REQUEST_SECONDS, self._transport.abort)

    def data_received(self, data: bytes) -> None:
        """Take what came in."""
        if self._is_open:
            self._take(data)
        elif self._task is None and not self._transport.is_closing():
            self._begin(data)
        else:
            self._transport.abort()  # nobody speaks before the answer

    def _begin(self, data: bytes) -> None:
        self._stop_timer()
        asked = plain_request(data)
        if asked is None:
            self._transport.pause_reading()
            self._hand_over(self._transport.get_extra_info("socket"), data)
            self._transport.abort()  # the other has a copy of the socket
            return
        path, query, headers, self._key = asked
        peer, own = (self._transport.get_extra_info(side) for side in ("peername", "sockname"))
        if not peer or not own:  # it is gone
            self._transport.abort()
            return
        scope = {
            "type": "websocket",
            "asgi": {"version": "3.0"},
            "path": path,
            "raw_path": path.encode(),
            "root_path": "",
            "query_string": query,
            "headers": headers,
            "client": list(peer[:2]),
            "server": list(own[:2]),
            "subprotocols": [],
            "extensions": {"wire": self},
        }
        if path.startswith(PLAYERS):
            self._set(socket.SO_SNDBUF, ON_ITS_WAY)
        self._transport.set_write_buffer_limits(0)  # however little waits, the sender does
        self._sockets.add(self)
        self._events.append({"type": "websocket.connect"})
        self._task = asyncio.ensure_future(self._application(scope, self.receive, self.send))
        self._task.add_done_callback(self._done)

    def _done(self, task: "asyncio.Task[None]") -> None:
        if not task.cancelled() and task.exception() is not None:
            log.error("a socket's application failed", exc_info=task.exception())
            self._transport.abort()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    # What the application sees

    async def receive(self) -> Event:
        """Return the next event."""
        while not self._events:
            self._waiter = asyncio.get_running_loop().create_future()
            await self._waiter
        return self._events.popleft()

    async def send(self, message: Event) -> None:
        """Do what the application says, at once."""
        if message["type"] == "websocket.accept":
            self._put(ACCEPTED % accept_key(self._key).encode())
            self._is_open = True
        elif message["type"] == "websocket.close":
            self.close(message["code"])
        else:
            self.write([message["text"].encode()])

    def _tell(self, event: Event) -> None:
        self._events.append(event)
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    # What comes in

    def _take(self, data: bytes) -> None:
        """Take a message that is whole and all there is, as nearly every one; leave what is anything else to the library."""
        text = whole_text(data) if self._engine is None else None
        if text is None:
            self._take_unusual(data)
        elif self._allowance.takes(len(data)):
            self._hear_text(text)
        else:
            self.drop("too many frames")

    def _take_unusual(self, data: bytes) -> None:
        for at in range(0, len(data), AT_ONCE):
            if not self._transport.is_closing():
                self._take_some(data[at : at + AT_ONCE])

    def _take_some(self, data: bytes) -> None:
        engine = self._library
        engine.receive_data(data)
        for came in cast("list[Frame]", engine.events_received()):
            if not self._allowance.takes(len(came.data)):
                self.drop("too many frames")
                return
            if came.opcode in (Opcode.TEXT, Opcode.BINARY, Opcode.CONT):
                self._take_piece(came)
        if engine.parser_exc is not None:
            self.drop("no message can be so")
            return
        self._say_back(engine)

    def _take_piece(self, came: Frame) -> None:
        if came.opcode is not Opcode.CONT:
            self._is_binary = came.opcode is Opcode.BINARY
        self._message.append(bytes(came.data))
        if not came.fin:
            return
        data, self._message = b"".join(self._message), []
        if self._is_binary:
            self._hear({"type": "websocket.receive", "bytes": data})
            return
        try:
            self._hear_text(data.decode())
        except UnicodeDecodeError:
            self.drop("no text")

    def _hear_text(self, text: str) -> None:
        """Hand a text on without a turn of the event loop, where that is wanted and nothing waits that came before it."""
        if self.on_text is None or self._events or self._transport.is_closing():
            self._hear({"type": "websocket.receive", "text": text})
        else:
            self.on_text(text)

    def _hear(self, event: Event) -> None:
        if self._transport.is_closing():
            return
        if len(self._events) >= MAX_UNREAD:
            self.drop("too many messages")
        else:
            self._tell(event)

    @property
    def _library(self) -> ServerProtocol:
        if self._engine is None:
            self._engine = ServerProtocol(state=OPEN, max_size=MAX_FRAME_BYTES)
        return self._engine

    def _say_back(self, engine: ServerProtocol) -> None:
        """Send what the library answers: to a ping, unless answers wait already, and to a goodbye, after which is the end."""
        for answer in engine.data_to_send():
            if not answer:
                self._transport.close()
                self._cut_later()
            elif self.has_room:
                self._put(answer)

    # What goes out: the wire

    def write(self, texts: Sequence[bytes]) -> None:
        """Write messages, at once and in one piece; what the phone does not take waits, and `has_room` says so."""
        if self._is_open and (self._engine is None or self._engine.state is OPEN):
            self._put(framed(texts))

    def _put(self, data: bytes) -> None:
        if not self._transport.is_closing():
            self._transport.write(data)

    def close(self, code: int | None) -> None:
        """Say goodbye, and hear no more; who has not taken what was sent is cut off."""
        if not self._is_open:
            self._put(REFUSED)
            self._transport.close()
        elif not self.has_room:
            self.drop("takes nothing")
        elif self._library.state is OPEN and not self._transport.is_closing():
            self._library.send_close(code or CloseCode.NORMAL_CLOSURE)
            self._say_back(self._library)
            self._cut_later()
        self._tell({"type": "websocket.disconnect", "code": 1006})

    def drop(self, reason: str) -> None:
        """Hang up at once, without a goodbye."""
        self._cut()

    def _cut(self) -> None:
        """Hang up so that the other side's computer hears it, also where it takes nothing that is sent before."""
        self._set(socket.SO_LINGER, RESET)
        self._transport.abort()

    def _set(self, option: int, value: int | bytes) -> None:
        with contextlib.suppress(OSError, ValueError):  # it is gone
            self._transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, option, value)

    def _cut_later(self) -> None:
        self._stop_timer()
        self._timer = asyncio.get_running_loop().call_later(CLOSE_SECONDS, self._cut)

    def pause_writing(self) -> None:
        """Let the sender wait."""
        self.has_room = False

    def resume_writing(self) -> None:
        """Let the sender go on."""
        self.has_room = True
        if self.on_room is not None:
            self.on_room()

    def connection_lost(self, error: Exception | None) -> None:
        """Tell the application, and let go of everything."""
        self._stop_timer()
        self._sockets.discard(self)
        self._message.clear()
        if self._task is not None:
            self._tell({"type": "websocket.disconnect", "code": 1006})

    def end(self) -> None:
        """End it whatever it does; its process stops."""
        if self._task is not None:
            self._task.cancel()
        self._transport.abort()
