"""The workshop's next game with the same people, on the same chairs or on other ones."""

import secrets

from game.actions import phases
from game.actions.furniture import RANK
from game.actions.sender import Sender
from game.actions.write import GameWrite, Origin
from game.engine.model.refusal import Refused
from game.engine.model.roles import Role, rotation
from game.engine.model.values import By
from game.engine.table.phases import DEBRIEF_PHASES, Phase
from game.models import Game, Observation, Occupancy, Seat, Table
from game.protocol.commands.course import PlayAgain

SETTINGS = (
    "scenario",
    "ruleset",
    "form",
    "rounds",
    "talking",
    "fill_bots",
    "rehearsal",
    "auto_close",
    "bot_after_seconds",
    "theme",
    "sound",
)


def play_again(write: GameWrite, command: PlayAgain, sender: Sender) -> None:
    """Close this game and open the lobby of the next, with new dice; every socket of this one moves on by itself.

    Raises Refused: wrong_phase before the debrief, game_over when there is a next game already.
    """
    game = write.game
    if game.phase not in DEBRIEF_PHASES:
        raise Refused("wrong_phase")
    if Game.objects.filter(workshop=game.workshop_id, number__gt=game.number).exists():
        raise Refused("game_over")
    if game.phase == Phase.DEBRIEF:
        phases.close_tables(write, Origin(By.FACILITATOR, command.id, sender.device_id))
        game.phase = Phase.CLOSED
    game.undo = {}
    write.log("played_again", game=game.number + 1)
    write.game_changed()
    kept = {name: getattr(game, name) for name in SETTINGS}
    following = Game.objects.create(
        workshop_id=game.workshop_id, number=game.number + 1, seed=secrets.randbelow(2**31), **kept
    )
    for table in write.tables():
        _seat_again(write, table.row, following, command.rotate)


def _seat_again(write: GameWrite, table: Table, following: Game, rotate: bool) -> None:
    """Set the same table up in the next game and let its people sit down there."""
    again = Table.objects.create(game=following, number=table.number)
    seats = sorted(Seat.objects.filter(table=table), key=lambda seat: (RANK[seat.role], seat.number))
    copies = Seat.objects.bulk_create(
        Seat(table=again, number=number, role=seat.role, bot=following.rehearsal)
        for number, seat in enumerate(seats)
    )
    by_seat = dict(zip((seat.pk for seat in seats), copies, strict=True))
    sitting = list(Occupancy.objects.filter(seat__table=table, until=None).order_by("seat__number", "pk"))
    chairs = list(dict.fromkeys(one.seat_id for one in sitting))
    shift = rotation([Role(by_seat[chair].role) for chair in chairs]) if rotate else 0
    to = {chair: by_seat[chairs[(place + shift) % len(chairs)]] for place, chair in enumerate(chairs)}
    watching = list(Observation.objects.filter(table=table, until=None))
    Occupancy.objects.filter(pk__in=[one.pk for one in sitting]).update(until=write.now)
    Observation.objects.filter(pk__in=[one.pk for one in watching]).update(until=write.now)
    Occupancy.objects.bulk_create(Occupancy(person_id=one.person_id, seat=to[one.seat_id]) for one in sitting)
    Observation.objects.bulk_create(Observation(person_id=one.person_id, table=again) for one in watching)
    Seat.objects.filter(pk__in=[seat.pk for seat in to.values()]).update(bot=False)
