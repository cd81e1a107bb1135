"""`manage.py play` as a facilitator meets it: what it prints, what it refuses, and that it leaves when told."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.ops.laptop import read_until

pytestmark = pytest.mark.servers

ROOT = Path(__file__).resolve().parents[2]
Play = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Play]:
    """Give a function that starts the server with its data in tmp_path; ends it with the test."""
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: str, **environment: str) -> subprocess.Popen[str]:
        clean = {
            "PATH": os.environ["PATH"],
            "DATA_DIR": str(tmp_path),
            "PYTHONUNBUFFERED": "1",
            **environment,
        }
        process = subprocess.Popen(
            [sys.executable, "manage.py", "play", "--host", "127.0.0.1", *arguments],
            cwd=ROOT, env=clean, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def address_in(printed: str) -> str:
    found = re.search(r"Spelers / players: +(http://127\.0\.0\.1:\d+)/\n", printed)
    assert found is not None
    return found[1]


def test_it_prints_where_to_go_and_answers_there(play: Play, tmp_path: Path) -> None:
    process = play("--port", "0")
    printed = read_until(process)
    address = address_in(printed)
    with urllib.request.urlopen(f"{address}/healthz") as answer:
        body = answer.read()

    assert body == b"ok\n"
    assert "█" in printed
    assert f"{address}/new/?key={(tmp_path / 'start-key').read_text().strip()}\n" in printed

    process.send_signal(signal.SIGTERM)
    _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (0, "")


def test_a_second_server_on_the_same_data_is_refused(play: Play, tmp_path: Path) -> None:
    first = play("--port", "0")
    read_until(first)
    second = play("--port", "0")
    printed, errors = second.communicate(timeout=60)

    assert (second.returncode, printed) == (1, "")
    assert errors == (
        f"CommandError: {tmp_path / 'game.sqlite3'} is already served by process {first.pid}; an embedded database "
        "takes one server. Stop that one first, or set DATA_DIR to another folder.\n"
    )


def test_after_a_kill_it_starts_again(play: Play) -> None:
    first = play("--port", "0")
    read_until(first)
    first.kill()
    first.wait()

    assert address_in(read_until(play("--port", "0")))


def test_public_url_is_what_it_prints(play: Play) -> None:
    printed = read_until(play("--port", "0", PUBLIC_URL="https://spel.example"))

    assert "Spelers / players:           https://spel.example/\n" in printed
    assert "  https://spel.example/new/?key=" in printed


def test_hosted_it_wants_migrations_done(play: Play) -> None:
    process = play("--port", "0", "--hosted")
    printed, errors = process.communicate(timeout=60)

    assert (process.returncode, printed) == (1, "")
    assert errors == "CommandError: The database is behind: run `manage.py migrate` first.\n"


def test_a_large_body_is_cut_off(play: Play) -> None:
    host, _, port = address_in(read_until(play("--port", "0"))).removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=60) as connection:
        connection.sendall(
            b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000\r\n\r\n" + b"x" * 70_000
        )
        answered = connection.recv(2000)
    # A browser reads no answer before it has sent everything: that is let pass, within limits, and then hung up on.
    with socket.create_connection((host, int(port)), timeout=60) as connection:
        connection.sendall(
            b"POST /worlds/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\n"
            b"Content-Length: 3000000\r\n\r\n" + b"x" * 3_000_000
        )
        whole = b"".join(iter(lambda: connection.recv(65_536), b""))

    assert answered.startswith(b"HTTP/1.1 413 ")
    assert (whole.count(b"HTTP/1.1 "), whole.partition(b"\r\n")[0]) == (1, b"HTTP/1.1 413 Content Too Large")
    assert "Kies een kleiner bestand." in whole.decode()
