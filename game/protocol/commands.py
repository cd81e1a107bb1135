"""What browsers send: one struct per command, told apart by `type`.

Commands set values and never toggle. Each carries the `step` its sender saw; the door judges it, not this module.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from game.engine.model.choices import MAX_TASKS, Choice
from game.engine.model.roles import Role

# Ids that start with "bot-" are the door's own: a browser that used a coming one would keep that bot's choice out.
CommandId = Annotated[str, Meta(min_length=1, max_length=40, pattern=r"^(?!bot-)[A-Za-z0-9_-]+$")]
Counter = Annotated[int, Meta(ge=0, le=2**31 - 1)]
TableNumber = Annotated[int, Meta(ge=1, le=200)]
SeatNumber = Annotated[int, Meta(ge=0, le=11)]
PersonId = Annotated[int, Meta(ge=1, le=2**53)]
PersonIds = Annotated[list[PersonId], Meta(min_length=1, max_length=400)]
Code = Annotated[str, Meta(max_length=40, pattern=r"^[A-Za-z0-9_.]*$")]
DebriefStep = Literal[
    "feeling", "what_happened", "undercurrent", "pattern", "sensible", "what_if", "at_work", "tomorrow"
]
DebriefPart = Literal[
    "finale",
    "wall",
    "luck",
    "dice",
    "courses",
    "quality",
    "share",
    "cost",
    "asked",
    "lines",
    "crossing",
    "turns",
    "claim",
    "loops",
    "moments",
    "funding",
    "marks",
    "vote",
    "doubt",
    "take_home",
]
Alias = Annotated[str, Meta(max_length=200)]
Address = Annotated[str, Meta(max_length=45, pattern=r"^[0-9a-fA-F.:]*$")]


class Command(Struct, frozen=True, forbid_unknown_fields=True, tag_field="type"):
    """A numbered request; the answer carries the same `id`."""

    id: CommandId
    step: Counter


class Choose(Command, frozen=True, tag="choose"):
    """A seat's whole set for the open phase; `n` rises per device, a lower one returns what is stored."""

    n: Counter
    choice: Choice


class Promise(Command, frozen=True, tag="promise"):
    """Say per task whether this seat will carry it; `n` rises per device, a lower one returns what is stored."""

    n: Counter
    tasks: Annotated[tuple[bool, ...], Meta(max_length=MAX_TASKS)]


class Ready(Command, frozen=True, tag="ready"):
    """A seat is done with the open phase, or not yet after all."""

    ready: bool


class Next(Command, frozen=True, tag="next"):
    """Close the open phase and go on to the next; in the lobby it starts the game.

    Of the tables where nobody sits, bots then play those in `bots_at`; the others are left out. `fills` are the tables for
    which the facilitator said yes to filling in what the municipality has not decided in round 1.
    """

    fills: Annotated[tuple[TableNumber, ...], Meta(max_length=200)] = ()
    bots_at: Annotated[tuple[TableNumber, ...], Meta(max_length=40)] = ()


class StartClock(Command, frozen=True, tag="start_clock"):
    """Set the countdown of the open phase to end in so many seconds; 0 removes it. More time is a longer countdown."""

    seconds: Annotated[int, Meta(ge=0, le=3600)]


class EndGame(Command, frozen=True, tag="end_game"):
    """End the play early and open the debrief."""


class ShowDebrief(Command, frozen=True, tag="show_debrief"):
    """Show a step of the debrief on projector and phones, about one table or (null) side by side.

    `part` is the picture that the projector shows; phones show all of the step. Null is the first one. `turn` says that the
    button or a key turned to it from the one before or after, which a press that bounces does not do twice.
    """

    view: DebriefStep
    part: DebriefPart | None = None
    table: TableNumber | None = None
    turn: bool = False


class Lead(Command, frozen=True, tag="lead"):
    """Set what is not null: the short path, all tables in one picture, earlier plays laid beside this one."""

    short: bool | None = None
    compare: bool | None = None
    overlay: bool | None = None


