"""How many tables and seats suit so many people: tables of six to eight where that can be, and few free seats."""

from dataclasses import dataclass

from game.engine.model.roles import MAX_SEATS, MIN_SEATS

MOST_TABLES = 40
MOST_PEOPLE = 400
GOOD_SEATS = range(6, 9)  # where everybody has a say, and no role is alone with too many


@dataclass(frozen=True, slots=True)
class Proposal:
    """So many tables of so many seats; `free` are the seats that nobody takes."""

    tables: int
    seats: int
    free: int


def proposal(people: int) -> Proposal:
    """Return the tables and seats for so many people (3–400): of a good size, then with few free seats, then few tables.

    Raises ValueError outside that range.
    """
    if not MIN_SEATS <= people <= MOST_PEOPLE:
        raise ValueError(f"{MIN_SEATS} to {MOST_PEOPLE} people play, not {people}")
    found = [
        Proposal(tables, seats, tables * seats - people)
        for tables in range(1, MOST_TABLES + 1)
        if MIN_SEATS <= (seats := -(-people // tables)) <= MAX_SEATS
    ]
    return min(found, key=lambda one: (_off(one.seats), one.free, one.tables))


def _off(seats: int) -> int:
    """Return how many seats a table has too few or too many."""
    return max(GOOD_SEATS[0] - seats, seats - GOOD_SEATS[-1], 0)
