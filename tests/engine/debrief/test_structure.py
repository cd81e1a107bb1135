"""What travels with a page about the debrief is what the engine has, in values that JSON knows."""

import json

import pytest

from game.engine.debrief.doubts import sliders
from game.engine.debrief.in_doubt import DOUBTED
from game.engine.debrief.loops import LOOPS, arrows_of, loops_of
from game.engine.debrief.sensible import reasons
from game.engine.debrief.steps import MOODS, PICTURES, POSTED, STEPS, own_beat, picture_of
from game.engine.debrief.structure import play_structure, structure
from game.engine.model.choices import Funding, Holder
from game.engine.model.roles import Role
from game.engine.model.rules import RULESETS, Ruleset
from game.engine.table.limits import OVER_LIMIT, set_of
from game.engine.table.phases import FULL_GAME_ROUNDS, Phase

EITHER = pytest.mark.parametrize("rules", RULESETS.values(), ids=RULESETS)


@EITHER
def test_it_is_plain_and_whole(rules: Ruleset) -> None:
    found = json.loads(json.dumps(structure(rules)))

    assert {step: tuple(parts) for step, parts in found["steps"].items()} == dict(STEPS)
    assert list(found["steps"]) == list(STEPS)
    assert found["moods"] == list(MOODS)
    pictures = {f"{step}.{one.part}": one for step, all in PICTURES.items() for one in all}
    assert found["on"] == {code: one.on for code, one in pictures.items()}
    assert found["presses"] == {code: one.presses for code, one in pictures.items() if one.presses}
    assert found["presses_beside"] == {
        code: one.beside for code, one in pictures.items() if one.beside is not None
    }
    assert found["presses_crowd"] == {
        code: one.crowd for code, one in pictures.items() if one.crowd is not None
    }
    assert found["presses_in_turn"] == {
        code: one.in_turn for code, one in pictures.items() if one.in_turn is not None
    }
    assert (found["full_rounds"], found["of_full_game"]) == (FULL_GAME_ROUNDS, ["pattern"])
    assert (found["posted"], found["luck"]) == (dict(POSTED), ["1", "2", "3", "4", "5"])
    assert found["loops"] == {
        code: [a for link in links for a in link] for code, links in loops_of(rules).items()
    }
    assert {code: (a["source"], a["target"], a["role"] or None) for code, a in found["arrows"].items()} == {
        code: (arrow.source, arrow.target, arrow.role) for code, arrow in arrows_of(rules).items()
    }
    assert {name for arrow in found["arrows"].values() for name in arrow["constants"]} == set(sliders(rules))


@EITHER
def test_during_play_it_tells_nothing_of_the_debrief(rules: Ruleset) -> None:
    found = json.loads(json.dumps(play_structure(rules)))
    assert (found["roles"], found["holders"], found["fundings"]) == ([*Role], [*Holder], [*Funding])
    assert set(found) == {"roles", "holders", "fundings", "carriers", "chairs", "least_seats"}


@EITHER
def test_a_page_knows_of_every_chair_what_the_rules_say(rules: Ruleset) -> None:
    chairs = json.loads(json.dumps(play_structure(rules)["chairs"]))

    for role, chair in chairs.items():
        acts = rules.choices.acts[Role(role)]
        assert chair["acts"] == {act.word: list(act.counts) for act in acts}
        assert chair["over"] == OVER_LIMIT[Role(role)]
        for phase, name in ((Phase.AGREE, chair["agrees"]), (Phase.ACT, "act"), (Phase.OUTCOME, "respond")):
            assert set_of(Role(role), phase) == name
    assert {role: (one["rest"], one["sign"], one["group"]) for role, one in chairs.items()} == {
        "municipality": ("leave", "visit", "municipality"),
        "professional": ("", "", "professionals"),
        "resident": ("wait", "join", "residents"),
    }


def test_who_carries_a_task_are_the_roles_that_can_do_it() -> None:
    """A holder is one role alone, or all that can do a task."""
    alone = [holder.carriers for holder in Holder if len(holder.carriers) == 1]
    assert sorted(role for roles in alone for role in roles) == sorted(Holder.TOGETHER.carriers)
    assert [holder.with_residents for holder in Holder] == [Role.RESIDENT in one.carriers for one in Holder]
    assert [of_one.carriers[0].group for of_one in (Holder.RESIDENTS, Holder.PROFESSIONALS)] == [
        Holder.RESIDENTS,
        Holder.PROFESSIONALS,
    ]


