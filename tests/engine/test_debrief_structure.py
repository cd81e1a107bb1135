"""What travels with a page about the debrief is what the engine has, in values that JSON knows."""

import json

from game.engine.debrief.doubts import sliders
from game.engine.debrief.loops import ARROWS, LOOPS
from game.engine.debrief.steps import MOODS, POSTED, SHORT_PATH, STEPS
from game.engine.debrief.structure import play_structure, structure
from game.engine.model.choices import Funding, Holder
from game.engine.model.roles import Role
from game.engine.model.rules import RULESETS


def test_it_is_plain_and_whole() -> None:
    found = json.loads(json.dumps(structure()))

    assert {step: tuple(parts) for step, parts in found["steps"].items()} == dict(STEPS)
    assert list(found["steps"]) == list(STEPS)
    assert (found["short_path"], found["moods"]) == (list(SHORT_PATH), list(MOODS))
    assert (found["posted"], found["luck"]) == (dict(POSTED), ["1", "2", "3", "4", "5"])
    assert found["loops"] == {code: [a for link in links for a in link] for code, links in LOOPS.items()}
    assert {code: (a["source"], a["target"], a["role"] or None) for code, a in found["arrows"].items()} == {
        code: (arrow.source, arrow.target, arrow.role) for code, arrow in ARROWS.items()
    }
    assert {name for arrow in found["arrows"].values() for name in arrow["constants"]} == set(
        sliders(RULESETS[1])
    )


def test_during_play_it_tells_nothing_of_the_debrief() -> None:
    assert play_structure() == {"roles": [*Role], "holders": [*Holder], "fundings": [*Funding]}


def test_every_arrow_of_a_loop_and_every_step_that_is_named_is_there() -> None:
    assert {arrow for links in LOOPS.values() for link in links for arrow in link} == set(ARROWS)
    assert {*SHORT_PATH, *POSTED} - set(STEPS) == set()
