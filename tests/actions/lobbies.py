"""What the tests of the lobby look at: presses that start and open it again, its chairs, bots and lines of the log."""

from game.actions import admission, devices
from game.engine.model.roles import Role
from game.models import LogLine, Seat, Table
from game.protocol.commands.course import Next
from game.protocol.commands.people import AddSeat
from game.selectors.live import loading, screens
from tests.actions.room import new_id, start


def begin(room, *fill):
    return room.run(Next(new_id(), room.game.step, bots_at=fill))


def more(room, role, table=1, id=None):
    return room.run(AddSeat(id or new_id(), room.game.step, table, Role(role)))


def plan(room):
    return screens.panel_room(loading.load(room.game.pk)).start


def numbers(room):
    return list(Table.objects.filter(game=room.game).values_list("number", flat=True))


def roles(table=1):
    return list(Seat.objects.filter(table__number=table).values_list("number", "role"))


def bots(table=1):
    return list(Seat.objects.filter(table__number=table, bot=True).values_list("number", flat=True))


def lines(room, code):
    return list(LogLine.objects.filter(game=room.game, code=code).values_list("table", "params", "replaced"))


def watch(room, table):
    device, _ = devices.register("nl")
    admission.join(room.workshop.pk, device, "Mol", table, None, "observe")
    return device


def three_tables():
    room = start(tables=3, seats=4)
    room.join("Egel", table=1, role="resident")
    room.join("Das", table=3, role="municipality")
    return room
