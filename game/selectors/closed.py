"""What people chose in the steps that closed and count: what going back would clear. Read once per step."""

from collections import defaultdict

from game.engine.model.values import By
from game.engine.screens.room import ClosedStep
from game.engine.table.journal import PhaseClosed
from game.engine.table.phases import Phase
from game.models import Game, JournalEntry
from game.protocol.stored import load_entry

BY_PEOPLE = (By.PLAYER, By.FACILITATOR)


def closed_steps(game: Game, known: tuple[ClosedStep, ...] = (), since: int = 0) -> tuple[ClosedStep, ...]:
    """Return every step of play that closed, as it last did; one that was taken back is still among them.

    `known` are those that had closed before `since`, a step of the game.
    """
    here = {"table__game": game, "table__left_out": False, "step__gte": since}
    rows = JournalEntry.objects.filter(**here, kind="phase_closed").order_by("table", "seq")
    chosen: dict[tuple[Phase, int], dict[int, int]] = defaultdict(dict)
    for one in known:
        chosen[one.phase, one.round] = dict(one.chosen)
    for number, kind, payload in rows.values_list("table__number", "kind", "payload"):
        entry = load_entry(kind, payload)
        assert isinstance(entry, PhaseClosed), "asked for by its kind"
        chosen[entry.phase, entry.round][number] = sum(one.by in BY_PEOPLE for one in entry.filled)
    return tuple(ClosedStep(phase, round, by_table) for (phase, round), by_table in chosen.items())
