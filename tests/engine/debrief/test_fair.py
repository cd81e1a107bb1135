"""Who moved a street: Shapley values add up, who changes nothing has no share, and taking away who is named moves it."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings

from game.engine.debrief.changes import FullWeek
from game.engine.debrief.fair import PLAYERS, Worth, causes
from game.engine.debrief.findings import findings
from game.engine.debrief.measures import Measure, ownership
from game.engine.debrief.played import PlayedGame, of_file
from game.engine.debrief.rerun import rerun
from game.engine.debrief.swings import swings
from game.engine.debrief.telling import Cause
from game.engine.debrief.turns import LEAST_APART, LEAST_NAMED, TOLD_SHARE, turning_points, weighed
from game.engine.gamefile.reading import parse
from tests.engine.games import games, plain
from tests.engine.golden import NAMES, STORIES, golden

EVERY = (*NAMES, *STORIES)


def worths(game: PlayedGame) -> list[Worth]:
    """Return the whole game and its first and last round, of both measures, fallen and risen."""
    last, tasks = len(game.rounds), tuple(range(game.count))
    rounds = {(1, last), (1, 1), (last, last)}
    return [
        Worth(game, since, until, Measure(code, tasks), is_rising)
        for since, until in sorted(rounds)
        for code in ("ownership", "quality")
        for is_rising in (False, True)
    ]


def check(worth: Worth) -> None:
    found = causes(worth)
    apart = worth.all() - worth.none()
    assert sum(one.phi for one in found) == pytest.approx(apart, abs=1e-9)
    assert worth.all() == worth.measure.of(worth.game, worth.until)
    sign = 1.0 if worth.is_rising else -1.0
    if any(sign * one.phi > 0 for one in found):
        assert sum(one.share for one in found) == pytest.approx(1.0)
    for one in found:
        others = [player for player in PLAYERS if player != one.player]
        adds = [
            worth.of(frozenset({*before, one.player})) - worth.of(frozenset(before))
            for order in permutations(others)
            for before in (order[:size] for size in range(len(others) + 1))
        ]
        if not any(adds):
            assert (one.share, one.alone) == (0.0, 0.0)


@pytest.mark.parametrize("name", EVERY)
def test_what_players_did_adds_up(name):
    for worth in worths(golden(name)):
        check(worth)


@settings(max_examples=10, deadline=None)
@given(games(max_rounds=4, max_seats=4))
def test_what_players_did_adds_up_in_any_game(plain_game):
    for worth in worths(of_file(parse(plain_game))):
        check(worth)


def named(turn) -> frozenset[str]:
    return frozenset(told.player for group in turn.groups for told in group)


@settings(max_examples=25, deadline=None)
@given(games(max_rounds=6, max_seats=4))
def test_whoever_is_named_moved_it(plain_game):
    game = of_file(parse(plain_game))
    found = turning_points(weighed(game))
    assert len(found) <= 3
    for turn in found:
        assert turn.without is not None
        assert abs(turn.value - turn.without) >= LEAST_NAMED
        assert abs(turn.value - turn.before) >= 0.05 - 1e-9
        assert turn.effect >= LEAST_APART
        assert named(turn) == {one.player for one in turn.causes if one.share >= TOLD_SHARE}
        by_player = {one.player: one for one in turn.causes}
        for told in (told for group in turn.groups for told in group):
            sign = 1.0 if turn.value > turn.before else -1.0
            assert told.only_with == (sign * by_player[told.player].alone < 0.01)


@settings(max_examples=15, deadline=None)
@given(games(max_rounds=4, max_seats=4))
def test_some_rounds_of_a_game_rerun_to_the_last_digit(plain_game):
    game = of_file(parse(plain_game))
    last = len(game.rounds)
    for since in range(1, last + 1):
        assert rerun(game, (), since).rounds == game.rounds
        assert rerun(game, (), since, since).rounds == game.rounds[:since]


@settings(max_examples=15, deadline=None)
@given(games(max_rounds=5, max_seats=4))
def test_what_was_found_a_round_ago_changes_nothing(plain_game):
    game, earlier = of_file(parse(plain_game)), None
    for last in range(1, len(game.rounds) + 1):
        part = replace(game, rounds=game.rounds[:last])
        earlier = findings(part, earlier)
        assert earlier == findings(part)


def test_two_that_weigh_about_the_same_are_told_in_one_sentence():
    fell = next(turn for turn in turning_points(weighed(golden("broke"))) if turn.round == 5)
    shares = {one.player: one.share for one in fell.causes}
    assert abs(shares["purse"] - shares["resident"]) <= 0.10
    assert [[told.player for told in group] for group in fell.groups] == [["purse", "resident"]]
    apart = next(turn for turn in turning_points(weighed(golden("trap"))) if turn.kind == "ownership_fell")
    assert [[told.player for told in group] for group in apart.groups] == [["professional"], ["resident"]]


def test_a_purse_outside_pays_a_full_week():
    game = golden("broke")
    assert min(one.result.outcome.hours for one in game.rounds) < 5.0
    again = rerun(game, (FullWeek(since=4, until=5),))
    assert [one.result.outcome.hours for one in again.rounds[3:5]] == [10.0, 10.0]
    assert again.rounds[5].result.outcome.hours < 10.0


def test_a_chair_that_does_as_on_the_path_has_no_share():
    worth = Worth(golden("together"), 1, 6, Measure("ownership", (0, 1, 2, 3)), is_rising=False)
    assert causes(worth) == tuple(Cause(player, 0.0, 0.0, 0.0) for player in PLAYERS)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ([0.5, 0.4, 0.3, 0.2, 0.2, 0.2], ((0, 3),)),
        ([0.5, 0.3, 0.35, 0.31, 0.6, 0.58, 0.4], ((0, 1), (1, 4), (4, 6))),
        ([0.5, 0.51, 0.5], ()),
        ([0.5], ()),
        ([0.58, 0.57], ()),
        ([0.5, 0.49, 0.3, 0.31], ((1, 2),)),
    ],
)
def test_falls_and_rises_of_a_line(line, found):
    assert swings(line, 0.05) == found


def test_evenings_are_counted_out_of_those_that_all_residents_have_whoever_sits_there():
    game = plain(rounds=1, residents=5)
    for seat in game["rounds"][0]["residents"][:1]:
        seat["act"] = ["join", "join", "wait", "wait"]
    from game.engine.debrief.levers import count

    played = of_file(parse(game))
    kept, joined = (count(played, code, 1, 1) for code in ("kept_evenings", "joined"))
    assert (kept.count, kept.of, joined.count) == (13, 15, 2)
    for seat in game["rounds"][0]["residents"][3:]:
        seat["by"] = "bot"
    assert count(of_file(parse(game)), "kept_evenings", 1, 1) == kept


def test_ownership_before_round_1():
    assert ownership(golden("trap"), -1) == 0.5


def test_a_game_without_its_last_round_is_the_one_before_it():
    game = golden("trap")
    assert game.without_last().rounds == game.rounds[:-1]
