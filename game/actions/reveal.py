"""An outcome that is uncovered by itself: how a press has all of it shown, and when the next press goes on."""

from datetime import UTC, datetime, timedelta
from math import ceil

from django.conf import settings

from game.actions import rows
from game.actions.write import GameWrite
from game.engine.model.refusal import Refused
from game.engine.table.reveal import over_ms
from game.selectors.reveal import reveal_of

REVEALED = "revealed"


def show_all(write: GameWrite, command_id: str) -> None:
    """Let every screen show all of the open outcome from now on, because of this press."""
    write.game.revealed_at = write.game.changed_at = write.now
    write.log(REVEALED, command_id=command_id)
    write.room_changed()


def had_shown(write: GameWrite, command_id: str) -> bool:
    """Tell whether this press had all of an outcome shown: sent again, it does not go on."""
    is_stored = bool(rows.logged_as.all(write.game.pk, command_id, REVEALED))
    return is_stored or write.has_logged(command_id, REVEALED)


def check_steady(write: GameWrite) -> None:
    """Raise Refused("just_moved_on") with the `ms` that are left while what is shown is younger than STEADY_SECONDS.

    An outcome that was uncovered is as young as its last beat. A moment in the future is none yet, or of a clock that was
    set back since; it holds nobody up.
    """
    moments = [write.game.changed_at]
    reveal = reveal_of(write.game)
    if reveal is not None and reveal.stopped_ms is None:
        moments.append(datetime.fromtimestamp(over_ms(reveal) / 1000, UTC))
    for moment in moments:
        left = timedelta(seconds=settings.STEADY_SECONDS) - (write.now - moment)
        if moment <= write.now and left > timedelta(0):
            raise Refused("just_moved_on", ms=ceil(left / timedelta(milliseconds=1)))
