"""Daphne with what it lacks: a bound on request bodies, and a way to stop listening.

Importing this installs Twisted's reactor on a new event loop, so only game.live.server imports it, after choosing
the loop.
"""

from typing import Any

from daphne import http_protocol
from daphne.server import Server, twisted_loop

from game.live.gate import MAX_BODY

__all__ = ["GameServer", "twisted_loop"]

TOO_LARGE = b"HTTP/1.1 413 Content Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


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


class GameServer(Server):
    """One listening socket and everything that came in through it."""

    def __init__(self, application: Any, fileno: int) -> None:
        # The factory makes requests of the class it finds in its own module.
        http_protocol.WebRequest = BoundedRequest
        self.ports: list[Any] = []
        super().__init__(
            application,
            endpoints=[f"fd:fileno={fileno}"],
            signal_handlers=False,  # game.live.server stops us in its own order
            http_timeout=60,
            websocket_timeout=-1,
            websocket_connect_timeout=20,
            websocket_handshake_timeout=20,
            # The second ping leaves only when the first has been answered or given up: 8 to 11 s in all.
            ping_interval=5,
            ping_timeout=4,
            # What is above the consumers' own limit but below this is refused with a code instead of a cut.
            websocket_max_message_size=64 * 1024,
            websocket_max_frame_size=64 * 1024,
            application_close_timeout=5,
            server_name="",
        )

    def listen_success(self, port: Any) -> None:
        """Remember the open port, for stop_listening."""
        super().listen_success(port)
        self.ports.append(port)

    def stop_listening(self) -> None:
        """Take no new connections; the open ones stay."""
        for port in self.ports:
            port.stopListening()
        self.ports.clear()

    def is_drained(self) -> bool:
        """Tell whether every request has been answered and every socket closed."""
        return all("disconnected" in details for details in self.connections.values())
