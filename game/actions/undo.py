"""Taking back a change of phase that was a mistake: a press too many, a countdown that nobody had an eye on.

Every table stands again as it stood, with everything that was chosen and who was ready; also the countdown goes on. What
was chosen since stays in the journal and does not count. A start is taken back by opening the lobby again; that, and a next
game, are not undone.
"""

from datetime import timedelta

from game.actions.phases import is_all_ready, stand, to_lobby
from game.actions.rewind import put_back, rewind
from game.actions.sender import Sender
from game.actions.write import GameWrite, Origin
from game.engine.model.refusal import Refused
from game.engine.model.values import By
from game.engine.table.journal import Undone
from game.engine.table.phases import PLAY_PHASES, UNDO_SECONDS, Phase
from game.protocol.commands.course import Undo

LATE_SECONDS = 5.0  # a press in the last of those seconds may take a while to come in
LEAST_LEFT_MS = 30_000  # a countdown never goes on with less: phones were on another step


def undo(write: GameWrite, command: Undo, sender: Sender) -> None:
    """Let the game stand as before the last change of phase.

    Raises Refused: cannot_undo for what cannot be undone, or not any more.
    """
    game, before = write.game, write.game.undo
    if not before or write.now > game.opened_at + timedelta(seconds=UNDO_SECONDS + LATE_SECONDS):
        raise Refused("cannot_undo")
    origin = Origin(By.FACILITATOR, command.id, sender.device_id)
    if before["phase"] == Phase.LOBBY:
        return to_lobby(write, origin)
    write.log("undone", phase=game.phase, round=game.round)
    rewind(write, Undone(), origin)
    put_back(write, before)
    stand(write, Phase(before["phase"]), before["round"])
    game.practice, game.paused, game.back_from = before["practice"], before["paused"], "undone"
    game.paused_at = write.now if game.paused else None
    game.revealed_at = write.now  # it was seen before the change
    _set_clock(write, before["left_ms"])
    if game.auto_close and game.phase in PLAY_PHASES and is_all_ready(write):
        game.auto_close = False  # else it would be gone again within a second
        write.log("auto_close_off")


def _set_clock(write: GameWrite, left_ms: int | None) -> None:
    """Let the countdown go on with what was left of it; one that had run out closes nothing again."""
    game = write.game
    if left_ms is None or (left_ms == 0 and game.phase != Phase.TIME_OUT):
        return
    left = left_ms if game.phase == Phase.TIME_OUT else max(left_ms, LEAST_LEFT_MS)
    if game.paused:
        game.clock_left_ms = left
    else:
        game.deadline = write.now + timedelta(milliseconds=left)
