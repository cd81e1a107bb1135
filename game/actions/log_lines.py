"""The facilitator's log: which lines are kept for the debrief."""

from game.actions.sender import Sender
from game.actions.write import GameWrite
from game.engine.model.refusal import Refused
from game.models import LogLine
from game.protocol.commands.course import Star


def star(write: GameWrite, command: Star, sender: Sender) -> None:
    """Keep a line of this game's log, or not; raises Refused("unknown_line")."""
    if not LogLine.objects.filter(game=write.game, pk=command.line).update(starred=command.starred):
        raise Refused("unknown_line")
    write.log_changed()
