"""Working ahead: what phones will look at once the open phase closes, made while the room still plays.

For the very states in which the tables stand. Whoever has to show what a game came to asks `Coming.ready`, and gets only what
was made for a table and a room that look exactly so; else it is made then. What is worked out on the way (the closing, what
bots choose, texts, figures) is kept by those states, where the press finds it (game.kept).
"""

from dataclasses import replace

from game.actions.closing import bot_moves, closed, playing_bots
from game.engine.debrief.room import dot_of
from game.engine.debrief.series import story
from game.engine.screens.room import Room
from game.engine.table.phases import DEBRIEF_PHASES, PLAY_PHASES, Phase, coming, talking
from game.engine.table.state import TableState
from game.live.parts import NOTHING, Prepared, for_phones, make_phones
from game.live.seated import Looking
from game.protocol.codec import encode_part
from game.protocol.stored import dump_state, load_state
from game.selectors.live import screens
from game.selectors.live.tables import standing
from game.selectors.live.values import LiveGame, LiveTable

BEFORE = (*PLAY_PHASES, Phase.TIME_OUT)


def coming_room(room: Room) -> Room | None:
    """Return the room after a press now, as far as phones show it; None where that is not worked out ahead.

    The start seats people, a practice round is forgotten with the help of the journal, and the debrief is its facilitator's.
    """
    if room.phase not in BEFORE or (room.practice and (room.phase, room.round) == (Phase.OUTCOME, 1)):
        return None
    silent_rounds = _silent_rounds(room)
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
    after = state if before.phase is Phase.TIME_OUT else closed(state).after
    if room.phase in PLAY_PHASES:
        bots = tuple(seat.seat for seat in table.room.seats if seat.bot)
        moves = bot_moves(after, playing_bots(after, bots))
        after = moves[-1].after if moves else after
    after = load_state(dump_state(after))  # the very object that whoever reads it will have
    there = standing(table, after, room.scenario, room.round, _silent_rounds(room), rev=table.rev)
    return replace(there, dot=dot_of(table.number, story(after)) if after.phase in DEBRIEF_PHASES else None)


def _silent_rounds(room: Room) -> int:
    return (room.debrief.talk_from or 1) - 1


class Coming:
    """What was made ahead for the tables of one game, of each its newest; made on the reader's thread, asked for on any."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[LiveGame, LiveTable, Prepared]] = {}

    def prepare(self, game: LiveGame, table: LiveTable, looking: Looking) -> None:
        """Make what everybody at a table, and the big screens of it, will look at after a press now, unless it is there."""
        room = coming_room(game.room)
        if room is None or table.state is None:
            self._made.pop(table.id, None)
            return
        there = coming_table(table, table.state, game.room, room)
        then = replace(game, room=room)
        if self.ready(then, there) is NOTHING:
            self._made[table.id] = then, there, _make(then, there, looking)

    def ready(self, game: LiveGame, table: LiveTable) -> Prepared:
        """Return what was made ahead for a table that looks just like this, in a room that does, or nothing."""
        made = self._made.get(table.id)
        if made is None:
            return NOTHING
        before, there, ahead = made
        same_room = for_phones(before) == for_phones(game) and before.said == game.said
        return ahead if same_room and table.looks_like(there) else NOTHING


def _make(game: LiveGame, table: LiveTable, looking: Looking) -> Prepared:
    # What the debrief shows on the big screen depends on more than is compared.
    has_board = "projector" in looking.audiences and game.room.phase not in DEBRIEF_PHASES
    return Prepared(
        make_phones(game, table, looking),
        encode_part(screens.panel_tile(table)) if "facilitator" in looking.audiences else None,
        encode_part(screens.board(game, table)) if has_board else None,
    )
