"""What stands in a place to be read, whoever wrote it, and what is to be stored of what was typed there."""

from collections.abc import Iterator

from game.content.complete import FREE
from game.content.own.build import Base, Changes, happening, tasks_of
from game.content.own.places import NONE, Place, place_of
from game.content.words import LANGUAGES

OWN, OTHER, BASE, NEW = "own", "other", "base", "new"


def usual(base: Base, language: str, code: str) -> str:
    """Return what is said here by itself: as it was copied, or as any new task says it; "" for a free place in a list."""
    said = base.words[language].get(code)
    if said is not None:
        return said
    first, _, rest = code.partition(".")
    task, _, last = rest.partition(".")
    if first == "instead":
        return ""
    return base.blank[language].get(f"{first}.{last}", "") if task not in base.tasks else ""


def shown(base: Base, changes: Changes, name: str) -> str:
    """Return what stands in a place: changed, said so in the other language alone, or by itself."""
    place = place_of(name)
    if place is None:
        return ""
    if name in changes:
        return changes[name]
    if place.language:
        return _in_other(changes, place) or usual(base, place.language, place.code)
    return _usual_list(base, changes, name)


def whose(base: Base, changes: Changes, name: str) -> str:
    """Return where it comes from: OWN, the OTHER language, the BASE, or NEW for what any task says, and a free place."""
    place = place_of(name)
    if place is None or name in changes:
        return OWN
    if _in_other(changes, place):
        return OTHER
    return BASE if place.code in base.words.get(place.language, {}) else NEW


def _in_other(changes: Changes, place: Place) -> str:
    if place.code.startswith(FREE):
        return ""
    others = (changes.get(f"{language}.{place.code}", "") for language in LANGUAGES)
    return next((text for text in others if text), "")


def _usual_list(base: Base, changes: Changes, name: str) -> str:
    """Return what a world without this change has there: tasks, a task's picture, or the tasks of a round."""
    rest = {place: text for place, text in changes.items() if place != name}
    what, _, of = name.partition(".")
    if what == "tasks":
        return " ".join(base.tasks)
    if what == "plot":
        return of
    return " ".join(happening(base, tasks_of(base, rest), rest, what).get(of, [])) or NONE


def stored(base: Base, changes: Changes, name: str, typed: str) -> str:
    """Return what is stored of what was typed: nothing where that is what stands there by itself."""
    text = typed.strip()
    place = place_of(name)
    if place is None:
        return ""
    if place.language:
        is_usual = text == usual(base, place.language, place.code)
        return "" if is_usual and not _in_other({**changes, name: ""}, place) else text
    return "" if text == _usual_list(base, changes, name) else text


def numbers(base: Base, changes: Changes, before: str, room: int) -> Iterator[int]:
    """Yield the places of a list of sentences that are filled, in either language, and the first free one of its `room`."""
    taken = {
        number
        for number in range(room)
        for language in LANGUAGES
        if usual(base, language, f"{before}.{number}") or f"{language}.{before}.{number}" in changes
    }
    yield from sorted(taken)
    yield from [number for number in range(room) if number not in taken][:1]
