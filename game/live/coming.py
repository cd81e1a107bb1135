"""Working ahead: what phones will look at once the open phase closes, made while the room still plays.

For the very states in which the tables stand. Whoever has to show what a game came to asks `Coming.ready`, and gets only what
was made for a table and a room that look exactly so; else it is made then.
"""

from dataclasses import replace
from typing import NamedTuple

from game.engine.table.phases import DEBRIEF_PHASES
from game.live.after_press import coming_room, coming_table, silent_rounds_of
from game.live.parts import NOTHING, Prepared, for_phones, make_phones
from game.live.seated import Looking
from game.models import Game, Table
from game.protocol.codec import encode_part
from game.protocol.stored import load_state
from game.selectors.live import screens
from game.selectors.live.tables import table_played_on
from game.selectors.live.values import LiveGame, LiveTable


class Made(NamedTuple):
    """How a table that is `known` will stand (`there`) in the game as it will be, and what was made for that."""

    known: LiveTable
    game: LiveGame
    there: LiveTable
    ahead: Prepared


class Coming:
    """What was made ahead for the tables of one game, of each its newest; made on the reader's thread, asked for on any."""

    def __init__(self) -> None:
        self._made: dict[int, Made] = {}

    def prepare(self, game: LiveGame, table: LiveTable, looking: Looking) -> None:
        """Make what everybody at a table, and the big screens of it, will look at after a press now, unless it is there."""
        room = coming_room(game.room)
        if room is None or table.state is None:
            self._made.pop(table.id, None)
            return
        there = coming_table(table, table.state, game.room, room)
        then = replace(game, room=room)
        if self.ready(then, there) is NOTHING:
            self._made[table.id] = Made(table, then, there, _make(then, there, looking))

    def ready(self, game: LiveGame, table: LiveTable) -> Prepared:
        """Return what was made ahead for a table that looks just like this, in a room that does, or nothing."""
        made = self._made.get(table.id)
        if made is None:
            return NOTHING
        same_room = for_phones(made.game) == for_phones(game) and made.game.said == game.said
        return made.ahead if same_room and table.looks_like(made.there) else NOTHING

    def played_on(self, game: Game, known: LiveTable, row: Table) -> LiveTable:
        """Return a table as its row stands now, with the people that were there: as it was foretold, if it stands so."""
        return self.foretold(game, known, row) or table_played_on(game, known, row)

    def foretold(self, game: Game, known: LiveTable, row: Table) -> LiveTable | None:
        """Return a table as it was worked out to stand, if it stands so in the game as its row has it now; else None."""
        made = self._made.get(known.id)
        if made is None or made.known is not known or made.there.dot is not known.dot:
            return None
        room = made.game.room
        is_then = (game.round, game.silent_rounds) == (room.round, silent_rounds_of(room))
        if not is_then or row.ready_at is not None or made.there.state is not load_state(row.snapshot):
            return None
        return replace(made.there, rev=row.rev)


def _make(game: LiveGame, table: LiveTable, looking: Looking) -> Prepared:
    # What the debrief shows on the big screen depends on more than is compared.
    has_board = "projector" in looking.audiences and game.room.phase not in DEBRIEF_PHASES
    return Prepared(
        make_phones(game, table, looking),
        encode_part(screens.panel_tile(table)) if "facilitator" in looking.audiences else None,
        encode_part(screens.board(game, table)) if has_board else None,
    )
