"""The story of a table: what nobody took up, where it turned and who moved it, and what happened beside that."""

from itertools import pairwise

import pytest
from hypothesis import given, settings

from game.engine.debrief.changes import NoSetbacks, OtherAnswers
from game.engine.debrief.findings import findings, reruns
from game.engine.debrief.levers import LEVERS, count
from game.engine.debrief.measures import ownership
from game.engine.debrief.played import of_file
from game.engine.debrief.rerun import rerun
from game.engine.debrief.story import MOST_SHOWN, shown
from game.engine.debrief.telling import Turn
from game.engine.debrief.whatif import offered
from game.engine.gamefile.reading import parse
from game.engine.model.rules import RULESETS
from tests.engine.games import games, plain
from tests.engine.golden import data, golden, told

STORY = {
    ("trap", 1): "ownership_fell 1-5, quality_fell 2-4, purse_broke 3-6, no_hours 6-6",
    ("trap", 2): "ownership_fell 1-5, quality_fell 2-4, ruled 5-5, no_hours 6-6, ran_thin 6-6",
    ("together", 1): "ownership_rose 1-6, resisted 1-6, quality_rose 2-5",
    ("together", 2): "ownership_rose 1-6, quality_rose 2-6, resisted 3-6, mended 5-5",
    ("letting_go", 1): "ownership_rose 1-6, resisted 1-6",
    ("letting_go", 2): "ownership_rose 1-6, resisted 1-6",
    ("mixed", 1): "ownership_fell 2-6, quality_fell 3-3, quality_fell 6-6",
    ("mixed", 2): "ownership_fell 2-5, quality_fell 3-3, mended 3-3, quality_rose_again 4-5, ruled 5-5",
    ("turned_in_round_4", 1): (
        "ownership_fell 1-3, quality_fell 2-4, no_hours 3-3, purse_broke 3-3, ownership_rose_again 4-8"
    ),
    ("turned_in_round_4", 2): (
        "ownership_fell 1-3, quality_fell 2-4, ruled 3-3, ran_thin 4-4, ownership_rose_again 4-8, mended 7-7"
    ),
    ("second_play", 1): "ownership_rose 1-6, resisted 2-6, quality_rose 2-6",
    ("second_play", 2): "ruled 1-1, ownership_rose 2-6, resisted 2-6, quality_rose 2-6, mended 4-4",
    ("mended_and_ruled", 1): "ownership_rose 1-5, resisted 2-6, quality_rose 2-6",
    ("mended_and_ruled", 2): (
        "ownership_rose 1-4, resisted 2-6, quality_rose 2-6, mended 3-3, setback 5-5, ruled 5-5, paper_stood "
        "6-6"
    ),
    ("ran_thin", 1): "ownership_fell 1-6, quality_fell 3-5, purse_broke 4-6",
    (
        "ran_thin",
        2,
    ): "ownership_fell 1-5, setback 3-3, quality_fell 3-5, ruled 5-5, no_hours 6-6, ran_thin 6-6",
    ("turned_and_fell_back", 1): (
        "ownership_fell 1-3, quality_fell 2-4, purse_broke 4-4, after_talk 4-8, ownership_fell 6-8"
    ),
    ("turned_and_fell_back", 2): (
        "ownership_fell 1-3, quality_fell 2-4, ruled 3-3, after_talk 4-8, mended 5-5, ownership_fell 6-8, "
        "no_hours 8-8, ran_thin 8-8"
    ),
    ("left_by_all", 1): (
        "nobody 5-5, ownership_fell 1-2, quality_fell 4-5, ownership_rose_again 4-6, after_talk 4-6, resisted "
        "5-6"
    ),
    ("left_by_all", 2): (
        "nobody 5-5, ownership_fell 1-1, quality_fell 3-5, ownership_rose_again 4-6, after_talk 4-6, mended "
        "5-5, setback 5-5, resisted 5-6"
    ),
    ("broke", 1): (
        "ownership_fell 1-6, quality_fell 2-3, purse_broke 3-6, after_talk 4-6, quality_fell 5-5, no_hours "
        "6-6"
    ),
    ("broke", 2): (
        "ownership_fell 1-6, quality_fell 2-3, after_talk 4-6, quality_fell 5-5, ruled 5-5, setback 5-5, "
        "no_hours 6-6, ran_thin 6-6"
    ),
    ("paper", 1): "ownership_rose 1-3, resisted 3-6, quality_fell 4-5, after_talk 4-6",
    ("paper", 2): (
        "ownership_rose 1-2, mended 3-3, resisted 3-6, paper_stood 4-4, ownership_fell 4-5, after_talk 4-6, "
        "quality_fell 5-5, setback 5-5"
    ),
}


def story(name: str, ruleset: int | None = None) -> str:
    return ", ".join(f"{turn.kind} {turn.round}-{turn.until}" for turn in told(name, ruleset).story)


