"""Which requests and sockets count as a device that reached us, and as one device or two."""

from typing import Any

import pytest
from pytest_django import Settings

from game.live.reach import MAX_DEVICES, Figures, Reach

OURS = ("192.168.1.5", 8000)
BEHIND_PROXY = ("HTTP_X_FORWARDED_PROTO", "https")


async def inner(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})


async def ask(reach: Reach, peer: str, path: str = "/j/123456/", **headers: str) -> int:
    """Ask for a page as a browser at this address would, and return the status."""
    sent: list[dict[str, Any]] = []
    asked = {"accept": "text/html,*/*", "user-agent": "Safari"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "client": (peer, 50000),
        "server": OURS,
        "headers": [(name.encode(), value.encode()) for name, value in asked.items()],
    }
    await reach.http(inner)(scope, None, send)
    return int(sent[0]["status"])


@pytest.mark.parametrize(
    ("peer", "headers", "counts"),
    [
        ("192.168.1.23", {}, 1),
        ("127.0.0.1", {}, 0),
        ("::1", {}, 0),
        ("::ffff:127.0.0.1", {}, 0),
        ("192.168.1.5", {}, 0),  # our own browser at the address for phones
        ("192.168.1.23", {"accept": "*/*"}, 0),  # a script, a picture, a program
        ("127.0.0.1", {"x_forwarded_for": "198.51.100.7"}, 1),  # a tunnel on this machine
        ("127.0.0.1", {"x_forwarded_for": "127.0.0.1"}, 0),
        ("192.168.1.5", {"x_forwarded_for": "198.51.100.7"}, 0),  # nobody asked us to believe that
    ],
)
async def test_who_counts(peer: str, headers: dict[str, str], counts: int) -> None:
    reach = Reach()

    await ask(reach, peer, **headers)

    assert reach.figures() == Figures(reached=counts)


async def test_one_device_is_one_whatever_it_opens(settings: Settings) -> None:
    reach = Reach()

    for path in ("/", "/j/123456/", "/privacy/"):
        await ask(reach, "192.168.1.23", path)
    assert reach.figures() == Figures(reached=1)
    await ask(reach, "192.168.1.24")
    assert reach.figures() == Figures(reached=2)


async def test_a_device_that_gets_its_cookie_stays_the_same_one_and_carries_it_along() -> None:
    reach = Reach()

    await ask(reach, "192.168.1.23")
    await ask(reach, "192.168.1.23", "/play/1/", cookie="device=abc")
    await ask(reach, "192.168.1.99", "/play/1/", cookie="device=abc")

    assert reach.figures() == Figures(reached=1)


async def test_behind_a_proxy_a_room_of_equal_phones_is_told_apart_by_cookies(settings: Settings) -> None:
    settings.SECURE_PROXY_SSL_HEADER = BEHIND_PROXY
    reach = Reach()

    await ask(reach, "172.18.0.2", x_forwarded_for="203.0.113.9")
    for token in ("a", "b", "c"):
        await ask(reach, "172.18.0.2", x_forwarded_for="6.6.6.6, 203.0.113.9", cookie=f"device={token}")

    assert reach.figures() == Figures(reached=3)


async def test_a_page_that_says_its_socket_is_stopped() -> None:
    reach = Reach()

    assert await ask(reach, "192.168.1.23", "/reach/ws/play/1/", accept="*/*") == 204
    assert await ask(reach, "192.168.1.24", "/reach/ws/control/1/", accept="*/*") == 204

    assert reach.figures() == Figures(reached=1, stuck=1)


async def test_what_is_remembered_has_an_end() -> None:
    reach = Reach()

    for number in range(MAX_DEVICES + 5):
        await ask(reach, f"10.1.{number // 256}.{number % 256}")

    assert reach.figures() == Figures(reached=MAX_DEVICES)
