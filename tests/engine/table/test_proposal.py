"""The tables and seats that are proposed, for every number of people."""

import pytest

from game.actions.furniture import MAX_TABLES
from game.engine.model.roles import MAX_SEATS, MIN_SEATS, default_roles
from game.engine.table.proposal import MOST_PEOPLE, MOST_TABLES, Proposal, proposal


def test_everybody_from_3_to_400_has_a_seat_at_a_table_that_is_not_empty() -> None:
    assert MOST_TABLES == MAX_TABLES
    for people in range(MIN_SEATS, MOST_PEOPLE + 1):
        found = proposal(people)
        assert 1 <= found.tables <= MAX_TABLES
        assert MIN_SEATS <= found.seats <= MAX_SEATS
        assert found.tables * found.seats - found.free == people
        assert 0 <= found.free < found.tables
        assert default_roles(found.seats)


def test_tables_are_of_six_to_eight_where_that_can_be() -> None:
    odd = [people for people in range(3, 401) if not 6 <= proposal(people).seats <= 8]
    assert odd == [3, 4, 5, 9, 10, *range(321, 401)]


@pytest.mark.parametrize(
    ("people", "tables", "seats"),
    [
        (3, 1, 3),
        (8, 1, 8),
        (9, 1, 9),
        (10, 2, 5),
        (12, 2, 6),
        (24, 3, 8),
        (25, 4, 7),
        (60, 10, 6),
        (400, 40, 10),
    ],
)
def test_a_room_gets_what_a_facilitator_would_choose(people: int, tables: int, seats: int) -> None:
    assert proposal(people) == Proposal(tables, seats, tables * seats - people)


@pytest.mark.parametrize("people", [2, 401])
def test_too_few_and_too_many_are_refused(people: int) -> None:
    with pytest.raises(ValueError, match="people play"):
        proposal(people)
