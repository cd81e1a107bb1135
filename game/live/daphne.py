"""Daphne with what it lacks: a bound on request bodies, waiting for slow sockets, and a way to stop listening.

Importing this takes Twisted's reactor as it is, so only game.live.server imports it, after choosing the loop.
"""

import asyncio
import contextlib
import socket
from typing import Any

from autobahn.exception import Disconnected
from daphne import http_protocol, ws_protocol
from daphne.server import Server, twisted_loop
from twisted.internet import reactor

from game.live.gate import MAX_BODY

TOO_LARGE = b"HTTP/1.1 413 Content Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
CLOSE_SECONDS = 5  # cutting it off sooner throws away what a slow network has not taken yet

twisted_loop.close()  # Daphne made it for itself; the reactor has ours


class BoundedRequest(http_protocol.WebRequest):
    """A request whose body is refused as soon as it is too large; Daphne would take all of it into memory."""

    taken = 0

    def handleContentChunk(self, data: bytes) -> None:  # noqa: N802 - Twisted's name
        """Keep a piece of the body, or answer 413 and hang up."""
        within = self.taken <= MAX_BODY
        self.taken += len(data)
        if self.taken <= MAX_BODY:
            super().handleContentChunk(data)
        elif within:
            self.channel.transport.write(TOO_LARGE)
            self.channel.loseConnection()


class PatientSocket(ws_protocol.WebSocketProtocol):
    """A socket whose sender waits while the phone takes nothing; Daphne would keep everything in memory.

    It is its own transport's producer: Twisted says when 64 KiB wait to be sent, and when they are gone.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.has_room = asyncio.Event()
        self.has_room.set()

    def onOpen(self) -> None:  # noqa: N802 - Autobahn's name
        """Take the place of the HTTP channel that the socket came in through."""
        self.transport.unregisterProducer()
        self.transport.registerProducer(self, True)
        super().onOpen()

    def onClose(self, *arguments: Any) -> None:  # noqa: N802 - Autobahn's name
        """Let go of a sender that waits."""
        self.has_room.set()
        super().onClose(*arguments)

    def pauseProducing(self) -> None:  # noqa: N802 - Twisted's name
        """Let the sender wait."""
        self.has_room.clear()

    def resumeProducing(self) -> None:  # noqa: N802 - Twisted's name
        """Let the sender go on."""
        self.has_room.set()

    def stopProducing(self) -> None:  # noqa: N802 - Twisted's name
        """Let the sender find out that the socket is gone."""
        self.has_room.set()


class GameServer(Server):
    """The listening sockets and everything that came in through them."""

    def __init__(self, application: Any, listeners: list[socket.socket]) -> None:
        # The factory makes requests of the class it finds in its own module.
        http_protocol.WebRequest = BoundedRequest
        ws_protocol.WebSocketFactory.protocol = PatientSocket
        self.ports: list[Any] = []
        self.sockets = listeners
        super().__init__(
            application,
            # It wants one; ours are open already and of two kinds, and Daphne adopts sockets on Unix only.
            endpoints=["unused"],
            ready_callable=self._adopt,
            signal_handlers=False,  # game.live.server stops us in its own order
            http_timeout=60,
            websocket_timeout=-1,
            websocket_connect_timeout=20,
            websocket_handshake_timeout=20,
            # The second ping leaves only when the first has been answered or given up: 8 to 11 s in all.
            ping_interval=5,
            ping_timeout=4,
            # What is above the consumers' own limit but below this is refused with a code instead of a cut.
            # Autobahn holds what we send to this too: a projector of forty tables gets one large message.
            websocket_max_message_size=8 * 1024 * 1024,
            websocket_max_frame_size=64 * 1024,
            application_close_timeout=5,
            server_name="",
        )
        self.endpoints: list[str] = []

    def _adopt(self) -> None:
        """Take over the open sockets, and wait longer than Autobahn's second for a phone that is told why it is closed.

        This project checks origins itself; without allowNullOrigin, Autobahn would refuse some before it could.
        """
        self.ws_factory.setProtocolOptions(closeHandshakeTimeout=CLOSE_SECONDS, allowNullOrigin=True)
        for listener in self.sockets:
            listener.setblocking(False)
            self.ports.append(reactor.adoptStreamPort(listener.fileno(), listener.family, self.http_factory))
            listener.close()  # the reactor has its own copy

    async def handle_reply(self, protocol: Any, message: dict[str, Any]) -> None:
        """Pass on what an application sends; return once its socket can take more."""
        with contextlib.suppress(Disconnected):  # it hung up a moment ago, which the application hears next
            await super().handle_reply(protocol, message)
        if isinstance(protocol, PatientSocket):
            await protocol.has_room.wait()

    def stop_listening(self) -> None:
        """Take no new connections; the open ones stay."""
        for port in self.ports:
            port.stopListening()
        self.ports.clear()

    def is_drained(self) -> bool:
        """Tell whether every request has been answered and every socket closed."""
        return all("disconnected" in details for details in self.connections.values())
