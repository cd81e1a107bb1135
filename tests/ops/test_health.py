"""The health page, and the policy that every page carries."""

from pathlib import Path

import pytest
from django.db import connections
from django.test import Client


def test_healthy_needs_no_database(client: Client) -> None:
    answer = client.get("/healthz")

    assert (answer.status_code, answer.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_ready(client: Client) -> None:
    answer = client.get("/readyz")

    assert (answer.status_code, answer.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_not_ready_without_a_database(
    client: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(
        connections["default"].settings_dict, "NAME", str(tmp_path / "nowhere" / "game.sqlite3")
    )

    answer = client.get("/readyz")

    assert (answer.status_code, answer.content) == (503, b"no database\n")


@pytest.mark.parametrize(("secure", "sockets"), [(False, "ws://testserver"), (True, "wss://testserver")])
def test_policy(client: Client, secure: bool, sockets: str) -> None:
    header = client.get("/healthz", secure=secure).headers["Content-Security-Policy"]

    assert sorted(header.split("; ")) == [
        "base-uri 'none'",
        f"connect-src 'self' {sockets}",
        "default-src 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self'",
        "manifest-src 'self'",
        "require-trusted-types-for 'script'",
        "script-src 'self'",
        "style-src 'self'",
        "trusted-types 'none'",
    ]
