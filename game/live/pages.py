"""Django behind the door: each page is made in one go by one of a few kept threads, which keep their database connection.

Django's own handler for this protocol gives every request a thread and a connection of its own, and goes back and forth
between it and the event loop for each piece of middleware; that was a quarter of what a page cost.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any

from django.core import signals
from django.core.handlers.asgi import ASGIRequest, get_script_prefix
from django.core.handlers.base import BaseHandler
from django.http import HttpResponseBadRequest
from django.http.response import HttpResponseBase
from django.urls import set_script_prefix

from game.live.door import AT_ONCE, HEALTH

CHUNK = 64 * 1024  # bytes; what is sent without letting others go between


class Pages(BaseHandler):
    """Answers HTTP requests; whoever asks how this process is has a thread that no page holds."""

    def __init__(self) -> None:
        super().__init__()
        self.load_middleware()
        self._threads = ThreadPoolExecutor(AT_ONCE, "page")
        self._health = ThreadPoolExecutor(1, "health")

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        """Serve one request, whose body comes in one piece (game/live/gate.py)."""
        event = await receive()
        if event["type"] != "http.request":
            return  # it left before it had asked
        threads = self._health if scope["path"] in HEALTH else self._threads
        made = asyncio.get_running_loop().run_in_executor(threads, self._made, scope, event["body"])
        status, headers, body = await made
        await send({"type": "http.response.start", "status": status, "headers": headers})
        for at in range(0, len(body), CHUNK):
            more = at + CHUNK < len(body)
            await send({"type": "http.response.body", "body": body[at : at + CHUNK], "more_body": more})
        if not body:
            await send({"type": "http.response.body", "body": b""})

    def _made(self, scope: dict[str, Any], body: bytes) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
        """Return the status, headers and body of an answer (a thread of ours)."""
        set_script_prefix(get_script_prefix(scope))
        signals.request_started.send(sender=self.__class__, scope=scope)
        response = self._answer(scope, body)
        try:
            return response.status_code, _headers(response), b"".join(response)
        finally:
            response.close()  # which says that the request is over

    def _answer(self, scope: dict[str, Any], body: bytes) -> HttpResponseBase:
        try:
            request = ASGIRequest(scope, BytesIO(body))
        except UnicodeDecodeError:
            return HttpResponseBadRequest()
        return self.get_response(request)


def _headers(response: HttpResponseBase) -> list[tuple[bytes, bytes]]:
    """Return the headers of a response as they are sent, each cookie as one of its own."""
    headers = [(name.encode("ascii"), value.encode("latin1")) for name, value in response.items()]
    cookies = [cookie.output(header="").strip() for cookie in response.cookies.values()]
    return headers + [(b"Set-Cookie", cookie.encode("ascii")) for cookie in cookies]
