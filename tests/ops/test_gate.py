"""Hosts that are not ours and bodies that are too large stop at the gate."""

import socket
from typing import Any

import pytest
from pytest_django import Settings

from game.live.gate import MAX_BODY, Gate, is_known_host
from tests.ops.asgi import request


async def echo(scope: Any, receive: Any, send: Any) -> None:
    body, more = b"", True
    while more:
        event = await receive()
        body, more = body + event["body"], event["more_body"]
    assert (await receive())["type"] == "http.disconnect"
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": body})


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("localhost:8000", True),
        ("127.0.0.1", True),
        ("[::1]:8000", True),
        ("192.168.1.20:8000", True),
        ("10.3.2.1", True),
        ("172.20.0.9:80", True),
        ("100.72.1.1:8000", True),
        ("198.51.99.7:8000", True),  # the address the connection came in on
        ("198.51.98.7:8000", False),
        ("8.8.8.8", False),
        ("spel.example", False),
        ("192.168.1.20.evil.example", False),
        ("", False),
        ("a b", False),
    ],
)
def test_a_laptop_is_known_by_its_addresses(settings: Settings, host: str, known: bool) -> None:
    settings.LOCAL_HOSTS_ONLY = True

    assert is_known_host(host, "198.51.99.7") is known


def test_a_laptop_is_known_by_its_names(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.LOCAL_HOSTS_ONLY = True
    settings.PUBLIC_URL = "http://spel.example:81"
    monkeypatch.setattr(socket, "gethostname", lambda: "Laptop.zaal.example")

    known = [
        "laptop",
        "laptop.local:8000",
        "laptop.zaal.example",
        "LAPTOP",
        "spel.example:81",
        "other",
        "other.local",
    ]

    assert [is_known_host(host, None) for host in known] == [True] * 5 + [False] * 2


def test_hosted_only_what_was_named(settings: Settings) -> None:
    settings.LOCAL_HOSTS_ONLY = False
    settings.ALLOWED_HOSTS = ["spel.example", "localhost"]

    assert is_known_host("spel.example:443", None) is True
    assert is_known_host("localhost:8000", None) is True
    assert is_known_host("10.0.0.5", "10.0.0.5") is False


async def test_unknown_host() -> None:
    answer = await request(Gate(echo, echo), "/", headers={"host": "evil.example"})

    assert (answer.status, answer.body) == (400, b"unknown host\n")


@pytest.mark.parametrize(
    ("chunks", "status"),
    [
        ((b"",), 200),
        ((b"x" * MAX_BODY,), 200),
        ((b"x" * MAX_BODY, b"", b"y"), 413),
        ((b"x" * (MAX_BODY + 1),), 413),
    ],
)
async def test_bodies(chunks: tuple[bytes, ...], status: int) -> None:
    answer = await request(Gate(echo, echo), "/", "POST", chunks=chunks)

    assert answer.status == status
    assert status == 413 or answer.body == b"".join(chunks)


@pytest.mark.parametrize(("host", "inside"), [("localhost", True), ("evil.example", False)])
async def test_sockets(host: str, inside: bool) -> None:
    sent: list[dict[str, Any]] = []

    async def accept(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "websocket.accept"})

    async def receive() -> dict[str, Any]:
        return {"type": "websocket.connect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    scope = {"type": "websocket", "path": "/", "headers": [(b"host", host.encode())], "server": None}
    await Gate(accept, accept)(scope, receive, send)  # type: ignore[arg-type]

    assert [message["type"] for message in sent] == ["websocket.accept" if inside else "websocket.close"]
