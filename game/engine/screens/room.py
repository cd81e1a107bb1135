"""What a screen needs besides the game itself: the people, the clock and the picked sentences, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from game.engine.debrief.whatif import WhatIf
from game.engine.table.phases import Phase
from game.engine.table.reveal import Reveal
from game.engine.table.starting import Started


@dataclass(frozen=True, slots=True)
class Text:
    """A coded sentence: a key of the scenario's or the catalogue's words with its named parameters."""

    code: str
    params: dict[str, str | int | float]


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person with a phone; `away_since_ms` is when it went silent (since 1970), None while it is here."""

    person: int
    alias: str
    present: bool = False
    away_since_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody at the door who asks to share a seat; `request` is what they are answered by."""

    request: int
    alias: str


@dataclass(frozen=True, slots=True)
class SeatPresence:
    """Who sits on a seat: `alias` is empty when nobody does, `away_since_ms` when the last phone went silent (since
    1970), or a pause or time-out was over since: from there it counts for a bot.

    `people` are those who share it, at most two; a `bot` on a seat with people stands in for them, and `keep` says that none
    will by itself. `asking` are those at the door who ask to share it.
    """

    seat: int
    alias: str = ""
    bot: bool = False
    present: bool = False
    away_since_ms: int | None = None
    people: tuple[Somebody, ...] = ()
    keep: bool = False
    asking: tuple[Asker, ...] = ()


@dataclass(frozen=True, slots=True)
class Setback:
    """Something that happened to a task this round, by its place among the tasks: alike at every table."""

    task: int
    sentence: Text


@dataclass(frozen=True, slots=True)
class TableTexts:
    """The sentences picked for one table by its state: about the last outcome and for the waiting time.

    `setbacks` are those of the open outcome; `news` leads with them and keeps them until the next outcome.
    `done` has one per task that was in trouble last round and was responded to; `overheard` is for the residents'
    gauge, by seat; `heard` is what people say about a task to a municipal seat that visited it.
    """

    briefing: Text | None = None
    news: tuple[Text, ...] = ()
    setbacks: tuple[Setback, ...] = ()
    incidents: tuple[Text | None, ...] = ()
    done: tuple[Text, ...] = ()
    overheard: tuple[Text, ...] = ()
    heard: tuple[Text | None, ...] = ()
    meanwhile: Text | None = None


@dataclass(frozen=True, slots=True)
class TableRoom:
    """One table's people and sentences; `number` is what the table is called in the room (1-based).

    `ready_at_ms` is when somebody last said to be ready in the open phase (since 1970); `predicted` counts what observers
    expect of the round's outcome.
    """

    number: int
    seats: tuple[SeatPresence, ...]
    texts: TableTexts = TableTexts()
    observers: tuple[Somebody, ...] = ()
    ready_at_ms: int | None = None
    predicted: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Doubt:
    """An arrow that the room does not believe: the constant of the rules behind it, and the value to try."""

    constant: str
    value: float


@dataclass(frozen=True, slots=True)
class DebriefView:
    """Where the debrief stands: the step shown and the table it is about (None: side by side).

    `part` is the picture of that step, which `beat` presses have built up; `talk_from` the round in which talking began,
    None when it was free from the start. `short` leaves pictures out, `compare` lays tables in one picture, `overlay` lays
    earlier plays beside this one. `loop` ("" for all), `round` (0 for the last) and `arrow` are what the pattern looks at;
    `what_ifs` are kept side by side, `doubts` the constants that are tried. `take_home` is the path of the take-home page.
    """

    step: str = "feeling"
    table: int | None = None
    part: str = "finale"
    beat: int = 0
    talk_from: int | None = None
    short: bool = False
    compare: bool = False
    overlay: bool = False
    loop: str = ""
    round: int = 0
    arrow: str = ""
    what_ifs: tuple[WhatIf, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    take_home: str = ""


@dataclass(frozen=True, slots=True)
class Outside:
    """Somebody of this workshop without a place, who may or (blocked) may not come back by themselves."""

    person: int
    alias: str
    blocked: bool


@dataclass(frozen=True, slots=True)
class PanelDevice:
    """A device that runs this workshop, by its grant; `kind` is facilitator or remote, `since_ms` since 1970."""

    grant: int
    kind: str
    label: str
    since_ms: int


@dataclass(frozen=True, slots=True)
class PanelAddress:
    """An address of the server that links could carry, by its interface; `url` is what links over it begin with.

    `reached`: another device came in over it, `chosen`: by a facilitator.
    """

    address: str
    url: str
    interface: str
    kind: str
    reached: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class ClosedStep:
    """A closed step of play that counts, and how many sets people tapped in it, by the number of their table."""

    phase: Phase
    round: int
    chosen: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Desk:
    """What only the panel needs of the game: its switches, who is outside, which devices run it, which addresses there are.

    `steady_ms` is when the button acts (again), `rest_ms` how long it rests once an outcome is uncovered,
    and `undo_ms` until when the last change can be undone, None when it cannot
    be (moments since 1970). `fill_bots` says that bots play empty seats, `started` what the start did, None in the lobby.
    `minutes` is how long the evening is planned to be (0: no plan), `began_ms` when round 1 opened, `answers` that people
    respond to trouble, `practised` that a practice round was played.
    """

    steady_ms: int = 0
    rest_ms: int = 0
    undo_ms: int | None = None
    locked: bool = False
    auto_close: bool = False
    silent_first: bool = True
    outside: tuple[Outside, ...] = ()
    devices: tuple[PanelDevice, ...] = ()
    closed: tuple[ClosedStep, ...] = ()
    addresses: tuple[PanelAddress, ...] = ()
    address_note: str = ""
    fill_bots: bool = True
    started: Started | None = None
    minutes: int = 0
    began_ms: int | None = None
    answers: bool = True
    practised: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Where a game stands: on every screen of it. `step` is its step counter, `game` its number in the workshop."""

    step: int
    phase: Phase
    round: int
    game: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class AroundPlay(Around):
    """What every screen says of a game that has started.

    `silent` says that this round is played without talking, `practice` that round 1 will be reset, `back_from` which phase
    was left by a step back (until the next phase; "practice" after a reset, "undone" after a change that was undone).
    """

    silent: bool
    paused: bool = False
    practice: bool = False
    back_from: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AroundRoom(AroundPlay):
    """What the two screens of the whole room, panel and projector, have besides.

    `cover` is what lies over the projector (nothing, blank, qr) and `theme` its look (as the browser wants, light, dark).
    `sound` says that its window sounds when a phase opens, near the end of a countdown and at the end of a time-out.
    `reveal` is how the open outcome is uncovered, None when all of it is shown.
    """

    title: str
    code: str
    address: str
    scenario: str
    debrief: DebriefView = DebriefView()
    cover: str = ""
    theme: str = ""
    sound: bool = False
    reveal: Reveal | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What the facilitator wishes a street to tell the room in this step: that of `table`, or `nothing`, else what is told
    by itself.
    """

    table: int | None = None
    nothing: bool = False


BY_ITSELF = Wish()


@dataclass(frozen=True, slots=True, kw_only=True)
class Room(AroundRoom):
    """The game around the tables, as every screen of it needs it.

    `may_talk` says that this round is played talking while an earlier one was silent. `opened_ms` is when the phase opened
    (since 1970; later by what pauses took), `paused_at_ms` when the pause began that lasts now, `bot_after_seconds` the
    absence after which a bot takes over (0: never). `wish` is about the message of a street.
    """

    rounds: int
    may_talk: bool = False
    opened_ms: int = 0
    paused_at_ms: int | None = None
    facilitator_away: bool = False
    bot_after_seconds: int = 60
    wish: Wish = BY_ITSELF
    desk: Desk = Desk()


def around(kind: type[Around], room: Room) -> dict[str, Any]:
    """Return the fields that a screen part of this kind takes over from the room as they are, to make it with."""
    return {field.name: getattr(room, field.name) for field in fields(kind)}
