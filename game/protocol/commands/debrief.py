"""What panels send to lead the debrief."""

from typing import Annotated, Literal

from msgspec import Meta

from game.engine.debrief.steps import MOST_PRESSES, Part, Step
from game.protocol.commands.base import Code, Command, PersonId, PersonIds, Round, RoundOrNone, TableNumber


class ShowDebrief(Command, frozen=True, tag="show_debrief"):
    """Show a step of the debrief on projector and phones, about one table or (null) side by side.

    `part` is the picture, null is the first one; `beat` says how many presses have built it up. Projector and phones show
    just that. `turn` says that the button or a key turned to it from what came before or after, which a press that bounces
    does not do twice.
    """

    view: Step
    part: Part | None = None
    table: TableNumber | None = None
    turn: bool = False
    beat: Annotated[int, Meta(ge=0, le=MOST_PRESSES)] = 0


class Lead(Command, frozen=True, tag="lead"):
    """Set what is not null: the short path, all tables in one picture, earlier plays laid beside this one."""

    short: bool | None = None
    compare: bool | None = None
    overlay: bool | None = None


class LookAt(Command, frozen=True, tag="look_at"):
    """Look at a loop ("" for all), a round (0 for the last) and an arrow ("" for none) of the pattern."""

    loop: Literal["", "R1", "R2", "R3", "R4", "R5", "R6", "B1", "B2", "B3", "B4"]
    round: RoundOrNone
    arrow: Code


class TryWhatIf(Command, frozen=True, tag="try_what_if"):
    """Keep a what-if that begins in round `since` on the screens, or not any more."""

    code: Code
    since: Round
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


DebriefCommand = ShowDebrief | Lead | LookAt | TryWhatIf | Doubt | Judge | Pin | Merge
