"""What the tests of a game's course press and read."""

from game.models import LogLine
from game.protocol.commands.course import Pause
from game.protocol.messages import Ack
from tests.actions.room import new_id


def where(room):
    game = room.game
    return game.phase, game.round, game.step


def play_round(room):
    for _ in range(3):
        assert isinstance(room.next(), Ack)


def pause(room, paused=True, step=None):
    return room.run(Pause(new_id(), room.game.step if step is None else step, paused))


def log_codes(room, **where):
    return list(LogLine.objects.filter(game__workshop=room.workshop, **where).values_list("code", flat=True))
