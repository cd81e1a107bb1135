"""The room's switches: the lock, closing by itself, absence, what lies over the projector, which street tells something."""

from game.actions.sender import Sender
from game.actions.write import GameWrite
from game.engine.model.refusal import Refused
from game.engine.table.phases import Phase
from game.models import Workshop
from game.protocol.commands.course import Configure, Cover, Tell


def configure(write: GameWrite, command: Configure, sender: Sender) -> None:
    """Set what the command names; what is null stays as it is."""
    game = write.game
    if command.locked is not None and command.locked != game.workshop.locked:
        Workshop.objects.filter(pk=game.workshop_id).update(locked=command.locked)
        write.log("locked" if command.locked else "unlocked")
    if command.auto_close is not None:
        game.auto_close = command.auto_close
    if command.bot_after_seconds is not None and command.bot_after_seconds != game.bot_after_seconds:
        game.bot_after_seconds = command.bot_after_seconds
        write.game_changed()  # phones say when a bot takes over
    if command.theme is not None:
        game.theme = command.theme
    if command.sound is not None:
        game.sound = command.sound
    write.room_changed()


def cover(write: GameWrite, command: Cover, sender: Sender) -> None:
    """Lay this over the projector."""
    write.game.cover = command.cover
    write.room_changed()


def tell(write: GameWrite, command: Tell, sender: Sender) -> None:
    """Let this table's street tell the room something in this step, or none; raises Refused: unknown_table.

    None in an outcome is none in the agree after it too: what comes then is of the same round.
    """
    if command.table is not None and command.table not in {table.row.number for table in write.tables()}:
        raise Refused("unknown_table")
    game = write.game
    of_round = game.round if game.phase == Phase.OUTCOME else None
    game.told = {"step": game.step, "table": command.table, "outcome": of_round}
    write.room_changed()
