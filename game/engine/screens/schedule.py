"""The schedule on the panel: where in its plan an evening should be now. The browser counts the minutes that pass.

They are counted from the start of round 1: how long people came in before that says nothing about the game.
"""

from dataclasses import dataclass

from game.engine.debrief.timetable import Evening, slot_at, timetable
from game.engine.screens.room import Room
from game.engine.table.phases import Phase


@dataclass(frozen=True, slots=True)
class Schedule:
    """A plan of so many `minutes` from the opening of round 1, at `began_ms` (since 1970), to the end of the evening.

    What is played now should begin and end at the minutes `begins` and `ends` of them. Pauses count as time.
    """

    minutes: int
    began_ms: int
    begins: int
    ends: int


def schedule(room: Room, tables: int) -> Schedule | None:
    """Return where a game of so many tables should be, None without a plan, before it begins and when it is over."""
    desk = room.desk
    if not desk.minutes or desk.began_ms is None or room.phase is Phase.LOBBY:
        return None
    slots = timetable(
        Evening(
            minutes=desk.minutes,
            rounds=room.rounds,
            tables=tables,
            silent_first=desk.silent_first,
            answers=desk.answers,
            practice=room.practice or desk.practised,
            short=room.debrief.short,
        )
    )
    now = slot_at(slots, room.phase, room.round, room.debrief.step, practising=room.practice)
    if now is None:
        return None
    start = slots[0].ends
    return Schedule(desk.minutes - start, desk.began_ms, now.begins - start, now.ends - start)
