"""Two ways in, for sockets that are asked for plainly and for all others: both lead to the same."""

import json
import socket
from collections.abc import Iterator
from contextlib import suppress

import pytest
from websockets.exceptions import ConnectionClosed

from game.live.asked import plain_request
from game.protocol.codec import MAX_FRAME_BYTES
from tests.live.conftest import Gather
from tests.live.phones import Group
from tests.live.server import Server
from tests.live.test_bytes import masked, ping
from tests.live.test_frames import is_well

LINES = (
    "GET /ws/play/7/?page=1&attempt=2 HTTP/1.1",
    "Host: 127.0.0.1:8000",
    "Upgrade: websocket",
    "Connection: keep-alive, Upgrade",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "Cookie: device=x",
)


def head(*more: str, **instead: str) -> bytes:
    """Return the plain head, with lines instead of those that begin like these (`""`: without), and more lines."""
    lines = [instead.get(line.split(":")[0].split(" ")[0].replace("-", "_"), line) for line in LINES]
    return "".join(f"{line}\r\n" for line in [*filter(None, lines), *more]).encode() + b"\r\n"


def test_what_is_asked_plainly_is_read() -> None:
    found = plain_request(head())
    assert found is not None
    path, query, headers, key = found
    assert (path, query, key) == ("/ws/play/7/", b"page=1&attempt=2", "dGhlIHNhbXBsZSBub25jZQ==")
    assert headers[0] == (b"host", b"127.0.0.1:8000")
    assert headers[-1] == (b"cookie", b"device=x")
    assert len(headers) == 6


UNUSUAL = {
    "not whole": head()[:-1],
    "more than the head": head() + b"x",
    "another method": head(GET="POST /ws/play/7/ HTTP/1.1"),
    "another version": head(GET="GET /ws/play/7/ HTTP/1.0"),
    "a page": head(GET="GET /play/7/ HTTP/1.1"),
    "a whole address": head(GET="GET http://127.0.0.1/ws/play/7/ HTTP/1.1"),
    "a percent sign": head(GET="GET /ws/play/%37/ HTTP/1.1"),
    "a fragment": head(GET="GET /ws/play/7/?page=1#x HTTP/1.1"),
    "no upgrade": head(Upgrade=""),
    "another upgrade": head(Upgrade="Upgrade: h2c"),
    "no connection": head(Connection="Connection: keep-alive"),
    "an older version": head(Sec_WebSocket_Version="Sec-WebSocket-Version: 8"),
    "no key": head(Sec_WebSocket_Key=""),
    "a short key": head(Sec_WebSocket_Key="Sec-WebSocket-Key: dGhl"),
    "twice the same": head("Cookie: device=y"),
    "a body": head("Content-Length: 1"),
    "pieces": head("Transfer-Encoding: chunked"),
    "a folded line": head(" folded"),
    "a name with an underscore": head("Daphne_Root-Path: /x"),
    "another root": head("Daphne-Root-Path: /x"),
    "a protocol": head("Sec-WebSocket-Protocol: chat"),
    "letters of elsewhere": head("X-Name: é"),
    "too long": head(*[f"X-{number}: {'x' * 200}" for number in range(50)]),
}


@pytest.mark.parametrize("data", UNUSUAL.values(), ids=UNUSUAL.keys())
def test_whatever_is_unusual_is_for_daphne(data: bytes) -> None:
    assert plain_request(data) is None


def asked(group: Group, *more: str, origin: str | None = None, pieces: int = 1) -> socket.socket:
    """Ask for Egel's socket in raw bytes, in so many pieces."""
    data = head(
        f"Origin: {origin or group.server.base_url}",
        *more,
        GET=f"GET /ws/play/{group.workshop.pk}/ HTTP/1.1",
        Host=f"Host: 127.0.0.1:{group.server.port}",
        Cookie=f"Cookie: device={group.players[0][1]}",
    )
    opened = socket.create_connection(("127.0.0.1", group.server.port), timeout=20)
    opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    size = -(-len(data) // pieces)
    for at in range(0, len(data), size):
        opened.sendall(data[at : at + size])
    return opened


def until(opened: socket.socket, text: bytes) -> bytes:
    """Read until a text came, or the other side hung up, and return all of it."""
    got = b""
    while text not in got and (piece := opened.recv(65536)):
        got += piece
    return got


@pytest.mark.parametrize(
    ("more", "pieces", "by"),
    [
        ([], 1, b"websocket"),
        (["X-Forwarded-For: 10.0.0.9"], 1, b"websocket"),
        ([], 5, b""),  # which may well come together
        (["X_Odd: 1"], 1, b"WebSocket"),
        (["X-Name: é"], 1, b"WebSocket"),
    ],
    ids=["plain", "by a proxy", "in pieces", "underscore", "letters"],
)
def test_a_server_with_the_short_way_serves_what_goes_it_and_what_does_not(
    group: Gather, more: list[str], pieces: int, by: bytes
) -> None:
    with asked(group("Egel"), *more, pieces=pieces) as opened:
        got = until(opened, b'"player_screen"')
        assert b"\r\nUpgrade: " + by in got
        assert b'"player_screen"' in got
        opened.sendall(masked(ping(23)) + masked(json.dumps({"type": "ping", "rev": 1}).encode()))
        assert b'"pong"' in until(opened, b'"pong"')


@pytest.fixture(scope="module", params=["Forbidden", "Access denied"], ids=["short", "daphne"])
def way(request: pytest.FixtureRequest, server: Server) -> Iterator[str]:
    """Give the word by which either way is known that refuses a socket; the server goes that way."""
    if request.param == "Forbidden":
        yield request.param
        return
    server.environment["SHORT_WAY"] = "false"
    server.restart()
    yield request.param
    del server.environment["SHORT_WAY"]
    server.restart()


def test_either_way_plays(way: str, group: Gather) -> None:
    either = group("Egel", "Merel")
    phone, panel = either.phone(0), either.panel()
    assert panel.ask("next")["type"] == "ack"
    phone.shows(lambda screen: screen["table"]["phase"] == "agree")
    assert phone.refusal(b"\x00\xff") == "binary_frame"
    phone.connection.send(['{"type":"ping",', '"rev":0}'])  # one message in two frames
    assert phone.until(lambda m: m["type"] == "pong")["rev"] > 0
    assert phone.connection.ping().wait(20)
    phone.connection.close(1000)
    with pytest.raises(ConnectionClosed) as closed:
        phone.connection.recv(20)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1000, "who says goodbye is answered"


def test_either_way_ends_what_is_too_large_or_too_much_or_somebody_elses(way: str, group: Gather) -> None:
    either = group("Egel", "Merel")
    other = either.phone(1)
    too_large = either.phone(0)
    with suppress(ConnectionClosed):
        too_large.raw("x" * (MAX_FRAME_BYTES + 1))
    assert too_large.closed() == (1006, None)
    too_many = either.phone(0)
    for _ in range(20):
        too_many.raw("nonsense")
    assert too_many.closed() == (4008, "too_fast")
    replaced = either.phone(0)
    either.phone(0)
    assert replaced.closed() == (4001, "replaced")
    assert either.connect(f"/ws/play/{either.workshop.pk}/", "guessed").closed() == (4003, "not_seated")
    with asked(either, origin="http://elsewhere.example") as refused:
        said = until(refused, b"\r\n").split(b"\r\n")[0]
    way = (
        "Access denied" if "SHORT_WAY" in either.server.environment else "Forbidden"
    )  # by which each is known
    assert said.decode() == f"HTTP/1.1 403 {way}"
    assert is_well(other)