class LookAt(Command, frozen=True, tag="look_at"):
    """Look at a loop ("" for all), a round (0 for the last) and an arrow ("" for none) of the pattern."""

    loop: Literal["", "R1", "R2", "R3", "R4", "R5", "R6", "B1", "B2", "B3", "B4"]
    round: Annotated[int, Meta(ge=0, le=10)]
    arrow: Code


class TryWhatIf(Command, frozen=True, tag="try_what_if"):
    """Keep a what-if that begins in round `since` on the screens, or not any more."""

    code: Code
    since: Annotated[int, Meta(ge=1, le=10)]
    shown: bool


class Doubt(Command, frozen=True, tag="doubt"):
    """Try another value for a constant of the rules; null believes the rules again."""

    constant: Code
    value: float | None


class Judge(Command, frozen=True, tag="judge"):
    """Let posts be seen by everyone, take them away, or let them wait again."""

    posts: PersonIds
    state: Literal["shown", "hidden", "waiting"]


class Pin(Command, frozen=True, tag="pin"):
    """Put a post first, or not any more."""

    post: PersonId
    pinned: bool


class Merge(Command, frozen=True, tag="merge"):
    """Lay posts under another one that says the same, or (null) take them apart again."""

    posts: PersonIds
    into: PersonId | None


class Post(Command, frozen=True, tag="post"):
    """A short text for the room, with a mood in the first step."""

    kind: Literal["feeling", "at_work", "tomorrow"]
    text: Annotated[str, Meta(max_length=2000)]
    mood: Literal["", "good", "calm", "mixed", "tense", "bad"] = ""


class Unpost(Command, frozen=True, tag="unpost"):
    """Take one's own post back."""

    post: PersonId


class Vote(Command, frozen=True, tag="vote"):
    """Vote for a post, or not any more."""

    post: PersonId
    on: bool


class GuessLuck(Command, frozen=True, tag="guess_luck"):
    """Guess how much bad luck the street had: 1 (hardly any) to 5 (very much)."""

    luck: Annotated[int, Meta(ge=1, le=5)]


class PickWhatIf(Command, frozen=True, tag="pick_what_if"):
    """Say what would have had to be different."""

    code: Code


class Predict(Command, frozen=True, tag="predict"):
    """An observer says how the street will look after this round's outcome, compared with now."""

    expects: Literal["better", "same", "worse"]


class Rename(Command, frozen=True, tag="rename"):
    """A player takes another alias."""

    alias: Alias


class Pause(Command, frozen=True, tag="pause"):
    """Stop every clock, or let it go on; choices stay open."""

    paused: bool


class GoBack(Command, frozen=True, tag="go_back"):
    """Go back, at all tables, to the opening of an earlier phase; what came after it is kept but does not count.

    Before the first round is closed, also to the lobby (round 0); from a closed game: to its debrief (round 0 when none was
    played).
    """

    phase: Literal["lobby", "agree", "act", "outcome", "debrief"]
    round: Annotated[int, Meta(ge=0, le=10)]


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


class ChooseAddress(Command, frozen=True, tag="choose_address"):
    """Let links and QR codes carry this address of the server, or ("") the best one."""

    address: Address


class Move(Command, frozen=True, tag="move"):
    """Put people on a table: one person on a seat, or all of them on free and bots' seats of it.

    `share` lets the person sit on a seat together with who holds it (two phones at most).
    """

    people: PersonIds
    table: TableNumber
    seat: SeatNumber | None = None
    share: bool = False


class Observe(Command, frozen=True, tag="observe"):
    """Let people watch a table and predict, without a seat."""

    people: PersonIds
    table: TableNumber


class RenamePerson(Command, frozen=True, tag="rename_person"):
    """Give somebody another alias."""

    person: PersonId
    alias: Alias


class Remove(Command, frozen=True, tag="remove"):
    """Take people off their seats; with `block` they may not come back."""

    people: PersonIds
    block: bool


class Readmit(Command, frozen=True, tag="readmit"):
    """Let people who were removed or blocked come back."""

    people: PersonIds


