"""How many requests are in Django at once: a room at the door waits here, and not for the database's connections.

Each of them has a thread and a connection of its own while it is in; a hundred and fifty at once were more than PostgreSQL
takes, and on one SQLite file they kept the choices of other rooms waiting.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

Application = Callable[..., Awaitable[None]]

AT_ONCE = 4
HEALTH = ("/healthz", "/readyz")


class Door:
    """Lets a few requests at a time pass on to `inner`, in the order in which they came; one event loop.

    `waiting` is how many have not passed yet.
    """

    def __init__(self, inner: Application, at_once: int = AT_ONCE) -> None:
        self._inner = inner
        self._places = asyncio.Semaphore(at_once)
        self.waiting = 0

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        """Serve one request, once there is room; whoever asks how this process is does not wait."""
        if scope["path"] in HEALTH:
            return await self._inner(scope, receive, send)
        self.waiting += 1
        try:
            await self._places.acquire()
        finally:
            self.waiting -= 1
        try:
            await self._inner(scope, receive, send)
        finally:
            self._places.release()
