"""How many tables and seats suit so many people: tables of six to eight where that can be, and few free seats."""

from dataclasses import dataclass

from game.engine.model.roles import MAX_SEATS, MIN_SEATS

MOST_TABLES = 40  # unless a server is set to have fewer or more
MOST_PEOPLE = 400
GOOD_SEATS = range(6, 9)  # where everybody has a say, and no role is alone with too many


@dataclass(frozen=True, slots=True)
class Proposal:
    """So many tables of so many seats; `free` are the seats that nobody takes."""

    tables: int
    seats: int
    free: int


def most_people(most_tables: int = MOST_TABLES) -> int:
    """Return how many people can play at so many tables."""
    return min(MOST_PEOPLE, most_tables * MAX_SEATS)


def proposal(people: int, most_tables: int = MOST_TABLES) -> Proposal:
    """Return the tables and seats for so many people (3–400): of a good size, then with few free seats, then few tables.

    There are at most `most_tables` (1–100). Raises ValueError for fewer people, and for more than fit.
    """
    most = most_people(most_tables)
    if not MIN_SEATS <= people <= most:
        raise ValueError(f"{MIN_SEATS} to {most} people play, not {people}")
    found = [
        Proposal(tables, seats, tables * seats - people)
        for tables in range(1, most_tables + 1)
        if MIN_SEATS <= (seats := -(-people // tables)) <= MAX_SEATS
    ]
    return min(found, key=lambda one: (_off(one.seats), one.free, one.tables))


def proposals(people: int, most_tables: int = MOST_TABLES) -> tuple[Proposal, ...]:
    """Return what suits so many people: the proposal, then tables of other good sizes, larger ones first.

    Each with as few tables as it can, and none that could all do with a seat less. Raises ValueError as `proposal` does.
    """
    best = proposal(people, most_tables)
    found = [best]
    for seats in reversed(GOOD_SEATS):
        tables = -(-people // seats)
        one = Proposal(tables, seats, tables * seats - people)
        if tables <= most_tables and one.free < tables and tables not in {other.tables for other in found}:
            found.append(one)
    return tuple(found)


def _off(seats: int) -> int:
    """Return how many seats a table has too few or too many."""
    return max(GOOD_SEATS[0] - seats, seats - GOOD_SEATS[-1], 0)
