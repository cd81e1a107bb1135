"""What a table's game shows in the debrief; kept per table and round, so that every screen of it is found once per process.

A worker finds it after each round (`prepare`), in a process of its own, so that it is there when the last round ends.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from threading import Event, Lock

from game.engine.debrief import findings as engine
from game.engine.debrief import presses as engine_presses
from game.engine.debrief.answers import unscored
from game.engine.debrief.findings import Findings
from game.engine.debrief.played import PlayedGame, of_table
from game.engine.debrief.ranked import LoopFigures, ranked
from game.engine.debrief.room import RoomMessage, room
from game.engine.debrief.whatif import already, voted
from game.engine.model.rules import Ruleset
from game.engine.screens.findings import FindingsView, findings_view
from game.engine.screens.room import DebriefView
from game.engine.table.state import TableState
from game.kept import Newest

KEPT = 1024
REMEMBERED_AGAIN = 1024
# Where it is said what most tables have in common.
OF_THE_ROOM = ("turning", "turns")
LONGEST_WAIT = 5.0  # seconds; then it is found here after all

Find = Callable[[TableState, Findings | None], Findings]


class _Kept:
    """The newest findings, by game; `coming` are those that are being found."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._found: Newest[PlayedGame, Findings] = Newest(KEPT)
        self._coming: dict[PlayedGame, Event] = {}

    def get(self, game: PlayedGame) -> Findings | None:
        """Return what was found in a game, or None."""
        return self._found.get(game)

    def keep(self, game: PlayedGame, found: Findings) -> None:
        """Keep what was found in a game; what was not looked at longest goes where there are too many."""
        self._found.put(game, found)

    def begin(self, game: PlayedGame) -> Event:
        """Say that a game's findings are coming."""
        with self._lock:
            return self._coming.setdefault(game, Event())

    def end(self, game: PlayedGame) -> None:
        """Say that they came, or do not."""
        with self._lock:
            event = self._coming.pop(game, None)
        if event is not None:
            event.set()

    def coming(self, game: PlayedGame) -> Event | None:
        """Return what is set when a game's findings came, None when they are not on their way."""
        with self._lock:
            return self._coming.get(game)


_kept = _Kept()


def findings(game: PlayedGame) -> Findings:
    """Return the findings of a game with at least one round."""
    found = _kept.get(game)
    coming = None if found else _kept.coming(game)
    if coming is not None and coming.wait(LONGEST_WAIT):
        found = _kept.get(game)
    if found is None:
        found = engine.findings(game, _before_last(game))
        _kept.keep(game, found)
    return found


def _before_last(game: PlayedGame) -> Findings | None:
    """Return what was found when the last round was not there yet, if that is kept."""
    return _kept.get(game.without_last()) if len(game.rounds) > 1 else None


again = lru_cache(maxsize=REMEMBERED_AGAIN)(unscored)


@lru_cache(maxsize=REMEMBERED_AGAIN)
def _already(game: PlayedGame) -> frozenset[str]:
    return frozenset(code for code in voted(game.rules) if already(game, code))


def already_of(state: TableState | None) -> frozenset[str] | None:
    """Return which what-ifs a table's game was already, of those that phones vote on; None of one without a round."""
    return _already(of_table(state)) if state and state.played else None


def was_so(code: str, already: Iterable[frozenset[str] | None]) -> bool:
    """Whether a what-if was so at every table with a round, of which each was so `already`; asks no more than it needs."""
    had = (one for one in already if one is not None)
    return code in next(had, frozenset[str]()) and all(code in one for one in had)


def voted_on(rules: Ruleset, already: Iterable[frozenset[str] | None]) -> tuple[str, ...]:
    """Return what phones vote on under `rules` at tables of which each was so `already`: all but what was so at all."""
    had = tuple(already)
    return tuple(code for code in voted(rules) if not was_so(code, had))


def prepare(state: TableState, find: Find = engine.findings_of) -> None:
    """Let `find` find everything that the debrief of this table will show, if it has a finished round."""
    if not state.played:
        return
    game = of_table(state)
    if _kept.get(game) is not None:
        return
    _kept.begin(game)
    try:
        _kept.keep(game, find(state, _before_last(game)))
    finally:
        _kept.end(game)


def alike(states: Sequence[TableState], debrief: DebriefView) -> RoomMessage | None:
    """Return what most tables have in common, where the picture that is shown says it; None of one table alone."""
    games = [of_table(state) for state in states if state.played]
    if (debrief.step, debrief.part) != OF_THE_ROOM or len(games) < 2:
        return None
    found = room([(game, findings(game)) for game in games])
    return found if found and 2 * found.count > found.of else None


def presses(state: TableState) -> Mapping[str, int]:
    """Return how many presses build up the pictures of a table that go by its game; none without a round."""
    game = of_table(state)
    return engine_presses.presses(game, findings(game)) if game.rounds else {}


def loops(state: TableState) -> tuple[LoopFigures, ...]:
    """Return the figures of all loops of a table; none without a round."""
    game = of_table(state)
    return ranked(game.rules, findings(game).loops) if game.rounds else ()


def view(state: TableState, debrief: DebriefView) -> FindingsView:
    """Return what the step that is shown needs of a table's findings."""
    game = of_table(state)
    return findings_view(game, lambda: findings(game), debrief, again)
