"""The schedule on the panel: where in its plan an evening should be now. The browser counts the minutes that pass."""

from dataclasses import dataclass

from game.engine.debrief.timetable import Evening, slot_at, timetable
from game.engine.screens.room import Room
from game.engine.table.phases import Phase


@dataclass(frozen=True, slots=True)
class Schedule:
    """A plan of so many `minutes`. Round 1 opened at `began_ms` (since 1970), which is `arrived` minutes into it.

    What is played now should begin and end at the minutes `begins` and `ends` of the plan. Pauses count as time.
    """

    minutes: int
    began_ms: int
    arrived: int
    begins: int
    ends: int


def schedule(room: Room, tables: int) -> Schedule | None:
    """Return where a game of so many tables should be, None without a plan, before it begins and when it is over."""
    desk = room.desk
    if not desk.minutes or desk.began_ms is None or room.phase is Phase.LOBBY:
        return None
    practising = room.practice
    slots = timetable(
        Evening(
            minutes=desk.minutes,
            rounds=room.rounds,
            tables=tables,
            silent_first=desk.silent_first,
            answers=desk.answers,
            practice=practising or desk.practised,
            short=room.debrief.short,
        )
    )
    now = slot_at(slots, room.phase, room.round, room.debrief.step, practising=practising)
    if now is None:
        return None
    return Schedule(desk.minutes, desk.began_ms, slots[0].ends, now.begins, now.ends)
