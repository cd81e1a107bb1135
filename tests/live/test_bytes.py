"""What a hostile client costs: some memory for a while, and nobody else anything."""

import os
import socket
import struct
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress

import psutil
import pytest

from game.protocol.codec import MAX_FRAME_BYTES
from tests.live.conftest import Gather
from tests.live.phones import Group
from tests.live.server import Server
from tests.live.test_frames import is_well

MOST_BYTES = 50 * 1024 * 1024
MIB = 1024 * 1024
LARGE = bytes(MIB)
VANISHED = 200


@pytest.fixture
def lobby(group: Gather) -> Group:
    return group("Egel", "Merel")


def memory(server: Server) -> int:
    """Return what a server's process has in memory now, in bytes."""
    assert server.process is not None
    return int(psutil.Process(server.process.pid).memory_info().rss)


class Rude:
    """A client that does what it likes with its bytes."""

    def __init__(self, lobby: Group, player: int = 0, receive_buffer: int = 0) -> None:
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if receive_buffer:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self.socket.settimeout(20)
        self.socket.connect(("127.0.0.1", lobby.server.port))
        self._lobby, self._player = lobby, player

    def ask(self, query: str = "") -> "Rude":
        """Ask for a socket; return this."""
        head = (
            f"GET /ws/play/{self._lobby.workshop.pk}/{query} HTTP/1.1\r\nHost: 127.0.0.1:{self._lobby.server.port}\r\n"
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            f"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: {self._lobby.server.base_url}\r\n"
            f"Cookie: device={self._lobby.players[self._player][1]}\r\n\r\n"
        )
        self.socket.sendall(head.encode())
        return self

    def upgrade(self, query: str = "") -> "Rude":
        """Open a socket; return this."""
        self.ask(query)
        answer = b""
        while not answer.endswith(b"\r\n\r\n"):  # byte by byte: what comes after it is a message
            piece = self.socket.recv(1)
            assert piece, answer
            answer += piece
        assert b" 101 " in answer
        return self

    def frame(self, payload: bytes, opcode: int = 1, length: int | None = None, fin: bool = True) -> None:
        """Send a frame, or one that says it is longer than what comes."""
        size = len(payload) if length is None else length
        first = bytes([(0x80 if fin else 0) | opcode])
        extended = (
            bytes([0x80 | size])
            if size < 126
            else bytes([0x80 | 126]) + struct.pack(">H", size)
            if size < 65536
            else bytes([0x80 | 127]) + struct.pack(">Q", size)
        )
        self.socket.sendall(first + extended + bytes(4) + payload)

    def vanish(self) -> None:
        """Be gone in the middle of whatever goes on."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()


def unfinished(rude: Rude) -> None:
    """Send 8 MiB of a message that never ends."""
    rude.upgrade().frame(LARGE, length=9 * MIB)
    for _ in range(7):
        rude.socket.sendall(LARGE)


def in_pieces(rude: Rude) -> None:
    """Send a message of 8 MiB in many frames without an end."""
    rude.upgrade().frame(bytes(60_000), fin=False)
    for _ in range(140):
        rude.frame(bytes(60_000), opcode=0, fin=False)


def pings(rude: Rude) -> None:
    """Ping and never read an answer."""
    rude.upgrade()
    for _ in range(50_000):
        rude.frame(bytes(125), opcode=9)


def screens(rude: Rude) -> None:
    """Ask for the whole screen again and again and never read it."""
    rude.upgrade()
    for _ in range(2000):
        rude.frame(b'{"type":"hello"}')


def before_it_is_let_in(rude: Rude) -> None:
    """Send as much as goes in the same breath as the handshake."""
    rude.upgrade()
    for _ in range(3000):
        rude.frame(bytes(8000))


def body(rude: Rude) -> None:
    """Post more than any form has."""
    rude.socket.sendall(
        f"POST / HTTP/1.1\r\nHost: 127.0.0.1:{rude._lobby.server.port}\r\nContent-Length: {9 * MIB}\r\n\r\n".encode()
    )
    for _ in range(8):
        rude.socket.sendall(LARGE)


WAYS: list[Callable[[Rude], None]] = [unfinished, in_pieces, pings, screens, before_it_is_let_in, body]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_hostile_clients_cost_some_memory_and_nobody_else_anything(
    lobby: Group, server: Server, way: Callable[[Rude], None]
) -> None:
    other = lobby.phone(1)
    before = memory(server)

    def attack() -> None:
        with suppress(OSError, AssertionError):
            opened.callback((rude := Rude(lobby)).socket.close)
            way(rude)

    with ExitStack() as opened:
        attackers = [threading.Thread(target=attack) for _ in range(20)]
        for attacker in attackers:
            attacker.start()
        most = before
        for attacker in attackers:
            while attacker.is_alive():
                attacker.join(0.1)  # who asks without a pause would be sent away itself
                assert is_well(other)
                most = max(most, memory(server))
        most = max(most, memory(server))
    assert most - before < MOST_BYTES
    assert is_well(other)


def test_a_message_is_as_long_as_it_may_be_and_not_a_byte_longer(lobby: Group) -> None:
    phone = lobby.phone(1)
    phone.raw('{"type":"ping","rev":0}'.ljust(MAX_FRAME_BYTES))
    phone.until(lambda m: m["type"] == "pong")
    phone.raw('{"type":"ping","rev":0}'.ljust(MAX_FRAME_BYTES + 1))
    assert phone.closed() == (1006, None)  # hung up, without a goodbye


KEY = bytes([0x37, 0xFA, 0x21, 0x3D])


def masked(payload: bytes, opcode: int = 1, key: bytes = KEY) -> bytes:
    """Return a frame of a client."""
    size = len(payload)
    head = bytes([0x80 | size]) if size < 126 else bytes([0xFE]) + struct.pack(">H", size)
    return bytes([0x80 | opcode]) + head + key + bytes(byte ^ key[at % 4] for at, byte in enumerate(payload))


def ping(size: int) -> bytes:
    """Return a ping of so many bytes in all."""
    return b'{"type":"ping","rev":0}'.ljust(size)


def test_a_message_is_the_same_in_whatever_pieces_its_bytes_come(lobby: Group) -> None:
    lengths = [masked(ping(size)) for size in (23, 125, 126, MAX_FRAME_BYTES)]
    short = lengths[0]
    for pongs, pieces in (
        (4, lengths),
        (1, [short[:1], short[1:]]),
        (1, [short[:3], short[3:9], short[9:]]),
        (2, [short + short]),
        (2, [short + short[:10], short[10:]]),
        (1, [masked(b"", opcode=9) + short]),
        (1, [masked(ping(30), key=bytes(4))]),
    ):
        rude = Rude(lobby).upgrade()
        rude.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for piece in pieces:
            rude.socket.sendall(piece)
            time.sleep(0.02)  # or the next comes with it, which is no worse
        got = b""
        while got.count(b'{"type":"pong"') < pongs:
            piece = rude.socket.recv(65536)
            assert piece, pieces
            got += piece
        rude.socket.close()


BROKEN = [
    masked(b'{"type":"ping","rev":0,"\xff"}'),  # no UTF-8
    b"\x81\x17" + ping(23),  # not masked
    b"\x81\xfe\x00\x17" + KEY + bytes(23),  # a length that is longer than it need be
    masked(ping(23), opcode=3),  # of no known kind
]


@pytest.mark.parametrize("data", BROKEN, ids=["letters", "unmasked", "length", "kind"])
def test_bytes_that_are_no_message_end_only_their_own_socket(lobby: Group, data: bytes) -> None:
    other = lobby.phone(1)
    rude = Rude(lobby).upgrade()
    rude.socket.sendall(data)
    with suppress(ConnectionResetError):
        while rude.socket.recv(65536):
            pass
    rude.socket.close()
    assert is_well(other)


def test_who_vanishes_leaves_no_trace(lobby: Group, server: Server) -> None:
    """Looked at by the fixture: nothing of it is an error in the log."""
    host = f"Host: 127.0.0.1:{server.port}\r\n".encode()
    beginnings = [
        b"",
        b"GET",
        b"GET / HTTP/1.1\r\n" + host,
        b"GET / HTTP/1.1\r\n" + host + b"\r\n",
        b"GET /static/ HTTP/1.1\r\n" + host + b"\r\n" * 2,
        b"POST / HTTP/1.1\r\n" + host + b"Content-Length: 100\r\n\r\ncode=1",
        b"POST / HTTP/1.1\r\n" + host + b"Transfer-Encoding: chunked\r\n\r\n5\r\nab",
        b"GET /ws/play/1/ HTTP/1.1\r\n" + host + b"Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
        os.urandom(200),
    ]
    for _ in range(10):
        for beginning in beginnings:
            rude = Rude(lobby)
            rude.socket.sendall(beginning)
            rude.vanish()
        rude = Rude(lobby).upgrade()
        rude.frame(b"half a message", fin=False)
        rude.vanish()
        rude = Rude(lobby).upgrade()
        rude.frame(b'{"type":"hello"}')
        rude.vanish()
    assert is_well(lobby.phone(1))


def test_whoever_is_gone_before_the_answer_is_no_failure(lobby: Group, server: Server) -> None:
    """At every moment between asking and being let in, since what the line then says of itself differs."""
    for attempt in range(VANISHED):
        rude = Rude(lobby).ask()
        time.sleep(attempt % 40 * 0.0005)  # asleep, so that the server has the processor to itself
        rude.vanish()
    assert is_well(lobby.phone(1))
    assert server.errors() == ""
