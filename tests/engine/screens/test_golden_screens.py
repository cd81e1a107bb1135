"""No screen of the golden games changes by itself; a change that means to change one writes them anew (golden_screens)."""

import pytest

from tests.engine.golden import NAMES
from tests.engine.golden_screens import screens, stored

pytestmark = pytest.mark.no_cover  # whole games: slow to measure, and smaller tests reach every line


@pytest.mark.parametrize("name", NAMES)
def test_every_audience_sees_what_it_saw(name: str) -> None:
    before, now = stored(name), screens(name)

    assert sorted(now) == sorted(before)
    for moment, audiences in before.items():
        for audience, screen in audiences.items():
            assert now[moment][audience] == screen, f"{moment}, {audience}"
