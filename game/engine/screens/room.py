"""What a screen needs besides the game itself: the people, the clock and the picked sentences, as frozen values."""

from dataclasses import dataclass

from game.engine.phases import Phase


@dataclass(frozen=True, slots=True)
class Text:
    """A coded sentence: a key of the scenario's or the catalogue's words with its named parameters."""

    code: str
    params: dict[str, str | int | float]


@dataclass(frozen=True, slots=True)
class SeatPresence:
    """Who sits on a seat: `alias` is empty when nobody does, `away_since_ms` when the phone went silent (since 1970)."""

    seat: int
    alias: str = ""
    bot: bool = False
    present: bool = False
    away_since_ms: int | None = None


@dataclass(frozen=True, slots=True)
class TableTexts:
    """The sentences picked for one table by its state: about the last outcome and for the waiting time.

    `done` has one per task that was in trouble last round and was responded to; `overheard` is for the residents'
    gauge, by seat; `heard` is what people say about a task to a municipal seat that visited it.
    """

    briefing: Text | None = None
    news: tuple[Text, ...] = ()
    incidents: tuple[Text | None, ...] = ()
    done: tuple[Text, ...] = ()
    overheard: tuple[Text, ...] = ()
    heard: tuple[Text | None, ...] = ()
    meanwhile: Text | None = None


@dataclass(frozen=True, slots=True)
class TableRoom:
    """One table's people and sentences; `number` is what the table is called in the room (1-based)."""

    number: int
    seats: tuple[SeatPresence, ...]
    texts: TableTexts = TableTexts()


@dataclass(frozen=True, slots=True)
class DebriefView:
    """Where the debrief stands: the step shown and the table it is about (None: side by side).

    `part` is the picture of that step on the projector; `talk_from` the round in which talking began, None when it was free
    from the start.
    """

    step: str = "what_happened"
    table: int | None = None
    part: str = "luck"
    talk_from: int | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """The game around the tables, as every screen of it needs it.

    `silent` says that this round is played without talking; `step` is the game's step counter.
    """

    title: str
    code: str
    address: str
    scenario: str
    step: int
    phase: Phase
    round: int
    rounds: int
    silent: bool
    debrief: DebriefView = DebriefView()
