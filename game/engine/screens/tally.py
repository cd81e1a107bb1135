"""Who sees when what a table asks for while it agrees: people first, and nobody before their own word.

Bots and who repeats last round choose at once, and a count that is there already draws others along. So bots' proposals are
counted only once the table's first person has spoken, a phone sees a task's count after its own tap there, and the projector
once everybody has spoken. When agree closes all of it is known to all.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.engine.model.roles import Role
from game.engine.model.values import By
from game.engine.screens import parts
from game.engine.screens.parts import Asked
from game.engine.screens.room import TableRoom
from game.engine.table.phases import Phase
from game.engine.table.state import Picks, TableState


@dataclass(frozen=True, slots=True)
class Proposed:
    """Of how many people the count is waited for (`of`), and how many of them have `said` it for every task."""

    said: int
    of: int


def counted(state: TableState, table: TableRoom) -> tuple[Asked, ...]:
    """Return the proposals per task as they count now: without those of bots until a person has spoken."""
    is_early = state.phase is Phase.AGREE and not _has_begun(state, table)
    return parts.asked(state, with_bots=not is_early)


def known(state: TableState, table: TableRoom) -> tuple[Asked, ...] | None:
    """Return the proposals per task once everybody has spoken (or agree has closed), None before."""
    if state.phase is Phase.AGREE and not all(
        _has_spoken(state, s, whole=True) for s in _speakers(state, table)
    ):
        return None
    return counted(state, table)


def proposed(state: TableState, table: TableRoom) -> Proposed | None:
    """Return how many have said what they ask while agree is open, None in every other phase."""
    if state.phase is not Phase.AGREE:
        return None
    speakers = _speakers(state, table)
    return Proposed(sum(_has_spoken(state, seat, whole=True) for seat in speakers), len(speakers))


def seen_by(state: TableState, table: TableRoom, seat: int) -> tuple[Asked | None, ...]:
    """Return what `seat` sees while the table agrees: per task the proposals after its own tap there, else None."""
    if state.phase is not Phase.AGREE:
        return ()
    own = _said(state.picks[seat])
    all_tasks = counted(state, table)
    if seat in state.ready:
        return all_tasks
    return tuple(ask if k < len(own) and own[k] is not None else None for k, ask in enumerate(all_tasks))


def _speakers(state: TableState, table: TableRoom) -> list[int]:
    """Return the seats that the count waits for: those of people who propose, or else the municipality's."""
    people = [who.seat for who in table.seats if who.alias and not who.bot]
    return [seat for seat in people if state.setup.roles[seat] is not Role.MUNICIPALITY] or people


def _has_begun(state: TableState, table: TableRoom) -> bool:
    """Tell whether a person has spoken, also one who has left since; at a table without people bots need not wait."""
    speakers = _speakers(state, table)
    if not speakers:
        return True
    is_proposed = any(_said(picks) and picks.choice.propose for picks in state.picks)
    return is_proposed or any(_has_spoken(state, seat) for seat in speakers)


def _has_spoken(state: TableState, seat: int, *, whole: bool = False) -> bool:
    """Tell whether a person on `seat` said something, or (`whole`) something about every task; ready is the last word."""
    own = _said(state.picks[seat])
    is_enough = bool(own) and (not whole or all(item is not None for item in own))
    return is_enough or seat in state.ready


def _said(picks: Picks) -> Sequence[object]:
    """Return what a person tapped per task, () when nothing or when it was a bot."""
    items = picks.choice.propose or picks.choice.deals or ()
    if picks.by is By.BOT or not any(item is not None for item in items):
        return ()
    return items
