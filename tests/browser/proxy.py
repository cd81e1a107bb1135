"""A network between a browser and the server: it lets pages through, and with live connections does what networks do."""

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType

from tests.live.server import free_port

HEAD_END = b"\r\n\r\n"
# What it does with a live connection, besides answering it with a status of its own such as "403 Forbidden".
PASS, SWALLOW, CUT = "pass", "swallow", "cut"
AWAY = "away"  # the pages that are open stay, and nothing gets through any more
HOLD = "hold"  # what came in is let through by `let_go`, also when the page has hung up by then


class Network:
    """Passes HTTP on to a server on this machine, as phones from `address`; `does` may be changed at any moment.

    Each connection carries one request, so that every one of them is looked at. Use it with `with`.
    """

    def __init__(self, port: int, does: str = PASS, address: str = "") -> None:
        self.does = does
        self._to = port
        self._address = address
        self._port = free_port()
        self._listener = socket.create_server(("127.0.0.1", self._port), backlog=64)
        self._open: set[socket.socket] = set()
        self._closing = threading.Event()
        self._let_go = threading.Event()
        self.held = threading.Semaphore(0)  # released for every connection that is held
        self.over = threading.Semaphore(0)  # and for every one that was, once the server said goodbye on it

    @property
    def base_url(self) -> str:
        """The address of the server's pages as seen through this network."""
        return f"http://127.0.0.1:{self._port}"

    def let_go(self) -> None:
        """Let what was held through."""
        self._let_go.set()

    def drop(self) -> None:
        """Cut every connection that is open."""
        for one in list(self._open):
            _hang_up(one)

    def __enter__(self) -> "Network":
        self._start(self._accept)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        self._let_go.set()
        _hang_up(self._listener)
        self.drop()

    def _start(self, work: Callable[..., None], *arguments: socket.socket) -> None:
        threading.Thread(target=work, args=arguments, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):
            while not self._closing.is_set():
                self._start(self._serve, self._listener.accept()[0])

    def _serve(self, client: socket.socket) -> None:
        self._open.add(client)
        with suppress(OSError):
            head, rest = _read_head(client)
            does = self.does
            is_live = b"upgrade: websocket" in head.lower()
            if (is_live and does == SWALLOW) or not head:
                return  # open until the browser gives up
            if does == AWAY or (is_live and does not in (PASS, CUT, HOLD)):
                if does != AWAY:
                    client.sendall(
                        f"HTTP/1.1 {does}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode()
                    )
                return _hang_up(client)
            if is_live and does == HOLD:
                self.held.release()
                self._let_go.wait()
            server = socket.create_connection(("127.0.0.1", self._to))
            self._open.add(server)
            server.sendall(self._rewritten(head, is_live) + rest)
            if is_live and does == HOLD:
                # Whoever asked for this has hung up, which is held too.
                while (piece := server.recv(65536)) and b'"bye"' not in piece:
                    pass
                _hang_up(server)
                return self.over.release()
            if is_live and does == CUT:
                client.sendall(_read_head(server)[0])
                _hang_up(server)
                return _hang_up(client)
            self._start(_pass_on, client, server)
            _pass_on(server, client)

    def _rewritten(self, head: bytes, is_live: bool) -> bytes:
        lines = head.removesuffix(HEAD_END).split(b"\r\n")
        if not is_live:
            lines = [line for line in lines if not line.lower().startswith(b"connection:")]
            lines.append(b"Connection: close")
        if self._address:
            lines.append(f"X-Forwarded-For: {self._address}".encode())
        return b"\r\n".join(lines) + HEAD_END


def _read_head(one: socket.socket) -> tuple[bytes, bytes]:
    """Return the head of a request or answer with its empty line, and what came after it."""
    found = b""
    while HEAD_END not in found:
        piece = one.recv(65536)
        if not piece:
            return b"", b""
        found += piece
    head, rest = found.split(HEAD_END, 1)
    return head + HEAD_END, rest


def _pass_on(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while piece := source.recv(65536):
            target.sendall(piece)
    _hang_up(target)
    _hang_up(source)


def _hang_up(one: socket.socket) -> None:
    with suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    one.close()
