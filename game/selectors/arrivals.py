"""How somebody came to the place they have: late, on a new chair, or with another phone; nothing here writes.

Read when their page is made, once. Whoever sat down in the lobby, or before two phases closed, is no newcomer.
"""

from dataclasses import dataclass
from datetime import datetime

from game.engine.model.values import By
from game.engine.table.phases import RUNNING_PHASES
from game.models import JournalEntry, Observation, Occupancy, Pairing, Seat, Table
from game.selectors.rights import Place

NEW_FOR = 2  # closed phases


@dataclass(frozen=True, slots=True)
class Arrival:
    """What is new: `late`, the table, so they read what happened there; `chair`, so the role card lies open; `phone`, so that
    what a bot chose in this phase was not chosen while they were away. `warm` tells that a bot played this chair until they
    sat down, `closings` how many phases closed since, at most two (then nothing is new any more).
    """

    late: bool = False
    chair: bool = False
    phone: bool = False
    warm: bool = False
    closings: int = NEW_FOR


def arrival_of(place: Place) -> Arrival:
    """Return how the person of this place came there."""
    game = place.table.game
    if game.phase not in RUNNING_PHASES:
        return Arrival()
    begun = JournalEntry.objects.filter(table=place.table, kind="set_up").values_list("at", flat=True).last()
    since = place.since
    if begun is None:
        return Arrival()
    taken = Pairing.objects.filter(person=place.person_id, kind=Pairing.Kind.SEAT, used_at__gt=game.opened_at)
    phone = taken.exists()
    closings = JournalEntry.objects.filter(table=place.table, kind="phase_closed", at__gt=since).count()
    if since <= begun or closings >= NEW_FOR:
        return Arrival(phone=phone)
    return Arrival(
        late=not _was_here(place.person_id, place.table, since),
        chair=place.seat is not None,
        phone=phone,
        warm=place.seat is not None and _kept_warm(place.table, place.seat, since),
        closings=closings,
    )


def _was_here(person: int, table: Table, since: datetime) -> bool:
    """Tell whether somebody sat at or watched this table before."""
    sat = Occupancy.objects.filter(person=person, seat__table=table, since__lt=since)
    watched = Observation.objects.filter(person=person, table=table, since__lt=since)
    return sat.exists() or watched.exists()


def _kept_warm(table: Table, seat: Seat, since: datetime) -> bool:
    """Tell whether the newest choice on a seat before somebody sat down there was a bot's."""
    chosen = JournalEntry.objects.filter(table=table, seat=seat.number, kind="chose", at__lte=since)
    return chosen.order_by("-seq").values_list("by", flat=True).first() == By.BOT
