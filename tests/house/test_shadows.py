"""A number that scripts have of the server is the server's: each stands here beside the one that it has to be."""

import re
from pathlib import Path

import pytest

from game.actions.voices import POST_SECONDS
from game.engine.debrief.steps import MOST_WHAT_IFS
from game.engine.model.rules import RULESETS
from game.engine.table import reveal
from game.selectors.arrivals import NEW_FOR
from game.web.facilitator.workshops import RULES
from game.web.takeaway.figures import PIPS

JS = Path(__file__).parents[2] / "static/js"
SAME: dict[tuple[str, str], float] = {
    ("state/beats.js", "BEATS"): reveal.BEATS,
    ("state/beats.js", "WHOLE"): reveal.WHOLE,
    ("state/beats.js", "SKEW_MS"): reveal.SKEW_MS,
    ("state/luck.js", "PIPS"): PIPS,
    ("ui/panel/debrief/whatifs.js", "MOST"): MOST_WHAT_IFS,
    ("ui/phone/place.js", "NEW_FOR"): NEW_FOR,
    ("ui/phone/result.js", "TOP"): max(rules.mark_highest for rules in RULESETS.values()),
    ("ui/phone/voice.js", "PAUSE_S"): POST_SECONDS,
}


@pytest.mark.parametrize(("file", "name"), SAME, ids=[f"{file} {name}" for file, name in SAME])
def test_a_number_of_a_script_is_the_servers(file: str, name: str) -> None:
    found = re.findall(rf"^(?:export )?const {name} = ([\d.]+);", (JS / file).read_text(), re.MULTILINE)

    assert [float(one) for one in found] == [SAME[file, name]]


def test_every_ruleset_can_be_picked() -> None:
    assert sorted(number for number, _ in RULES) == sorted(RULESETS)


def test_every_ruleset_has_the_same_ends_of_a_mark() -> None:
    """A phone draws a mark on a line from one to ten."""
    assert {(rules.mark_lowest, rules.mark_highest) for rules in RULESETS.values()} == {(1.0, 10.0)}
