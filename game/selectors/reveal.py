"""How far a game's outcome is uncovered, from what is stored of it."""

from datetime import datetime

from django.conf import settings

from game.engine.table.phases import Phase
from game.engine.table.reveal import BEATS, WHOLE, Reveal, beat
from game.models import Game
from game.selectors.live.values import milliseconds


def reveal_of(game: Game) -> Reveal | None:
    """Return the reveal of the outcome that is open, None where there is none or somebody had all of it shown.

    One whose time is over is still returned: only the clock says that it is.
    """
    beat_ms = round(settings.REVEAL_SECONDS * 1000 / BEATS)
    if game.phase != Phase.OUTCOME or game.revealed_at is not None or not beat_ms:
        return None
    stopped = milliseconds(game.paused_at) if game.paused_at else None
    return Reveal(milliseconds(game.opened_at) + game.paused_ms, beat_ms, stopped)


def is_revealing(game: Game, now: datetime) -> bool:
    """Tell whether an outcome is being uncovered at this moment."""
    reveal = reveal_of(game)
    return reveal is not None and beat(reveal, milliseconds(now)) != WHOLE
