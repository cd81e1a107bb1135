"""How many devices have reached this process, and how many of them have a live connection: counted, never kept.

A device is told from another by its cookie, or before it has one by its address and browser; what is remembered of those
is a hash, with a key that this process makes for itself and that ends with it. This machine itself does not count, nor
do devices that run or show a game: the facilitator wants to know about the phones in the room.
"""

import hashlib
import ipaddress
import secrets
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from game.live.authentication import device_token
from game.live.origin import header

Application = Callable[..., Awaitable[None]]
Scope = dict[str, Any]

# What a page asks for when its socket gives no sign of life, followed by the path of that socket.
QUESTION = "/reach/"
PLAYERS = "/ws/play/"
STUCK_SECONDS = 30.0  # a page that still has no connection asks again sooner
MAX_DEVICES = 10_000


@dataclass(frozen=True, slots=True)
class Figures:
    """How many devices have `reached` this process, are `live`, and said that pages come through but no socket (`stuck`)."""

    reached: int = 0
    live: int = 0
    stuck: int = 0


class Reach:
    """The devices this process has heard of; used on the event loop only."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(16)
        self._devices: set[bytes] = set()
        self._staff: set[bytes] = set()
        self._live: Counter[bytes] = Counter()
        self._stuck: dict[bytes, float] = {}
        self.is_leaving = False

    def http(self, inner: Application) -> Application:
        """Wrap what answers requests: count who opens a page, and answer the question of pages without a socket."""

        async def serve(scope: Scope, receive: Any, send: Any) -> None:
            if scope["path"].startswith(QUESTION):
                self._asked(scope)
                # Who leaves takes no sockets any more, and may still have this connection open.
                status = 503 if self.is_leaving else 204
                await send({"type": "http.response.start", "status": status, "headers": _FRESH})
                await send({"type": "http.response.body", "body": b""})
                return
            if _is_page(scope):
                self._device(scope)
            await inner(scope, receive, send)

        return serve

    def websocket(self, inner: Application) -> Application:
        """Wrap what serves sockets: one counts as live once something came in over it."""

        async def serve(scope: Scope, receive: Any, send: Any) -> None:
            device: bytes | None = None
            spoke = False

            async def received() -> Any:
                nonlocal device, spoke
                event = await receive()
                if event["type"] == "websocket.receive" and not spoke:
                    spoke = True
                    device = self._connected(scope)
                return event

            try:
                await inner(scope, received, send)
            finally:
                if device is not None:
                    self._left(device)

        return serve

    def figures(self) -> Figures:
        """Return how things stand now."""
        live = set(self._live) - self._staff
        stuck = {one for one, at in self._stuck.items() if time.monotonic() - at < STUCK_SECONDS}
        return Figures(len(self._devices - self._staff), len(live), len(stuck - live - self._staff))

    def _device(self, scope: Scope) -> bytes | None:
        """Note who this is; None for this machine itself, and for new ones once far too many came."""
        address = _address(scope)
        if address is None:
            return None
        guest = self._hash("guest", address, header(scope, b"user-agent") or "")
        token = device_token(scope)
        device = self._hash("device", token) if token else guest
        if device not in self._devices:
            if len(self._devices) >= MAX_DEVICES:
                return None
            if device != guest:
                self._devices.discard(guest)  # the same, from before it had a cookie
            self._devices.add(device)
        return device

    def _asked(self, scope: Scope) -> None:
        device = self._device(scope)
        if device is None:
            return
        if scope["path"].removeprefix(QUESTION.rstrip("/")).startswith(PLAYERS):
            self._stuck[device] = time.monotonic()
        else:
            self._staff.add(device)

    def _connected(self, scope: Scope) -> bytes | None:
        device = self._device(scope)
        if device is not None:
            self._live[device] += 1
            self._stuck.pop(device, None)
            if not scope["path"].startswith(PLAYERS):
                self._staff.add(device)
        return device

    def _left(self, device: bytes) -> None:
        self._live[device] -= 1
        if self._live[device] <= 0:
            del self._live[device]

    def _hash(self, *parts: str) -> bytes:
        return hashlib.blake2b("\0".join(parts).encode(), key=self._key, digest_size=8).digest()


_FRESH = [(b"cache-control", b"no-store"), (b"content-length", b"0")]


def _is_page(scope: Scope) -> bool:
    """Tell whether a browser asks for a page, and not for what belongs to one; programs do not say that they take HTML."""
    return scope["method"] == "GET" and "text/html" in (header(scope, b"accept") or "")


def _address(scope: Scope) -> str | None:
    """Return where a request comes from, None when that is this machine itself.

    A proxy in front says for whom it asks; one on this machine, such as a tunnel's, may be believed in any case: all that
    depends on it is a count.
    """
    peer, own = ((scope.get(side) or ("",))[0] for side in ("client", "server"))
    forwarded = (header(scope, b"x-forwarded-for") or "").rsplit(",", 1)[-1].strip()
    if forwarded and (settings.SECURE_PROXY_SSL_HEADER or _is_loopback(peer)):
        peer = forwarded
    return None if not peer or peer == own or _is_loopback(peer) else peer


def _is_loopback(address: str) -> bool:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return (mapped or found).is_loopback


reach = Reach()
