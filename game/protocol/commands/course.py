"""What panels send about the course of the game, its clock and what is shown of it."""

from typing import Annotated, Literal

from msgspec import Meta

from game.protocol.commands.base import Command, PersonId, RoundOrNone, TableNumber

Address = Annotated[str, Meta(max_length=45, pattern=r"^[0-9a-fA-F.:]*$")]


class Next(Command, frozen=True, tag="next"):
    """Close the open phase and go on to the next; in the lobby it starts the game.

    Of the tables where nobody sits, bots then play those in `bots_at`; the others are left out. `fills` are the tables for
    which the facilitator said yes to filling in what the municipality has not decided in round 1. `reveal` says that the
    button had all of an outcome shown when it was pressed: whenever that comes in, it goes nowhere.
    """

    fills: Annotated[tuple[TableNumber, ...], Meta(max_length=200)] = ()
    bots_at: Annotated[tuple[TableNumber, ...], Meta(max_length=200)] = ()
    reveal: bool = False


class StartClock(Command, frozen=True, tag="start_clock"):
    """Set the countdown of the open phase to end in so many seconds; 0 removes it. More time is a longer countdown."""

    seconds: Annotated[int, Meta(ge=0, le=3600)]


class EndGame(Command, frozen=True, tag="end_game"):
    """End the play early and open the debrief."""


class Pause(Command, frozen=True, tag="pause"):
    """Stop every clock, or let it go on; choices stay open."""

    paused: bool


class GoBack(Command, frozen=True, tag="go_back"):
    """Go back, at all tables, to the opening of an earlier phase; what came after it is kept but does not count.

    Before the first round is closed, also to the lobby (round 0); from a closed game: to its debrief (round 0 when none was
    played).
    """

    phase: Literal["lobby", "agree", "act", "outcome", "debrief"]
    round: RoundOrNone


class Undo(Command, frozen=True, tag="undo"):
    """Take the last change of phase back, as if it had not been made."""


class PlayAgain(Command, frozen=True, tag="play_again"):
    """Start the workshop's next game with the same people, on the same chairs or (rotate) on other ones."""

    rotate: bool


class Configure(Command, frozen=True, tag="configure"):
    """Set what is not null: the lock on new people, closing by itself when all are ready, the absence after which a bot
    takes over (seconds, 0: never), the look of the projector, and whether its window sounds."""

    locked: bool | None = None
    auto_close: bool | None = None
    bot_after_seconds: Annotated[int, Meta(ge=0, le=3600)] | None = None
    theme: Literal["", "light", "dark"] | None = None
    sound: bool | None = None


class Cover(Command, frozen=True, tag="cover"):
    """Lay something over the projector: nothing, black, or the QR code to join."""

    cover: Literal["", "blank", "qr"]


class Retell(Command, frozen=True, tag="retell"):
    """Let the big screen tell again what went wrong in the outcome that stands there."""


class Tell(Command, frozen=True, tag="tell"):
    """Let the street of this table tell the room something in this step, or (null) none."""

    table: TableNumber | None


class ChooseAddress(Command, frozen=True, tag="choose_address"):
    """Let links and QR codes carry this address of the server, or ("") the best one."""

    address: Address


class Star(Command, frozen=True, tag="star"):
    """Keep a line of the log for the debrief, or not."""

    line: PersonId
    starred: bool


CourseCommand = (
    Next
    | GoBack
    | Undo
    | StartClock
    | Pause
    | EndGame
    | PlayAgain
    | Configure
    | Cover
    | Retell
    | Tell
    | ChooseAddress
    | Star
)
