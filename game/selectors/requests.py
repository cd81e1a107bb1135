"""Who asks to share a seat, for the screens of who sits there and for the page of who waits at the door."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import QuerySet

from game.engine.screens.room import Asker
from game.models import Occupancy, SeatRequest
from game.selectors import clock

ASK_MINUTES = 10


@dataclass(frozen=True, slots=True)
class Asked:
    """What a device asks for: a seat of this role at this table, with whom; `refused` when they said no."""

    alias: str
    holder: str
    table: int
    role: str
    refused: bool


def asking(seat_ids: Iterable[int]) -> dict[int, tuple[Asker, ...]]:
    """Return per seat who asks to share it now, in order of asking; a seat that is full or left is asked for no more."""
    found: dict[int, list[Asker]] = defaultdict(list)
    for one in _fresh().filter(seat__in=list(seat_ids), refused_at=None).order_by("pk"):
        found[one.seat_id].append(Asker(one.pk, one.alias))
    held: dict[int, int] = defaultdict(int)
    for seat_id in Occupancy.objects.filter(seat__in=found, until=None).values_list("seat", flat=True):
        held[seat_id] += 1
    return {seat_id: tuple(askers) for seat_id, askers in found.items() if held[seat_id] == 1}


def asked(device_id: int, workshop_id: int) -> Asked | None:
    """Return what this device asked for last in a workshop and is not over yet, or None."""
    mine = _fresh().filter(device=device_id, seat__table__game__workshop=workshop_id)
    one = mine.select_related("seat__table").order_by("-pk").first()
    if one is None:
        return None
    names = Occupancy.objects.filter(seat=one.seat_id, until=None).values_list("person__alias", flat=True)
    if len(names) != 1:
        return None
    return Asked(one.alias, names[0], one.seat.table.number, one.seat.role, one.refused_at is not None)


def games_with_lapsed() -> list[int]:
    """Return the ids of games with requests that nobody answered in time."""
    lapsed = SeatRequest.objects.filter(at__lte=clock.now() - timedelta(minutes=ASK_MINUTES))
    return sorted(set(lapsed.values_list("seat__table__game", flat=True)))


def _fresh() -> QuerySet[SeatRequest]:
    return SeatRequest.objects.filter(at__gt=clock.now() - timedelta(minutes=ASK_MINUTES))
