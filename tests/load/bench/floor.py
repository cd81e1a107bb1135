"""The floor: a socket server that does nothing but send; `python -m tests.load.bench.floor PORT SIZE`.

It answers a handshake, sends everybody a screen of SIZE bytes when somebody says next, and an answer to everything else.
"""

import asyncio
import base64
import hashlib
import re
import sys
from typing import cast

KEY = re.compile(rb"Sec-WebSocket-Key: (\S+)")
MAGIC = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
sockets: set["Bare"] = set()
step = 0


def screen(size: int) -> bytes:
    """Return a screen of this step, of about this size."""
    head = b'{"type":"player_screen","step":%d,"rest":"' % step
    return head + b"x" * max(0, size - len(head) - 2) + b'"}'


def framed(text: bytes) -> bytes:
    """Return a text as a frame of a server."""
    size = len(text)
    if size < 126:
        return bytes((0x81, size)) + text
    return (
        b"\x81\x7e" + size.to_bytes(2, "big") + text
        if size < 65536
        else b"\x81\x7f" + size.to_bytes(8, "big") + text
    )


class Bare(asyncio.Protocol):
    """One socket of the floor."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._buffer = b""
        self._is_open = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take it in."""
        self.transport = cast(asyncio.Transport, transport)

    def connection_lost(self, error: Exception | None) -> None:
        """Forget it."""
        sockets.discard(self)

    def data_received(self, data: bytes) -> None:
        """Answer a handshake, or every whole frame of a client."""
        self._buffer += data
        if not self._is_open:
            found = KEY.search(self._buffer)
            if found is None or b"\r\n\r\n" not in self._buffer:
                return
            accepted = base64.b64encode(hashlib.sha1(found[1] + MAGIC).digest())
            self.transport.write(
                b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                b"Sec-WebSocket-Accept: " + accepted + b"\r\n\r\n"
            )
            self._buffer, self._is_open = b"", True
            sockets.add(self)
            self.transport.write(framed(screen(self._size)))
        while len(self._buffer) > 6:
            size, start = self._buffer[1] & 127, 6
            if size == 126:
                size, start = int.from_bytes(self._buffer[2:4], "big"), 8
            if len(self._buffer) < start + size:
                return
            text, self._buffer = self._buffer[start : start + size], self._buffer[start + size :]
            self._said(text)

    def _said(self, text: bytes) -> None:
        global step
        if b'"next"' in text:
            step += 1
            for socket in sockets:  # of its own for each, as every seat's screen is
                socket.transport.write(framed(screen(self._size)))
        self.transport.write(framed(b'{"type":"ack"}'))


async def serve(port: int, size: int) -> None:
    """Serve for ever."""
    server = await asyncio.get_running_loop().create_server(
        lambda: Bare(size), "127.0.0.1", port, backlog=2048
    )
    await server.serve_forever()


if __name__ == "__main__":
    import uvloop

    uvloop.run(serve(int(sys.argv[1]), int(sys.argv[2])))
