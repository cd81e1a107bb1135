"""Which socket is whose: the address decides the audience, what it may send and how often its screen may change."""

import re
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from game.live import authentication
from game.live.authentication import Admitted
from game.live.connection import Receive, Send
from game.live.session import serve
from game.protocol import codec

PANEL_GAP_SECONDS = 0.2
Application = Callable[[dict[str, Any], Receive, Send, str], Awaitable[None]]


async def player(scope: dict[str, Any], receive: Receive, send: Send, workshop: str) -> None:
    """Serve a phone."""
    token, workshop_id = authentication.device_token(scope), int(workshop)
    await serve(scope, receive, send, lambda by: by.phone(token, workshop_id), codec.PLAYER)


async def facilitator(scope: dict[str, Any], receive: Receive, send: Send, workshop: str) -> None:
    """Serve a control panel."""
    look = partial(authentication.facilitator, authentication.device_token(scope), int(workshop))
    await serve(scope, receive, send, lambda by: by.ask(look), codec.FACILITATOR, PANEL_GAP_SECONDS)


async def projector(scope: dict[str, Any], receive: Receive, send: Send, workshop: str) -> None:
    """Serve a projector."""
    look = partial(authentication.projector, authentication.device_token(scope), int(workshop))
    await _show(scope, receive, send, look)


async def projector_by_key(scope: dict[str, Any], receive: Receive, send: Send, key: str) -> None:
    """Serve a projector's page of before, or a program of ours, by the key in its link."""
    await _show(scope, receive, send, partial(authentication.projector_by_key, key))


async def _show(scope: dict[str, Any], receive: Receive, send: Send, look: Callable[[], Admitted]) -> None:
    await serve(scope, receive, send, lambda by: by.ask(look), codec.PROJECTOR, PANEL_GAP_SECONDS)


# In this order; a room of phones comes through here at once.
_addresses: tuple[tuple[re.Pattern[str], Application], ...] = (
    (re.compile(r"/ws/play/([0-9]+)/"), player),
    (re.compile(r"/ws/control/([0-9]+)/"), facilitator),
    (re.compile(r"/ws/projector/([0-9]+)/"), projector),
    (re.compile(r"/ws/projector/([^/]+)/"), projector_by_key),
)


async def websocket_application(scope: dict[str, Any], receive: Receive, send: Send) -> None:
    """Serve a socket as its address says; refuse one for an address that is none of ours."""
    for address, application in _addresses:
        if found := address.fullmatch(scope["path"]):
            return await application(scope, receive, send, found[1])
    await receive()
    await send({"type": "websocket.close", "code": 4003})