class SetBot(Command, frozen=True, tag="set_bot"):
    """Let a bot play a seat that nobody is at, or not any more (then none takes over by itself either)."""

    table: TableNumber
    seat: SeatNumber
    bot: bool


class AddSeat(Command, frozen=True, tag="add_seat"):
    """Put one more seat at a table, until the outcome of round 1 is there."""

    table: TableNumber
    role: Role


class RemoveSeat(Command, frozen=True, tag="remove_seat"):
    """Take a seat away on which nobody sits, in the lobby."""

    table: TableNumber
    seat: SeatNumber


class AddTable(Command, frozen=True, tag="add_table"):
    """Put one more table in the room, in the lobby, with as many seats as the last one."""


class RemoveTable(Command, frozen=True, tag="remove_table"):
    """Take a table away at which nobody is, in the lobby."""

    table: TableNumber


class SwapChairs(Command, frozen=True, tag="swap_chairs"):
    """Let the people of one table, or (null) of every table, change chairs so that as many as possible get another role."""

    table: TableNumber | None = None


class HandOver(Command, frozen=True, tag="hand_over"):
    """Make a one-time code with which another phone takes over this person's place; the answer's `code`."""

    person: PersonId


class Pair(Command, frozen=True, tag="pair"):
    """Make a one-time code with which another device becomes a remote; the answer's `code`."""


class Revoke(Command, frozen=True, tag="revoke"):
    """Take the right to run this workshop from a device."""

    grant: PersonId


class RenewLink(Command, frozen=True, tag="renew_link"):
    """Make a new control link, the old one stops working; the key in it is the answer's `code`."""


class Star(Command, frozen=True, tag="star"):
    """Keep a line of the log for the debrief, or not."""

    line: PersonId
    starred: bool


class OfferSeat(Command, frozen=True, tag="offer_seat"):
    """Make a one-time code for one's own place: for a phone beside this one (`share`), or for another phone instead of it."""

    share: bool


class RefuseRequest(Command, frozen=True, tag="refuse_request"):
    """Say no to somebody at the door who asks to share a seat."""

    request: PersonId


class LeaveSeat(Command, frozen=True, tag="leave_seat"):
    """Leave one's own place: somebody else is holding this device, and may join anew."""


class ShareSeat(Command, frozen=True, tag="share_seat"):
    """Make a one-time code with which a second phone shares this person's seat; the answer's `code`."""

    person: PersonId


class ShowUndercurrent(Command, frozen=True, tag="show_undercurrent"):
    """Let this panel see the undercurrent, or not any more; a matter of this one socket."""

    open: bool


class Ping(Struct, frozen=True, forbid_unknown_fields=True, tag_field="type", tag="ping"):
    """A sign of life with the newest revision this client has; answered by `pong`."""

    rev: Counter


class Hello(Struct, frozen=True, forbid_unknown_fields=True, tag_field="type", tag="hello"):
    """Ask for the whole screen again, for a client that lost its place."""


PlayerCommand = (
    Choose
    | Promise
    | Ready
    | Predict
    | Rename
    | Post
    | Unpost
    | Vote
    | GuessLuck
    | PickWhatIf
    | OfferSeat
    | RefuseRequest
    | LeaveSeat
)
FacilitatorCommand = (
    Next
    | GoBack
    | Undo
    | StartClock
    | Pause
    | EndGame
    | ShowDebrief
    | Lead
    | LookAt
    | TryWhatIf
    | Doubt
    | Judge
    | Pin
    | Merge
    | PlayAgain
    | Configure
    | Cover
    | ChooseAddress
    | Move
    | Observe
    | RenamePerson
    | Remove
    | Readmit
    | SetBot
    | AddSeat
    | RemoveSeat
    | AddTable
    | RemoveTable
    | SwapChairs
    | HandOver
    | ShareSeat
    | RefuseRequest
    | Pair
    | Revoke
    | RenewLink
    | Star
)

PlayerMessage = PlayerCommand | Ping | Hello
FacilitatorMessage = FacilitatorCommand | ShowUndercurrent | Ping | Hello
ProjectorMessage = Ping | Hello
