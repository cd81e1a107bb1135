"""Peers that are slow: a phone at a kilobyte a second plays on, who reads nothing or never ends a request is let go of."""

import json
import socket
import struct
import time
from collections.abc import Iterator
from typing import Any

import pytest

from game.live.connection import READ_SECONDS
from tests.live.conftest import Gather
from tests.live.phones import Group, Phone
from tests.live.server import Server, is_held
from tests.live.test_bytes import Rude

pytestmark = pytest.mark.faults
HALF_OPEN = 200
LASTS_SECONDS = 26.0
PER_SECOND = 1024
PING_SECONDS = 4.0


class Slow:
    """A socket that takes little at a time, or nothing, and pings as pages do; `got` is what came, in order."""

    def __init__(self, group: Group, player: int, bytes_per_second: int) -> None:
        rude = Rude(group, player, receive_buffer=2048)
        self.socket = rude.upgrade("?page=1&attempt=1").socket
        self.socket.setblocking(False)
        self.rude = rude
        self.got: list[dict[str, Any]] = []
        self.ended_after: float | None = None
        self.rate = bytes_per_second
        self._began = self._read_at = time.monotonic()
        self._pinged = 0.0
        self._data = b""

    @property
    def rev(self) -> int:
        """The newest revision that it shows."""
        return max((m["rev"] for m in self.got if m["type"] == "player_screen"), default=0)

    def go_on(self) -> None:
        """Read what may be read by now, and ping when it is time."""
        if self.ended_after is not None:
            return
        now = time.monotonic()
        try:
            if now - self._pinged > PING_SECONDS:
                self._pinged = now
                self.rude.frame(json.dumps({"type": "ping", "rev": self.rev}).encode())
            due = int((now - self._read_at) * self.rate)
            if due > 100:
                self._read_at = now
                self._take(self.socket.recv(due))
        except BlockingIOError:
            return
        except OSError:
            self.ended_after = now - self._began

    def _take(self, data: bytes) -> None:
        if not data:
            raise OSError("it was closed")
        self._data += data
        while len(self._data) >= 2:
            size, head = self._data[1] & 0x7F, 2
            if size == 126:
                size, head = struct.unpack(">H", self._data[2:4])[0], 4
            if len(self._data) < head + size:
                return
            if self._data[0] & 0x0F == 1:
                self.got.append(json.loads(self._data[head : head + size]))
            self._data = self._data[head + size :]


class Trickling:
    """A request of which a byte comes now and then."""

    def __init__(self, server: Server, head: bytes) -> None:
        self.socket = socket.create_connection(("127.0.0.1", server.port))
        self.socket.sendall(head)
        self.socket.setblocking(False)
        self.is_open = True

    def go_on(self) -> None:
        try:
            self.socket.send(b"x")
            self.is_open = self.socket.recv(4096) != b""
        except BlockingIOError:
            return
        except OSError:
            self.is_open = False


@pytest.fixture
def half_open(server: Server) -> Iterator[list[Trickling]]:
    host = f"Host: 127.0.0.1:{server.port}\r\n".encode()
    heads = [
        b"",
        b"GET / HTTP/1.1\r\n" + host + b"X-Long: ",
        b"POST / HTTP/1.1\r\n" + host + b"Content-Length: 9999\r\n\r\n",
    ]
    made = [Trickling(server, heads[number % 3]) for number in range(HALF_OPEN)]
    yield made
    for one in made:
        one.socket.close()


def test_slow_peers(group: Gather, server: Server, half_open: list[Trickling]) -> None:
    made = group("Egel", "Merel", "Das", "Vos")
    made.begin()
    tapping = made.phone(2)
    slow, deaf, full = slow_ones = [
        Slow(made, 0, PER_SECOND),
        Slow(made, 1, 100 * PER_SECOND),
        Slow(made, 3, 0),  # whose computer soon has no room
    ]
    ports = [one.socket.getsockname()[1] for one in slow_ones]
    for _ in range(10):  # more screens than its computer and ours have room for
        full.rude.frame(b'{"type":"hello"}')
    taps = asked = trickled = 0
    until = time.monotonic() + LASTS_SECONDS
    while time.monotonic() < until:
        if deaf.rev:  # from its first screen on it reads nothing more, and has room for all that comes
            deaf.rate = 0
        taps += tap(tapping, taps)
        for one in slow_ones:
            one.go_on()
        if slow.rev and not asked:
            asked = len(slow.got)
            slow.rude.frame(json.dumps({"type": "ready", "id": "slow", "step": 1, "ready": False}).encode())
        if time.monotonic() > until - LASTS_SECONDS + trickled * 2:
            trickled += 1
            for trickling in half_open:
                trickling.go_on()

    assert [port for port in ports if is_held(server.port, port)] == [ports[0]], (
        "of the others nothing is left"
    )
    for one in slow_ones:
        one.socket.close()
    screens = [m["rev"] for m in slow.got if m["type"] == "player_screen"]
    assert slow.ended_after is None, "a phone at 1 KB/s lives"
    assert screens == sorted(set(screens))
    assert 2 <= len(screens) <= taps / 2, "and gets the newest screen, not every one"
    later = [m["type"] for m in slow.got[asked:]]
    before = later[: later.index("ack")].count("player_screen")
    assert before <= 1, "and what it did is answered after no screen but the one on its way"
    assert deaf.ended_after is not None, "who reads nothing more is cut off, though it has room"
    assert deaf.ended_after > READ_SECONDS
    assert full.got == []
    assert [one for one in half_open if one.is_open] == []


def tap(phone: Phone, n: int) -> int:
    """Let somebody else's screen change; return how often it did."""
    kind = "deals" if phone.screen["mine"]["role"] == "municipality" else "propose"
    deal = {"holder": "together", "requirements": False} if kind == "deals" else "together"
    items = [deal if n % 2 else None, None, None, None]
    more = {"funding": None} if kind == "deals" else {}
    answer = phone.ask("choose", n=n + 1, choice={kind: items, **more})
    if answer.get("code") == "busy":  # a computer with much else to do stores it later
        answer = phone.until(lambda m: m["type"] == "ack" and m["id"] == answer["id"])
    assert answer["type"] == "ack", answer
    time.sleep(0.2)  # how often people tap is what is tried here
    return 1
