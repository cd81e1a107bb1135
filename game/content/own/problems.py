"""What is wrong with a world that somebody makes: a code and figures by place, in the order of its places.

A world with a problem can be kept, gone on with and mailed; it cannot be played yet.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from game.content.complete import ROLE_CARD_WORDS
from game.content.own.build import Base, Changes, can_be_said, tasks_of
from game.content.own.new_tasks import called
from game.content.own.places import MOST_TYPED, NEW_TASKS, Place, place_of
from game.content.words import LANGUAGES, PARAMETER, parameters
from game.engine.model.choices import MAX_TASKS, MIN_TASKS
from game.protocol.written import Fault, Unfit, clean, same, width

MARKUP = re.compile(r"<\s*[/!a-zA-Z]|&#?\w+;")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong at a place, by a code that has its sentence in the catalogue (world.problem)."""

    place: str
    code: str
    params: dict[str, str | int] = field(default_factory=dict)


def problems(base: Base, changes: Changes) -> list[Problem]:
    """Return everything that keeps this world from being played."""
    return [
        *_of_tasks(base, changes),
        *(found for name, typed in changes.items() if (found := problem_at(base, name, typed))),
        *_of_same(base, changes),
    ]


def problem_at(base: Base, name: str, typed: str) -> Problem | None:
    """Return what is wrong with what was typed in one place, whatever stands elsewhere; None for nothing."""
    place = place_of(name)
    if place is None or not place.language or not typed.strip():
        return None
    code, params = _fault(base, place, typed)
    return Problem(name, code, params) if code else None


def _fault(base: Base, place: Place, typed: str) -> tuple[str, dict[str, str | int]]:
    if MARKUP.search(typed):
        return "markup", {}
    try:
        text = clean(typed, MOST_TYPED, strict=True)
    except Unfit as unfit:
        return ("characters" if unfit.fault is Fault.CHARACTERS else "unseen"), {}
    if place.code.startswith("role_card.") and len(text.split()) > ROLE_CARD_WORDS:
        return "too_many_words", {"limit": ROLE_CARD_WORDS, "count": len(text.split())}
    if width(text) > place.limit:
        return "too_long", {"limit": place.limit, "count": width(text)}
    if place.code.startswith("words."):
        return _anew(base, place, text)
    return ("braces", {}) if {"{", "}"} & set(text) else ("", {})


def _anew(base: Base, place: Place, text: str) -> tuple[str, dict[str, str | int]]:
    """Return whether a sentence that is said anew takes other values than the one whose place it takes."""
    if not can_be_said(base, place.language, place.code):
        return "", {}
    usual = base.marked[place.language][place.code.removeprefix("words.")]
    loose = {"{", "}"} & set(PARAMETER.sub("", text))
    return ("values", {}) if loose or parameters(text) != parameters(usual) else ("", {})


def _of_tasks(base: Base, changes: Changes) -> Iterator[Problem]:
    named = changes.get("tasks", "").split()
    known = [task for task in named if task in base.tasks or task in NEW_TASKS]
    if named and len(known) < MIN_TASKS:
        yield Problem("tasks", "few_tasks", {"least": MIN_TASKS, "count": len(known)})
    if len(known) > MAX_TASKS:
        yield Problem("tasks", "many_tasks", {"most": MAX_TASKS, "count": len(known)})
    if len(set(known)) < len(known):
        yield Problem("tasks", "task_twice")


def _of_same(base: Base, changes: Changes) -> Iterator[Problem]:
    """Yield a task, or a name to suggest, that is called as an earlier one is."""
    for language in LANGUAGES:
        names = {code: text for code, text in base.words[language].items() if code.startswith("alias.")}
        for task in tasks_of(base, changes):
            names[f"task.{task}.name"] = called(base.words, base.blank, changes, task, language)
        for name, text in changes.items():
            if name.startswith(f"{language}.alias."):
                names[name.removeprefix(f"{language}.")] = text
        yield from _twice(language, names)


def _twice(language: str, names: dict[str, str]) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    for code, text in names.items():
        key = (code.partition(".")[0], same(text))
        if text and key in seen:
            yield Problem(f"{language}.{code}", "same_name", {"name": text[:40]})
        seen.add(key)
