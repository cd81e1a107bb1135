"""Bots on seats and people on other chairs: seating and unseating a bot, standing in for who is away, swapping chairs."""

from collections import defaultdict
from datetime import datetime

from game.actions.bots import let_bot_choose
from game.actions.people import MOVING_PHASES, ROLE_PHASES
from game.actions.sender import Sender
from game.actions.write import GameWrite, writing
from game.engine.model.refusal import Refused
from game.engine.model.roles import Role, rotation
from game.engine.table.phases import PLAY_PHASES
from game.models import Occupancy, Presence, Seat
from game.protocol.commands.people import SetBot, SwapChairs
from game.selectors import heartbeat
from game.selectors.absence import absent_seats


def set_bot(write: GameWrite, command: SetBot, sender: Sender) -> None:
    """Let a bot play a seat, or not any more; from an absent person's seat it then stays away by itself too.

    Raises Refused: wrong_phase, unknown_seat, somebody_here when a connected person has the seat.
    """
    if write.game.phase not in MOVING_PHASES:
        raise Refused("wrong_phase")
    seat = Seat.objects.filter(
        table__game=write.game, table__number=command.table, number=command.seat
    ).first()
    if seat is None:
        raise Refused("unknown_seat")
    holders = list(Occupancy.objects.filter(seat=seat, until=None).select_related("person"))
    is_here = _is_somebody_here(seat, holders)
    if command.bot and is_here:
        raise Refused("somebody_here")
    keep = not command.bot and bool(holders) and not is_here
    if (command.bot, keep) == (seat.bot, seat.keep):
        return
    if command.bot:
        seat_bot(write, seat)
    else:
        Seat.objects.filter(pk=seat.pk).update(bot=False, keep=keep)
        write.changed(write.table(seat.table_id))
    write.log("bot_seated" if command.bot else "bot_unseated", role=seat.role, table=command.table)


def _is_somebody_here(seat: Seat, holders: list[Occupancy]) -> bool:
    devices = [holder.person.device_id for holder in holders]
    return Presence.objects.filter(seat=seat, device__in=devices, here=True).exists()


def seat_bot(write: GameWrite, seat: Seat) -> None:
    """Let a bot play this seat from now on; what was tapped on it in the open phase stays."""
    Seat.objects.filter(pk=seat.pk).update(bot=True, keep=False, filled=False)
    table = write.table(seat.table_id)
    if write.game.phase in PLAY_PHASES:
        let_bot_choose(write, table, seat.number)
    write.changed(table)


def let_bots_stand_in(game_id: int, not_before: datetime) -> int:
    """Let bots play the seats of a game whose people have been away for too long; return how many.

    Before `not_before` nobody counts as away: phones may still be on their way back to a server that just started.
    """
    try:
        with writing(game_id) as write:
            if write.now < not_before or not heartbeat.has_run(write.now):
                return 0
            absent = absent_seats(game_id, write.now)
            for seat, people in absent:
                seat_bot(write, seat)
                write.log("bot_stood_in", alias=people, table=seat.table.number)
            return len(absent)
    except Refused:
        return 0


def swap_chairs(write: GameWrite, command: SwapChairs, sender: Sender) -> None:
    """Let the people of one table or of all change chairs, so that as many as possible get another role.

    Raises Refused: role_between_rounds, unknown_table, nothing_to_swap.
    """
    if write.game.phase not in ROLE_PHASES:
        raise Refused("role_between_rounds")
    numbers = {table.row.number: table for table in write.tables()}
    if command.table is not None and command.table not in numbers:
        raise Refused("unknown_table")
    held = Occupancy.objects.filter(seat__table__game=write.game, until=None).select_related("seat")
    by_table: dict[int, dict[Seat, list[Occupancy]]] = defaultdict(lambda: defaultdict(list))
    for one in held.order_by("seat__number", "pk"):
        by_table[one.seat.table_id][one.seat].append(one)
    tables = [table for number, table in numbers.items() if command.table in (None, number)]
    moves = [move for table in tables for move in _rotated(by_table[table.row.pk])]
    if not moves:
        raise Refused("nothing_to_swap")
    Occupancy.objects.filter(pk__in=[one.pk for one, _ in moves]).update(until=write.now)
    Occupancy.objects.bulk_create(Occupancy(person_id=one.person_id, seat=seat) for one, seat in moves)
    # Whoever sat there may be away; the bot that stands in is for that person, not for the chair.
    Seat.objects.filter(pk__in=[seat.pk for _, seat in moves]).update(bot=False, keep=False)
    for table_id in {seat.table_id for _, seat in moves}:
        write.changed(write.table(table_id))
    write.log("swapped", command.table, command.id)


def _rotated(sitting: dict[Seat, list[Occupancy]]) -> list[tuple[Occupancy, Seat]]:
    """Return who goes to which chair at one table; a shared seat moves as one."""
    chairs = list(sitting)
    shift = rotation([Role(chair.role) for chair in chairs])
    if not shift:
        return []
    return [
        (one, chairs[(place + shift) % len(chairs)])
        for place, chair in enumerate(chairs)
        for one in sitting[chair]
    ]
