"""The health page, and the policy that every page carries."""

import pytest
from django.db import DatabaseError, connection
from django.test import Client


@pytest.mark.django_db
def test_healthy(client: Client) -> None:
    answer = client.get("/healthz")

    assert (answer.status_code, answer.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_without_a_database(client: Client) -> None:
    def broken(*_: object) -> None:
        raise DatabaseError

    with connection.execute_wrapper(broken):
        answer = client.get("/healthz")

    assert (answer.status_code, answer.content) == (503, b"no database\n")


@pytest.mark.django_db
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
