"""Daphne's HTTP and WebSocket protocols with bounds: on what comes in, on how long it may take, and on what waits to be sent.

Importing this takes Twisted's reactor as it is, so only game.live.daphne imports it.
"""

import asyncio
import socket
from collections.abc import Callable, Sequence
from typing import Any

from autobahn.exception import Disconnected
from daphne import http_protocol, ws_protocol
from twisted.protocols import basic
from twisted.web import http

from game.live.bounds import AT_ONCE, MAX_UNREAD, ON_ITS_WAY, PLAYERS, Allowance
from game.live.frames import framed, whole_text
from game.live.gate import MAX_BODY
from game.protocol.codec import MAX_FRAME_BYTES

# In both languages, as nobody has read yet who asks.
TOO_LARGE_PAGE = """<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Te groot / Too large</title><h1>Te groot</h1>
<p>Dit is te veel om te versturen; er past {kilo} kB in. Ga terug: wat je invulde staat er nog. Kies een kleiner bestand.</p>
<div lang="en"><h1>Too large</h1>
<p>This is too much to send; there is room for {kilo} kB. Go back: what you filled in is still there. Pick a smaller file.</p>
</div></html>""".format(kilo=MAX_BODY // 1024).encode()
TOO_LARGE = (
    b"HTTP/1.1 413 Content Too Large\r\nConnection: close\r\nContent-Type: text/html; charset=utf-8\r\n"
    b"Content-Length: %d\r\n\r\n%b" % (len(TOO_LARGE_PAGE), TOO_LARGE_PAGE)
)
# Bytes that are let pass unread after that: a browser reads no answer before it has sent all.
PASSED = 8 * 1024 * 1024

LET_GO = (
    "the handler is closed"  # uvloop's word for a connection that was reset, before Twisted hears of that
)


def hang_up(protocol: Any) -> None:
    """Let Twisted find out that a peer is gone."""
    channel = getattr(protocol, "channel", protocol)  # a request's, or the socket itself
    if channel is not None and channel.transport is not None:
        channel.transport.abortConnection()


class PunctualChannel(http.HTTPChannel):
    """A connection whose requests have to come within their time; Twisted would begin anew with every byte."""

    has_begun = False

    def dataReceived(self, data: bytes) -> None:  # noqa: N802 - Twisted's name
        """Take what came in, without more time for the rest."""
        if not self.has_begun:
            self.has_begun = True
            self.resetTimeout()  # type: ignore[no-untyped-call]
        basic.LineReceiver.dataReceived(self, data)  # type: ignore[no-untyped-call]

    def requestDone(self, request: Any) -> None:  # noqa: N802 - Twisted's name
        """Wait for the next request."""
        self.has_begun = False
        super().requestDone(request)  # type: ignore[no-untyped-call]


def punctual_channel() -> Any:
    """Return a new connection, as Twisted's factory makes them."""
    return http._GenericHTTPChannelProtocol(PunctualChannel())  # type: ignore[no-untyped-call]


class BoundedRequest(http_protocol.WebRequest):
    """A request whose body is refused as soon as it is too large; Daphne would take all of it into memory.

    What is told then is a sentence, so that who picked the wrong file reads what to do.
    """

    taken = 0

    def handleContentChunk(self, data: bytes) -> None:  # noqa: N802 - Twisted's name
        """Keep a piece of the body, or answer 413, let the rest of it pass and hang up."""
        within = self.taken <= MAX_BODY
        self.taken += len(data)
        if self.taken <= MAX_BODY:
            super().handleContentChunk(data)
        elif within:
            self.channel.transport.write(TOO_LARGE)
        elif self.taken > PASSED:
            self.channel.loseConnection()

    def requestReceived(self, command: bytes, path: bytes, version: bytes) -> None:  # noqa: N802 - Twisted's name
        """Go on with a request that is here whole, unless it was answered already."""
        if self.taken > MAX_BODY:
            self.channel.loseConnection()
        else:
            super().requestReceived(command, path, version)


class PatientSocket(ws_protocol.WebSocketProtocol):
    """A socket that takes no more than it may, and whose sender waits while the phone takes nothing.

    Daphne would keep everything in memory. It is its own transport's producer: Twisted says when something waits to be sent,
    and when all of it is gone.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.roomy = asyncio.Event()
        self.roomy.set()
        self.on_room: Callable[[], None] | None = None
        self.on_text: Callable[[str], None] | None = None  # of which it makes no use
        self._allowance = Allowance()

    @property
    def has_room(self) -> bool:
        """Whether the phone took all that was written."""
        return self.roomy.is_set()

    @property
    def never_opened(self) -> bool:
        """Whether it was let in over a line that was gone by then: Autobahn's answer to that failed half-way, unheard."""
        return self.state == self.STATE_CONNECTING and not hasattr(self, "handshake_deferred")

    def onOpen(self) -> None:  # noqa: N802 - Autobahn's name
        """Take the place of the HTTP channel that the socket came in through."""
        self.transport.unregisterProducer()
        self.transport.bufferSize = AT_ONCE
        self.transport.registerProducer(self, True)
        if self.path.decode().startswith(PLAYERS):
            self.transport.getHandle().setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, ON_ITS_WAY)
        super().onOpen()

    # What comes in

    def dataReceived(self, data: bytes) -> None:  # noqa: N802 - Twisted's name
        """Take what came in: a message that is whole and all there is, as nearly every one, without Autobahn's many steps."""
        text = self._whole(data)
        if text is None:
            self._dataReceived(
                data
            )  # its `dataReceived` words and colours a line for a log that nobody keeps
            return
        self._count(len(data))
        if self.state == self.STATE_OPEN:
            self.onMessage(text.encode(), False)

    def _whole(self, data: bytes) -> str | None:
        """Return the text of one short frame that is masked and final (RFC 6455, 5.2); None where it is anything else."""
        is_between = self.state == self.STATE_OPEN and not (
            self.data or self.current_frame or self.inside_message
        )
        return whole_text(data) if is_between else None

    def onMessageFrameBegin(self, length: int) -> None:  # noqa: N802 - Autobahn's name
        """Hang up before more of a message is kept than any message has; Autobahn's own bound holds for what we send too."""
        if self.message_data_total_length + length > MAX_FRAME_BYTES:
            self.drop("too large")
        super().onMessageFrameBegin(length)

    def onFrameBegin(self) -> None:  # noqa: N802 - Autobahn's name
        """Count a frame."""
        self._count(self.current_frame.length)
        super().onFrameBegin()

    def _count(self, size: int) -> None:
        """Hang up on who sends more frames than anybody could mean, of whatever kind."""
        if not self._allowance.takes(size):
            self.drop("too many frames")

    def onPing(self, payload: bytes) -> None:  # noqa: N802 - Autobahn's name
        """Answer, unless answers wait already: who does not read them does not make us keep them."""
        if self.has_room:
            super().onPing(payload)

    def onMessage(self, payload: bytes, is_binary: bool) -> None:  # noqa: N802 - Autobahn's name
        """Pass a message on to an application that takes what it gets."""
        if self.state != self.STATE_OPEN or self.failedByMe:
            return
        if self.application_queue.qsize() >= MAX_UNREAD:
            return self.drop("too many messages")
        super().onMessage(payload, is_binary)

    def drop(self, reason: str) -> None:
        """Hang up at once, without a goodbye."""
        self._fail_connection(self.CLOSE_STATUS_CODE_MESSAGE_TOO_BIG, reason)

    def onClose(self, *arguments: Any) -> None:  # noqa: N802 - Autobahn's name
        """Let go of a sender that waits, and of what came in half."""
        self.roomy.set()
        self.data = b""
        self.message_data = self.frame_data = self.control_frame_data = None
        super().onClose(*arguments)

    # What goes out

    def write(self, texts: Sequence[bytes]) -> None:
        """Write messages, at once and in one piece; what the phone does not take waits, and `has_room` says so.

        A socket that is not open gets nothing, which its application hears next.
        """
        if self.state == self.STATE_OPEN:
            self.sendData(framed(texts))
        elif self.never_opened:
            hang_up(self)

    def close(self, code: int) -> None:
        """Say goodbye, or cut off who has not taken what was written; the application hears at once that it is over."""
        if not self.has_room:
            self.drop("takes nothing")
        elif self.state == self.STATE_OPEN:
            try:
                self.serverClose(code)
            except (Disconnected, RuntimeError) as error:
                if LET_GO not in str(error) and not isinstance(error, Disconnected):
                    raise
                hang_up(self)
        self.application_queue.put_nowait({"type": "websocket.disconnect", "code": 1006})

    def sendData(  # noqa: N802 - Autobahn's name
        self, data: bytes, sync: bool = False, chopsize: int | None = None
    ) -> None:
        """Write bytes to the socket while nothing waits in Twisted, which would take a turn of the event loop with each.

        Autobahn's own way also words and colours a line for a log that nobody keeps.
        """
        if sync or chopsize or self.send_queue:
            super().sendData(data, sync, chopsize)
            return
        taken = self.transport.writeSomeData(data) if self.has_room else 0
        if taken == len(data):
            return
        # Of a failure Twisted hears when it tries again.
        rest = data[taken:] if isinstance(taken, int) else data
        self.transport.bufferSize = 0  # however little waits, the sender does
        try:
            self.transport.write(rest)
        except RuntimeError as error:
            if LET_GO not in str(error):
                raise
            hang_up(self)
        self.transport.bufferSize = AT_ONCE
        if (
            self.transport.connected
        ):  # also while its HTTP channel is told to wait, which then tells us to go on
            self.roomy.clear()

    def pauseProducing(self) -> None:  # noqa: N802 - Twisted's name
        """Let the sender wait."""
        self.roomy.clear()

    def resumeProducing(self) -> None:  # noqa: N802 - Twisted's name
        """Let the sender go on."""
        self.roomy.set()
        if self.on_room is not None:
            self.on_room()

    def stopProducing(self) -> None:  # noqa: N802 - Twisted's name
        """Let the sender find out that the socket is gone."""
        self.roomy.set()
