"""Who did a task is who is seen there, and whether they did it together."""

import pytest

from game.engine.debrief.series import story
from game.engine.model.choices import Holder
from game.engine.screens.street import film
from tests.engine.golden import NAMES
from tests.engine.golden_screens import moments


@pytest.mark.parametrize("name", NAMES)
def test_what_is_told_to_be_done_agrees_with_the_film(name: str) -> None:
    *_, (_, state) = moments(name)
    for line, street in zip(story(state).rounds, film(state), strict=True):
        for task, seen in zip(line.tasks, street.tasks, strict=True):
            worked = seen.took_over + seen.worked_along > 0
            assert (seen.joined > 0 and worked) == (task.done is Holder.TOGETHER or task.apart)
            assert (seen.joined > 0 and not worked) == (task.done is Holder.RESIDENTS)
            assert (task.done is None) == (not seen.joined and not worked)
