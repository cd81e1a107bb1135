"""Which address is printed."""

import socket
from typing import Any

import pytest
from pytest_django import Settings

from game.live import address


def routes(monkeypatch: pytest.MonkeyPatch, towards: str | None, named: list[str]) -> None:
    """Let the machine have one route, and these addresses under its own name."""

    def own_name(_name: str) -> Any:
        if not named:
            raise OSError
        return "laptop", [], named

    monkeypatch.setattr(address, "_address_towards", lambda _probe: towards)
    monkeypatch.setattr(socket, "gethostbyname_ex", own_name)


@pytest.mark.parametrize(
    ("towards", "named", "found"),
    [
        ("192.168.1.20", ["127.0.1.1"], "192.168.1.20"),
        (None, ["127.0.1.1", "10.0.0.7"], "10.0.0.7"),
        ("169.254.3.4", ["10.0.0.7"], "10.0.0.7"),
        ("169.254.3.4", [], "169.254.3.4"),
        (None, ["127.0.1.1"], "127.0.0.1"),
        (None, [], "127.0.0.1"),
    ],
)
def test_local_address(
    monkeypatch: pytest.MonkeyPatch, towards: str | None, named: list[str], found: str
) -> None:
    routes(monkeypatch, towards, named)

    assert address.local_address() == found


def test_base_url(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    routes(monkeypatch, "192.168.1.20", [])
    settings.PUBLIC_URL = ""

    assert address.base_url("0.0.0.0", 8000) == "http://192.168.1.20:8000"
    assert address.base_url("127.0.0.1", 81) == "http://127.0.0.1:81"
    settings.PUBLIC_URL = "https://spel.example"
    assert address.base_url("0.0.0.0", 8000) == "https://spel.example"
