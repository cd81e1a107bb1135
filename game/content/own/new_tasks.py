"""What a new task says as long as its maker wrote nothing: sentences that fit any task, with its name in them.

Two new tasks say the same things about themselves, never the same thing at once: each begins its lists elsewhere, and has
somebody else to follow.
"""

from collections.abc import Mapping

from game.content.words import LANGUAGES

ARTICLES = ("de", "het", "een", "the", "a", "an")  # small within a sentence
ROTATED = ("incident", "setback", "grumble")
Said = Mapping[str, Mapping[str, str]]  # by language and code


def called(words: Said, blank: Said, changes: Mapping[str, str], task: str, language: str) -> str:
    """Return the name of a task in a language: its own, else that of another language, else as it was copied."""
    code = f"task.{task}.name"
    for tried in (language, *LANGUAGES):
        if name := changes.get(f"{tried}.{code}", "").strip():
            return name
    return words[language].get(code) or blank[language]["task.name"]


def said_by(blank: Mapping[str, str], task: str, name: str, number: int) -> dict[str, str]:
    """Return what the new `task` of this `name` says in a language, by code, from what any task says there.

    `number` tells it from other new tasks, from 0 on.
    """
    people = [text for code, text in blank.items() if code.startswith("who.")]
    filled = {"{name}": _within(name), "{who}": people[number % len(people)]}
    said = {}
    for code, text in blank.items():
        first, _, rest = code.partition(".")
        if first == "who":
            continue
        if first in ROTATED:
            count = sum(one.startswith(f"{first}.") for one in blank)
            rest = str((int(rest) + number) % count)
        for gap, word in filled.items():
            text = text.replace(gap, word)
        said[f"{first}.{task}.{rest}"] = text
    return said


def _within(name: str) -> str:
    """Return a name as it stands within a sentence."""
    first, space, rest = " ".join(name.split()).partition(" ")
    return f"{first.lower()}{space}{rest}" if first.lower() in ARTICLES else name
