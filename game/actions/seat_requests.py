"""Asking at the door to share somebody's seat. Asking gives nothing: who sits there, or the facilitator, gives a code for it.

A request is seen live by who sits there and on the panel, and lapses after ten minutes, or when it is answered.
"""

from collections import Counter
from datetime import datetime, timedelta

from django.db.models import Count, Q, QuerySet

from game.actions.admission import check_alias_free, clean_alias, place_in
from game.actions.sender import Sender
from game.actions.write import GameWrite, writing, writing_newest
from game.engine.model.refusal import Refused
from game.models import Device, Game, Occupancy, Person, Seat, SeatRequest
from game.protocol.commands.player import RefuseRequest
from game.selectors.requests import ASK_MINUTES
from game.selectors.rights import why_kept_out

ASKS_PER_SEAT = 3


def ask(workshop_id: int, device: Device, alias: str, table: int | None, role: str | None) -> SeatRequest:
    """Ask to share a seat that has one phone, by wish of table and role; else at the table with the fewest people.

    A device asks for one seat at a time; the same wish again is the same request. Raises Refused: gone, game_over,
    already_seated, blocked, room_locked, alias_*, no_seat_to_share, share_refused (they said no a moment ago), share_busy.
    """
    with writing_newest(workshop_id) as write:
        if place_in(write.game, device) is not None:
            raise Refused("already_seated")
        if closed := why_kept_out(write.game.workshop, write.game.phase, device.pk):
            raise Refused(closed)
        known = Person.objects.filter(workshop_id=workshop_id, device=device).first()
        name = clean_alias(alias)
        check_alias_free(workshop_id, known.pk if known else None, name)
        _forget(write, SeatRequest.objects.filter(at__lte=_lapsed(write.now)))
        mine = SeatRequest.objects.filter(device=device, seat__table__game=write.game)
        asked = mine.filter(refused_at=None, alias=name).select_related("seat__table").first()
        if asked is not None and table in (None, asked.seat.table.number) and role in (None, asked.seat.role):
            return asked
        _forget(write, mine.filter(refused_at=None))
        seat = _choose(write.game, device, table, role)
        write.changed(write.table(seat.table_id))
        return SeatRequest.objects.create(seat=seat, device=device, alias=name, at=write.now)


def refuse_as_holder(write: GameWrite, command: RefuseRequest, sender: Sender) -> None:
    """Say no to somebody who asks to share one's own seat; raises Refused: not_seated, request_gone."""
    held = Occupancy.objects.filter(
        person__device=sender.device_id, seat__table__game=write.game, until=None
    ).first()
    if held is None:
        raise Refused("not_seated")
    _refuse(write, SeatRequest.objects.filter(pk=command.request, seat=held.seat_id))


def refuse(write: GameWrite, command: RefuseRequest, sender: Sender) -> None:
    """Say no for who sits there; raises Refused("request_gone")."""
    _refuse(write, SeatRequest.objects.filter(pk=command.request, seat__table__game=write.game))


def withdraw(workshop_id: int, device: Device) -> None:
    """Take back what a device asks for, and forget what it was refused; raises Refused("gone")."""
    with writing_newest(workshop_id) as write:
        _forget(write, SeatRequest.objects.filter(device=device, refused_at=None))


def granted(write: GameWrite, device: Device) -> None:
    """Forget what a device asked for: it has a place now."""
    _forget(write, SeatRequest.objects.filter(device=device))


def forget_lapsed(game_id: int) -> int:
    """Forget the requests of a game that nobody answered in time; return how many."""
    try:
        with writing(game_id) as write:
            return _forget(write, SeatRequest.objects.filter(at__lte=_lapsed(write.now)))
    except Refused:
        return 0


def _lapsed(now: datetime) -> datetime:
    return now - timedelta(minutes=ASK_MINUTES)


def _refuse(write: GameWrite, requests: QuerySet[SeatRequest]) -> None:
    """Refuse a request; one that was refused already stays so."""
    found = requests.filter(at__gt=_lapsed(write.now)).select_related("seat").first()
    if found is None:
        raise Refused("request_gone")
    if found.refused_at is None:
        requests.update(refused_at=write.now)
        write.changed(write.table(found.seat.table_id))


def _forget(write: GameWrite, requests: QuerySet[SeatRequest]) -> int:
    """Delete those of these requests that are of this game, and let their tables' screens follow."""
    found = list(requests.filter(seat__table__game=write.game).select_related("seat"))
    SeatRequest.objects.filter(pk__in=[one.pk for one in found]).delete()
    for table_id in {one.seat.table_id for one in found}:
        write.changed(write.table(table_id))
    return len(found)


def _choose(game: Game, device: Device, table: int | None, role: str | None) -> Seat:
    """Return the seat to ask for: with exactly one person, by wish, at the table with the fewest people."""
    is_sitting = Q(occupancies__until=None, occupancies__isnull=False)
    seats = Seat.objects.filter(table__game=game).select_related("table")
    counted = list(seats.annotate(sitting=Count("occupancies", filter=is_sitting)))
    asks = SeatRequest.objects.filter(seat__table__game=game)
    asking = Counter(asks.filter(refused_at=None).values_list("seat", flat=True))
    said_no = set(asks.filter(device=device).exclude(refused_at=None).values_list("seat", flat=True))
    at_table = Counter[int]()
    for seat in counted:
        at_table[seat.table_id] += seat.sitting
    fitting = [
        seat
        for seat in counted
        if seat.sitting == 1 and table in (None, seat.table.number) and role in (None, seat.role)
    ]
    if not fitting:
        raise Refused("no_seat_to_share")
    willing = [seat for seat in fitting if seat.pk not in said_no]
    if not willing:
        raise Refused("share_refused")
    quiet = [seat for seat in willing if asking[seat.pk] < ASKS_PER_SEAT]
    if not quiet:
        raise Refused("share_busy")
    return min(
        quiet, key=lambda seat: (asking[seat.pk], at_table[seat.table_id], seat.table.number, seat.number)
    )
