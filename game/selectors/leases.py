"""Who has an open socket where, as the leases in the database say it; nothing here writes."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import Exists, OuterRef, QuerySet

from game.engine.table.phases import RUNNING_PHASES, Phase
from game.models import Game, PanelLease, Presence
from game.selectors import clock

AWAY_AFTER_SECONDS = 6.0

Pair = tuple[int, int]  # device id, seat id


class Attempt(NamedTuple):
    """Which attempt of a device a socket is: `page` rises whenever somebody comes to a page, `number` with each of its tries.

    So the order in which sockets were meant is known, in whatever order a network lets them through. 0: it did not say.
    """

    page: int = 0
    number: int = 0

    def is_behind(self, other: "Attempt") -> bool:
        """Tell whether `other` was meant later; of what did not say, nothing is known."""
        return self.page > 0 and self < other


UNKNOWN = Attempt()


@dataclass(frozen=True, slots=True)
class Leases:
    """How a process's open sockets compare with its leases.

    `left` are the ids of leases without a socket, `missing` the sockets without a lease, `taken` those whose lease
    another living process took: a newer socket is open there.
    """

    left: frozenset[int]
    missing: frozenset[Pair]
    taken: frozenset[Pair]


def compare(process: str, open_here: Set[Pair]) -> Leases:
    """Compare the leases of `process` with the sockets it has open."""
    own = list(Presence.objects.filter(process=process).values_list("pk", "device_id", "seat_id", "here"))
    left = frozenset(pk for pk, device, seat, _ in own if (device, seat) not in open_here)
    lacking = open_here - {(device, seat) for _, device, seat, here in own if here}
    if not lacking:
        return Leases(left, frozenset(), frozenset())
    others = Presence.objects.filter(seat_id__in={seat for _, seat in lacking}, seen_at__gte=_limit())
    held = frozenset(others.exclude(process__in=("", process)).values_list("device_id", "seat_id"))
    return Leases(left, frozenset(lacking - held), frozenset(lacking & held))


def is_alive(lease: Presence) -> bool:
    """Tell whether a process has confirmed this lease within the last 6 s."""
    return lease.process != "" and lease.seen_at >= _limit()


def silent(game_id: int | None = None) -> QuerySet[Presence]:
    """Return the leases shown as here that nobody confirmed for 6 s, of one game or of all."""
    found = Presence.objects.filter(here=True, seen_at__lt=_limit())
    return found if game_id is None else found.filter(seat__table__game_id=game_id)


def games_with_silence() -> list[int]:
    """Return the ids of the games that have silent leases."""
    return list(silent().values_list("seat__table__game_id", flat=True).distinct())


def has_panel(game_id: int) -> bool:
    """Tell whether a panel of this game was confirmed as open within the last 6 s."""
    return PanelLease.objects.filter(game_id=game_id, seen_at__gte=_limit()).exists()


def games_of_facilitators_who_left_or_came() -> list[int]:
    """Return the ids of running games whose screens say something else about the facilitator than the leases do."""
    games = Game.objects.filter(phase__in=(*RUNNING_PHASES, Phase.DEBRIEF), panel_leases__isnull=False)
    fresh = Exists(PanelLease.objects.filter(game=OuterRef("pk"), seen_at__gte=_limit()))
    left = games.filter(~fresh, facilitator_away_since=None)
    came = games.filter(fresh, facilitator_away_since__isnull=False)
    return list(left.union(came).values_list("pk", flat=True))


def _limit() -> datetime:
    return clock.now() - timedelta(seconds=AWAY_AFTER_SECONDS)
