"""The countdown of a phase, and the pause that stops it."""

from datetime import timedelta

from game.actions.sender import Sender
from game.actions.write import GameWrite, Origin
from game.engine.model.refusal import Refused
from game.engine.model.values import By
from game.engine.table.journal import Paused
from game.engine.table.phases import RUNNING_PHASES
from game.protocol.commands.course import Pause, StartClock


def set_clock(write: GameWrite, command: StartClock, sender: Sender) -> None:
    """Set the countdown of the open phase to `seconds` from now; 0 removes it. During a pause it sets what is left.

    Raises Refused: wrong_phase.
    """
    check_running(write)
    game = write.game
    if game.paused:
        game.clock_left_ms = command.seconds * 1000 or None
    else:
        game.deadline = write.now + timedelta(seconds=command.seconds) if command.seconds else None
    if command.seconds:
        write.log("clock_set", seconds=command.seconds)
    else:
        write.log("clock_removed")
    write.room_changed()


def set_paused(write: GameWrite, command: Pause, sender: Sender) -> None:
    """Stop every clock, keeping what was left of it, or let it go on; choices stay open.

    Raises Refused: wrong_phase.
    """
    check_running(write)
    game = write.game
    if game.paused == command.paused:
        return
    if command.paused:
        left = max(timedelta(0), game.deadline - write.now) if game.deadline else None
        game.clock_left_ms = round(left.total_seconds() * 1000) if left is not None else None
        game.deadline = None
    elif game.clock_left_ms is not None:
        game.deadline = write.now + timedelta(milliseconds=game.clock_left_ms)
    game.paused = command.paused
    if command.paused:
        game.paused_at = write.now
    else:
        _let_waiting_go_on(write)
    origin = Origin(By.FACILITATOR, command.id, sender.device_id)
    for table in write.tables():
        write.record(table, Paused(command.paused, game.clock_left_ms), table.playing, origin)
    if not command.paused:
        game.clock_left_ms = None
    write.log("paused" if command.paused else "resumed")
    write.game_changed()


def _let_waiting_go_on(write: GameWrite) -> None:
    """Take the pause that ends now out of how long tables have waited."""
    game = write.game
    began = game.paused_at or write.now
    game.paused_ms += max(0, round((write.now - began) / timedelta(milliseconds=1)))
    game.paused_at = None
    for table in write.tables():
        if table.row.ready_at is not None:
            table.row.ready_at += write.now - max(began, table.row.ready_at)


def check_running(write: GameWrite) -> None:
    """Raise Refused("wrong_phase") unless the game is being played."""
    if write.game.phase not in RUNNING_PHASES:
        raise Refused("wrong_phase")
