"""News: two sentences a round, none twice in a game, and none shared by a street that fell and one that rose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content import load_all
from game.content.news import StreetRound, became, choose_news, direction
from game.engine.model.choices import Deal, Funding
from game.engine.model.rules import RULESETS
from game.engine.model.values import Agreement, Outcome, TaskOutcome, Values
from game.engine.table.phases import MAX_ROUNDS

RULES = RULESETS[1]
STREET = load_all()["street"]
SHARE = st.floats(0.0, 1.0)


def a_task(quality: float, share: float = 0.5) -> TaskOutcome:
    return TaskOutcome(Deal(), quality, share, False, False, share, share, share, share, share)


def a_round(qualities: list[float], share: float = 0.5, reserve: float = 4.0) -> StreetRound:
    tasks = tuple(a_task(quality, share) for quality in qualities)
    outcome = Outcome(Agreement((Deal(),) * 4, Funding.OUTPUT), tasks, 10.0, 8.0, 1.2, 9.0, reserve)
    return StreetRound(Values((share,) * 4, (0.5,) * 4, (share,) * 4, share, reserve), outcome)


rounds = st.builds(a_round, st.lists(SHARE, min_size=4, max_size=4), SHARE, st.floats(-20.0, 8.0))
games = st.lists(rounds, min_size=1, max_size=MAX_ROUNDS)
places = st.tuples(st.integers(0, 2**31 - 1), st.integers(1, 40))


def moving(by: float, count: int, share: float) -> list[StreetRound]:
    return [a_round([0.5 + by * (1 if index else 0) + by * index / 100] * 4, share) for index in range(count)]


@pytest.mark.parametrize("scenario", load_all().values(), ids=lambda scenario: scenario.code)
def test_there_are_at_least_sixty(scenario):
    assert len(scenario.news) >= 60


@given(games, places)
def test_every_round_has_two_and_none_comes_twice(game, place):
    picked = choose_news(STREET, game, RULES, *place)
    codes = [code for of_round in picked for code in of_round]
    assert [len(of_round) for of_round in picked] == [2] * len(game)
    assert len(set(codes)) == len(codes)


@given(games, places)
def test_what_was_picked_stays_when_rounds_are_added(game, place):
    whole = choose_news(STREET, game, RULES, *place)
    assert all(choose_news(STREET, game[:n], RULES, *place) == whole[:n] for n in range(1, len(game)))


@given(games, games, places, places)
def test_a_street_that_fell_and_one_that_rose_share_none_in_the_last_round(one, other, here, there):
    ways = direction(one[0], one[-1]), direction(other[0], other[-1])
    if ways[0] != ways[1]:
        mine = choose_news(STREET, one, RULES, *here)[-1]
        theirs = choose_news(STREET, other, RULES, *there)[-1]
        assert set(mine).isdisjoint(theirs)


@given(st.integers(2, MAX_ROUNDS), st.floats(0.001, 0.4), SHARE)
def test_the_direction_is_that_of_the_quality_since_the_first_round(count, by, share):
    first = a_round([0.5] * 4)
    assert direction(first, moving(by, count, share)[-1]) == "rose"
    assert direction(first, moving(-by, count, share)[-1]) == "fell"


def test_in_the_first_round_the_direction_is_against_what_people_expected():
    high, low = a_round([0.7] * 4), a_round([0.4] * 4)
    assert (direction(high, high), direction(low, low)) == ("rose", "fell")


@pytest.mark.parametrize(
    ("first", "last", "way"),
    [
        (0.9, 0.7, "fell"),  # looks well and was better
        (0.5, 0.8, "rose"),
        (0.1, 0.35, "fell"),  # better, and still bad
        (0.1, 0.45, "rose"),
        (0.9, 0.88, "rose"),  # one sees no fall
        (0.5, 0.52, "fell"),  # nor this rise
    ],
)
def test_what_stands_under_the_first_and_last_picture_fits_both(first, last, way):
    game = [a_round([first] * 4), a_round([first] * 4), a_round([last] * 4)]
    assert became(game[0], game[-1]) == way
    *before, end = choose_news(STREET, game, RULES, is_over=True)
    assert tuple(before) == choose_news(STREET, game[:-1], RULES)
    by_code = {news.code: news.direction for news in STREET.news}
    assert [by_code[code] for code in end] == [way] * 2
    assert not {*end} & {code for of_round in before for code in of_round}


def test_sentences_about_this_street_come_before_those_that_always_fit():
    dark = a_round([0.9, 0.1, 0.9, 0.1], share=0.0)
    picked = choose_news(STREET, [a_round([0.9] * 4), dark], RULES)[-1]
    by_code = {news.code: news for news in STREET.news}
    assert all(not by_code[code].fits_any_state for code in picked)
    tasks = [by_code[code].task for code in picked if by_code[code].task is not None]
    assert len(set(tasks)) == len(tasks)


@pytest.mark.parametrize("ruleset", [1, 2])
def test_an_empty_purse_makes_news_in_either_ruleset(ruleset):
    rules = RULESETS[ruleset]
    left = {1: -0.5, 2: 0.5}[ruleset]
    told = {
        reserve: {code for place in range(1, 9) for code in _news_of_a_fallen_street(rules, reserve, place)}
        for reserve in (left, 1.9 * 4)
    }
    assert "half_hours" in told[left]
    assert "every_other_lamp" not in told[left]
    assert "half_hours" not in told[1.9 * 4]


def _news_of_a_fallen_street(rules, reserve, table):
    game = [a_round([0.9] * 4, 0.4), a_round([0.7] * 4, 0.4, reserve)]
    return choose_news(STREET, game, rules, 7, table)[-1]
