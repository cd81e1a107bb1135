"""Which speaker notes fit the moment: by phase, and others where something happened to the streets."""

from collections.abc import Sequence

from game.engine.debrief.steps import STEPS
from game.engine.model.values import Outcome
from game.engine.screens.parts import newest
from game.engine.screens.room import Room
from game.engine.table.phases import Phase
from game.engine.table.state import TableState

OWN_STEPS = frozenset({"lobby", "agree_first", "agree_later", "act", "outcome", "time_out", *STEPS, "closed"})


def own_step(code: str) -> str:
    """Return the step of OWN_STEPS whose own notes of a facilitator fit with these: a setback makes no other step."""
    return "agree_later" if code == "agree_setback" else code.removesuffix("_setback")


def note(room: Room, states: Sequence[TableState]) -> str:
    """Return the code of the notes for a game of these tables: of a step of the debrief, else of the phase.

    After a setback there are others, until the next round is acted; so there are where the debrief looks back on one.
    """
    if room.phase is Phase.DEBRIEF:
        step = room.debrief.step
        return f"{step}_setback" if step == "what_happened" and any(map(_ever_hit, states)) else step
    is_after = any(map(_just_hit, states))
    if room.phase is Phase.AGREE:
        return "agree_first" if room.round == 1 else "agree_setback" if is_after else "agree_later"
    has_own = room.phase in (Phase.OUTCOME, Phase.TIME_OUT)
    return f"{room.phase}_setback" if has_own and is_after else str(room.phase)


def _just_hit(state: TableState) -> bool:
    """Tell whether something happened in the newest outcome."""
    outcome = newest(state)
    return outcome is not None and _is_hit(outcome)


def _ever_hit(state: TableState) -> bool:
    return any(_is_hit(played.result.outcome) for played in state.played)


def _is_hit(outcome: Outcome) -> bool:
    return any(task.setback for task in outcome.tasks)
