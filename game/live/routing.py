"""Which socket is whose: the address decides the audience, what it may send and how often its screen may change."""

from collections.abc import Callable
from functools import partial
from typing import Any

from channels.routing import URLRouter
from django.urls import path

from game.live import authentication
from game.live.authentication import Admitted
from game.live.connection import Receive, Send
from game.live.session import serve
from game.protocol import codec

PANEL_GAP_SECONDS = 0.2


async def player(scope: dict[str, Any], receive: Receive, send: Send) -> None:
    """Serve a phone."""
    workshop, token = scope["url_route"]["kwargs"]["workshop"], authentication.device_token(scope)
    await serve(scope, receive, send, lambda by: by.phone(token, workshop), codec.PLAYER)


async def facilitator(scope: dict[str, Any], receive: Receive, send: Send) -> None:
    """Serve a control panel."""
    workshop, token = scope["url_route"]["kwargs"]["workshop"], authentication.device_token(scope)
    await serve(
        scope,
        receive,
        send,
        lambda by: by.ask(partial(authentication.facilitator, token, workshop)),
        codec.FACILITATOR,
        PANEL_GAP_SECONDS,
    )


async def projector(scope: dict[str, Any], receive: Receive, send: Send) -> None:
    """Serve a projector."""
    workshop, token = scope["url_route"]["kwargs"]["workshop"], authentication.device_token(scope)
    await _show(scope, receive, send, partial(authentication.projector, token, workshop))


async def projector_by_key(scope: dict[str, Any], receive: Receive, send: Send) -> None:
    """Serve a projector's page of before, or a program of ours, by the key in its link."""
    key = scope["url_route"]["kwargs"]["key"]
    await _show(scope, receive, send, partial(authentication.projector_by_key, key))


async def _show(scope: dict[str, Any], receive: Receive, send: Send, look: Callable[[], Admitted]) -> None:
    await serve(scope, receive, send, lambda by: by.ask(look), codec.PROJECTOR, PANEL_GAP_SECONDS)


async def nowhere(scope: dict[str, Any], receive: Receive, send: Send) -> None:
    """Refuse a socket for an address that is none of ours."""
    await receive()
    await send({"type": "websocket.close", "code": 4003})


# Django's path() is typed for views; URLRouter takes any ASGI application.
_applications: dict[str, Any] = {
    "ws/play/<int:workshop>/": player,
    "ws/control/<int:workshop>/": facilitator,
    "ws/projector/<int:workshop>/": projector,
    "ws/projector/<str:key>/": projector_by_key,
    "<path:anywhere>": nowhere,
    "": nowhere,
}
websocket_application = URLRouter([path(route, application) for route, application in _applications.items()])
