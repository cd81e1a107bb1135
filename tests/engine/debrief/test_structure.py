"""What travels with a page about the debrief is what the engine has, in values that JSON knows."""

import json

import pytest

from game.engine.debrief.doubts import sliders
from game.engine.debrief.loops import LOOPS, arrows_of, loops_of
from game.engine.debrief.steps import MOODS, POSTED, SHORT_PATH, STEPS
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
    assert (found["short_path"], found["moods"]) == (list(SHORT_PATH), list(MOODS))
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
    assert {*SHORT_PATH, *POSTED} - set(STEPS) == set()


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
