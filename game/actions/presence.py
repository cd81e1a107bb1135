"""Leases that say whose phone is here: taken when a socket opens, renewed together, lapsed after silence.

A lease is right across processes and after a kill: whoever looks finds the lapsed ones and lets the screens know.
"""

from collections.abc import Collection, Mapping, Set

from django.db.models import Q

from game.actions.write import GameWrite, writing
from game.engine.model.refusal import Refused
from game.models import Occupancy, Presence, Seat
from game.selectors import clock
from game.selectors.leases import Attempt, Pair, is_alive, silent
from game.selectors.rights import held_seats


def renew(process: str) -> None:
    """Confirm all leases of this process in one statement."""
    Presence.objects.filter(process=process).update(seen_at=clock.now())


def arrive(game_id: int, process: str, arrivals: Mapping[Pair, Attempt]) -> frozenset[Pair]:
    """Take leases for these pairs of a game; screens change where someone was not here before.

    A pair that holds no seat of the game (any more), or a game that is gone, gets nothing. Returns the pairs whose lease a
    living process keeps for a newer attempt: theirs are sockets of the past.
    """
    try:
        with writing(game_id) as write:
            held = held_seats({seat for _, seat in arrivals})
            return _arrive(write, process, {pair: arrivals[pair] for pair in arrivals if pair in held})
    except Refused:
        return frozenset()


def _arrive(write: GameWrite, process: str, arrivals: Mapping[Pair, Attempt]) -> frozenset[Pair]:
    seat_ids = {seat for _, seat in arrivals}
    tables = dict(Seat.objects.filter(pk__in=seat_ids, table__game=write.game).values_list("pk", "table_id"))
    known = {(p.device_id, p.seat_id): p for p in Presence.objects.filter(seat_id__in=tables)}
    late = frozenset(pair for pair in arrivals if _is_late(process, known.get(pair), arrivals[pair]))
    fresh: list[Presence] = []
    again: list[Presence] = []
    back: set[int] = set()
    for device_id, seat_id in sorted(pair for pair in arrivals if pair[1] in tables and pair not in late):
        known_lease = known.get((device_id, seat_id))
        lease = known_lease or Presence(device_id=device_id, seat_id=seat_id, here=False, since=write.now)
        (again if known_lease else fresh).append(lease)
        if not lease.here:
            lease.here, lease.since = True, write.now
            write.changed(write.table(tables[seat_id]))
        back.add(seat_id)
        lease.process, lease.seen_at = process, write.now
        lease.page, lease.attempt = arrivals[device_id, seat_id]
    Presence.objects.bulk_create(fresh)
    Presence.objects.bulk_update(again, ["process", "here", "since", "seen_at", "page", "attempt"])
    _take_back(write, back)
    return late


def _is_late(process: str, lease: Presence | None, attempt: Attempt) -> bool:
    """Tell whether another process holds the lease for an attempt that was made after this one."""
    if lease is None or lease.process == process or not is_alive(lease):
        return False
    return attempt.is_behind(Attempt(lease.page, lease.attempt))


def _take_back(write: GameWrite, seat_ids: Set[int]) -> None:
    """Give people who are back the seat that a bot played or was kept off for them."""
    seats = Seat.objects.filter(Q(bot=True) | Q(keep=True), pk__in=seat_ids).select_related("table")
    for seat in seats:
        if seat.bot:
            people = Occupancy.objects.filter(seat=seat, until=None).select_related("person")
            sitting = [one.person for one in people]
            write.log("person_back", alias=sitting, table=seat.table.number)
        write.changed(write.table(seat.table_id))
    seats.update(bot=False, keep=False)


def leave(process: str, leases: Collection[int]) -> None:
    """Stop renewing these leases of this process; they lapse when no other socket takes them."""
    Presence.objects.filter(process=process, pk__in=leases).update(process="")


def lapse(game_id: int) -> int:
    """Say of everyone in a game who was silent for 6 s that they are away; return how many."""
    try:
        with writing(game_id) as write:
            lapsed = list(silent(game_id).select_related("seat"))
            for lease in lapsed:
                lease.here, lease.since = False, lease.seen_at
                write.changed(write.table(lease.seat.table_id))
            Presence.objects.bulk_update(lapsed, ["here", "since"])
    except Refused:
        return 0
    return len(lapsed)
