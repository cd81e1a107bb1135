"""A socket from its first event to its last: let in, followed, its commands handed to the writer, its refusals named."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import msgspec

from game import metrics
from game.actions.commands import Request
from game.actions.storage import storage
from game.live import authentication
from game.live.admissions import Admissions
from game.live.authentication import Admitted
from game.live.connection import NOT_ALLOWED, RESTARTING, Connection, Receive, Send
from game.live.hub import Hub, current_hub
from game.live.lanes import Answer
from game.live.origin import is_own_origin
from game.live.room import LiveRoom
from game.live.seated import Seated
from game.protocol.codec import BadFrame, decode, encode
from game.protocol.commands.base import Hello, Ping
from game.protocol.commands.facilitator import ShowLoops, ShowUndercurrent
from game.protocol.commands.player import Choose, Predict, Promise, Ready
from game.protocol.messages import Ack, Bye, Pong, Refusal, Release

log = logging.getLogger(__name__)

Admit = Callable[[Admissions], Awaitable[Admitted]]
MAX_UNANSWERED = 30
PATIENCE_SECONDS = 2.5  # a phone that hears nothing for three says that there is no connection
WISHES = (Choose, Promise, Ready, Predict)  # what a page sends again by itself until it is stored


async def serve(
    scope: dict[str, Any],
    receive: Receive,
    send: Send,
    admit: Admit,
    decoder: "msgspec.json.Decoder[Any]",
    gap_seconds: float = 0.0,
) -> None:
    """Serve one socket; `admit` says which game and who, `decoder` what it may send.

    Whatever fails is logged here, and the client is told to come back: nothing reaches the server, which would leak.
    """
    await receive()
    if not is_own_origin(scope):
        await send({"type": "websocket.close", "code": NOT_ALLOWED})
        return
    try:
        await send({"type": "websocket.accept"})
        hub = current_hub()
        if hub is None:
            await _dismiss(send, RESTARTING, "server_restarting")
            return
        admitted = await admit(hub.admissions)
        if isinstance(admitted, str):
            await _dismiss(send, NOT_ALLOWED, admitted)
            return
        attempt, theirs = authentication.page(scope)
        ours = hub.release
        wire = scope["extensions"]["wire"]
        connection = Connection(receive, wire, gap_seconds, attempt, merges=theirs == ours)
        if theirs not in ("", ours):
            connection.say(Release(ours))
        await Session(hub, connection, *admitted, decoder).run()
    except Exception:
        log.exception("a socket failed")
        await _dismiss(send, RESTARTING, "internal")


async def _dismiss(send: Send, code: int, reason: str) -> None:
    await send({"type": "websocket.send", "text": encode(Bye(reason)).decode()})
    await send({"type": "websocket.close", "code": code})


class Session:
    """An admitted socket."""

    def __init__(
        self,
        hub: Hub,
        connection: Connection,
        game_id: int,
        seated: Seated,
        decoder: "msgspec.json.Decoder[Any]",
    ) -> None:
        self._hub = hub
        self._connection = connection
        self._game_id = game_id
        self._seated = seated
        self._decoder = decoder
        self._room: LiveRoom | None = None
        self._unanswered: set[str] = set()

    async def run(self) -> None:
        """Follow the game until the socket closes."""
        self._room = self._hub.enter(self._game_id, self._connection, self._seated)
        try:
            await self._connection.run(self._handle)
        finally:
            self._hub.leave(self._game_id, self._connection)

    def _handle(self, text: str | None, data: bytes | None) -> None:
        """Handle one frame; whatever goes wrong is answered, never thrown."""
        try:
            message = decode(self._decoder, text, data)
        except BadFrame as bad:
            self._refuse(bad.id, bad.code)
            self._connection.strike()
            return
        id = getattr(message, "id", None)
        if not self._connection.may_send():
            self._refuse(id, "too_fast")
            return
        try:
            self._act(message)
        except Exception:
            log.exception("a message could not be handled")
            self._refuse(id, "internal")

    def _refuse(self, id: str | None, code: str) -> None:
        metrics.COMMANDS.add(self._seated.audience, code)
        self._connection.say(Refusal(id, code))

    def _act(self, message: Any) -> None:
        if isinstance(message, Ping):
            self._connection.shows(message.rev)
            self._connection.say(Pong(self._connection.rev))
        elif isinstance(message, Hello):
            if self._room is not None:
                self._room.sockets.resend(self._connection)
        elif isinstance(message, ShowUndercurrent):
            if self._room is not None:
                self._room.show_undercurrent(self._connection, message.open)
            self._connection.say(Ack(message.id, self._connection.rev))
        elif isinstance(message, ShowLoops):
            if self._room is not None:
                self._room.show_loops(self._connection, message.table)
            self._connection.say(Ack(message.id, self._connection.rev))
        elif self._seated.audience != "projector":
            who = self._seated
            self._submit(Request(message, self._seated.audience, who.device_id, who.seat_id))

    def _submit(self, request: Request) -> None:
        """Hand a command to the writer; what waits there already is not handed to it again."""
        id = request.command.id
        if id in self._unanswered or len(self._unanswered) >= MAX_UNANSWERED:
            self._refuse(id, storage.why or "busy")
            return
        self._unanswered.add(id)
        answer = self._hub.writer.submit(self._game_id, request)
        answer.add_done_callback(partial(self._answered, id, asyncio.get_running_loop().time()))
        if isinstance(request.command, WISHES):
            asyncio.get_running_loop().call_later(PATIENCE_SECONDS, self._still_waits, answer, id)

    def _still_waits(self, answer: "asyncio.Future[Answer]", id: str) -> None:
        """Say that a wish is not stored yet, and why, while it waits; its answer comes once it is."""
        if not answer.done():
            self._connection.say(Refusal(id, storage.why or "busy"))

    def _answered(self, id: str, since: float, answer: "asyncio.Future[Answer]") -> None:
        self._unanswered.discard(id)
        if answer.cancelled():
            return
        result = answer.result()
        metrics.ACK.add(asyncio.get_running_loop().time() - since)
        metrics.COMMANDS.add(self._seated.audience, "ack" if isinstance(result, Ack) else result.code)
        self._connection.say(result)
