"""The tables and seats that are proposed, for every number of people."""

import pytest

from game.engine.model.roles import MAX_SEATS, MIN_SEATS, default_roles
from game.engine.table.proposal import MOST_PEOPLE, MOST_TABLES, Proposal, proposal, proposals


def test_everybody_from_3_to_400_has_a_seat_at_a_table_that_is_not_empty() -> None:
    for people in range(MIN_SEATS, MOST_PEOPLE + 1):
        found = proposal(people)
        assert 1 <= found.tables <= MOST_TABLES
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


@pytest.mark.parametrize(
    ("people", "sizes"),
    [
        (5, [(1, 5)]),
        (16, [(2, 8), (3, 6)]),
        (24, [(3, 8), (4, 6)]),
        (25, [(4, 7)]),
        (60, [(10, 6), (8, 8), (9, 7)]),
    ],
)
def test_other_good_sizes_are_there_to_choose(people: int, sizes: list[tuple[int, int]]) -> None:
    found = proposals(people)
    assert [(one.tables, one.seats) for one in found] == sizes
    assert found[0] == proposal(people)
    assert all(one.tables * one.seats - one.free == people for one in found)


def test_a_server_offers_no_more_tables_than_it_has() -> None:
    assert [one.tables for one in proposals(24, most_tables=3)] == [3]


@pytest.mark.parametrize("people", [2, 401])
def test_too_few_and_too_many_are_refused(people: int) -> None:
    with pytest.raises(ValueError, match="people play"):
        proposal(people)


def test_a_server_with_fewer_or_more_tables_proposes_what_it_can_have() -> None:
    assert proposal(24, most_tables=2) == Proposal(2, 12, 0)
    assert proposal(400, most_tables=100) == Proposal(50, 8, 0)
    with pytest.raises(ValueError, match="3 to 24 people play, not 25"):
        proposal(25, most_tables=2)
