"""The health page, and the policy that every page carries."""

from pathlib import Path

import pytest
from django.db import connections
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from game import metrics

UNHEARD = b"ok, but other processes are not heard: look at Redis\n"


def test_healthy_needs_no_database(client: Client) -> None:
    answer = client.get("/healthz")

    assert (answer.status_code, answer.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_ready(client: Client) -> None:
    answer = client.get("/readyz")

    assert (answer.status_code, answer.content) == (200, b"ok\n")


@pytest.mark.django_db(transaction=True)  # it looks over a connection of its own
def test_not_ready_while_the_database_is_behind(client: Client) -> None:
    recorder = MigrationRecorder(connections["default"])
    recorder.record_unapplied("game", "0001_initial")
    try:
        answer = client.get("/readyz")
    finally:
        recorder.record_applied("game", "0001_initial")

    assert (answer.status_code, answer.content) == (503, b"the database is behind: run manage.py migrate\n")


@pytest.mark.django_db
@pytest.mark.parametrize(("heard", "says"), [({}, b"ok\n"), ({(): 1.0}, b"ok\n"), ({(): 0.0}, UNHEARD)])
def test_a_layer_that_is_away_is_said_and_keeps_nobody_out(
    client: Client, monkeypatch: pytest.MonkeyPatch, heard: metrics.Reading, says: bytes
) -> None:
    monkeypatch.setattr(metrics.LAYER, "read", lambda: heard)

    answer = client.get("/readyz")

    assert (answer.status_code, answer.content) == (200, says)


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
