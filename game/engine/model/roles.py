"""The three roles and how many seats of each a table has; knows nothing of people or phones."""

from collections.abc import Sequence
from enum import StrEnum

MIN_HOUSEHOLDS = 4
MIN_SEATS = 3
MAX_SEATS = 12


class Role(StrEnum):
    """A chair's role, in the order in which seats stand at a table."""

    MUNICIPALITY = "municipality"
    PROFESSIONAL = "professional"
    RESIDENT = "resident"

    @property
    def group(self) -> str:
        """What its chairs are called together, in game files and on screens."""
        return _GROUPS[self]


_GROUPS = {
    Role.MUNICIPALITY: "municipality",
    Role.PROFESSIONAL: "professionals",
    Role.RESIDENT: "residents",
}


def default_roles(seats: int) -> tuple[Role, ...]:
    """Return the roles of a table with `seats` seats (3–12), municipality first.

    Raises ValueError outside that range.
    """
    if not MIN_SEATS <= seats <= MAX_SEATS:
        raise ValueError(f"a table has {MIN_SEATS} to {MAX_SEATS} seats, not {seats}")
    municipality = 2 if seats >= 7 else 1
    professionals = 3 if seats >= 10 else 2 if seats >= 6 else 1
    residents = seats - municipality - professionals
    return (
        (Role.MUNICIPALITY,) * municipality
        + (Role.PROFESSIONAL,) * professionals
        + (Role.RESIDENT,) * residents
    )


def neighbours_needed(residents: int) -> int:
    """Return how many bot households join `residents` seats so that a street has at least four."""
    return max(0, MIN_HOUSEHOLDS - residents)


def rotation(roles: Sequence[Role]) -> int:
    """Return by how many places to move the people on chairs with these roles so that most get another role.

    The smallest such number; 0 when nobody could get another role.
    """
    changes = [
        sum(role is not roles[(place + shift) % len(roles)] for place, role in enumerate(roles))
        for shift in range(len(roles))
    ]
    return changes.index(max(changes)) if changes else 0
