"""Which pages may open a socket: those of the very address that it came to, or of PUBLIC_URL."""

import pytest
from django.test import override_settings

from game.live.authentication import device_token
from game.live.origin import is_own_origin

PROXY = ("HTTP_X_FORWARDED_PROTO", "https")


def scope(origin: str | None, host: str = "spel.example", scheme: str = "ws", proto: str = "") -> dict:
    headers = [(b"host", host.encode())]
    headers += [(b"origin", origin.encode())] if origin is not None else []
    headers += [(b"x-forwarded-proto", proto.encode())] if proto else []
    return {"type": "websocket", "scheme": scheme, "headers": headers}


@pytest.mark.parametrize(
    ("origin", "host", "scheme"),
    [
        ("http://192.168.1.20:8000", "192.168.1.20:8000", "ws"),
        ("http://spel.example", "spel.example", "ws"),
        ("http://spel.example:80", "spel.example", "ws"),
        ("http://Spel.example", "spel.EXAMPLE:80", "ws"),
        ("https://spel.example", "spel.example:443", "wss"),
        ("http://[fd00::1]:8000", "[fd00::1]:8000", "ws"),
    ],
)
@override_settings(PUBLIC_URL="")
def test_the_own_page(origin: str, host: str, scheme: str) -> None:
    assert is_own_origin(scope(origin, host, scheme))


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "",
        "null",
        "file://",
        "spel.example",
        "http://spel.example",  # over plain http, whoever holds the network is that page
        "http://spel.example:443",
        "http://spel.example:8080",
        "https://spel.example:8443",
        "https://elsewhere.example",
        "https://spel.example.elsewhere.example",
        "https://us@spel.example",
        "https://spel.example/",
        "https://spel.example:x",
        "https://spel.example:99999",
        "chrome-extension://spel.example",
    ],
)
@override_settings(PUBLIC_URL="https://spel.example", SECURE_PROXY_SSL_HEADER=PROXY)
def test_every_other_page(origin: str | None) -> None:
    assert not is_own_origin(scope(origin, proto="https"))
    assert is_own_origin(scope("https://spel.example", proto="https"))


@override_settings(PUBLIC_URL="", SECURE_PROXY_SSL_HEADER=None)
def test_a_header_that_anybody_can_send_is_no_tls() -> None:
    assert not is_own_origin(scope("https://spel.example", proto="https"))
    assert is_own_origin(scope("http://spel.example", proto="https"))


@override_settings(PUBLIC_URL="https://spel.example", SECURE_PROXY_SSL_HEADER=PROXY)
def test_a_laptop_reached_beside_its_public_address() -> None:
    assert is_own_origin(scope("http://192.168.1.20:8000", "192.168.1.20:8000"))
    assert is_own_origin(scope("https://spel.example", "192.168.1.20:8000"))


def test_two_origins_are_none() -> None:
    twice = scope("http://spel.example")
    twice["headers"] += [(b"origin", b"http://spel.example")]

    assert not is_own_origin(twice)


@pytest.mark.parametrize(
    ("cookies", "token"),
    [
        ("device=old", "old"),
        ("__Host-device=new", "new"),
        ("device=set-by-another-host; __Host-device=new", "new"),
        ("other=x", None),
        ("", None),
    ],
)
def test_whose_socket_it_is(cookies: str, token: str | None) -> None:
    found = {**scope(None), "headers": [(b"cookie", cookies.encode())]}

    assert device_token(found) == token
