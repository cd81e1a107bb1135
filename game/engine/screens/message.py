"""One message from a street to the room, each round, where there are several: so that the best sentences reach everybody.

In the outcome it is of the street that rose most, in the debrief of the one that did since its first round. Where none did,
the next agree tells what was answered to trouble somewhere. A street that fell is never named.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.engine.model.seen import hundredths
from game.engine.screens.answered import answered
from game.engine.screens.parts import mean_of
from game.engine.screens.room import TableRoom, Text
from game.engine.table.phases import DEBRIEF_PHASES, Phase
from game.engine.table.state import TableState

LEAST_RISE = 0.02  # of the mean quality; less is not seen
UNANSWERED = {"let_be", "lost"}

Tables = Sequence[tuple[TableState | None, TableRoom]]


@dataclass(frozen=True, slots=True)
class Message:
    """What a street has to tell the room: `kind` is rose or answered, `table` its number, None where it did not rise.

    `sentence` is its news or what was done, None where there is none to tell.
    """

    kind: str
    table: int | None
    sentence: Text | None


def message(tables: Tables) -> Message | None:
    """Return the message of this moment of the round; None for a table alone, and where there is nothing to tell."""
    playing = [(state, table) for state, table in tables if state is not None]
    if len(playing) < 2:
        return None
    phase = playing[0][0].phase
    if phase in DEBRIEF_PHASES:
        return _became(playing)
    if phase is Phase.OUTCOME:
        return _risen(playing)
    return None if _risen(playing) else _answered(playing)


def _risen(tables: Sequence[tuple[TableState, TableRoom]]) -> Message | None:
    """Return what the street says that rose most in the newest round, the one with the lowest number of several."""
    rises = [(_rise(state), table) for state, table in tables]
    most, table = max(rises, key=lambda one: one[0])
    if most < LEAST_RISE:
        return None
    return Message("rose", table.number, _news(table))


def _became(tables: Sequence[tuple[TableState, TableRoom]]) -> Message | None:
    """Return the news of the street that rose most since its first round; of one that did not, without its number."""
    changes = [(_rise(state, since=0), table) for state, table in tables]
    most, table = max(changes, key=lambda one: one[0])
    news = _news(table)
    if most >= LEAST_RISE:
        return Message("rose", table.number, news)
    return Message("rose", None, news) if news else None


def _news(table: TableRoom) -> Text | None:
    """Return the first of a table's newest news that is its own."""
    happened = [setback.sentence for setback in table.texts.setbacks]
    return next((one for one in table.texts.news if one not in happened), None)


def _answered(tables: Sequence[tuple[TableState, TableRoom]]) -> Message | None:
    """Return what was answered to last round's trouble, at the street that stands best of those that answered."""
    found = [
        (_rise(state), table.number, text)
        for state, table in tables
        if state.phase is Phase.AGREE
        for codes, text in zip((said for said in answered(state) if said), table.texts.done, strict=False)
        if not UNANSWERED & set(codes)
    ]
    if not found:
        return None
    rise, number, text = max(found, key=lambda one: one[0])
    return Message("answered", None if rise < 0 else number, text)


def _rise(state: TableState, since: int = -2) -> float:
    """Return by how much the mean quality rose from an outcome (by its place) to the newest, 0 before the second."""
    rounds = [played.result.outcome for played in state.played]
    outcomes = [*rounds, state.outcome] if state.outcome else rounds
    return hundredths(mean_of(outcomes[-1]) - mean_of(outcomes[since])) if len(outcomes) > 1 else 0.0
