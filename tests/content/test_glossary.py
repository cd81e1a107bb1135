"""One word for one thing, in everything that is said: coded sentences, the interface in both languages, the guides.

A word that may not be used has the code, or the English sentence, of each place where it means something else.
"""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from game.content import words
from game.content.words import LANGUAGES

ROOT = Path(__file__).parents[2]
# What must not be said, and where it is something else.
INSTEAD = {
    "nl": {
        "afgesproken": "besloten",
        "gedoe": "er speelt iets",
        "in de problemen": "er speelt iets",
        "ging er mis": "voorval",
        "gaat er mis": "voorval",
        "misgegaan": "voorval",
        "na een probleem": "als er iets speelt",
        "waarnemer": "toeschouwer",
        "klacht van een bewoner": "probleem melden",
        "regeldruk van": "regeldruk",
        "bureaucratie": "regeldruk",
    },
    "en": {
        "in trouble": "something is going on",
        "went wrong": "incident",
        "goes wrong": "incident",
        "after trouble": "when something is going on",
        "after a problem": "when something is going on",
        "agreed": "decided",
        "bureaucracy": "red tape",
        "fixed budget": "fixed sum",
        "shared the work": "divided the work",
        "shared out": "divided",
        "spectator": "observer",
    },
}
ELSEWHERE = {
    "error.server_error.heading": "the program's own fault",
    "refused.internal": "the program's own fault",
    "game.facilitator": "the guides' chapter about phones and networks",
}


def sentences(language: str) -> dict[str, str]:
    """Return everything that is said in a language, by its code, English sentence or file."""
    said = {code: text.replace("\u00ad", "") for code, text in words("street", language).items()}
    with (ROOT / "game/locale/nl/LC_MESSAGES/django.po").open("rb") as file:
        for message in read_po(file, locale="nl"):
            ids = message.id if isinstance(message.id, (tuple, list)) else (message.id,)
            texts = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
            said |= dict(zip(ids, texts if language == "nl" else ids, strict=False)) if message.id else {}
    guide = ROOT / "docs" / f"facilitator.{language}.md"
    return {**said, "guide": guide.read_text(encoding="utf-8")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_other_word_for_the_same_thing(language: str) -> None:
    found = [
        f"{code}: {wrong!r} is {right!r}"
        for code, text in sentences(language).items()
        for wrong, right in INSTEAD[language].items()
        if re.search(rf"\b{wrong}\b", text, re.I) and code not in ELSEWHERE
    ]
    assert found == []


@pytest.mark.parametrize(
    ("language", "word", "explained"),
    [
        ("nl", "garantie", "dat het voortaan in orde is"),
        ("en", "guarantee", "that it will be all right from now on"),
    ],
)
def test_a_guarantee_says_of_what(language: str, word: str, explained: str) -> None:
    """It stands under the option wherever that is offered, and every line of the street says it."""
    said = words("street", language)
    assert said["ui.figure.guarantee"] == explained
    lines = [text for code, text in said.items() if code.startswith("done.") and code.endswith("guarantee")]
    that = "dat " if language == "nl" else "that "
    assert [line for line in lines if f"{word} {that}" not in line] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_have_their_unit(language: str) -> None:
    """Money, quality and marks are nowhere a bare number inside a sentence."""

    said = words("street", language)
    unit = {
        "reserve": r"€ ?\{reserve\}",
        "cost": r"€ ?\{cost\}",
        "money": r"€ ?\{money\}",
        "quality": r"\{quality\}( (van|of) |/)100",
        "complaints": r"\{complaints\} (van|of) 100",
        "points": r"\{points\} (op je cijfer|on your mark)",
        "share": r"\{share\}%",
        "joined": r"\{joined\}%",
        "percent": r"\{percent\}( ?%)|: \{percent\}$",
        "base": r"\{base\} (van|out of) 10",
        "hours": r"(\{hours\} (uur|h$|\{hours\|))|(Uren|Hours) per professional: \{hours\}",
    }
    bare = [
        f"{code}: {text}"
        for code, text in said.items()
        for name, pattern in unit.items()
        if f"{{{name}}}" in text and not re.search(pattern, text)
    ]
    assert bare == []
