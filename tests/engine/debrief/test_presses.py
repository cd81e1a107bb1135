"""A picture of a table takes as many presses as its game has something to show."""

import pytest

from game.engine.debrief.alone import after
from game.engine.debrief.circles import STATES, Circle
from game.engine.debrief.presses import AFTER, of_circles, presses, whole_at
from game.engine.debrief.story import shown
from tests.engine.golden import NAMES, golden, told

R1 = STATES["R1"]
WENT = Circle(1, 3, "R1", doubted="R1")


@pytest.mark.parametrize(
    ("held", "line"),
    [
        ((), R1),
        (("less_ours",), R1),
        (("home",), ("less_ours", "alone", "better_first", "home")),
        (("alone", "better_first"), ("home", "less_ours", "alone")),
        (("alone", "home"), ("better_first", "home")),
        (R1, ("alone",)),
    ],
)
def test_a_line_begins_after_what_was_held_back_and_ends_at_the_first_of_it(
    held: tuple[str, ...], line: tuple[str, ...]
) -> None:
    assert Circle(1, 6, "R1", held).line == line


@pytest.mark.parametrize(
    ("circles", "expected"),
    [
        ([], 0),
        ([WENT], 6),
        ([Circle(1, 6, "R1")], 5),
        ([Circle(1, 6, "R1", ("less_ours",), "came")], 6),
        ([Circle(1, 6, "R1", ("alone", "home"), "came")], 4),
        ([Circle(1, 6, "R1", R1)], 2),
        ([WENT, Circle(4, 6, "R6")], 5),
    ],
)
def test_the_presses_of_circles(circles: list[Circle], expected: int) -> None:
    assert of_circles(circles) == expected


@pytest.mark.parametrize("name", NAMES)
def test_what_comes_after_a_circle_begins_once_that_is_whole(name: str) -> None:
    found = presses(golden(name), told(name))
    assert found["pattern.circle.whole"] + AFTER <= found["pattern.circle"]


@pytest.mark.parametrize(
    ("circle", "expected"), [(WENT, 3), (Circle(1, 6, "R1", ("alone", "home"), "came"), 1)]
)
def test_a_circle_is_whole_after_its_arrows_and_a_line_after_its_states(
    circle: Circle, expected: int
) -> None:
    assert whole_at(circle) == expected


@pytest.mark.parametrize("name", NAMES)
def test_every_turning_point_has_a_press(name: str) -> None:
    assert presses(golden(name), told(name))["turning.turns"] == len(shown(told(name).story))


def test_who_plays_alone_goes_on_after_the_last_press_that_shows_something() -> None:
    found = {"pattern.circle": 4}
    assert after(("pattern", "circle", 3), 6, found) == ("pattern", "circle", 4)
    assert after(("pattern", "circle", 4), 6, found) == ("sensible", "logic", 0)
    assert after(("pattern", "circle", 4), 6) == ("pattern", "circle", 5)
