"""Runs this process's web server from an open socket until it is told to stop.

Knows the order of starting and leaving; what a request or a socket means is decided elsewhere.
"""

import asyncio
import errno
import logging
import os
import socket
import sys
import threading
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from game.live.system import BACKLOG, allow_many_sockets, claim_port, new_loop, on_stop
from game.live.tidy import spare_collector

GOODBYE_SECONDS = 3.0  # for telling the phones
DRAIN_SECONDS = 1.0  # for what was said to reach them
# After every send the loop waits for its turn again; with the usual 5 ms, 300 phones wait long.
SWITCH_SECONDS = 0.0005
LEAVE_SECONDS = 4.5  # for everything, after which we are gone whatever hangs

EVERYWHERE = ("", "::")
# What the system says of an address family, or an address of one, that it does not have.
NO_SUCH_FAMILY = (errno.EAFNOSUPPORT, errno.EADDRNOTAVAIL, errno.EPROTONOSUPPORT)

log = logging.getLogger(__name__)


def listen(host: str, port: int) -> list[socket.socket]:
    """Open the port (0: any free one) on every address that `host` stands for; "" and "::" are all, of IPv4 and IPv6.

    A computer without IPv6 listens on IPv4 alone. Raises OSError when the port is taken or not ours, socket.gaierror when
    the host is no address; OverflowError for a port that does not exist.
    """
    wanted = "" if host in EVERYWHERE else host
    found = socket.getaddrinfo(wanted or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    opened: list[socket.socket] = []
    failed: OSError | None = None
    try:
        for family, _type, _protocol, _name, address in sorted(
            set(found), key=lambda one: one[0] != socket.AF_INET
        ):
            # Port 0 is chosen once: every address has the same.
            same = opened[0].getsockname()[1] if opened else port
            try:
                opened.append(_listen_on(family, (address[0], same, *address[2:])))
            except OSError as error:
                if error.errno not in NO_SUCH_FAMILY:
                    raise
                failed = error
    except OSError:
        close_all(opened)
        raise
    if not opened:
        raise failed or OSError("no address")
    return opened


def close_all(listeners: list[socket.socket]) -> None:
    """Close sockets that will not be served."""
    for listener in listeners:
        listener.close()


def _listen_on(family: int, address: tuple[Any, ...]) -> socket.socket:
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        claim_port(listener)
        if family == socket.AF_INET6:  # IPv4 has a socket of its own, and keeps its usual addresses
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        listener.bind(address)
        listener.listen(BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener


def serve(listeners: list[socket.socket], ready: Callable[[], None]) -> None:
    """Serve on `listeners`, which are closed at the end; returns within 5 s after SIGTERM or Ctrl+C.

    `ready` is called once everything is loaded and about to answer.
    """
    allow_many_sockets()
    sys.setswitchinterval(SWITCH_SECONDS)
    loop = new_loop()
    asyncio.set_event_loop(loop)
    _run_twisted_on(loop)
    from game.live import lifecycle
    from game.live.daphne import GameServer

    application = import_string(settings.ASGI_APPLICATION)
    # Before the server takes anything: what came in meanwhile waits in the backlog.
    loop.run_until_complete(lifecycle.start())
    server = GameServer(application, listeners, short_way=settings.SHORT_WAY)
    leaving: list[asyncio.Task[None]] = []

    async def leave() -> None:
        server.stop_listening()
        try:
            await asyncio.wait_for(lifecycle.stop(), GOODBYE_SECONDS)
        except Exception:
            log.exception("could not stop in good order")
        until = loop.time() + DRAIN_SECONDS
        while not server.is_drained() and loop.time() < until:
            await asyncio.sleep(0.02)
        server.stop()

    def on_signal() -> None:
        if not leaving:
            _leave_for_certain()
            leaving.append(loop.create_task(leave()))

    on_stop(loop, on_signal)
    spare_collector()
    ready()
    server.run()


def _run_twisted_on(loop: asyncio.AbstractEventLoop) -> None:
    """Let Twisted's reactor use our loop; has to come before Daphne, which would make one of its own."""
    from twisted.internet import asyncioreactor

    asyncioreactor.install(loop)  # type: ignore[no-untyped-call]


def _leave_for_certain() -> None:
    """End the process when leaving takes too long; a thread, because the loop itself may hang."""

    def cut() -> None:
        log.error("did not stop in %s s; leaving anyway", LEAVE_SECONDS)
        os._exit(1)

    timer = threading.Timer(LEAVE_SECONDS, cut)
    timer.daemon = True
    timer.start()
