"""A socket from its first event to its last: let in, followed, its commands handed to the writer, its refusals named."""

import logging
from collections.abc import Callable
from typing import Any

import msgspec

from game.actions.commands import Request
from game.live import authentication
from game.live.connection import NOT_ALLOWED, Connection, Receive, Send
from game.live.hub import Hub, current_hub
from game.live.room import LiveRoom, Seated
from game.protocol.codec import BadFrame, decode, encode
from game.protocol.commands import Hello, Ping
from game.protocol.messages import Bye, Pong, Refusal

log = logging.getLogger(__name__)

Admission = Callable[[], tuple[int, Seated] | str]


async def serve(
    scope: dict[str, Any],
    receive: Receive,
    send: Send,
    admit: Admission,
    decoder: "msgspec.json.Decoder[Any]",
    gap_seconds: float = 0.0,
) -> None:
    """Serve one socket; `admit` (on the reader) says which game and who, `decoder` what it may send."""
    if not authentication.is_own_origin(scope):
        await receive()
        await send({"type": "websocket.close", "code": NOT_ALLOWED})
        return
    hub = current_hub()
    await receive()
    try:
        admitted = await hub.reader.run(admit)
    except Exception:
        log.exception("a socket could not be let in")
        admitted = "internal"
    await send({"type": "websocket.accept"})
    if isinstance(admitted, str):
        await send({"type": "websocket.send", "text": encode(Bye(admitted)).decode()})
        await send({"type": "websocket.close", "code": NOT_ALLOWED})
        return
    await Session(hub, Connection(receive, send, gap_seconds), *admitted, decoder).run()


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

    async def run(self) -> None:
        """Follow the game until the socket closes."""
        try:
            self._room = await self._hub.enter(self._game_id, self._connection, self._seated)
            if self._room is None:
                self._connection.close(NOT_ALLOWED, "gone")
            await self._connection.run(self._handle)
        finally:
            self._hub.leave(self._game_id, self._connection, self._seated)

    async def _handle(self, text: str | None, data: bytes | None) -> None:
        """Handle one frame; whatever goes wrong is answered, never thrown."""
        try:
            message = decode(self._decoder, text, data)
        except BadFrame as bad:
            self._connection.say(Refusal(bad.id, bad.code))
            self._connection.strike()
            return
        try:
            await self._answer(message)
        except Exception:
            log.exception("a message could not be handled")
            self._connection.say(Refusal(getattr(message, "id", None), "internal"))

    async def _answer(self, message: Any) -> None:
        if isinstance(message, Ping):
            self._connection.say(Pong(self._connection.rev))
        elif isinstance(message, Hello):
            if self._room is not None:
                self._room.resend(self._connection)
        elif self._seated.audience != "projector":
            request = Request(message, self._seated.audience, self._seated.device_id, self._seated.seat_id)
            self._connection.say(await self._hub.writer.submit(self._game_id, request))
