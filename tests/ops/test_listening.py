"""Where `manage.py play` listens: on IPv4 and IPv6 alike, and what it says of an address or port that cannot be."""

import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.live import server
from game.live.server import close_all, listen
from tests.ops.laptop import ROOT, environment, read_until, refusal

pytestmark = pytest.mark.servers

Play = Callable[..., int]


def has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as unused:
            unused.bind(("::1", 0))
    except OSError:
        return False
    return True


needs_ipv6 = pytest.mark.skipif(not has_ipv6(), reason="this computer has no IPv6")


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Play]:
    """Give a function that starts the server and returns its port once it is ready."""
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: str) -> int:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "play", "--port", "0", *arguments],
            cwd=ROOT, env=environment(tmp_path), stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        started.append(process)
        printed = read_until(process)
        found = re.search(r"Spelers / players: +http://(?:[\d.]+|\[[\d:]+\]):(\d+)/", printed)
        assert found is not None, printed
        return int(found[1])

    yield start
    for process in started:
        process.kill()
        process.communicate()


def get(address: str) -> bytes:
    with urllib.request.urlopen(f"{address}/healthz", timeout=60) as answer:
        body: bytes = answer.read()
    return body


@needs_ipv6
@pytest.mark.parametrize("arguments", [(), ("--host", "::")])
def test_both_loopbacks_answer(play: Play, arguments: tuple[str, ...]) -> None:
    port = play(*arguments)

    assert get(f"http://127.0.0.1:{port}") == get(f"http://[::1]:{port}") == b"ok\n"


@needs_ipv6
def test_an_ipv6_address_alone(play: Play) -> None:
    port = play("--host", "::1")

    assert get(f"http://[::1]:{port}") == b"ok\n"
    with pytest.raises(OSError, match="refused"):
        get(f"http://127.0.0.1:{port}")


@needs_ipv6
def test_a_page_over_ipv6_may_open_its_sockets(play: Play) -> None:
    port = play()
    with urllib.request.urlopen(f"http://[::1]:{port}/", timeout=60) as page:
        policy = page.headers["Content-Security-Policy"]

    assert f"ws://[::1]:{port}" in policy


def test_without_ipv6_it_listens_on_ipv4(monkeypatch: pytest.MonkeyPatch) -> None:
    real = socket.socket

    def without(family: int = -1, *arguments: int, **named: int) -> socket.socket:
        if family == socket.AF_INET6:
            raise OSError(server.errno.EAFNOSUPPORT, "Address family not supported by protocol")
        return real(family, *arguments, **named)

    monkeypatch.setattr(server.socket, "socket", without)
    opened = listen("", 0)
    families = [one.family for one in opened]
    close_all(opened)

    assert families == [socket.AF_INET]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--port", "70000"), "There is no port 70000; choose one from 1024 to 65535, such as --port 8000."),
        (("--port=-1",), "There is no port -1; choose one from 1024 to 65535, such as --port 8000."),
        (
            ("--host", "nobody.invalid"),
            "--host nobody.invalid is no address; leave it out to listen on all of this computer's.",
        ),
        (
            ("--host", "192.0.2.77"),
            "192.0.2.77 is no address of this computer; leave --host out to listen on all of them.",
        ),
    ],
)
def test_a_place_that_cannot_be(tmp_path: Path, arguments: tuple[str, ...], says: str) -> None:
    assert refusal(tmp_path, "play", *arguments) == f"CommandError: {says}"


@pytest.mark.parametrize(
    ("taken", "host"),
    [("127.0.0.1", ""), pytest.param("::1", "", marks=needs_ipv6), ("127.0.0.1", "127.0.0.1")],
)
def test_a_port_in_use_on_either(tmp_path: Path, taken: str, host: str) -> None:
    [other] = listen(taken, 0)
    with other:
        port = other.getsockname()[1]
        says = refusal(tmp_path, "play", "--port", str(port), *(["--host", host] if host else []))

    where = f"port {port}" + (f" of {host}" if host else "")
    assert says == (
        f"CommandError: Another program listens on {where}. "
        f"Stop that one, or take --port {port + 1} (make play PORT={port + 1})."
    )
