"""Where something can be changed in a world, and how long it may be there; a place not named here cannot be changed.

`tasks`, `plot.<task>`, `incidents.<round>` and `setbacks.<round>` hold codes with spaces between them, `month.<round>` one of
MONTHS; `<language>.<code>` holds a sentence. Nothing of the model has a place.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from game.content.words import LANGUAGES
from game.engine.model.choices import Response
from game.engine.model.roles import Role
from game.engine.table.phases import MAX_ROUNDS

Changes = Mapping[str, str]  # what stands in a place instead; a place that is not there is as it was copied
NONE = "-"  # no task, where the world that was copied has one
MOST_TYPED = 2000  # characters that are kept of one place, also where they are too many to play with
MOST_PLACES = 3000
TITLE = "title"
MONTHS = tuple(str(month) for month in range(1, 13))
NEW_TASKS = tuple(f"own{k}" for k in range(1, 13))

_TASK = "(?P<task>[a-z][a-z0-9_]{0,19})"
_ROUND = "(?:[1-9]|10)"
# What a sentence's code is, and how many characters it may have: as many as the longest that is shipped, rounded up, since
# the screens are made for those (a complaint is two lines of the big screen).
_SENTENCES = (
    ("title", 40),
    ("invitation", 80),
    ("opening", 450),
    (f"role_card\\.(?:{'|'.join(Role)})", 340),
    (f"briefing\\.{_ROUND}", 100),
    (f"task\\.{_TASK}\\.name", 24),
    (f"task\\.{_TASK}\\.about", 80),
    (f"task\\.{_TASK}\\.look\\.[0-3]", 18),
    (f"incident\\.{_TASK}\\.[0-9]", 115),
    (f"setback\\.{_TASK}\\.[0-9]", 125),
    (f"grumble\\.{_TASK}\\.[0-9]", 90),
    (f"done\\.{_TASK}\\.(?:{'|'.join(Response)})", 110),
    (f"heard\\.{_TASK}\\.(?:came|without)\\.[0-2]\\.[0-3]", 95),
    (f"thread\\.{_TASK}\\.(?:came|alone|worked|nobody)\\.[0-5]", 110),
    (r"overheard\.(?:calm|mixed|cross)\.[0-9]", 75),
    (r"(?:look_at|talk_about)\.1?[0-9]", 95),
    (r"note\.[a-z_]+\.(?:say|ask|watch|not)", 480),
    (r"news\.[a-z0-9_]+", 100),
    (r"alias\.1?[0-9]{1,2}", 20),
    (r"instead\..{1,120}", 120),
    (r"words\.[A-Za-z0-9_.]+", 370),
)
_LISTS = (
    ("tasks", len(NEW_TASKS) * 21),
    (f"plot\\.{_TASK}", 20),
    (f"month\\.{_ROUND}", 2),
    (f"(?:incidents|setbacks)\\.{_ROUND}", len(NEW_TASKS) * 21),
)
_KNOWN = tuple(
    (re.compile(pattern), limit)
    for pattern, limit in (
        *((f"(?:{'|'.join(LANGUAGES)})\\.{code}", most) for code, most in _SENTENCES),
        *_LISTS,
    )
)
ROUNDS = range(1, MAX_ROUNDS + 1)


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its language ("" for what has none), the code in it, the task it is of ("" for none), and its limit."""

    language: str
    code: str
    task: str
    limit: int


def place_of(name: str) -> Place | None:
    """Return the place of this name, None when there is no such place in any world."""
    for pattern, limit in _KNOWN:
        if found := pattern.fullmatch(name):
            language, _, code = name.partition(".")
            is_sentence = language in LANGUAGES
            task = found.groupdict().get("task") or ""
            return Place(language if is_sentence else "", code if is_sentence else name, task, limit)
    return None
