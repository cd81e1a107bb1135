"""Daphne with what it lacks: our bounds on what connections take, a clock that is never set, a way to stop listening.

Importing this takes Twisted's reactor as it is, so only game.live.server imports it, after choosing the loop.
"""

import asyncio
import contextlib
import socket
import time
from typing import Any

from autobahn.exception import Disconnected
from autobahn.twisted import websocket as autobahn_websocket
from autobahn.websocket import protocol as autobahn_protocol
from daphne import http_protocol, server, ws_protocol
from daphne.server import Server, twisted_loop
from twisted.internet import reactor

from game.live.bounds import CLOSE_SECONDS, REQUEST_SECONDS
from game.live.short import Short
from game.live.system import BACKLOG
from game.live.wire import LET_GO, BoundedRequest, PatientSocket, hang_up, punctual_channel

NEVER = 10**9
WORDS = {"pformat", "hltype", "hlval", "hlid"}  # Autobahn's, that make texts

twisted_loop.close()  # Daphne made it for itself; the reactor has ours


def unsaid(*_: object, **__: object) -> str:
    """Stands in for what makes a text that nobody reads."""
    return ""


class Monotonic:
    """Stands in for the time module where Daphne only measures how long something takes: its clock is never set."""

    time = staticmethod(time.monotonic)


class GameServer(Server):
    """The listening sockets and everything that came in through them."""

    def __init__(self, application: Any, listeners: list[socket.socket], *, short_way: bool) -> None:
        # The factory makes requests of the class it finds in its own module.
        http_protocol.WebRequest = BoundedRequest
        ws_protocol.WebSocketFactory.protocol = PatientSocket
        for module in (http_protocol, ws_protocol, server):
            module.time = Monotonic
        # Autobahn words and colours all its options, and lines at every step, for a log that nobody keeps.
        for module in (autobahn_protocol, autobahn_websocket):
            vars(module).update(dict.fromkeys(WORDS & vars(module).keys(), unsaid))
        self.ports: list[Any] = []
        self.sockets = listeners
        self.short_way = short_way
        self.shorts: set[Short] = set()  # the open sockets that came the short way in
        self.doors: list[asyncio.Server] = []
        super().__init__(
            application,
            # It wants one; ours are open already and of two kinds, and Daphne adopts sockets on Unix only.
            endpoints=["unused"],
            ready_callable=self._adopt,
            signal_handlers=False,  # game.live.server stops us in its own order
            http_timeout=180,  # a whole congress at the door waits for its turn; nobody is sent away for that
            websocket_timeout=-1,
            websocket_connect_timeout=20,
            websocket_handshake_timeout=20,
            # Pages ping, and consumers notice who does not. An answer to a ping of ours waits behind a slow phone's screen.
            ping_interval=NEVER,
            ping_timeout=4,
            # Autobahn holds what we send to these too: a projector of forty tables gets one large message.
            websocket_max_message_size=8 * 1024 * 1024,
            websocket_max_frame_size=8 * 1024 * 1024,
            application_close_timeout=5,
            server_name="",
        )
        self.endpoints: list[str] = []

    def _adopt(self) -> None:
        """Take over the open sockets, and wait longer than Autobahn's second for a phone that is told why it is closed.

        This project checks origins itself; without allowNullOrigin, Autobahn would refuse some before it could.
        """
        self.ws_factory.setProtocolOptions(closeHandshakeTimeout=CLOSE_SECONDS, allowNullOrigin=True)
        self.http_factory.protocol = punctual_channel
        self.http_factory.timeOut = REQUEST_SECONDS
        for listener in self.sockets:
            listener.setblocking(False)
            if self.short_way:
                self.doors.append(self._open_door(listener))
                continue
            self.ports.append(reactor.adoptStreamPort(listener.fileno(), listener.family, self.http_factory))
            listener.close()  # the reactor has its own copy

    def _open_door(self, listener: socket.socket) -> asyncio.Server:
        loop = asyncio.get_event_loop()
        door = loop.create_server(
            lambda: Short(self.shorts, self.application, self._hand_over), sock=listener, backlog=BACKLOG
        )
        return loop.run_until_complete(door)

    def _hand_over(self, connected: Any, data: bytes) -> None:
        """Let Daphne serve a connection that said this so far; it takes a copy of the socket."""
        with contextlib.suppress(OSError):  # it is gone
            taken = reactor.adoptStreamConnection(connected.fileno(), connected.family, self.http_factory)
            taken.protocol.dataReceived(data)

    def create_application(self, protocol: Any, scope: dict[str, Any]) -> Any:
        """Make what serves a connection, and offer a socket's application the wire itself."""
        if isinstance(protocol, PatientSocket):
            scope["extensions"] = {"wire": protocol}
        return super().create_application(protocol, scope)

    async def handle_reply(self, protocol: Any, message: dict[str, Any]) -> None:
        """Pass on what an application sends; return once its socket has taken it.

        Closing does not wait: a socket that has not taken what was sent is cut off.
        """
        is_patient = isinstance(protocol, PatientSocket)
        if is_patient and message["type"] == "websocket.close" and not protocol.has_room:
            protocol.drop("takes nothing")
            return
        if is_patient and protocol.never_opened:
            hang_up(protocol)
            return
        try:
            await super().handle_reply(protocol, message)
        except Disconnected:
            pass  # it hung up a moment ago, which the application hears next
        except RuntimeError as error:
            if LET_GO not in str(error):
                raise
            hang_up(protocol)
        if is_patient and message["type"] != "websocket.close":
            await protocol.roomy.wait()

    def stop_listening(self) -> None:
        """Take no new connections; the open ones stay."""
        for port in self.ports:
            port.stopListening()
        for door in self.doors:
            door.close()
        self.ports.clear()
        self.doors.clear()

    def stop(self) -> None:
        """End everything at once."""
        for short in list(self.shorts):
            short.end()
        super().stop()

    def is_drained(self) -> bool:
        """Tell whether every request has been answered and every socket closed."""
        return not self.shorts and all("disconnected" in details for details in self.connections.values())
