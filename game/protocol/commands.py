"""What browsers send: one struct per command, told apart by `type`.

Commands set values and never toggle. Each carries the `step` its sender saw; the door judges it, not this module.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from game.engine.choices import Choice

CommandId = Annotated[str, Meta(min_length=1, max_length=40, pattern=r"^[A-Za-z0-9_-]+$")]
Counter = Annotated[int, Meta(ge=0, le=2**31 - 1)]


class Command(Struct, frozen=True, forbid_unknown_fields=True, tag_field="type"):
    """A numbered request; the answer carries the same `id`."""

    id: CommandId
    step: Counter


class Choose(Command, frozen=True, tag="choose"):
    """A seat's whole set for the open phase; `n` rises per device, a lower one returns what is stored."""

    n: Counter
    choice: Choice


class Ready(Command, frozen=True, tag="ready"):
    """A seat is done with the open phase, or not yet after all."""

    ready: bool


class Next(Command, frozen=True, tag="next"):
    """Close the open phase and go on to the next; in the lobby it starts the game."""


class StartClock(Command, frozen=True, tag="start_clock"):
    """Set the countdown of the open phase to end in so many seconds; 0 removes it. More time is a longer countdown."""

    seconds: Annotated[int, Meta(ge=0, le=3600)]


class EndGame(Command, frozen=True, tag="end_game"):
    """End the play early and open the debrief."""


class ShowDebrief(Command, frozen=True, tag="show_debrief"):
    """Show a step of the debrief on projector and phones, about one table or (null) side by side.

    `part` is the picture that the projector shows; phones show all of the step.
    """

    view: Literal["what_happened", "undercurrent"]
    part: Literal["luck", "dice", "quality", "share", "cost", "asked", "lines", "crossing", "claim"] = "luck"
    table: Annotated[int, Meta(ge=1, le=200)] | None = None


class Ping(Struct, frozen=True, forbid_unknown_fields=True, tag_field="type", tag="ping"):
    """A sign of life with the newest revision this client has; answered by `pong`."""

    rev: Counter


class Hello(Struct, frozen=True, forbid_unknown_fields=True, tag_field="type", tag="hello"):
    """Ask for the whole screen again, for a client that lost its place."""


PlayerMessage = Choose | Ready | Ping | Hello
FacilitatorMessage = Next | StartClock | EndGame | ShowDebrief | Ping | Hello
ProjectorMessage = Ping | Hello

TableCommand = Choose | Ready
GameCommand = Next | StartClock | EndGame | ShowDebrief
