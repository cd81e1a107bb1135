"""What may be forgotten in a world that can be played: sentences that still say an old name, a month that moved on.

Unlike a problem, a hint keeps nobody from playing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from game.content.own.build import Base, Changes, build, months_of, tasks_of
from game.content.own.new_tasks import ARTICLES
from game.content.words import LANGUAGES


@dataclass(frozen=True, slots=True)
class Hint:
    """Something to look at, by a code that has its sentence in the catalogue (world.hint).

    `name`: the word that `count` sentences still have. `month`: the `place` of the first sentence of a round (`count`) that
    is in another month now.
    """

    code: str
    count: int
    name: str = ""
    place: str = ""


def hints(base: Base, changes: Changes) -> list[Hint]:
    """Return what may be forgotten, the names first."""
    return [*_of_names(base, changes), *_of_months(base, changes)]


def _of_names(base: Base, changes: Changes) -> Iterator[Hint]:
    """Yield the names of the base that were changed, and that sentences which nobody changed still say."""
    kept = tasks_of(base, changes)
    words = build(base, changes).words
    for code in ("title", *(f"task.{task}.name" for task in base.tasks if task in kept)):
        for language in LANGUAGES:
            if not any(f"{one}.{code}" in changes for one in LANGUAGES):
                continue
            name = _plain(base.words[language][code])
            now = changes.get(f"{language}.{code}") or words[language][code]
            says = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
            if says.search(now):
                continue
            found = [
                one
                for one, text in words[language].items()
                if f"{language}.{one}" not in changes and not one.startswith("instead.") and says.search(text)
            ]
            if found:
                yield Hint("name", len(found), name)


def _plain(name: str) -> str:
    """Return a name without its article."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in ARTICLES else name


def _of_months(base: Base, changes: Changes) -> Iterator[Hint]:
    for round, (month, usual) in enumerate(zip(months_of(base, changes), base.months, strict=True), 1):
        code = f"briefing.{round}"
        if month != usual and not any(f"{language}.{code}" in changes for language in LANGUAGES):
            yield Hint("month", round, place=f"{LANGUAGES[0]}.{code}")