@EITHER
def test_a_chair_can_have_as_its_reason_what_is_less_together(rules: Ruleset) -> None:
    found = {role: reasons(rules, role) for role in Role}
    assert found == {
        Role.MUNICIPALITY: ("requirements", "professionals"),
        Role.PROFESSIONAL: ("take_over", "step_back"),
        Role.RESIDENT: ("wait", "claim"),
    }


@EITHER
def test_what_is_doubted_of_a_circle_weighs_an_arrow_of_it(rules: Ruleset) -> None:
    arrows = arrows_of(rules)
    for code, asked in DOUBTED.items():
        links = loops_of(rules).get(code, [[*arrows]])
        constants = {name for link in links for way in link for name in arrows[way].constants}
        assert asked.constant in constants | {
            "o_loss",
            "dent",
        }  # which ruleset 1 does without, and asks nobody about
    assert structure(rules)["doubted"]["R1"] == {"constant": "o_down", "states": ["alone", "less_ours"]}


@EITHER
def test_every_arrow_of_a_loop_and_every_step_that_is_named_is_there(rules: Ruleset) -> None:
    links = [link for links in loops_of(rules).values() for link in links]
    assert {arrow for link in links for arrow in link} == set(arrows_of(rules))
    assert {*POSTED} - set(STEPS) == set()


def test_the_loops_and_what_they_join_are_the_same_in_every_ruleset() -> None:
    """A page draws a loop's nodes in their places whatever the ruleset."""

    def nodes(rules: Ruleset) -> dict[str, set[str]]:
        arrows = arrows_of(rules)
        joined = {
            code: [arrows[way] for link in links for way in link] for code, links in loops_of(rules).items()
        }
        return {
            code: {end for one in all for end in (one.source, one.target)} for code, all in joined.items()
        }

    first, second = (nodes(rules) for rules in RULESETS.values())
    assert list(first) == list(second) == list(LOOPS)
    assert first == second


def test_a_picture_is_built_up_by_its_presses() -> None:
    film = picture_of("what_happened", "film")
    assert [film.last_beat(rounds) for rounds in (0, 1, 6)] == [0, 0, 5]
    assert [film.last_beat(6, tables) for tables in (2, 6, 7)] == [
        5,
        5,
        0,
    ]  # of many there is the last street only
    assert [picture_of("what_happened", "luck").last_beat(rounds) for rounds in (1, 6, 10)] == [3, 3, 3]
    circle = picture_of("pattern", "circle")
    assert [circle.last_beat(6, tables) for tables in (1, 2, 3, 6, 40)] == [6, 2, 3, 6, 2]
    assert circle.last_beat(0, 3) == 0
    # Whoever's turn it is on the big screen, phones have their own table as far as all are told.
    assert [circle.own_beat(beat, 3) for beat in (0, 1, 2, 4)] == [0, 1, 2, 2]
    assert [circle.own_beat(6, tables) for tables in (1, 2, 7)] == [6, 6, 6]
    assert own_beat("pattern", "circle", 4, 3) == 2
    assert own_beat("pattern", "gone", 4, 3) == 4
    assert picture_of("feeling", "wall").last_beat(6) == 0
    photos = picture_of("tomorrow", "take_home")
    assert [photos.last_beat(6, tables) for tables in (1, 2, 6, 7, 40)] == [1, 2, 6, 1, 1]
    assert photos.last_beat(0, 6) == 0
    with pytest.raises(KeyError, match=r"feeling\.film"):
        picture_of("feeling", "film")


def test_both_paths_begin_and_end_in_the_same_place() -> None:
    """What is on request stands after what the button comes by, so that nothing is skipped on the way back to it."""
    for pictures in PICTURES.values():
        asked = [one.on == "request" for one in pictures]
        assert asked == sorted(asked)
    ends = [PICTURES["feeling"][0], PICTURES["tomorrow"][-1]]
    assert [one.on for one in ends] == ["short", "short"]
