"""The first thing a request meets: refuses hosts that are not ours, bodies that are too large, addresses that cannot be.

It stands before Django and the sockets alike, so that a page elsewhere cannot reach a laptop by giving its
own name the laptop's address.
"""

import ipaddress
import socket
from collections.abc import Awaitable, Callable
from functools import lru_cache
from urllib.parse import urlsplit

from asgiref.typing import (
    ASGIReceiveCallable,
    ASGIReceiveEvent,
    ASGISendCallable,
    HTTPScope,
    Scope,
    WebSocketScope,
)
from django.conf import settings
from django.http.request import split_domain_port, validate_host

from game.network.book import book
from game.protocol.pieces import is_sound_path, is_sound_query

Application = Callable[..., Awaitable[None]]
MAX_BODY = 64 * 1024  # bytes; the largest form of the game is a few hundred
SHARED_ADDRESSES = ipaddress.ip_network("100.64.0.0/10")  # what phones that share their connection hand out


def is_known_host(host: str, arrived_at: str | None) -> bool:
    """Tell whether we answer to `host` (a Host header); `arrived_at` is the own address they connected to."""
    name, _port = _split(host)
    if not name:
        return False
    if not settings.LOCAL_HOSTS_ONLY:
        return bool(validate_host(name, settings.ALLOWED_HOSTS))
    address, is_of_a_room = _address(name)
    if is_of_a_room or name in ("localhost", urlsplit(settings.PUBLIC_URL).hostname):
        return True
    if address is not None:
        return address == arrived_at
    own = socket.gethostname().lower()
    short = own.split(".")[0]
    return name in (own, short, f"{short}.local")


_split = lru_cache(256)(split_domain_port)


@lru_cache(256)
def _address(name: str) -> tuple[str | None, bool]:
    """Return the address that this name is, if it is one, and whether only this network's devices can have it."""
    try:
        address = ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return None, False
    return str(address), address.is_private or address in SHARED_ADDRESSES


class Gate:
    """Passes HTTP on to `http` and sockets to `websocket`, if they may come in."""

    def __init__(self, http: Application, websocket: Application) -> None:
        self.http = http
        self.websocket = websocket

    async def __call__(self, scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
        """Serve one connection."""
        if scope["type"] == "websocket":
            if not _host_is_ours(scope) or not _is_sound(scope):
                await receive()
                await send({"type": "websocket.close", "code": 4403, "reason": None})
                return
            await self.websocket(scope, receive, send)
        elif scope["type"] == "http":
            await self._http(scope, receive, send)

    async def _http(self, scope: HTTPScope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
        if not _host_is_ours(scope):
            await _refuse(send, 400, b"unknown host\n")
            return
        body = await _body(receive)
        if body is None:
            await _refuse(send, 413, b"too large\n")
            return
        events: list[ASGIReceiveEvent] = [{"type": "http.request", "body": body, "more_body": False}]

        async def received() -> ASGIReceiveEvent:
            return events.pop() if events else await receive()

        await self.http(scope, received, send)


def _host_is_ours(scope: HTTPScope | WebSocketScope) -> bool:
    """Tell whether a request may come in, and let the address that it came in over be known to work."""
    hosts = [value.decode("latin1") for name, value in scope["headers"] if name == b"host"]
    server, client = scope.get("server"), scope.get("client")
    if len(hosts) != 1 or not is_known_host(hosts[0], server[0] if server else None):
        return False
    if server and client:
        book.arrived(client[0], server[0], _split(hosts[0])[0])
    return True


def _is_sound(scope: WebSocketScope) -> bool:
    """Tell whether the address of a socket can be one of ours; pages are judged in game/web/pieces.py."""
    query = (scope.get("query_string") or b"").decode("latin1")
    return is_sound_path(scope["path"]) and is_sound_query(query)


async def _body(receive: ASGIReceiveCallable) -> bytes | None:
    """Return the request's whole body, or None when it is larger than MAX_BODY or the client left."""
    body = b""
    while True:
        event = await receive()
        if event["type"] != "http.request":
            return None
        body += event["body"]
        if len(body) > MAX_BODY:
            return None
        if not event["more_body"]:
            return body


async def _refuse(send: ASGISendCallable, status: int, text: bytes) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(text)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers, "trailers": False})
    await send({"type": "http.response.body", "body": text, "more_body": False})
