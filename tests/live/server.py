"""A real server in its own process: `manage.py play` (or the hosted command) on a free port, started, killed and restarted.

Used by the tests of sockets, browsers, faults and load; whoever starts one ends it with `kill` or `with`.
"""

import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import psutil

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 180.0
FIRST_PORT = 10_000
SWITCHES = ("WORK_AHEAD", "SHORT_WAY")  # with which whole suites are tried on and off
LOGGED = re.compile(r"\d{4}-\d{2}-\d{2} ")  # how a line of the log begins


def free_port() -> int:
    """Return a port that nobody listens on now, and that the system gives to no connection.

    A server that starts again needs its port back; one of those that connections go out from may be taken meanwhile.
    """
    while True:
        port = FIRST_PORT + secrets.randbelow(_first_of_connections() - FIRST_PORT)
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as unused, suppress(OSError):
            unused.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            unused.bind(("", port))
            return port


def _first_of_connections() -> int:
    """Return the first port that connections go out from, on Linux; what is usual elsewhere."""
    told = Path("/proc/sys/net/ipv4/ip_local_port_range")
    first = int(told.read_text().split()[0]) if told.exists() else 32768
    return first if first > FIRST_PORT else 32768


def is_held(port: int, peer: int) -> bool:
    """Tell whether this computer still holds the server's end, at `port`, of a connection from port `peer`."""
    return any(
        (one.laddr[1], one.raddr and one.raddr[1]) == (port, peer) for one in psutil.net_connections("tcp4")
    )


class Server:
    """A server process; `environment` needs DATA_DIR, and may set everything else that the README lists.

    The port stays the same over restarts, so that clients find their server back. `errors()` is what it logged.
    `before` are words to put before the command, such as those of a disk of its own.
    """

    def __init__(
        self,
        environment: dict[str, str],
        *arguments: str,
        port: int | None = None,
        before: tuple[str, ...] = (),
    ) -> None:
        self.environment = environment
        self.arguments = arguments
        self.before = before
        self.port = port or free_port()
        self.data = Path(environment["DATA_DIR"])
        self.log = self.data / f"server-{self.port}.log"
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def base_url(self) -> str:
        """The address of its pages, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def socket_url(self) -> str:
        """The address of its sockets, without a slash at the end."""
        return f"ws://127.0.0.1:{self.port}"

    @property
    def start_key(self) -> str:
        """The key in the link that starts workshops."""
        return self.environment.get("START_KEY") or (self.data / "start-key").read_text().strip()

    def start(self) -> str:
        """Start, wait until it answers, and return its address."""
        self.data.mkdir(parents=True, exist_ok=True)
        # A test presses as quickly as it can, and an outcome stands at once.
        usual = {"PYTHONUNBUFFERED": "1", "STEADY_SECONDS": "0", "REVEAL_SECONDS": "0"}
        switched = {name: os.environ[name] for name in SWITCHES if name in os.environ}
        clean = {"PATH": os.environ["PATH"], **usual, **switched, **self.environment}
        play = [sys.executable, "manage.py", "play", "--host", "127.0.0.1", "--port", str(self.port)]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*self.before, *play, *self.arguments], cwd=ROOT, env=clean, stdout=log, stderr=log
            )
        self._wait_until_healthy()
        return self.base_url

    def _wait_until_healthy(self) -> None:
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            if self.process is None or self.process.poll() is not None:
                raise AssertionError(f"the server ended early:\n{self.log.read_text()}")
            try:
                with urllib.request.urlopen(f"{self.base_url}/healthz", timeout=10) as answer:
                    answer.read()
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        raise AssertionError(f"the server did not answer in {START_SECONDS} s:\n{self.log.read_text()}")

    def terminate(self, timeout: float = 60.0) -> tuple[int, float]:
        """Ask it to stop; return its exit status and how many seconds that took."""
        assert self.process is not None
        before = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout), time.monotonic() - before

    def kill(self) -> None:
        """End it at once, as a power cut would; does nothing when it has ended."""
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def freeze(self) -> None:
        """Stop its process in the middle of what it does, until `thaw`."""
        assert self.process is not None
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let a frozen process go on."""
        assert self.process is not None
        self.process.send_signal(signal.SIGCONT)

    def restart(self) -> str:
        """Stop it in good order, start it again on the same port and return its address."""
        self.terminate()
        return self.start()

    def errors(self) -> str:
        """Return what it logged that says something went wrong, with the traceback of each."""
        found: list[str] = []
        is_error = False
        for line in self.log.read_text().splitlines() if self.log.exists() else []:
            if line.startswith(("Traceback", "Unhandled")):
                is_error = True
            elif LOGGED.match(line):
                is_error = " ERROR " in line
            if is_error:
                found.append(line)
        return "\n".join(found)

    def __enter__(self) -> "Server":
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()
