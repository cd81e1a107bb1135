"""Bytes to commands and messages to bytes, with the limits on what a socket may send."""

from typing import Any, TypeVar

import msgspec

from game.protocol.commands.base import ProjectorMessage
from game.protocol.commands.facilitator import FacilitatorMessage
from game.protocol.commands.player import PlayerMessage
from game.protocol.messages import Message

MAX_FRAME_BYTES = 8 * 1024
MAX_DEPTH = 12
MAX_ID = 40

Incoming = TypeVar("Incoming")

PLAYER = msgspec.json.Decoder(PlayerMessage)
FACILITATOR = msgspec.json.Decoder(FacilitatorMessage)
PROJECTOR = msgspec.json.Decoder(ProjectorMessage)
_encoder = msgspec.json.Encoder()
_fields_decoder = msgspec.json.Decoder(dict[str, msgspec.Raw])
_id_decoder = msgspec.json.Decoder(dict[str, Any])


class BadFrame(Exception):
    """A frame that is not a message; `code` says why, `id` is the command's where it could be read."""

    def __init__(self, code: str, id: str | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.id = id


def decode(
    decoder: "msgspec.json.Decoder[Incoming]", text: str | None, data: bytes | None = None
) -> Incoming:
    """Return the message in a frame; raises BadFrame: binary_frame, too_large, too_deep, unknown_choice, malformed."""
    if text is None or data is not None:
        raise BadFrame("binary_frame")
    if len(text) > MAX_FRAME_BYTES or len(text.encode("utf-8", "surrogatepass")) > MAX_FRAME_BYTES:
        raise BadFrame("too_large")
    if is_too_deep(text):
        raise BadFrame("too_deep")
    try:
        return decoder.decode(text)
    except msgspec.ValidationError as error:
        raise BadFrame(
            "unknown_choice" if "choice" in str(error) else "malformed", _readable_id(text)
        ) from None
    except (msgspec.DecodeError, UnicodeError):
        raise BadFrame("malformed") from None


def is_too_deep(text: str) -> bool:
    """Tell whether brackets nest deeper than any message of ours, so that no parser has to recurse that far."""
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return False
    depth = 0
    for character in text:
        if character in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                return True
        elif character in "]}":
            depth -= 1
    return False


def encode(message: Message) -> bytes:
    """Return the frame of a message."""
    return _encoder.encode(message)


def encode_part(part: object) -> msgspec.Raw:
    """Return a screen part encoded once, ready to be put into several messages."""
    return msgspec.Raw(_encoder.encode(part))


def fields(part: msgspec.Raw) -> dict[str, msgspec.Raw]:
    """Return the fields of an encoded part, each as it is encoded."""
    return _fields_decoder.decode(part)


def _readable_id(text: str) -> str | None:
    """Return the frame's id when it has a sane one, so that the client can match the refusal."""
    try:
        found = _id_decoder.decode(text).get("id")
    except msgspec.DecodeError:
        return None
    return found if isinstance(found, str) and 0 < len(found) <= MAX_ID else None
