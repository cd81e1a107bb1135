"""What travels with a page about the debrief is what the engine has, in values that JSON knows."""

import json

import pytest

from game.engine.debrief.doubts import sliders
from game.engine.debrief.loops import LOOPS, arrows_of, loops_of
from game.engine.debrief.steps import MOODS, PICTURES, POSTED, STEPS, picture_of
from game.engine.debrief.structure import play_structure, structure
from game.engine.model.choices import Funding, Holder
from game.engine.model.roles import Role
from game.engine.model.rules import RULESETS, Ruleset

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
    assert (found["posted"], found["luck"]) == (dict(POSTED), ["1", "2", "3", "4", "5"])
    assert found["loops"] == {
        code: [a for link in links for a in link] for code, links in loops_of(rules).items()
    }
    assert {code: (a["source"], a["target"], a["role"] or None) for code, a in found["arrows"].items()} == {
        code: (arrow.source, arrow.target, arrow.role) for code, arrow in arrows_of(rules).items()
    }
    assert {name for arrow in found["arrows"].values() for name in arrow["constants"]} == set(sliders(rules))


def test_during_play_it_tells_nothing_of_the_debrief() -> None:
    assert play_structure() == {"roles": [*Role], "holders": [*Holder], "fundings": [*Funding]}


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
    assert picture_of("feeling", "wall").last_beat(6) == 0
    with pytest.raises(KeyError, match=r"feeling\.film"):
        picture_of("feeling", "film")


def test_both_paths_begin_and_end_in_the_same_place() -> None:
    """What is on request stands after what the button comes by, so that nothing is skipped on the way back to it."""
    for pictures in PICTURES.values():
        asked = [one.on == "request" for one in pictures]
        assert asked == sorted(asked)
    ends = [PICTURES["feeling"][0], PICTURES["tomorrow"][-1]]
    assert [one.on for one in ends] == ["short", "short"]
