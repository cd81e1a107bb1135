"""How far a game's outcome is uncovered, from what is stored of it."""

from datetime import UTC, datetime

from django.conf import settings

from game.engine.table.phases import Phase
from game.engine.table.reveal import BEATS, WHOLE, Reveal, beat, longer, over_ms
from game.models import Game
from game.selectors.live.values import milliseconds

RESTS = 2.5  # times the rest after another change


def beat_ms() -> int:
    """Return how long a beat stands; 0 where an outcome is shown at once."""
    return round(settings.REVEAL_SECONDS * 1000 / BEATS)


def reveal_of(game: Game) -> Reveal | None:
    """Return the reveal of the outcome that is open, None where there is none or somebody had all of it shown.

    One whose time is over is still returned: only the clock says that it is.
    """
    each = beat_ms()
    if game.phase != Phase.OUTCOME or game.revealed_at is not None or not each:
        return None
    stopped = milliseconds(game.paused_at) if game.paused_at else None
    began = milliseconds(game.retold_from or game.opened_at) + game.paused_ms
    return Reveal(began, each, stopped, round(longer(game.stories) * each))


def whole_at(game: Game) -> datetime | None:
    """Return when all of the open outcome is shown, or was: by itself, or because somebody had it shown.

    None where nothing is uncovered, where a pause holds it, and for one that is come back to, which was seen.
    """
    if game.phase == Phase.OUTCOME and game.revealed_at is not None:
        return game.revealed_at if game.revealed_at > game.opened_at else None
    reveal = reveal_of(game)
    if reveal is None or reveal.stopped_ms is not None:
        return None
    return datetime.fromtimestamp(over_ms(reveal) / 1000, UTC)


def rest_seconds() -> float:
    """Return how long the one button rests once all of an outcome is shown: there is more to see than after a press.

    So long that who wanted to see all of it and pressed when it had just come does not leave it.
    """
    return float(settings.STEADY_SECONDS * RESTS)


def is_revealing(game: Game, now: datetime) -> bool:
    """Tell whether an outcome is being uncovered at this moment."""
    reveal = reveal_of(game)
    return reveal is not None and beat(reveal, milliseconds(now)) != WHOLE
