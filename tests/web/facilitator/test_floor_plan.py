"""The floor plan of the room: every table is in it, inside the walls and beside the others, with a chair for everybody."""

from itertools import combinations
from math import hypot

import pytest

from game.web.facilitator.floor_plan import WIDE, plan_of


@pytest.mark.parametrize("tables", [1, 2, 3, 4, 5, 7, 10, 13, 25, 40, 100])
@pytest.mark.parametrize("seats", [3, 6, 12])
def test_every_table_has_its_place(tables: int, seats: int) -> None:
    plan = plan_of(tables, seats)

    assert [place.number for place in plan.places] == [*range(1, tables + 1)]
    assert {len(place.chairs) for place in plan.places} == {seats}
    chairs = [chair for place in plan.places for chair in place.chairs]
    assert [
        (x, y)
        for x, y in chairs
        if not (plan.chair <= x <= WIDE - plan.chair and 60 <= y <= plan.tall - plan.chair)
    ] == []
    for one, other in combinations(chairs, 2):
        assert hypot(one[0] - other[0], one[1] - other[1]) > 2 * plan.chair
