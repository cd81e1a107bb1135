"""`/metrics`: what this process counts, for a Prometheus that has the token and asks this process itself.

It stands before the gate, since who asks goes by an address that people do not; what came through a proxy gets nothing.
"""

import hmac
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import psutil
from django.conf import settings

from game import metrics
from game.actions.storage import storage
from game.actions.turns import waiting
from game.live.door import Door
from game.live.hub import current_hub

Application = Callable[..., Awaitable[None]]
PATH = "/metrics"
TYPE = b"text/plain; version=0.0.4; charset=utf-8"
FORWARDED = (b"forwarded", b"x-forwarded-for", b"x-forwarded-proto", b"x-forwarded-host", b"via")


class Metrics:
    """Answers PATH and hands all else to `inner`; `door` is where requests of this process wait."""

    def __init__(self, inner: Application, door: Door) -> None:
        self._inner = inner
        self._door = door
        metrics.SOCKETS.read = _sockets
        metrics.QUEUES.read = self._queues
        metrics.FAILING.read = lambda: {(): float(storage.is_failing)}
        metrics.LAYER.read = _layer
        metrics.MEMORY.read = lambda: {(): float(psutil.Process().memory_info().rss)}

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        """Serve one connection."""
        if scope["type"] != "http" or scope["path"] != PATH:
            return await self._inner(scope, receive, send)
        headers = dict(scope["headers"])
        status, body = _answer(headers)
        kind = TYPE if status == 200 else b"text/plain; charset=utf-8"
        told = [(b"content-type", kind), (b"content-length", str(len(body)).encode())]
        if status == 401:
            told.append((b"www-authenticate", b"Bearer"))
        await send({"type": "http.response.start", "status": status, "headers": told})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})

    def _queues(self) -> metrics.Reading:
        hub = current_hub()
        found = {("requests",): self._door.waiting, ("turns",): waiting()}
        if hub is not None:
            found |= {("commands",): hub.writer.waiting, ("pokes",): hub.unsent_pokes}
        return {labels: float(count) for labels, count in found.items()}


def _answer(headers: Mapping[bytes, bytes]) -> tuple[int, bytes]:
    if not settings.METRICS_TOKEN or any(name in headers for name in FORWARDED):
        return 404, b"not found\n"
    if not hmac.compare_digest(
        headers.get(b"authorization", b""), f"Bearer {settings.METRICS_TOKEN}".encode()
    ):
        return 401, b"give the token: Authorization: Bearer METRICS_TOKEN\n"
    return 200, metrics.text().encode()


def _sockets() -> metrics.Reading:
    hub = current_hub()
    return {(audience,): float(count) for audience, count in hub.open_sockets().items()} if hub else {}


def _layer() -> metrics.Reading:
    hub = current_hub()
    return {} if hub is None or hub.hears_others is None else {(): float(hub.hears_others)}
