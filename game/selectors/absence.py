"""Whose phone has been away for so long that a bot may take the seat; nothing here writes."""

from collections import defaultdict
from datetime import datetime, timedelta

from django.db.models import Exists, Max, OuterRef, QuerySet

from game.engine.table.phases import PLAY_PHASES
from game.models import LogLine, Occupancy, Person, Presence, Seat
from game.selectors import clock

# Phones are down in a time-out and in a pause: whoever takes theirs up again has the whole time to do so.
BREAK_OVER = ("time_out_over", "resumed")


def games_with_absence(not_before: datetime) -> list[int]:
    """Return the ids of games in play with a seat that a bot may take now; none before `not_before`."""
    now = clock.now()
    if now < not_before:
        return []
    return sorted({seat.table.game_id for seat, _ in _absent(_held(), now)})


def absent_seats(game_id: int, now: datetime) -> list[tuple[Seat, list[Person]]]:
    """Return the seats of a game that a bot may take, with who holds them."""
    return _absent(_held().filter(seat__table__game=game_id), now)


def _held() -> QuerySet[Occupancy]:
    """Return who holds a seat that a bot may take, with nobody of its people connected."""
    here = Presence.objects.filter(
        seat=OuterRef("seat"),
        here=True,
        device__people__occupancies__seat=OuterRef("seat"),
        device__people__occupancies__until=None,
    )
    running = Occupancy.objects.filter(
        until=None,
        seat__bot=False,
        seat__keep=False,
        seat__table__game__phase__in=PLAY_PHASES,
        seat__table__game__paused=False,
        seat__table__game__bot_after_seconds__gt=0,
    )
    return running.filter(~Exists(here)).select_related("seat__table__game", "person").order_by("seat", "pk")


def _absent(held: QuerySet[Occupancy], now: datetime) -> list[tuple[Seat, list[Person]]]:
    by_seat: dict[Seat, list[Occupancy]] = defaultdict(list)
    for one in held:
        by_seat[one.seat].append(one)
    if not by_seat:
        return []
    leases = Presence.objects.filter(seat__in=by_seat)
    left = {(lease.device_id, lease.seat_id): lease.since for lease in leases}
    breaks = LogLine.objects.filter(code__in=BREAK_OVER, game__in={seat.table.game_id for seat in by_seat})
    went_on = dict(breaks.order_by().values_list("game").annotate(Max("at")))
    found = []
    for seat, people in by_seat.items():
        # Sitting down again counts as being here: who was just moved is not away since before.
        since = max(max(left.get((one.person.device_id, seat.pk), one.since), one.since) for one in people)
        since = max(since, went_on.get(seat.table.game_id, since))
        if since + timedelta(seconds=seat.table.game.bot_after_seconds) <= now:
            found.append((seat, [one.person for one in people]))
    return found
