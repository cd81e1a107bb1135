"""What stands in a place to be read, whoever wrote it, and what is to be stored of what was typed there."""

from collections.abc import Iterator

from game.content.anew import PREFIX as ANEW
from game.content.complete import FREE
from game.content.own.build import Base, Changes, happening, tasks_of
from game.content.own.places import MONTHS, NONE, Place, place_of
from game.content.words import LANGUAGES

OWN, OTHER, BASE, NEW = "own", "other", "base", "new"


def usual(base: Base, changes: Changes, language: str, code: str) -> str:
    """Return what is said here by itself: as it was copied, as the catalogue or any new task says it; "" for a free place."""
    first, _, rest = code.partition(".")
    if first == "words":
        return base.words[language].get(code) or base.marked[language].get(rest, "")
    said = base.words[language].get(code)
    return base.new(changes, rest.partition(".")[0], language).get(code, "") if said is None else said


def shown(base: Base, changes: Changes, name: str) -> str:
    """Return what stands in a place: changed, said so in the other language alone, or by itself."""
    place = place_of(name)
    if place is None:
        return ""
    if name in changes:
        return changes[name]
    if place.language:
        return _in_other(changes, place) or usual(base, changes, place.language, place.code)
    return _usual_list(base, changes, name)


def whose(base: Base, changes: Changes, name: str) -> str:
    """Return where it comes from: OWN, the OTHER language, the BASE, or NEW for what any task says, and a free place."""
    place = place_of(name)
    if place is None or name in changes:
        return OWN
    if _in_other(changes, place):
        return OTHER
    is_copied = place.code.startswith(ANEW) or place.code in base.words.get(place.language, {})
    return BASE if is_copied else NEW


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
    if what == "month":
        return str(base.months[int(of) - 1])
    return " ".join(happening(base, tasks_of(base, rest), rest, what).get(of, [])) or NONE


def stored(base: Base, changes: Changes, name: str, typed: str) -> str:
    """Return what is stored of what was typed: nothing where that is what stands there by itself."""
    text = typed.strip()
    place = place_of(name)
    if place is None:
        return ""
    if place.language:
        is_usual = text == usual(base, changes, place.language, place.code)
        return "" if is_usual and not _in_other({**changes, name: ""}, place) else text
    is_none = name.startswith("month.") and text not in MONTHS
    return "" if is_none or text == _usual_list(base, changes, name) else text


def numbers(base: Base, changes: Changes, before: str, room: int) -> Iterator[int]:
    """Yield the places of a list of sentences that are filled, in either language, and the first free one of its `room`."""
    taken = {
        number
        for number in range(room)
        for language in LANGUAGES
        if usual(base, changes, language, f"{before}.{number}") or f"{language}.{before}.{number}" in changes
    }
    yield from sorted(taken)
    yield from [number for number in range(room) if number not in taken][:1]