def of(game: dict) -> dict[str, Turn]:
    return {turn.kind: turn for turn in findings(of_file(parse(game))).story}


@pytest.mark.parametrize(("name", "ruleset"), STORY)
def test_the_golden_games_tell_their_story_under_both_rulesets(name, ruleset):
    assert story(name, ruleset) == STORY[name, ruleset]


def test_what_nobody_took_up_leads_and_says_who_had_promised():
    first = told("left_by_all").story[0]
    assert (first.kind, first.round, first.task, first.variant, first.value) == (
        *("nobody", 5, "play", "promised"),
        0.0,
    )
    assert [(one.lever, one.count, one.of) for group in first.groups for one in group] == [
        ("promised_resident", 2, 4)
    ]


def test_without_promises_it_says_what_was_decided_and_without_takers_that_none_was_made():
    game = data("left_by_all")
    for key in ("municipality", "professionals", "residents"):
        for seat in game["rounds"][4][key]:
            seat["promise"][3] = False
    assert of(game)["nobody"].variant == "unpromised"
    for one in game["rounds"]:
        for key in ("municipality", "professionals", "residents"):
            for seat in one[key]:
                seat.pop("promise", None)
    assert (of(game)["nobody"].variant, of(game)["nobody"].groups) == ("residents", ())


def test_a_neighbour_who_comes_is_somebody():
    game = data("left_by_all")
    game["rounds"][4]["residents"].append({"act": ["wait", "wait", "wait", "join"], "by": "bot"})
    found = of(game)
    assert "nobody" not in found
    assert (found["alone"].task, found["alone"].count, found["alone"].of) == ("play", 1, 5)


def test_alone_needs_three_residents_and_no_professional():
    game = plain(rounds=1, residents=3)
    game["rounds"][0]["professionals"][0]["act"] = ["step_back"] * 4
    for seat in game["rounds"][0]["residents"][:2]:
        seat["act"] = ["wait", "join", "join", "wait"]
    game["rounds"][0]["residents"][0]["act"][0] = "join"
    assert (of(game)["alone"].task, of(game)["alone"].more) == ("task0", 0)
    del game["rounds"][0]["residents"][2]
    assert "alone" not in of(game)


def test_a_task_taken_on_without_hours():
    found = next(turn for turn in told("trap", 2).story if turn.kind == "no_hours")
    hours = golden("trap", 2).rounds[5].result.outcome.hours
    assert (found.count, found.of) == (pytest.approx(2 * 2.5 * hours / 10.0), 5.0)
    given = data("trap") | {"ruleset": 2}
    for one in given["rounds"]:
        for deal in one["municipality"][0]["deals"]:
            deal["holder"] = "together"
    assert "no_hours" not in of(given), "only what was given to professionals"


def test_paper_that_stood_by_itself():
    found = next(turn for turn in told("paper").story if turn.kind == "paper_stood")
    assert (found.round, found.count) == (4, 3)
    game = data("paper")
    for seat in game["rounds"][2]["municipality"]:
        seat["respond"] = ["let_be"] * 4
    assert "paper_stood" not in of(game), "without the rule it was chosen"


def test_what_the_municipalitys_paper_did_is_told_of_the_municipality():
    fell = next(turn for turn in told("paper").story if turn.kind == "ownership_fell")
    assert [(one.player, one.lever, one.count, one.of) for group in fell.groups for one in group] == [
        ("municipality", "required", 8, 8)
    ]


def test_an_empty_purse_is_told_as_a_cause():
    fell = next(turn for turn in told("broke").story if (turn.kind, turn.round) == ("quality_fell", 5))
    purse = fell.groups[0][0]
    assert (purse.player, purse.lever, purse.of) == ("purse", "hours", 10.0)
    assert purse.count == golden("broke").rounds[4].result.outcome.hours


@pytest.mark.parametrize(
    ("name", "variant"), [("turned_and_fell_back", "fell_back"), ("left_by_all", "held"), ("paper", "lower")]
)
def test_what_talking_changed_and_whether_it_held(name, variant):
    turn = next(turn for turn in told(name).story if turn.kind == "after_talk")
    assert (turn.round, turn.until, turn.variant) == (4, len(golden(name).rounds), variant)


@pytest.mark.parametrize("talk_from", [None, 1, 7, 9])
def test_without_a_silent_round_before_or_a_talking_one_after_nothing_is_said_of_talk(talk_from):
    game = data("left_by_all")
    game.pop("talk_from")
    assert "after_talk" not in of(game if talk_from is None else {**game, "talk_from": talk_from})


def test_an_empty_purse_whose_hours_are_kept_to_did_not_run_thin():
    game = {**data("trap"), "ruleset": 2}
    for one in game["rounds"][2:]:
        for seat in one["professionals"]:
            seat["act"] = ["take_over", "step_back", "step_back", "step_back"]
    found = of(game)
    assert "ran_thin" not in found
    broke, paid = found["purse_broke"], [one.result.outcome.hours for one in of_file(parse(game)).rounds]
    assert (broke.round, broke.until) == (3, 1 + paid.index(min(paid)))
    assert (broke.before, broke.value, broke.count, broke.of) == (paid[2], min(paid), min(paid), 10.0)


