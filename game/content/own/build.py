"""A whole world from the one it was copied from and what was changed of it, in the form of the shipped ones."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from game.content.complete import FREE, OF_TASKS
from game.content.own import toml
from game.content.own.new_tasks import called, said_by
from game.content.own.places import MONTHS, NEW_TASKS, NONE, ROUNDS, place_of
from game.content.own.places import Changes as Changes
from game.content.scenario import MONTHS as USUAL_MONTHS
from game.content.words import LANGUAGES
from game.engine.model.choices import MAX_TASKS

FORMAT = 1  # of the files: rises when an older release could not read them
Words = Mapping[str, Mapping[str, str]]  # by language and code


@dataclass(frozen=True)
class Base:
    """A shipped scenario as its files have it: `data` of the one without words, and its `words`, with what it calls things.

    `blank` has what a task says that is new, by codes without one; `phrases` by language what any world may call otherwise,
    `marked` the codes that it may say anew, with the catalogue's sentences.
    """

    data: Mapping[str, Any]
    words: Words
    blank: Words
    phrases: Mapping[str, frozenset[str]]
    marked: Words

    @property
    def tasks(self) -> tuple[str, ...]:
        """The codes of its tasks."""
        return tuple(self.data["tasks"])

    @property
    def months(self) -> tuple[int, ...]:
        """The month of each round, 1 to 12."""
        return tuple(self.data.get("months", USUAL_MONTHS))

    def new(self, changes: Changes, task: str, language: str) -> dict[str, str]:
        """Return what a task that the base does not have says by itself, by code; nothing for one of its own."""
        if task not in NEW_TASKS:
            return {}
        name = called(self.words, self.blank, changes, task, language)
        return said_by(self.blank[language], task, name, NEW_TASKS.index(task))


@dataclass(frozen=True)
class Whole:
    """A whole world: `data` without words, and its `words` by language and code."""

    data: Mapping[str, Any]
    words: Words

    def files(self, code: str) -> dict[str, str]:
        """Return its files by name, under this code."""
        named = {f"{code}.toml": toml.of_data({**self.data, "code": code})}
        return named | {
            f"{code}.{language}.toml": toml.of_words(self.words[language]) for language in LANGUAGES
        }


def tasks_of(base: Base, changes: Changes) -> tuple[str, ...]:
    """Return the codes of a world's tasks in order: of the base's, and new ones; each once, and no more than can be shown."""
    named = changes.get("tasks", "").split() or list(base.tasks)
    known = [task for task in dict.fromkeys(named) if task in base.tasks or task in NEW_TASKS]
    return tuple(known[:MAX_TASKS])


def build(base: Base, changes: Changes) -> Whole:
    """Return the whole world; what has no place in it, such as a sentence of a task that was left out, is passed over.

    What was changed in one language alone is said so in the other too: a sentence of the base would be about something else.
    """
    tasks = tasks_of(base, changes)
    words = {language: dict(_copied(base, changes, tasks, language)) for language in LANGUAGES}
    for code, said in _changed(base, tasks, changes).items():
        first = next(iter(said.values()))
        for language in LANGUAGES:
            if language in said or not code.startswith(FREE):
                words[language][code] = said.get(language, first)
    return Whole(
        _data(base, tasks, changes), {language: _in_order(words[language]) for language in LANGUAGES}
    )


def _changed(base: Base, tasks: tuple[str, ...], changes: Changes) -> dict[str, dict[str, str]]:
    """Return the sentences that were changed and have a place in this world, by code and language."""
    found: dict[str, dict[str, str]] = {}
    for name, typed in changes.items():
        place = place_of(name)
        if place is None or not place.language or (place.task and place.task not in tasks):
            continue
        text = " ".join(typed.split())[: place.limit]
        if text and can_be_said(base, place.language, place.code):
            found.setdefault(place.code, {})[place.language] = text
    return found


def can_be_said(base: Base, language: str, code: str) -> bool:
    """Tell whether a world copied from this one has this sentence, or this phrase, to say."""
    first, _, rest = code.partition(".")
    if first == "instead":
        return rest in base.phrases[language]
    if first == "words":
        return rest in base.marked[language]
    if first in ("news", "note"):
        return code in base.words[language]
    return True


def _copied(base: Base, changes: Changes, tasks: tuple[str, ...], language: str) -> Iterator[tuple[str, str]]:
    """Yield what the base says of these tasks and of everything else, and what any task says of those that are new."""
    gone = {task for task in base.tasks if task not in tasks}
    lost = {
        f"news.{code}"
        for way in base.data["news"].values()
        for code, one in way.items()
        if one.get("task") in gone
    }
    for code, text in base.words[language].items():
        first, _, rest = code.partition(".")
        if not (first in OF_TASKS and rest.partition(".")[0] in gone) and code not in lost:
            yield code, text
    for task in tasks:
        yield from base.new(changes, task, language).items()


def _in_order(words: Mapping[str, str]) -> dict[str, str]:
    """Return the sentences with those of every list numbered on, without the numbers that were left open."""
    found: dict[str, str] = {}
    lists: dict[str, list[tuple[int, str]]] = {}
    for code, text in words.items():
        before, _, last = code.rpartition(".")
        if last.isdecimal() and not before.startswith(("briefing", "words", "instead")):
            lists.setdefault(before, []).append((int(last), text))
            found[f"{before}.{len(lists[before]) - 1}"] = ""
        else:
            found[code] = text
    for before, numbered in lists.items():
        for place, (_, text) in enumerate(sorted(numbered)):
            found[f"{before}.{place}"] = text
    return found


def _data(base: Base, tasks: tuple[str, ...], changes: Changes) -> dict[str, Any]:
    data = {"scene": base.data["scene"]} if "scene" in base.data else {}
    months = months_of(base, changes)
    data |= {"months": list(months)} if months != USUAL_MONTHS else {}
    plots = {task: changes[f"plot.{task}"] for task in tasks if changes.get(f"plot.{task}")}
    incidents = {round: hit[0] for round, hit in happening(base, tasks, changes, "incidents").items()}
    news = {
        way: {code: one for code, one in items.items() if one.get("task", tasks[0]) in tasks}
        for way, items in base.data["news"].items()
    }
    return {
        "format": FORMAT,
        "base": base.data["code"],
        "language": language_of(changes),
        "code": base.data["code"],
        "tasks": list(tasks),
        **data,
        "plots": plots,
        "incidents": incidents,
        "setbacks": happening(base, tasks, changes, "setbacks"),
        "news": news,
    }


def months_of(base: Base, changes: Changes) -> tuple[int, ...]:
    """Return the month of each round, 1 to 12."""
    asked = [changes.get(f"month.{round}", "") for round in ROUNDS]
    return tuple(
        int(month) if month in MONTHS else usual for month, usual in zip(asked, base.months, strict=True)
    )


def language_of(changes: Changes) -> str:
    """Return the language in which most was changed, the first of ours where there is no most."""
    return max(LANGUAGES, key=lambda language: sum(name.startswith(f"{language}.") for name in changes))


def happening(base: Base, tasks: tuple[str, ...], changes: Changes, what: str) -> dict[str, list[str]]:
    """Return the tasks that have `incidents` or `setbacks` by round (as text), those that are left out aside."""
    found: dict[str, list[str]] = {}
    for round in map(str, ROUNDS):
        usual = base.data.get(what, {}).get(round, [])
        usual = [usual] if isinstance(usual, str) else usual
        asked = changes.get(f"{what}.{round}", "")
        named = [] if asked == NONE else asked.split() or usual
        hit = [task for task in tasks if task in named]
        if hit:
            found[round] = hit
    return found
