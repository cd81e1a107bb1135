"""The middle of a group: means and halves over its tables, and a picture of that in which nobody is anybody."""

import pytest

from game.engine.debrief.played import of_table
from game.engine.model.choices import Holder
from game.engine.screens.middle import FRONT, MiddlePlace, drawn, middle
from game.engine.screens.street import film
from tests.engine.builders import CALM, TROUBLE, round_played


def test_of_one_table_it_is_that_table():
    state = round_played(draws=TROUBLE)
    [places] = middle([of_table(state)])
    [street] = film(state)
    qualities = [task.quality for task in state.played[0].result.outcome.tasks]

    assert [place.look for place in places] == [round(quality, 3) for quality in qualities]
    assert [place.holder for place in places] == [task.holder for task in street.tasks]
    assert [place.incident for place in places] == [task.incident for task in street.tasks]
    assert [place.came for place in places] == [task.joined / street.residents for task in street.tasks]


def test_what_half_of_the_tables_have_is_nobodys():
    calm, trouble = of_table(round_played(draws=CALM)), of_table(round_played(draws=TROUBLE))
    [one], [other] = middle([calm]), middle([trouble])
    differing = [k for k in range(calm.count) if one[k].incident != other[k].incident]
    assert differing

    assert [middle([calm, trouble])[0][k].incident for k in differing] == [False] * len(differing)
    assert [middle([calm, trouble, trouble])[0][k].incident for k in differing] == [True] * len(differing)
    looks = [place.look for place in middle([calm, trouble])[0]]
    assert looks == pytest.approx([(a.look + b.look) / 2 for a, b in zip(one, other, strict=True)], abs=0.002)


def test_no_table_has_no_middle():
    assert middle([]) == ()


def test_a_share_becomes_windows_and_what_is_not_known_stays_untold():
    street = drawn((MiddlePlace(0.5, 0.5, Holder.RESIDENTS, True), MiddlePlace(0.9, 0.1, None, False)))

    assert (street.residents, street.lit, street.empty) == (FRONT, True, False)
    assert [(task.joined, task.holder, task.incident) for task in street.tasks] == [
        (2, Holder.RESIDENTS, True),
        (0, None, False),
    ]
    assert {(task.claimed, task.took_over, task.worked_along, task.visited) for task in street.tasks} == {
        (None,) * 4
    }
