"""What differs between operating systems for a server: its event loop, being told to stop, open files, taking a port.

Windows has no uvloop, no signals in its loops, no limit of open files to raise, and a select() that takes few sockets.
"""

import asyncio
import contextlib
import itertools
import os
import select
import selectors
import signal
import socket
import time
from collections.abc import Callable

OPEN_FILES = 65_536
BACKLOG = 2048  # a thousand phones connect in the same second; the usual 50 costs them 3 to 8 s
MOST_AT_ONCE = 500  # sockets in one select(); Windows takes 512, and its loop would end at the next one
TURN_SECONDS = 0.01  # how long only the first of them are waited for, when there are more
STOPS = ("SIGTERM", "SIGINT", "SIGBREAK")  # the last is a Windows console that is closed

Ready = list[tuple[selectors.SelectorKey, int]]


def new_loop() -> asyncio.AbstractEventLoop:
    """Return a new event loop that Twisted can run on: uvloop's where it exists, never Windows' Proactor."""
    try:
        import uvloop
    except ImportError:
        only_select = issubclass(selectors.DefaultSelector, selectors.SelectSelector)
        return asyncio.SelectorEventLoop(ManySockets() if only_select else selectors.DefaultSelector())
    loop: asyncio.AbstractEventLoop = uvloop.new_event_loop()
    return loop


class ManySockets(selectors.SelectSelector):
    """select() for any number of sockets: it is asked about some of them at a time."""

    def select(self, timeout: float | None = None) -> Ready:
        """Return what is ready, waiting at most `timeout` seconds (None: for ever)."""
        if len(self.get_map()) <= MOST_AT_ONCE:
            return super().select(timeout)
        watched = list(self.get_map().values())
        until = None if timeout is None else time.monotonic() + timeout
        parts = [watched[at : at + MOST_AT_ONCE] for at in range(0, len(watched), MOST_AT_ONCE)]
        while True:
            ready = list(itertools.chain.from_iterable(self._ready(part, 0) for part in parts))
            left = TURN_SECONDS if until is None else min(until - time.monotonic(), TURN_SECONDS)
            if ready or left <= 0:
                return ready
            # Among the first is the loop's own, which wakes it for what other threads have to say.
            if ready := self._ready(parts[0], left):
                return ready

    def _ready(self, part: list[selectors.SelectorKey], timeout: float) -> Ready:
        reading = [key.fd for key in part if key.events & selectors.EVENT_READ]
        writing = [key.fd for key in part if key.events & selectors.EVENT_WRITE]
        try:
            # On Windows a connection that failed is neither readable nor writable, but in the third list.
            can_read, can_write, failed = select.select(reading, writing, writing, timeout)
        except InterruptedError:
            return []
        readable, writable = set(can_read), {*can_write, *failed}
        return [
            (key, selectors.EVENT_READ * (key.fd in readable) | selectors.EVENT_WRITE * (key.fd in writable))
            for key in part
            if key.fd in readable | writable
        ]


def on_stop(loop: asyncio.AbstractEventLoop, leave: Callable[[], None]) -> None:
    """Call `leave` on the loop whenever this process is told to stop: a signal, Ctrl+C, a closed console.

    Has to be called on the main thread.
    """
    numbers = [number for name in STOPS if (number := getattr(signal, name, None)) is not None]
    try:
        for number in numbers:
            loop.add_signal_handler(number, leave)
    except NotImplementedError:
        _wake_on_signals(loop)
        for number in numbers:
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(leave))


def _wake_on_signals(loop: asyncio.AbstractEventLoop) -> None:
    """Let a signal end the loop's waiting: Python's own handlers run only once something else does."""
    woken, waker = socket.socketpair()
    woken.setblocking(False)
    waker.setblocking(False)
    signal.set_wakeup_fd(waker.fileno(), warn_on_full_buffer=False)

    def empty(keep: socket.socket = waker) -> None:  # the loop keeps this, and this the socket
        with contextlib.suppress(OSError):
            woken.recv(4096)

    loop.add_reader(woken, empty)


def allow_many_sockets() -> None:
    """Take more open files when the system lets us: the usual 1,024 ends at some 500 phones that reconnect."""
    try:
        import resource
    except ImportError:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
    with contextlib.suppress(OSError, ValueError):  # some systems name a limit that they do not grant
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))


def claim_port(listener: socket.socket) -> None:
    """Set on an unbound socket that its port is ours alone, also right after a server that left sockets behind."""
    if os.name == "posix":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    else:  # where that would let two servers take the same port, and this is what keeps others out
        listener.setsockopt(socket.SOL_SOCKET, getattr(socket, "SO_EXCLUSIVEADDRUSE"), 1)  # noqa: B009
