"""How a room and its tables stand after a press now, as far as that follows from what is known: no row is read or changed.

What is worked out on the way is kept by the states it was made from, where the press finds it (game.kept).
"""

from dataclasses import replace

from game.actions.closing import bot_moves, closed, playing_bots
from game.engine.debrief.room import dot_of
from game.engine.debrief.series import story
from game.engine.screens.room import Room
from game.engine.table.phases import DEBRIEF_PHASES, PLAY_PHASES, Phase, coming, talking
from game.engine.table.state import TableState
from game.protocol.stored import dump_entry, dump_state, load_state
from game.selectors.findings import already_of
from game.selectors.live.tables import standing
from game.selectors.live.values import LiveTable

BEFORE = (*PLAY_PHASES, Phase.TIME_OUT)


def coming_room(room: Room) -> Room | None:
    """Return the room after a press now, as far as phones show it; None where that is not worked out ahead.

    The start seats people, a practice round is forgotten with the help of the journal, and the debrief is its facilitator's.
    """
    if room.phase not in BEFORE or (room.practice and (room.phase, room.round) == (Phase.OUTCOME, 1)):
        return None
    silent_rounds = silent_rounds_of(room)
    phase, round = coming(room.phase, room.round, room.rounds, silent_first=silent_rounds > 0)
    silent, may_talk = talking(phase, round, silent_rounds)
    return replace(
        room,
        step=room.step + 1,
        phase=phase,
        round=round,
        silent=silent,
        may_talk=may_talk,
        paused=False,
        back_from="",
    )


def coming_table(table: LiveTable, state: TableState, before: Room, room: Room) -> LiveTable:
    """Return a table that stands in `state` as it will stand in `room` when its open phase closes now."""
    after = state
    if before.phase is not Phase.TIME_OUT:
        closing = closed(state)
        after = closing.after
        dump_entry(closing.entry)
    if room.phase in PLAY_PHASES:
        bots = tuple(seat.seat for seat in table.room.seats if seat.bot)
        for move in bot_moves(after, playing_bots(after, bots)):
            after = move.after
            dump_entry(move.entry)
    after = load_state(dump_state(after))  # the very object that whoever reads it will have
    there = standing(table, after, room.scenario, room.round, silent_rounds_of(room), rev=table.rev)
    is_over = after.phase in DEBRIEF_PHASES
    return replace(
        there,
        dot=dot_of(table.number, story(after)) if is_over else None,
        already=already_of(after) if is_over else None,
    )


def silent_rounds_of(room: Room) -> int:
    """Return how many rounds, from the first, are played in silence."""
    return (room.debrief.talk_from or 1) - 1
