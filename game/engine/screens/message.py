"""One message from a street to the room, each round, where there are several: so that the best sentences reach everybody.

In the outcome it is of the street that rose most, in the debrief of the one that did since its first round and did not fall
in its last. Where none did, the next agree tells what was answered to trouble somewhere. A street that fell is never named,
and none is called the best. The facilitator can have another street's told, or none.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.engine.model.choices import Response
from game.engine.model.seen import hundredths
from game.engine.screens.answered import LOST, answered
from game.engine.screens.parts import mean_of, outcomes
from game.engine.screens.room import BY_ITSELF, TableRoom, Text, Wish
from game.engine.table.phases import DEBRIEF_PHASES, Phase
from game.engine.table.state import TableState

MOST_TELLINGS = 8  # to choose from
LEAST_RISE = 0.02  # of the mean quality; less is not seen
UNANSWERED = {Response.LET_BE.value, LOST}

Tables = Sequence[tuple[TableState | None, TableRoom]]
Playing = Sequence[tuple[TableState, TableRoom]]


@dataclass(frozen=True, slots=True)
class Message:
    """What a street has to tell the room: `kind` is rose, told or answered, `table` its number, None where it did not rise.

    `sentence` is its news or what was done, None where there is none to tell.
    """

    kind: str
    table: int | None
    sentence: Text | None


@dataclass(frozen=True, slots=True)
class Telling:
    """A message that could be told now; `of` is the number of its table, also where the message does not name it."""

    of: int
    message: Message


def message(tables: Tables, wish: Wish = BY_ITSELF) -> Message | None:
    """Return the message of this moment of the round; None for a table alone, and where there is nothing to tell.

    Another street's is told when the facilitator wishes so, or none.
    """
    shown = telling(tables, wish)
    return shown.message if shown else None


def telling(tables: Tables, wish: Wish = BY_ITSELF) -> Telling | None:
    """Return the message that is told, with whose it is."""
    playing = _playing(tables)
    if len(playing) < 2 or wish.nothing:
        return None
    wished = next((one for one in _tellable(playing) if one.of == wish.table), None)
    return wished or _usual(playing)


def tellings(tables: Tables) -> tuple[Telling, ...]:
    """Return what could be told at this moment: what is told by itself first, then others by how much their street rose."""
    playing = _playing(tables)
    if len(playing) < 2:
        return ()
    usual = _usual(playing)
    first = (usual,) if usual else ()
    others = (one for one in _tellable(playing) if usual is None or one.of != usual.of)
    return (*first, *others)[:MOST_TELLINGS]


def _playing(tables: Tables) -> Playing:
    """Return the tables that may tell something; a closed game tells nothing more."""
    return [
        (state, table) for state, table in tables if state is not None and state.phase is not Phase.CLOSED
    ]


def _usual(playing: Playing) -> Telling | None:
    """Return what is told by itself."""
    phase = playing[0][0].phase
    if phase in DEBRIEF_PHASES:
        return _became(playing)
    if phase is Phase.OUTCOME:
        return _risen(playing)
    return None if _risen(playing) else next(iter(_answered(playing)), None)


def _tellable(playing: Playing) -> list[Telling]:
    """Return what every street that has a sentence could tell, the one that stands best first."""
    phase = playing[0][0].phase
    if phase is Phase.AGREE:
        return _answered(playing)
    since = 0 if phase in DEBRIEF_PHASES else -2
    if phase is not Phase.OUTCOME and phase not in DEBRIEF_PHASES:
        return []
    rises = sorted(((_rise(state, since), table) for state, table in playing), key=lambda one: -one[0])
    return [
        Telling(table.number, Message("told", None if rise < 0 else table.number, news))
        for rise, table in rises
        if (news := _news(table))
    ]


def _risen(playing: Playing) -> Telling | None:
    """Return what the street says that rose most in the newest round, the one with the lowest number of several."""
    most, table = max(((_rise(state), table) for state, table in playing), key=lambda one: one[0])
    if most < LEAST_RISE:
        return None
    return Telling(table.number, Message("rose", table.number, _news(table)))


def _became(playing: Playing) -> Telling | None:
    """Return the news of the street that rose most since its first round; of one that fell, without its number."""
    rises = [(_rise(state) >= 0, _rise(state, since=0), table) for state, table in playing]
    held, most, table = max(rises, key=lambda one: one[:2])
    news = _news(table)
    if held and most >= LEAST_RISE:
        return Telling(table.number, Message("rose", table.number, news))
    return Telling(table.number, Message("rose", None, news)) if news else None


def _news(table: TableRoom) -> Text | None:
    """Return the first of a table's newest news that is its own."""
    happened = [setback.sentence for setback in table.texts.setbacks]
    return next((one for one in table.texts.news if one not in happened), None)


def _answered(playing: Playing) -> list[Telling]:
    """Return what was answered to last round's trouble, a sentence of each street that answered, the best one first."""
    found = [
        (_rise(state), table.number, text)
        for state, table in playing
        if state.phase is Phase.AGREE
        for codes, text in zip((said for said in answered(state) if said), table.texts.done, strict=False)
        if not UNANSWERED & set(codes)
    ]
    firsts: dict[int, Telling] = {}
    for rise, number, text in sorted(found, key=lambda one: -one[0]):
        firsts.setdefault(number, Telling(number, Message("answered", None if rise < 0 else number, text)))
    return list(firsts.values())


def _rise(state: TableState, since: int = -2) -> float:
    """Return by how much the mean quality rose from an outcome (by its place) to the newest, 0 before the second."""
    found = outcomes(state)
    return hundredths(mean_of(found[-1]) - mean_of(found[since])) if len(found) > 1 else 0.0
