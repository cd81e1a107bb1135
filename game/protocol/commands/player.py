"""What phones send: choices, one's own place, and the voice in the debrief."""

from typing import Annotated, Literal

from msgspec import Meta

from game.engine.debrief.steps import LUCK
from game.engine.model.choices import MAX_TASKS, Choice
from game.protocol.commands.base import Alias, Code, Command, Counter, Hello, PersonId, Ping


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

    luck: Annotated[int, Meta(ge=min(LUCK), le=max(LUCK))]


class PickWhatIf(Command, frozen=True, tag="pick_what_if"):
    """Say what would have had to be different."""

    code: Code


class Predict(Command, frozen=True, tag="predict"):
    """An observer says how the street will look after this round's outcome, compared with now."""

    expects: Literal["better", "same", "worse"]


class Rename(Command, frozen=True, tag="rename"):
    """A player takes another alias."""

    alias: Alias


class OfferSeat(Command, frozen=True, tag="offer_seat"):
    """Make a one-time code for one's own place: for a phone beside this one (`share`), or for another phone instead of it."""

    share: bool


class RefuseRequest(Command, frozen=True, tag="refuse_request"):
    """Say no to somebody at the door who asks to share a seat."""

    request: PersonId


class LeaveSeat(Command, frozen=True, tag="leave_seat"):
    """Leave one's own place: somebody else is holding this device, and may join anew."""


class GoOn(Command, frozen=True, tag="go_on"):
    """Go on in a game that one plays alone; `seen` is the picture of the debrief that was looked at, "" in play."""

    seen: Annotated[str, Meta(max_length=60)] = ""


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
    | GoOn
)
PlayerMessage = PlayerCommand | Ping | Hello
