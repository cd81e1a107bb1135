"""Who may see and do what, read from grants and occupancies."""

from game.models import Grant, Occupancy, Seat


def is_facilitator(device_id: int, workshop_id: int) -> bool:
    """Tell whether this device runs this workshop, from the panel or as a remote."""
    return Grant.objects.filter(
        device_id=device_id,
        workshop_id=workshop_id,
        kind__in=(Grant.Kind.FACILITATOR, Grant.Kind.REMOTE),
        revoked_at=None,
    ).exists()


def seat_of(device_id: int, workshop_id: int) -> Seat | None:
    """Return the seat that this device's person holds in the workshop's newest game, or None."""
    held = (
        Occupancy.objects.filter(
            person__device_id=device_id, seat__table__game__workshop_id=workshop_id, until=None
        )
        .select_related("seat__table__game")
        .order_by("-seat__table__game__number")
        .first()
    )
    return held.seat if held else None


def held_seats(seat_ids: set[int]) -> set[tuple[int, int]]:
    """Return which (device, seat) pairs hold among these seats."""
    held = Occupancy.objects.filter(seat_id__in=seat_ids, until=None)
    return {(device, seat) for device, seat in held.values_list("person__device_id", "seat_id")}