def test_what_took_several_rounds_names_the_one_in_which_it_moved_furthest():
    for name, ruleset in STORY:
        game = golden(name, ruleset)
        for turn in told(name, ruleset).story:
            if turn.kind.startswith("ownership_") and turn.round < turn.until:
                line = [ownership(game, one) for one in range(turn.round - 2, turn.until)]
                steps = [after - before for before, after in pairwise(line)]
                furthest = max(steps) if turn.value > turn.before else min(steps)
                assert turn.most == turn.round + steps.index(furthest)
            elif not turn.causes or turn.round == turn.until:
                assert turn.most == 0


def test_what_another_picture_tells_is_on_no_screen_unless_there_is_nothing_else():
    found = told("together", 2).story
    assert "resisted" in {turn.kind for turn in found}
    assert [turn.kind for turn in shown(found)] == ["ownership_rose", "quality_rose", "mended"]
    resisted = [turn for turn in found if turn.kind == "resisted"]
    assert list(shown(resisted)) == resisted


def test_what_happened_to_a_task_is_told_of_that_task():
    found = {turn.kind: turn for turn in told("mended_and_ruled").story}
    game = golden("mended_and_ruled")
    mended, ruled, setback = found["mended"], found["ruled"], found["setback"]
    assert [(turn.round, turn.task) for turn in (mended, setback, ruled)] == [
        (3, "safety"),
        (5, "neighbours"),
        (5, "neighbours"),
    ]
    assert mended.value == game.rounds[2].result.values.ownership[1]
    assert (setback.value, setback.groups) == (game.rounds[4].result.outcome.tasks[2].quality, ())
    assert {one.lever: (one.count, one.of) for group in mended.groups for one in group} == {
        "repaired": (2, 4),
        "backed": (1, 1),
        "evaluated": (2, 2),
    }
    assert {one.lever for group in ruled.groups for one in group} == {"ruled", "guaranteed", "pulled_in"}
    again = rerun(game, [OtherAnswers(2, since=5, until=5)])
    assert ruled.without == again.rounds[4].result.values.ownership[2]
    assert (
        setback.without
        == rerun(game, [NoSetbacks(2, since=5, until=5)]).rounds[4].result.outcome.tasks[2].quality
    )


def test_answers_turn_nothing_where_they_do_not_count():
    game = data("mended_and_ruled")
    for change in ({"form": "short"}, {"ruleset": 1}):
        assert set(of({**game, **change})).isdisjoint({"mended", "ruled"})
    for one in game["rounds"]:
        one.pop("setback", None)
    assert set(of(game)).isdisjoint({"setback", "mended", "ruled"})


def test_a_story_has_nothing_twice_and_what_leads_first():
    for name, ruleset in STORY:
        found = told(name, ruleset).story
        assert len({(turn.kind, turn.round, turn.until) for turn in found}) == len(found)
        rounds = [turn.round for turn in found if turn.kind != "nobody"]
        assert rounds == sorted(rounds)


def test_a_screen_has_room_for_what_leads_the_turning_points_and_what_mattered_most():
    found = told("left_by_all").story
    on_screen = shown(found)
    assert (len(on_screen), on_screen[0].kind) == (MOST_SHOWN, "nobody")
    turned = sorted((turn for turn in found if turn.causes), key=lambda turn: -turn.effect)
    assert set(on_screen[1:]) == set(turned[: MOST_SHOWN - 1])


def test_a_game_in_which_nothing_turned_is_steady():
    game = plain(rounds=1)
    game["rounds"][0]["municipality"][0]["funding"] = "trust"
    for k, seat in enumerate(game["rounds"][0]["residents"]):
        seat["act"] = ["join" if (k + task) % 2 else "wait" for task in range(4)]
    game["rounds"][0]["professionals"][0]["act"] = ["together", "together", "step_back", "together"]
    assert list(of(game)) == ["steady"]


@pytest.mark.parametrize("code", LEVERS)
def test_a_lever_taken_out_is_gone(code):
    for name in ("trap", "together", "letting_go"):
        game = golden(name)
        again = rerun(game, [LEVERS[code].without(1, len(game.rounds))])
        assert count(again, code, 1, len(game.rounds)).count == 0


@settings(max_examples=15, deadline=None)
@given(games())
def test_any_game_has_a_story(plain_game):
    found = findings(of_file(parse(plain_game)))
    assert found.story
    for turn in found.story:
        assert 1 <= turn.round <= turn.until <= len(found.loops)
    assert len(shown(found.story)) <= MOST_SHOWN


def test_every_what_if_that_is_offered_is_answered():
    assert tuple(reruns(golden("mixed"))) == offered(RULESETS[1])
