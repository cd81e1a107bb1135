"""The story of a table: what turned, told from reruns without the choices that turned it; every kind of game has its own."""

import pytest
from hypothesis import given, settings

from game.engine.debrief.findings import findings, reruns
from game.engine.debrief.levers import LEVERS, count
from game.engine.debrief.played import of_file
from game.engine.debrief.rerun import NoSetbacks, OtherAnswers, rerun
from game.engine.debrief.turns import expectation, ownership, turns
from game.engine.debrief.whatif import offered
from game.engine.gamefile.reading import parse
from game.engine.model.rules import RULESETS
from tests.engine.games import games, plain
from tests.engine.golden import data, golden, told


def kinds(name: str) -> list[tuple[int, str]]:
    return [(turn.round, turn.kind) for turn in told(name).story]


@pytest.mark.parametrize(
    ("name", "story"),
    [
        ("trap", {"took_over", "crossing", "leaned_back", "proposals_turned", "purse_broke"}),
        ("together", {"resisted", "grew"}),
        ("letting_go", {"grew", "let_go"}),
        ("mixed", {"crossing", "took_over", "leaned_back"}),
        ("turned_in_round_4", {"took_over", "crossing", "purse_broke", "recovery", "crossed_back"}),
        ("second_play", {"grew", "resisted"}),
        ("mended_and_ruled", {"grew", "resisted", "mended", "setback", "ruled"}),
        ("ran_thin", {"took_over", "leaned_back", "proposals_turned", "ran_thin", "quality_fell"}),
    ],
)
def test_every_golden_game_tells_its_own_story(name, story):
    assert {kind for _, kind in kinds(name)} == story


def test_an_empty_purse_of_ruleset_2_is_told_in_the_round_that_emptied_it():
    found = of_file(parse({**data("trap"), "ruleset": 2}))
    assert min(one.result.values.reserve for one in found.rounds) >= -1e-9
    short = next(n for n, one in enumerate(found.rounds) if one.result.outcome.hours < 10.0)
    thin = next(turn for turn in turns(found, {}) if turn.kind == "ran_thin")
    assert (thin.round, thin.at, thin.measure) == (short + 1, short, "hours")
    assert thin.value == pytest.approx(found.rounds[short].result.outcome.hours)
    assert [choice.lever for choice in thin.choices] == ["took_over", "required"]


def test_an_empty_purse_whose_hours_are_kept_to_did_not_run_thin():
    game = {**data("trap"), "ruleset": 2}
    for one in game["rounds"][2:]:
        for seat in one["professionals"]:
            seat["act"] = ["take_over", "step_back", "step_back", "step_back"]
    story = {turn.kind: turn for turn in turns(of_file(parse(game)), {})}
    assert "ran_thin" not in story
    assert (story["purse_broke"].round, story["purse_broke"].measure) == (2, "hours")


def test_what_happened_to_a_task_is_told_of_that_task():
    story = {turn.kind: turn for turn in told("mended_and_ruled").story}
    game = golden("mended_and_ruled")
    mended, ruled, setback = story["mended"], story["ruled"], story["setback"]
    assert [(turn.round, turn.task) for turn in (mended, setback, ruled)] == [
        (3, "safety"),
        (5, "neighbours"),
        (5, "neighbours"),
    ]
    assert mended.value == game.rounds[2].result.values.ownership[1]
    assert (setback.value, setback.choices) == (game.rounds[4].result.outcome.tasks[2].quality, ())
    assert {choice.lever: (choice.count, choice.of) for choice in mended.choices} == {
        "repaired": (2, 4),
        "backed": (1, 1),
        "evaluated": (2, 2),
    }
    assert {choice.lever for choice in ruled.choices} == {"ruled", "guaranteed", "pulled_in"}
    again = rerun(game, [OtherAnswers(5, 5, 2)])
    assert ruled.without == again.rounds[4].result.values.ownership[2]
    assert setback.without == rerun(game, [NoSetbacks(5, 5, 2)]).rounds[4].result.outcome.tasks[2].quality


def test_answers_turn_nothing_where_they_do_not_count():
    game = data("mended_and_ruled")
    for change in ({"form": "short"}, {"ruleset": 1}):
        kinds = {turn.kind for turn in turns(of_file(parse({**game, **change})), {})}
        assert kinds.isdisjoint({"mended", "ruled"})
    for one in game["rounds"]:
        one.pop("setback", None)
    assert {turn.kind for turn in turns(of_file(parse(game)), {})}.isdisjoint({"setback", "mended", "ruled"})


