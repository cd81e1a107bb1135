"""Who may see and do what, read from grants and occupancies."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from game.engine.table.phases import DEBRIEF_PHASES
from game.models import Device, Game, Grant, Observation, Occupancy, Pairing, Person, Seat, Table, Workshop
from game.selectors.prepared import MANY, Prepared


def is_facilitator(device_id: int, workshop_id: int) -> bool:
    """Tell whether this device runs this workshop, from the panel or as a remote."""
    return _runs.first(device_id, workshop_id) is not None


def grant_of(device_id: int, workshop_id: int) -> int | None:
    """Return the right by which this device runs this workshop, None where it does not."""
    found = _runs.first(device_id, workshop_id)
    return found[0] if found else None


@Prepared
def _runs(device: int, workshop: int) -> QuerySet[Grant, tuple[int]]:
    kinds = (Grant.Kind.FACILITATOR, Grant.Kind.REMOTE)
    found = Grant.objects.filter(device_id=device, workshop_id=workshop, kind__in=kinds, revoked_at=None)
    return found.order_by().values_list("pk")[:1]


def may_manage(device_id: int, workshop_id: int) -> bool:
    """Tell whether this device decides who else runs this workshop, and sees all of it: a remote only steers."""
    return Grant.objects.filter(
        device_id=device_id, workshop_id=workshop_id, kind=Grant.Kind.FACILITATOR, revoked_at=None
    ).exists()


LOOKS = (Grant.Kind.PROJECTOR, Grant.Kind.FACILITATOR, Grant.Kind.REMOTE)


def looking_devices(workshop_id: int) -> set[int]:
    """Return the devices that may show this workshop as its projector: by its link, or because they run it."""
    found = Grant.objects.filter(workshop_id=workshop_id, kind__in=LOOKS, revoked_at=None)
    return set(found.values_list("device_id", flat=True))


def may_look(device_id: int, workshop_id: int) -> bool:
    """Tell whether this device may show this workshop as its projector."""
    found = Grant.objects.filter(
        device_id=device_id, workshop_id=workshop_id, kind__in=LOOKS, revoked_at=None
    )
    return found.exists()


def was_facilitator(device_id: int, workshop_id: int) -> bool:
    """Tell whether this device ran this workshop and was taken off its list."""
    return (
        Grant.objects.filter(device_id=device_id, workshop_id=workshop_id).exclude(revoked_at=None).exists()
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a device is in a workshop's newest game, and since when: on a seat, or (None) watching the table."""

    person_id: int
    alias: str
    table: Table
    seat: Seat | None
    since: datetime


def place_of(device_id: int, workshop_id: int) -> Place | None:
    """Return the place of this device's person in the workshop's newest game, or None."""
    occupancy = _held.first(device_id, workshop_id)
    if occupancy is not None:
        person, seat = occupancy.person, occupancy.seat
        return Place(person.pk, person.alias, seat.table, seat, occupancy.since)
    observation = _watched.first(device_id, workshop_id)
    if observation is None:
        return None
    person = observation.person
    return Place(person.pk, person.alias, observation.table, None, observation.since)


def seats_of(token_hashes: Sequence[str], workshop_id: int) -> list[tuple[str, int, int, int]]:
    """Return token hash, device, seat and game of each seat that these devices hold; `place_of` is the first of a device."""
    parts = (token_hashes[at : at + MANY] for at in range(0, len(token_hashes), MANY))
    return [seat for part in parts for seat in _seats_of.all(workshop_id, *part)]


@Prepared
def _seats_of(workshop: int, *hashes: str) -> QuerySet[Occupancy, tuple[str, int, int, int]]:
    # Among the devices themselves: else SQLite goes through everybody in the workshop for each few who ask.
    devices = Device.objects.filter(token_hash__in=hashes)
    found = _all_held(workshop).filter(person__device__in=devices).order_by("pk")
    return found.values_list(
        "person__device__token_hash", "person__device_id", "seat_id", "seat__table__game_id"
    )


def _all_held(workshop: int) -> QuerySet[Occupancy, Occupancy]:
    held = Occupancy.objects.filter(person__workshop_id=workshop, until=None)
    return held.filter(seat__table__game__in=_newest(workshop))


@Prepared
def _held(device: int, workshop: int) -> QuerySet[Occupancy, Occupancy]:
    placed = _all_held(workshop).filter(person__device_id=device)
    placed = placed.select_related("person", "seat__table__game__workshop")
    return placed.defer("seat__table__snapshot").order_by("pk")[:1]


@Prepared
def _watched(device: int, workshop: int) -> QuerySet[Observation, Observation]:
    watched = Observation.objects.filter(person__device_id=device, person__workshop_id=workshop, until=None)
    placed = watched.filter(table__game__in=_newest(workshop)).select_related(
        "person", "table__game__workshop"
    )
    return placed.defer("table__snapshot").order_by("pk")[:1]


def _newest(workshop: int) -> QuerySet[Game, Any]:
    return Game.objects.filter(workshop_id=workshop).order_by("-number").values("pk")[:1]


def seat_of(device_id: int, workshop_id: int) -> Seat | None:
    """Return the seat that this device's person holds in the workshop's newest game, or None."""
    place = place_of(device_id, workshop_id)
    return place.seat if place else None


def person_of(device_id: int, workshop_id: int) -> Person | None:
    """Return the device's owner in a workshop, also one without a place; None for one who never was there."""
    return _person.first(device_id, workshop_id)


@Prepared
def _person(device: int, workshop: int) -> QuerySet[Person, Person]:
    return Person.objects.filter(device_id=device, workshop_id=workshop)[:1]


def is_known(device_id: int, workshop_id: int) -> bool:
    """Tell whether this device's owner was in a workshop, under some name."""
    return Person.objects.filter(device_id=device_id, workshop_id=workshop_id).exists()


def why_no_place(device_id: int, workshop_id: int) -> str:
    """Return the code of why a device without a place has none: blocked, removed, seat_handed_over, not_seated."""
    person = Person.objects.filter(device_id=device_id, workshop_id=workshop_id).first()
    if person is not None and (person.blocked or person.removed):
        return "blocked" if person.blocked else "removed"
    handed = Pairing.objects.filter(workshop_id=workshop_id, previous_id=device_id, used_at__isnull=False)
    return "seat_handed_over" if handed.exists() else "not_seated"


KEPT_OUT = ("game_over", "blocked", "room_locked")


def why_kept_out(workshop: Workshop, phase: str, device_id: int | None) -> str:
    """Return the code (of KEPT_OUT) of why a device without a place gets none in a game in `phase`; "" when it may come in.

    A locked room is so for who was not in before.
    """
    if phase in DEBRIEF_PHASES:
        return "game_over"
    person = person_of(device_id, workshop.pk) if device_id else None
    if person is not None:
        return "blocked" if person.blocked else ""
    return "room_locked" if workshop.locked else ""


def held_seats(seat_ids: set[int]) -> set[tuple[int, int]]:
    """Return which (device, seat) pairs hold among these seats."""
    held = Occupancy.objects.filter(seat_id__in=seat_ids, until=None)
    return {(device, seat) for device, seat in held.values_list("person__device_id", "seat_id")}
