"""What a role, a holder, a payment, an act or an answer means is said once: nothing else knows their words.

Python asks the enumerations and the ruleset's choices, scripts the structure that the page came with. Some words are also
the names of other things; where one is typed for such a thing, it stands here with the reason.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from game.engine.model.choices import Funding, Holder, Response
from game.engine.model.roles import Role
from game.engine.model.rules import RULESETS

ROOT = Path(__file__).parents[2]
# Words that name something else everywhere: a button, a page's address, what came of something, a measure of the street.
ELSEWHERE = {"back", "join", "result", "trust"}
OWNERS = {"game/engine/model/roles.py", "game/engine/model/choices.py"}

NAMES_OF_PATHS = "a path of play that bots can follow"
MEASURES = "what a round is measured by, as columns and conditions have it"
DRAWN = "how a role or a place is drawn"
PYTHON: Mapping[str, tuple[set[str], str]] = {
    "game/engine/bots/paths.py": ({"together"}, NAMES_OF_PATHS),
    "game/engine/bots/policies.py": ({"take_over", "together"}, NAMES_OF_PATHS),
    "game/engine/debrief/whatif.py": ({"take_over", "together"}, NAMES_OF_PATHS),
    "game/engine/debrief/levers.py": ({"let_be"}, "what an answer counts as"),
    "game/engine/debrief/loops.py": ({"take_over"}, "a node of a loop"),
    "game/engine/debrief/sensible.py": ({"take_over", "together"}, "the parts of an effort"),
    "game/engine/debrief/steps.py": ({"claim"}, "a picture: the author's thought"),
    "game/content/news.py": ({"take_over", "together", "professionals"}, MEASURES),
    "game/content/scenario.py": ({"take_over", "together", "professionals"}, MEASURES),
    "game/selectors/export/rounds.py": ({"take_over", "together"}, MEASURES),
}
SCRIPTS: Mapping[str, tuple[set[str], str]] = {
    "state/loop_shapes.js": ({"take_over"}, "a node of a loop, in its place"),
    "state/reasons.js": ({"together"}, "the word of a sentence, said here for all"),
    "pages/styleguide/states.js": ({"residents", "together", "professionals"}, "streets that nobody played"),
    "state/turns.js": ({"municipality"}, "one seat decides for its table, so its choices are told as times"),
    "ui/debrief/charts/bars.js": ({"professional"}, DRAWN),
    "ui/debrief/pictures/sensible/claim.js": ({"together"}, "a sentence of the author's thought"),
    "ui/debrief/pictures/what_happened/share.js": ({"professional"}, DRAWN),
    "ui/phone/head.js": ({"municipality"}, "is there before the structure is asked for"),
    "ui/street/figures.js": ({"municipality", "professional"}, DRAWN),
    "ui/street/people.js": ({"municipality", "professional", "resident"}, DRAWN),
}


def words() -> set[str]:
    """Return every word of a role, a holder, a payment, an act and an answer, of all rulesets."""
    acts = {
        word
        for rules in RULESETS.values()
        for of_role in rules.choices.act_words.values()
        for word in of_role
    }
    groups = {role.group for role in Role}
    return {str(one) for kind in (Role, Holder, Funding, Response) for one in kind} | acts | groups


def in_python() -> Iterator[tuple[str, str]]:
    """Yield every file of the game with the words that it has as whole strings."""
    for file in sorted((ROOT / "game").rglob("*.py")):
        name = file.relative_to(ROOT).as_posix()
        if name not in OWNERS and "migrations" not in file.parts:
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield name, node.value


def in_scripts() -> Iterator[tuple[str, str]]:
    """Yield every script with the words that it has as whole strings, what is said in comments left out."""
    folder = ROOT / "static/js"
    for file in sorted(folder.rglob("*.js")):
        text = re.sub(r"/\*(?:.|\n)*?\*/|// .*", "", file.read_text(encoding="utf-8"))
        for word in re.findall(r"[\"'`](\w+)[\"'`]", text):
            yield file.relative_to(folder).as_posix(), word


def typed(found: Iterator[tuple[str, str]]) -> dict[str, set[str]]:
    """Return by file the words of choices that it has typed."""
    known = words() - ELSEWHERE
    by_file: dict[str, set[str]] = {}
    for name, word in found:
        if word in known:
            by_file.setdefault(name, set()).add(word)
    return by_file


def test_no_module_types_a_word_of_the_rulesets() -> None:
    assert typed(in_python()) == {name: found for name, (found, _) in PYTHON.items()}


def test_no_script_types_a_word_of_the_rulesets() -> None:
    assert typed(in_scripts()) == {name: found for name, (found, _) in SCRIPTS.items()}


def test_a_word_that_is_typed_again_is_found() -> None:
    assert typed(iter([("ui/phone/row.js", "wait"), ("ui/phone/row.js", "row")])) == {
        "ui/phone/row.js": {"wait"}
    }
