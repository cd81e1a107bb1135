"""The driver's end of a socket: no more of the protocol than a measurement needs, so that it is not the measure.

A client library takes as long for a message as a bare server does; this reads a frame in some microseconds.
"""

import asyncio
import base64
import os
import socket
from collections.abc import Callable
from typing import cast

MASK = b"\x00\x00\x00\x00"  # is one, and leaves a text as it is
TEXT, CLOSE = 1, 8
Taken = Callable[["Wire", bytes], None]


class Wire(asyncio.Protocol):
    """One client socket; `take` gets every text frame that comes, `bytes_in` counts what came."""

    def __init__(self, request: bytes, take: Taken) -> None:
        self._request = request
        self._take = take
        self._buffer = bytearray()
        self._transport: asyncio.Transport | None = None
        self.opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.bytes_in = 0
        self.is_lost = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the socket."""
        self._transport = cast(asyncio.Transport, transport)
        self._transport.write(self._request)

    def data_received(self, data: bytes) -> None:
        """Hand on every whole frame."""
        self.bytes_in += len(data)
        self._buffer += data
        if not self.opened.done():
            head, found, rest = bytes(self._buffer).partition(b"\r\n\r\n")
            if not found:
                return
            if b" 101 " not in head.split(b"\r\n", 1)[0]:
                self.opened.set_exception(ConnectionRefusedError(head[:200].decode()))
                return
            self._buffer = bytearray(rest)
            self.opened.set_result(None)
        while (frame := _frame(self._buffer)) is not None:
            kind, start, end = frame
            text = bytes(self._buffer[start:end])
            del self._buffer[:end]
            if kind == TEXT:
                self._take(self, text)

    def connection_lost(self, error: Exception | None) -> None:
        """Notice that it closed."""
        self.is_lost = True
        if not self.opened.done():
            self.opened.set_exception(error or ConnectionResetError())

    def say(self, text: bytes) -> None:
        """Send a short text, under 64 KiB."""
        assert self._transport is not None
        size = len(text)
        head = bytes((0x81, 0x80 | size)) if size < 126 else b"\x81\xfe" + size.to_bytes(2, "big")
        self._transport.write(head + MASK + text)

    def stop_reading(self) -> None:
        """Take nothing more, with as little room as the system allows."""
        assert self._transport is not None
        self._transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
        self._transport.pause_reading()

    @property
    def port(self) -> int:
        """The port of this end."""
        assert self._transport is not None
        return int(self._transport.get_extra_info("sockname")[1])

    def close(self) -> None:
        """Hang up."""
        if self._transport is not None:
            self._transport.abort()


def _frame(buffer: bytearray) -> tuple[int, int, int] | None:
    """Return what the first frame of a server is, and from where to where its payload goes; None when it is not whole."""
    if len(buffer) < 2:
        return None
    size, start = buffer[1], 2
    if size == 126:
        size, start = int.from_bytes(buffer[2:4], "big"), 4
    elif size == 127:
        size, start = int.from_bytes(buffer[2:10], "big"), 10
    end = start + size
    return (buffer[0] & 15, start, end) if len(buffer) >= end else None


async def connect(port: int, path: str, cookie: str, take: Taken) -> Wire:
    """Open a socket on this computer; raises ConnectionRefusedError with what the server said instead."""
    key = base64.b64encode(os.urandom(16)).decode()
    lines = (
        f"GET {path} HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        f"Origin: http://127.0.0.1:{port}",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        f"Sec-WebSocket-Key: {key}",
        f"Cookie: {cookie}",
    )
    request = ("\r\n".join(lines) + "\r\n\r\n").encode()
    loop = asyncio.get_running_loop()
    _, wire = await loop.create_connection(lambda: Wire(request, take), "127.0.0.1", port)
    await wire.opened
    return wire
