"""The phone of somebody without a seat: it watches a table and predicts what the round's outcome will be."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from game.engine.screens import parts, tally
from game.engine.screens.room import Room, TableRoom
from game.engine.screens.voices import OwnVoice
from game.engine.table.phases import Phase
from game.engine.table.state import TableState

EXPECTATIONS = ("better", "same", "worse")
SAME_WITHIN = 0.02  # a change of quality that shows as no more than two points


@dataclass(frozen=True, slots=True)
class ObserverMine:
    """What only this observer sees: `seat` and `role` are null; `right` of `counted` predictions came true.

    `asked` is what is asked per task while agree is open, once everybody has said it. `expects` is the prediction for the
    open round, `is_open` whether it may still be changed, `came` what came of it, and `voice` what this phone said in the
    debrief.
    """

    seat: None
    role: None
    alias: str
    asked: tuple[parts.Asked, ...]
    expects: str | None
    is_open: bool
    came: str | None
    right: int
    counted: int
    voice: OwnVoice | None


def outcomes(state: TableState) -> dict[int, str]:
    """Return per round from the second (the open outcome last) whether the mean quality got better, stayed the same or got
    worse than in the round before.
    """
    means = [sum(task.quality for task in one.tasks) / len(one.tasks) for one in parts.outcomes(state)]
    pairs = pairwise(means)
    return {round: _compared(after - before) for round, (before, after) in enumerate(pairs, start=2)}


def may_predict(state: TableState | None, phase: Phase) -> bool:
    """Tell whether the outcome of the open round can be predicted now: before it is there, from round 2."""
    return state is not None and state.round > 1 and phase in (Phase.AGREE, Phase.ACT)


def observer_mine(
    state: TableState | None,
    room: Room,
    table: TableRoom,
    alias: str,
    predictions: Mapping[int, str],
    voice: OwnVoice | None = None,
) -> ObserverMine:
    """Return what an observer's phone has of its own; `predictions` are theirs by round (1-based)."""
    came = outcomes(state) if state else {}
    known = {round: expects for round, expects in predictions.items() if round in came}
    is_playing = state is not None and parts.is_playing(state)
    return ObserverMine(
        seat=None,
        role=None,
        alias=alias,
        asked=_asked(state, table),
        expects=predictions.get(room.round) if is_playing else None,
        is_open=may_predict(state, room.phase),
        came=came.get(room.round) if is_playing else None,
        right=sum(came[round] == expects for round, expects in known.items()),
        counted=len(known),
        voice=None if state is None or is_playing else voice,
    )


def _asked(state: TableState | None, table: TableRoom) -> tuple[parts.Asked, ...]:
    if state is None or state.phase is not Phase.AGREE:
        return ()
    return tally.known(state, table) or ()


def _compared(change: float) -> str:
    if abs(change) <= SAME_WITHIN:
        return "same"
    return "better" if change > 0 else "worse"
