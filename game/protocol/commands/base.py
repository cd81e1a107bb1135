"""What every command has, and the kinds of values they carry; what any socket may send."""

from typing import Annotated

from msgspec import Meta, Struct

from game.engine.model.roles import MAX_SEATS
from game.engine.table.phases import MAX_ROUNDS

# Ids that start with "bot-" are the door's own: a browser that used a coming one would keep that bot's choice out.
CommandId = Annotated[str, Meta(min_length=1, max_length=40, pattern=r"^(?!bot-)[A-Za-z0-9_-]+$")]
Counter = Annotated[int, Meta(ge=0, le=2**31 - 1)]
TableNumber = Annotated[int, Meta(ge=1, le=200)]
SeatNumber = Annotated[int, Meta(ge=0, le=MAX_SEATS - 1)]
Round = Annotated[int, Meta(ge=1, le=MAX_ROUNDS)]
RoundOrNone = Annotated[int, Meta(ge=0, le=MAX_ROUNDS)]
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
