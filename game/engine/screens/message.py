"""One message from a street to the room, each round, where there are several: so that the best sentences reach everybody.

In the outcome it is of the street that rose most. Where none did, the next agree tells what was answered to trouble
somewhere. A street that fell is never named.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.engine.model.seen import hundredths
from game.engine.screens.answered import answered
from game.engine.screens.parts import mean_of
from game.engine.screens.room import TableRoom, Text
from game.engine.table.phases import Phase
from game.engine.table.state import TableState

LEAST_RISE = 0.02  # of the mean quality; less is not seen
UNANSWERED = {"let_be", "lost"}

Tables = Sequence[tuple[TableState | None, TableRoom]]


@dataclass(frozen=True, slots=True)
class Message:
    """What a street has to tell the room: `kind` is rose or answered, `table` its number, None where it fell.

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
    if playing[0][0].phase is Phase.OUTCOME:
        return _risen(playing)
    return None if _risen(playing) else _answered(playing)


def _risen(tables: Sequence[tuple[TableState, TableRoom]]) -> Message | None:
    """Return what the street says that rose most in the newest round, the one with the lowest number of several."""
    rises = [(_rise(state), table) for state, table in tables]
    most, table = max(rises, key=lambda one: one[0])
    if most < LEAST_RISE:
        return None
    happened = [setback.sentence for setback in table.texts.setbacks]
    return Message("rose", table.number, next((one for one in table.texts.news if one not in happened), None))


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


def _rise(state: TableState) -> float:
    """Return by how much the mean quality rose in the newest round, 0 before the second outcome."""
    rounds = [played.result.outcome for played in state.played]
    outcomes = [*rounds, state.outcome] if state.outcome else rounds
    return hundredths(mean_of(outcomes[-1]) - mean_of(outcomes[-2])) if len(outcomes) > 1 else 0.0
