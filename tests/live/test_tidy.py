"""Cycles are looked for while nobody waits: what is new often, all of it now and then."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from game.live.tidy import NEW, WHOLE_SECONDS, Tidy


class Knot:
    """Something that only the search for cycles frees."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def knots() -> Iterator["list[weakref.ref[Knot]]"]:
    """Give knots that nobody holds: one that is old, and one among many that are new. Nothing is searched by itself."""
    gc.disable()
    gc.collect()
    held = Knot()
    old = weakref.ref(held)
    gc.collect(0)
    gc.collect(1)
    del held
    yield [old, weakref.ref([Knot() for _ in range(NEW)][-1])]
    gc.enable()


def freed(knots: "list[weakref.ref[Knot]]") -> list[bool]:
    return [one() is None for one in knots]


def test_what_is_new_is_searched_in_a_calm_moment(knots: "list[weakref.ref[Knot]]") -> None:
    calm = [False]
    tidy = Tidy(lambda: calm[0], clock=lambda: 0.0)
    tidy.tidy()
    assert freed(knots) == [False, False]
    calm[0] = True
    tidy.tidy()
    assert freed(knots) == [False, True]


def test_all_is_searched_after_a_minute(knots: "list[weakref.ref[Knot]]") -> None:
    now = [0.0]
    tidy = Tidy(lambda: True, clock=lambda: now[0])
    now[0] = WHOLE_SECONDS
    tidy.tidy()
    assert freed(knots) == [True, True]
