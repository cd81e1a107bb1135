"""Leases that say whose phone is here: taken when a socket opens, renewed together, lapsed after silence.

A lease is right across processes and after a kill: whoever looks finds the lapsed ones and lets the screens know.
"""

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from game.actions.writing import GameWrite, writing
from game.engine.refusal import Refused
from game.models import Presence, Seat

AWAY_AFTER_SECONDS = 6.0


def renew(process: str) -> None:
    """Confirm all leases of this process in one statement."""
    Presence.objects.filter(process=process).update(seen_at=timezone.now())


def arrive(game_id: int, process: str, arrivals: Iterable[tuple[int, int]]) -> None:
    """Take leases for these (device id, seat id) pairs of a game; screens change where someone was not here before."""
    try:
        with writing(game_id) as write:
            for device_id, seat_id in arrivals:
                _arrive(write, process, device_id, seat_id)
    except Refused:
        return


def _arrive(write: GameWrite, process: str, device_id: int, seat_id: int) -> None:
    seat = Seat.objects.filter(pk=seat_id, table__game=write.game).first()
    if seat is None:
        return
    before = Presence.objects.filter(device_id=device_id, seat=seat).first()
    if before is None:
        Presence.objects.create(
            device_id=device_id, seat=seat, process=process, since=write.now, seen_at=write.now
        )
    else:
        since = before.since if before.here else write.now
        Presence.objects.filter(pk=before.pk).update(
            process=process, here=True, since=since, seen_at=write.now
        )
    if before is None or not before.here:
        write.changed(write.table(seat.table_id))


def leave(process: str, departures: Iterable[tuple[int, int]]) -> None:
    """Stop renewing these (device id, seat id) pairs of this process; they lapse when nobody takes them again."""
    for device_id, seat_id in departures:
        Presence.objects.filter(process=process, device_id=device_id, seat_id=seat_id).update(process="")


def lapse(game_id: int) -> int:
    """Say of everyone in a game who was silent for 6 s that they are away; return how many."""
    if not _lapsed(game_id).exists():
        return 0
    try:
        with writing(game_id) as write:
            lapsed = list(_lapsed(game_id).select_related("seat"))
            for lease in lapsed:
                Presence.objects.filter(pk=lease.pk).update(here=False, since=lease.seen_at)
                write.changed(write.table(lease.seat.table_id))
    except Refused:
        return 0
    return len(lapsed)


def _lapsed(game_id: int) -> QuerySet[Presence]:
    limit = timezone.now() - timedelta(seconds=AWAY_AFTER_SECONDS)
    return Presence.objects.filter(seat__table__game_id=game_id, here=True, seen_at__lt=limit)
