"""Every audience's screen parts, made from a loaded game; touches no database."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from game.engine.debrief.ranked import LoopFigures
from game.engine.debrief.room import TableDot
from game.engine.debrief.steps import MOST_IN_TURN, own_beat
from game.engine.screens import lobby, panel, player, projector
from game.engine.screens.findings import FindingsView
from game.engine.screens.observer import observer_mine
from game.engine.screens.room import DebriefView, TableRoom
from game.engine.screens.voices import Voices
from game.engine.table.phases import DEBRIEF_PHASES, Phase
from game.engine.table.starting import Chair
from game.engine.table.state import TableState
from game.selectors import findings
from game.selectors.live.values import LiveGame, LiveTable, Watcher
from game.selectors.voices import own_voice, voices, voices_on_phones

OF_DOTS = ("sensible", "logic")  # where many tables are a dot each


def table_part(game: LiveGame, table: LiveTable) -> object:
    """Return what all phones of a table share."""
    if table.state is None:
        return lobby.lobby_part(game.room, table.room, table.roles)
    heard = voices_on_phones(game.said, game.room.debrief.step, _options(game))
    found = _findings(game, table.state)
    earlier = table.earlier.story if table.earlier else None
    room = replace(game.room, debrief=_own_view(game))
    return player.table_part(table.state, room, table.room, found, heard, earlier, _dots(game))


def own_part(game: LiveGame, table: LiveTable, seat_id: int) -> object:
    """Return what only this seat's phones see."""
    seat = table.seat_ids.index(seat_id)
    if table.state is None:
        return lobby.lobby_mine(table.room, table.roles, seat)
    people = frozenset(one.person for one in table.room.seats[seat].people)
    voice = own_voice(game.said, people)
    return player.mine(table.state, game.room, table.room, seat, voice, table.figures)


def observer_part(game: LiveGame, table: LiveTable, watcher: Watcher) -> object:
    """Return what only this observer's phone sees."""
    voice = own_voice(game.said, frozenset({watcher.person_id}))
    return observer_mine(table.state, game.room, table.room, watcher.alias, watcher.predictions, voice)


def undercurrent(game: LiveGame) -> list[panel.Under]:
    """Return the undercurrent of every table that plays."""
    return [panel.under(table.state, table.room) for table in game.tables if table.state]


def loops(game: LiveGame, table: int) -> tuple[LoopFigures, ...]:
    """Return the figures of all loops of the table with this number; none before its debrief, and of no such table."""
    states = [one.state for one in game.tables if one.room.number == table]
    if not any(state and state.phase in DEBRIEF_PHASES for state in states):
        return ()
    return findings.loops(*filter(None, states))


def panel_room(game: LiveGame) -> panel.PanelRoom:
    """Return the panel's part about the room."""
    predicted = Counter(
        round for table in game.tables for watcher in table.watchers for round in watcher.predictions
    )
    chairs = {table.number: _chairs(table) for table in game.tables}
    in_lobby = game.room.phase is Phase.LOBBY
    return panel.panel_room(
        game.room,
        _pairs(game),
        voices_of(game),
        predicted,
        chairs if in_lobby else None,
        _presses(game),
    )


def _presses(game: LiveGame) -> Mapping[str, int]:
    """Return how many presses build up pictures of the table that the debrief shows, {} where it shows several."""
    if game.room.phase is not Phase.DEBRIEF:
        return {}
    table = game.room.debrief.table
    shown = [one.state for one in game.tables if one.state and table in (None, one.room.number)]
    return findings.presses(shown[0]) if len(shown) == 1 else {}


def _chairs(table: LiveTable) -> tuple[Chair, ...]:
    return tuple(
        Chair(role, bool(seat.people), seat.bot)
        for seat, role in zip(table.room.seats, table.roles, strict=True)
    )


def panel_tile(table: LiveTable) -> panel.PanelTile:
    """Return a table's tile."""
    return panel.panel_tile(table.state, table.room, table.roles)


def projector_room(game: LiveGame) -> projector.ProjectorRoom:
    """Return the projector's part about the room."""
    states = [table.state for table in game.tables if table.state and table.state.phase in DEBRIEF_PHASES]
    alike = findings.alike(states, game.room.debrief)
    return projector.projector_room(
        game.room,
        _pairs(game),
        voices_of(game),
        game.earlier_groups,
        game.earlier_group,
        alike,
        _dots(game),
    )


def board(game: LiveGame, table: LiveTable) -> projector.Board:
    """Return a table's board; of more tables than have a turn each the room sees how they ended, and no film."""
    is_filmed = len(game.tables) <= MOST_IN_TURN or table.room.number == game.room.debrief.table
    found = _findings(game, table.state)
    earlier, earlier_film = (table.earlier.story, table.earlier.film) if table.earlier else (None, ())
    return projector.board(
        table.state, table.room, found, earlier, earlier_film, table.roles, is_filmed=is_filmed
    )


def voices_of(game: LiveGame) -> Voices:
    """Return what the room sees of what people said in the step that is shown."""
    return voices(game.said, game.room.debrief.step, _options(game))


def _options(game: LiveGame) -> tuple[str, ...]:
    """Return what phones vote on, where the step that is shown asks that."""
    states = [table.state for table in game.tables if table.state]
    if game.room.debrief.step != "what_if" or not states:
        return ()
    return findings.voted_on(states[0].setup.rules, (table.already for table in game.tables))


def _findings(game: LiveGame, state: TableState | None) -> FindingsView | None:
    if state is None or state.phase not in DEBRIEF_PHASES:
        return None
    return findings.view(state, _own_view(game))


def _own_view(game: LiveGame) -> DebriefView:
    """Return how far each table is told of what is shown; the big screen may show their turns after that."""
    view = game.room.debrief
    if view.table is not None:
        return view
    return replace(view, beat=own_beat(view.step, view.part, view.beat, len(game.tables)))


def _dots(game: LiveGame) -> tuple[TableDot, ...]:
    """Return where all tables lie, where the picture that is shown is of more of them than have a row each."""
    view = game.room.debrief
    if (view.step, view.part) != OF_DOTS or view.table is not None or len(game.tables) <= MOST_IN_TURN:
        return ()
    return tuple(table.dot for table in game.tables if table.dot)


def _pairs(game: LiveGame) -> tuple[tuple[TableState | None, TableRoom], ...]:
    return tuple((table.state, table.room) for table in game.tables)
