"""What every command has, and the kinds of values they carry; what any socket may send."""

from typing import Annotated

from msgspec import Meta, Struct

# Ids that start with "bot-" are the door's own: a browser that used a coming one would keep that bot's choice out.
CommandId = Annotated[str, Meta(min_length=1, max_length=40, pattern=r"^(?!bot-)[A-Za-z0-9_-]+$")]
Counter = Annotated[int, Meta(ge=0, le=2**31 - 1)]
TableNumber = Annotated[int, Meta(ge=1, le=200)]
SeatNumber = Annotated[int, Meta(ge=0, le=11)]
PersonId = Annotated[int, Meta(ge=1, le=2**53)]
PersonIds = Annotated[list[PersonId], Meta(min_length=1, max_length=400)]
Code = Annotated[str, Meta(max_length=40, pattern=r"^[A-Za-z0-9_.]*$")]
Alias = Annotated[str, Meta(max_length=200)]


class Command(Struct, frozen=True, forbid_unknown_fields=True, tag_field="type"):
    """A numbered request; the answer carries the same `id`."""

    id: CommandId
    step: Counter


class Ping(Struct, frozen=True, forbid_unknown_fields=True, tag_field="type", tag="ping"):
    """A sign of life with the newest revision this client has; answered by `pong`."""

    rev: Counter


class Hello(Struct, frozen=True, forbid_unknown_fields=True, tag_field="type", tag="hello"):
    """Ask for the whole screen again, for a client that lost its place."""


ProjectorMessage = Ping | Hello