def test_where_nobody_answers_the_setback_alone_is_told():
    game = data("mended_and_ruled")
    for one in game["rounds"]:
        for key in ("municipality", "professionals", "residents"):
            for seat in one[key]:
                seat["respond"] = ["let_be"] * 4
    told = [(turn.round, turn.kind) for turn in turns(of_file(parse(game)), {}) if turn.task]
    assert told == [(3, "setback"), (5, "setback")]


def test_the_turn_of_round_4_is_told_as_one():
    assert (4, "recovery") in kinds("turned_in_round_4")
    taken = next(turn for turn in told("turned_in_round_4").story if turn.kind == "took_over")
    assert (taken.round, taken.until) == (1, 3)
    assert [(choice.lever, choice.count, choice.of) for choice in taken.choices] == [("took_over", 24, 24)]


def test_a_turning_point_has_what_it_would_have_been_without():
    for name in ("trap", "turned_in_round_4", "mended_and_ruled", "ran_thin"):
        for turn in told(name).story:
            rises = turn.kind in ("recovery", "crossed_back", "grew", "resisted", "mended")
            assert (turn.value > turn.without) == rises, turn.kind
            assert turn.effect >= 0.01


def test_a_story_has_at_most_five_turns_in_order_and_none_twice():
    for name in ("trap", "mixed", "turned_in_round_4"):
        rounds = [turn.round for turn in told(name).story]
        assert rounds == sorted(rounds)
        assert len(rounds) <= 5
        assert len(set(kinds(name))) == len(rounds)


def test_a_game_in_which_nothing_turned_is_steady():
    game = plain(rounds=1)
    game["rounds"][0]["municipality"][0]["funding"] = "trust"
    for k, seat in enumerate(game["rounds"][0]["residents"]):
        seat["act"] = ["join" if (k + task) % 2 else "wait" for task in range(4)]
    game["rounds"][0]["professionals"][0]["act"] = ["together", "together", "step_back", "together"]
    played = of_file(parse(game))
    assert [turn.kind for turn in turns(played, {})] == ["steady"]


def test_a_first_rule_and_the_first_requirement():
    game = data("together")
    for turn, one in enumerate(game["rounds"]):
        one["draws"] = [0.0] * 4
        seat = one["municipality"][0]
        seat["respond"] = ["add_rule"] * 4 if turn else ["let_be"] * 4
        for deal in seat["deals"]:
            deal["requirements"] = turn > 1
    story = {turn.kind: turn.round for turn in turns(of_file(parse(game)), {})}
    assert (story["first_rule"], story["first_requirement"]) == (2, 3)
    short = {turn.kind for turn in turns(of_file(parse({**game, "form": "short"})), {})}
    assert "first_rule" not in short


def test_residents_who_lean_back_half_way_are_told_once():
    game = data("together")
    for one in game["rounds"][3:]:
        for seat in one["residents"]:
            seat["act"] = ["claim"] * 4
    story = {turn.kind: turn.round for turn in turns(of_file(parse(game)), {})}
    assert story == {"grew": 1, "leaned_back": 4}, "the drop in quality of round 4 has the same cause"


def test_proposals_that_were_never_together_did_not_turn():
    game = data("trap")
    for one in game["rounds"]:
        for seat in [*one["professionals"], *one["residents"]]:
            seat["propose"] = ["professionals"] * 4
    assert "proposals_turned" not in {turn.kind for turn in turns(of_file(parse(game)), {})}


def test_ownership_and_expectation_before_round_1():
    assert (ownership(golden("trap"), -1), expectation(golden("trap"), -1)) == (0.5, 0.5)


@pytest.mark.parametrize("code", LEVERS)
def test_a_lever_taken_out_is_gone(code):
    for name in ("trap", "together", "letting_go"):
        game = golden(name)
        again = rerun(game, [LEVERS[code].without(1, len(game.rounds))])
        left = count(again, code, 1, len(game.rounds))
        if code == "kept_evenings":
            assert left.count * 4 <= left.of, "three evenings and four tasks"
        else:
            assert left.count == 0


@settings(max_examples=15, deadline=None)
@given(games())
def test_any_game_has_a_story(plain_game):
    found = findings(of_file(parse(plain_game)))
    assert 1 <= len(found.story) <= 5
    for turn in found.story:
        assert 1 <= turn.round <= turn.until <= len(found.loops)


def test_every_what_if_that_is_offered_is_answered():
    assert tuple(reruns(golden("mixed"))) == offered(RULESETS[1])
