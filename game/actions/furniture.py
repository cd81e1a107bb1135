"""Chairs and tables: what a facilitator puts in the room and takes out of it, in the lobby; one more chair in round 1 too."""

from collections.abc import Sequence

from django.conf import settings
from django.db.models import F

from game.actions.bots import let_bot_choose
from game.actions.sender import Sender
from game.actions.write import GameWrite, Origin, TableWrite
from game.engine.model.refusal import Refused
from game.engine.model.roles import MAX_SEATS, MIN_SEATS, Role
from game.engine.model.values import By
from game.engine.table.journal import SeatAdded
from game.engine.table.phases import Phase
from game.engine.table.seating import add_seat as with_one_more
from game.engine.table.seating import may_add
from game.models import Game, Observation, Occupancy, Seat, Table
from game.protocol.commands.people import AddSeat, AddTable, RemoveSeat, RemoveTable

FAR = 100  # more than a table has seats
RANK = {role.value: place for place, role in enumerate(Role)}


def add_seat(write: GameWrite, command: AddSeat, sender: Sender) -> None:
    """Put one more seat at a table; in a game that runs it comes last, and a bot keeps it warm where bots fill empty seats.

    Raises Refused: unknown_table, seats_full, seats_fixed from the outcome of round 1 on.
    """
    table = _table(write, command.table)
    game = write.game
    if game.phase == Phase.LOBBY:
        if Seat.objects.filter(table=table.row).count() >= MAX_SEATS:
            raise Refused("seats_full", limit=MAX_SEATS)
        put_seats(game, table.row, [command.role])
        sort_seats(table.row)
        write.changed(table)
    elif may_add(Phase(game.phase), game.round):
        _add_in_play(write, table, command.role, Origin(By.FACILITATOR, command.id, sender.device_id))
    else:
        raise Refused("seats_fixed")
    write.log("seat_added", None, command.id, role=command.role.value, table=command.table)


def remove_seat(write: GameWrite, command: RemoveSeat, sender: Sender) -> None:
    """Take a free seat away in the lobby.

    Raises Refused: only_in_lobby, unknown_table, unknown_seat, seat_taken, seat_needed: every role has one, a table three.
    """
    _check_lobby(write)
    table = _table(write, command.table)
    seats = list(Seat.objects.filter(table=table.row))
    seat = next((one for one in seats if one.number == command.seat), None)
    if seat is None:
        raise Refused("unknown_seat")
    if Occupancy.objects.filter(seat=seat, until=None).exists():
        raise Refused("seat_taken")
    if len(seats) <= MIN_SEATS or [one.role for one in seats].count(seat.role) == 1:
        raise Refused("seat_needed")
    seat.delete()
    sort_seats(table.row)
    write.changed(table)
    write.log("seat_removed", None, command.id, role=seat.role, table=command.table)


def add_table(write: GameWrite, command: AddTable, sender: Sender) -> None:
    """Put one more table in the lobby, with the first number that is free and the seats of the last table.

    Raises Refused: only_in_lobby, tables_full.
    """
    _check_lobby(write)
    tables = write.tables()
    if len(tables) >= settings.MAX_TABLES:
        raise Refused("tables_full", limit=settings.MAX_TABLES)
    taken = {table.row.number for table in tables}
    number = next(one for one in range(1, settings.MAX_TABLES + 1) if one not in taken)
    like = Seat.objects.filter(table=tables[-1].row).values_list("role", flat=True)
    added = write.take_in(Table.objects.create(game=write.game, number=number))
    put_seats(write.game, added.row, [Role(role) for role in like])
    write.log("table_added", None, command.id, table=number)


def remove_table(write: GameWrite, command: RemoveTable, sender: Sender) -> None:
    """Take a table away in the lobby at which nobody sits or watches.

    Raises Refused: only_in_lobby, unknown_table, table_taken, table_needed for the last one, table_played for one whose
    journal would go with it (it is left out when it stays empty).
    """
    _check_lobby(write)
    table = _table(write, command.table)
    if len(write.tables()) == 1:
        raise Refused("table_needed")
    sitting = Occupancy.objects.filter(seat__table=table.row, until=None)
    if sitting.exists() or Observation.objects.filter(table=table.row, until=None).exists():
        raise Refused("table_taken")
    if table.row.seq:
        raise Refused("table_played")
    write.drop(table)
    write.log("table_removed", None, command.id, table=command.table)


def put_seats(game: Game, table: Table, roles: Sequence[Role]) -> None:
    """Put seats at a table after those that are there; in a rehearsal a bot sits on each."""
    first = Seat.objects.filter(table=table).count()
    Seat.objects.bulk_create(
        Seat(table=table, number=first + place, role=role, bot=game.rehearsal)
        for place, role in enumerate(roles)
    )


def sort_seats(table: Table) -> None:
    """Number the seats of a table that does not play in the order of the roles."""
    seats = sorted(Seat.objects.filter(table=table), key=lambda seat: (RANK[seat.role], seat.number))
    if [seat.number for seat in seats] == list(range(len(seats))):
        return
    Seat.objects.filter(table=table).update(number=F("number") + FAR)  # no two may ever have the same
    for number, seat in enumerate(seats):
        Seat.objects.filter(pk=seat.pk).update(number=number)


def _add_in_play(write: GameWrite, table: TableWrite, role: Role, origin: Origin) -> None:
    game = write.game
    after = with_one_more(table.playing, role)
    write.record(table, SeatAdded(role), after, origin)
    number = len(after.setup.roles) - after.setup.neighbours - 1
    by_itself = game.fill_bots and not game.rehearsal
    Seat.objects.create(table=table.row, number=number, role=role, bot=game.fill_bots, filled=by_itself)
    if game.fill_bots:
        let_bot_choose(write, table, number)
    before = game.undo
    if before and not may_add(Phase(before["phase"]), before["round"]):
        game.undo = {}  # what it would lead back to has no such seat
        write.game_changed()


def _check_lobby(write: GameWrite) -> None:
    if write.game.phase != Phase.LOBBY:
        raise Refused("only_in_lobby")


def _table(write: GameWrite, number: int) -> TableWrite:
    found = next((table for table in write.tables() if table.row.number == number), None)
    if found is None:
        raise Refused("unknown_table")
    return found
