"""An outcome that is uncovered by itself: how a press has all of it shown, and when the next press goes on."""

from datetime import timedelta
from math import ceil

from django.conf import settings

from game.actions import rows
from game.actions.sender import Sender
from game.actions.write import GameWrite
from game.engine.model.refusal import Refused
from game.engine.table.phases import Phase
from game.engine.table.reveal import STORY_BEAT
from game.protocol.commands.course import Retell
from game.selectors.reveal import beat_ms, is_revealing, rest_seconds, whole_at

REVEALED = "revealed"


def show_all(write: GameWrite, command_id: str) -> None:
    """Let every screen show all of the open outcome from now on, because of this press."""
    write.game.revealed_at = write.game.changed_at = write.now
    write.log(REVEALED, command_id=command_id)
    write.room_changed()


def retell(write: GameWrite, command: Retell, sender: Sender) -> None:
    """Let the big screen tell again what went wrong, and then the purse; raises Refused: nothing_to_tell.

    That is so where nothing went wrong, outside an outcome, and while one is being uncovered.
    """
    game = write.game
    if game.phase != Phase.OUTCOME or not game.stories or is_revealing(game, write.now):
        raise Refused("nothing_to_tell")
    before_ms = (STORY_BEAT - 1) * beat_ms() + game.paused_ms
    game.retold_from, game.revealed_at = write.now - timedelta(milliseconds=before_ms), None
    write.room_changed()


def had_shown(write: GameWrite, command_id: str) -> bool:
    """Tell whether this press had all of an outcome shown: sent again, it does not go on."""
    is_stored = bool(rows.logged_as.all(write.game.pk, command_id, REVEALED))
    return is_stored or write.has_logged(command_id, REVEALED)


def check_steady(write: GameWrite) -> None:
    """Raise Refused("just_moved_on") with the `ms` that are left while what is shown is younger than STEADY_SECONDS.

    An outcome that was uncovered rests for longer, from when all of it was shown. A moment in the future is none yet, or of
    a clock that was set back since; it holds nobody up.
    """
    moments = {write.game.changed_at: float(settings.STEADY_SECONDS)}
    whole = whole_at(write.game)
    if whole is not None:
        moments[whole] = rest_seconds()
    for moment, rest in moments.items():
        left = timedelta(seconds=rest) - (write.now - moment)
        if moment <= write.now and left > timedelta(0):
            raise Refused("just_moved_on", ms=ceil(left / timedelta(milliseconds=1)))
