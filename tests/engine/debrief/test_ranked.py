"""All loops with what held each back: as the strengths have it, of known games and of any."""

import pytest
from hypothesis import given, settings

from game.engine.debrief.loops import LOOPS, loops_of
from game.engine.debrief.played import mean, of_file
from game.engine.debrief.ranked import by_strength, ranked
from game.engine.debrief.strengths import loops
from game.engine.gamefile.reading import parse
from game.engine.model.rules import RULESETS
from tests.engine.games import games
from tests.engine.golden import NAMES, golden, told


def test_of_the_trap_taking_over_is_strongest_and_of_together_nothing_happened():
    found = {one.code: one for one in ranked(golden("trap").rules, told("trap").loops)}
    assert [*found] == ["B1", "R3", "B3", "R1", "B4", "R4", "R2", "R5", "R6", "B2"]
    taken_over, together = found["R1"], found["R6"]
    assert (taken_over.strengths[0], taken_over.strengths[-1], taken_over.mean) == (0.26, 0.4, 0.36)
    assert (taken_over.links[2].way, taken_over.links[2].mean, taken_over.limit) == (
        "ownership_need",
        0.36,
        2,
    )
    assert (together.strengths, together.mean, together.limit) == ((0.0,) * 6, 0.0, 0)


@pytest.mark.parametrize("name", NAMES)
def test_the_link_that_held_a_loop_back_is_the_weakest_over_the_game(name):
    found = told(name).loops
    links = loops_of(golden(name).rules)
    for one in ranked(golden(name).rules, found):
        for figures, link in zip(one.links, links[one.code], strict=True):
            assert figures.mean == round(mean(max(turn.arrows[way] for way in link) for turn in found), 2)
            means = {way: mean(turn.arrows[way] for turn in found) for way in link}
            assert means[figures.way] == max(means.values())
        assert one.links[one.limit].mean == min(link.mean for link in one.links)


@settings(max_examples=25)
@given(games())
def test_every_loop_is_there_once_the_strongest_first(plain_game):
    game = of_file(parse(plain_game))
    found = loops(game)
    figures = ranked(game.rules, found)
    assert {one.code for one in figures} == set(LOOPS)
    assert tuple(one.code for one in figures) == by_strength(found)
    means = [mean(turn.loops[one.code] for turn in found) for one in figures]
    assert means == sorted(means, reverse=True)
    assert all(len(one.strengths) == len(found) for one in figures)


@pytest.mark.parametrize("ruleset", RULESETS)
def test_without_a_round_there_are_no_figures(ruleset):
    assert ranked(RULESETS[ruleset], ()) == ()
