"""What a table's game shows in the debrief; remembered per game, so that every screen of it is computed once per process.

A worker asks for it after each round (`prepare`), so that it is there the second the last round ends.
"""

from functools import lru_cache

from game.engine.debrief import findings as engine
from game.engine.debrief.changes import Change
from game.engine.debrief.played import PlayedGame, of_table
from game.engine.debrief.rerun import rerun
from game.engine.screens.findings import FindingsView, findings_view
from game.engine.screens.room import DebriefView
from game.engine.table.state import TableState

REMEMBERED = 256
REMEMBERED_AGAIN = 1024


@lru_cache(maxsize=REMEMBERED)
def findings(game: PlayedGame) -> engine.Findings:
    """Return the findings of a game with at least one round."""
    return engine.findings(game)


@lru_cache(maxsize=REMEMBERED_AGAIN)
def again(game: PlayedGame, changes: tuple[Change, ...]) -> PlayedGame:
    """Return a game played again with changes."""
    return rerun(game, changes)


def prepare(state: TableState) -> None:
    """Find everything that the debrief of this table will show, if it has a finished round."""
    if state.played:
        findings(of_table(state))


def view(state: TableState, debrief: DebriefView) -> FindingsView:
    """Return what the step that is shown needs of a table's findings."""
    game = of_table(state)
    return findings_view(game, lambda: findings(game), debrief, again)
