"""Where a table lies among many: by the same counts as its circle."""

from game.engine.debrief.room import dot_of
from game.engine.debrief.series import story
from tests.engine.builders import opened, round_played


def test_a_dot_counts_who_did_it_alone_and_who_stayed_in():
    told = story(round_played())
    [line] = told.rounds
    moments, evenings = told.professionals * len(told.tasks), told.residents * told.evenings_each
    apart = line.took_over + evenings - line.joined

    dot = dot_of(3, told)

    assert dot is not None
    assert (dot.table, dot.quality) == (3, line.quality)
    assert dot.apart * (moments + evenings) == apart


def test_a_table_without_a_round_has_no_dot():
    assert dot_of(1, story(opened())) is None
