"""A laptop on networks of its own making: a network namespace with a real server in it, and another one with a phone.

Every interface of the laptop has its other end at the phone, except tunnels and bridges. Whoever makes one closes it.
"""

import ctypes
import fcntl
import itertools
import os
import re
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from tests.live.server import ROOT

Result = TypeVar("Result")
CLONE_NEWNET = 0x40000000
TUNSETIFF, IFF_TUN, IFF_NO_PI = 0x400454CA, 0x0001, 0x1000
WAIT_SECONDS = 60.0
PORT = 8000
_numbers = itertools.count()
_libc = ctypes.CDLL(None, use_errno=True)


def ip(*words: str) -> None:
    """Run iproute2's `ip`; raises CalledProcessError with what it said."""
    subprocess.run(["ip", *words], check=True, capture_output=True, text=True)


def inside(namespace: str, work: Callable[[], Result]) -> Result:
    """Do `work` as if on the computer `namespace`; sockets that it opens stay there."""
    done: Future[Result] = Future()

    def run() -> None:
        try:
            with open(f"/run/netns/{namespace}") as handle:
                if _libc.setns(handle.fileno(), CLONE_NEWNET):
                    raise OSError(ctypes.get_errno(), "setns")
            done.set_result(work())
        except BaseException as error:
            done.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    return done.result(WAIT_SECONDS)


class Laptop:
    """A computer with nothing but loopback, until it is given networks, and a server, until `play` starts one."""

    def __init__(self, data: Path) -> None:
        number = f"{os.getpid()}-{next(_numbers)}"
        self.name, self.phone = f"laptop-{number}", f"phone-{number}"
        self.data = data
        self.printed = ""
        self._process: subprocess.Popen[str] | None = None
        self._tunnels: list[int] = []
        self._peers = itertools.count()
        self._heard = threading.Condition()
        self._listener: threading.Thread | None = None

    def start(self) -> None:
        for name in (self.name, self.phone):
            ip("netns", "add", name)
            ip("-n", name, "link", "set", "lo", "up")

    def close(self) -> None:
        """End the server and take both computers away, whatever is left of them."""
        self.stop()
        for handle in self._tunnels:
            os.close(handle)
        for name in (self.name, self.phone):
            subprocess.run(["ip", "netns", "del", name], check=False, capture_output=True)

    # Networks

    def network(self, name: str, address: str, guest: str) -> None:
        """Give the laptop an interface on a network, and the phone its other end."""
        other = f"other{next(self._peers)}"
        ip("-n", self.name, "link", "add", name, "type", "veth", "peer", "name", other, "netns", self.phone)
        for namespace, interface, own in ((self.name, name, address), (self.phone, other, guest)):
            ip("-n", namespace, "addr", "add", own, "dev", interface)
            ip("-n", namespace, "link", "set", interface, "up")

    def tunnel(self, name: str, address: str) -> None:
        """Give the laptop a tunnel, and hold its far end as a VPN's program does."""

        def hold() -> int:
            handle = os.open("/dev/net/tun", os.O_RDWR)
            fcntl.ioctl(handle, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TUN | IFF_NO_PI))
            return handle

        self._tunnels.append(inside(self.name, hold))
        ip("-n", self.name, "addr", "add", address, "dev", name)
        ip("-n", self.name, "link", "set", name, "up")

    def bridge(self, name: str, address: str) -> None:
        """Give the laptop a bridge, as containers have."""
        ip("-n", self.name, "link", "add", name, "type", "bridge")
        ip("-n", self.name, "addr", "add", address, "dev", name)
        ip("-n", self.name, "link", "set", name, "up")

    def route(self, *words: str) -> None:
        """Add a route, as `ip route add` takes it."""
        ip("-n", self.name, "route", "add", *words)

    def readdress(self, name: str, old: str, new: str) -> None:
        """Take an address off an interface and give it another."""
        ip("-n", self.name, "addr", "del", old, "dev", name)
        ip("-n", self.name, "addr", "add", new, "dev", name)

    # The server

    def play(self) -> str:
        """Start the game as `make play` does; return what it prints before it serves."""
        environment = {"PATH": os.environ["PATH"], "DATA_DIR": str(self.data), "PYTHONUNBUFFERED": "1"}
        self.printed = ""
        self._process = subprocess.Popen(
            ["ip", "netns", "exec", self.name, sys.executable, "manage.py", "play", "--port", str(PORT)],
            cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        self._listener = threading.Thread(target=self._listen, args=(self._process,), daemon=True)
        self._listener.start()
        return self.prints(r"Ctrl\+C\n")

    def stop(self) -> None:
        """End the server, as a power cut would."""
        if self._process is not None and self._listener is not None:
            self._process.kill()
            self._process.wait(WAIT_SECONDS)
            self._listener.join(WAIT_SECONDS)
            self._process = None

    def prints(self, pattern: str) -> str:
        """Wait until the server has printed this; return all that it printed."""
        until = time.monotonic() + WAIT_SECONDS
        with self._heard:
            while not re.search(pattern, self.printed):
                assert self._heard.wait(until - time.monotonic()), f"no {pattern!r} in:\n{self.printed}"
            return self.printed

    def _listen(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdout is not None
        with process.stdout as printed:
            for line in printed:
                with self._heard:
                    self.printed += line
                    self._heard.notify_all()

    @property
    def start_key(self) -> str:
        """The key in the link that starts workshops."""
        return (self.data / "start-key").read_text().strip()


def why_not() -> str:
    """Return why no network namespaces can be made here; "" when they can."""
    with tempfile.TemporaryDirectory() as folder:
        laptop = Laptop(Path(folder))
        try:
            laptop.start()
            laptop.network("wlan0", "192.168.1.20/24", "192.168.1.77/24")
            laptop.tunnel("tun0", "10.8.0.2/24")
            laptop.bridge("docker0", "172.17.0.1/16")
        except (OSError, subprocess.CalledProcessError) as error:
            return str(getattr(error, "stderr", "") or error).strip()
        finally:
            laptop.close()
    return ""
