"""Sentences with a count in them, said of none, one and two: the words after it follow the number, in every language."""

import re

import pytest

from game import content
from game.content.words import LANGUAGES, PARAMETER

# What is counted, as one and as more; a count is any number in front of one of these.
NOUNS = {
    "nl": """avond avonden, taak taken, ronde rondes, besluit besluiten, buur buren, seconde seconden, bericht berichten,
        stem stemmen, voorval voorvallen, bewoner bewoners, professional professionals, tafel tafels, mens mensen,
        persoon mensen, telefoon telefoons, keuze keuzes, teken tekens, plek plekken, stoel stoelen""",
    "en": """evening evenings, hour hours, task tasks, round rounds, decision decisions, neighbour neighbours,
        second seconds, message messages, vote votes, guess guesses, incident incidents, resident residents,
        professional professionals, table tables, person people, phone phones, choice choices, time times, sign signs,
        seat seats, chair chairs""",
}
VERBS = {"nl": r"\b(zijn|wonen|wachten|vragen) 1\b", "en": r"\bare 1\b|\b1 \w+ (are|have|ask|wait|they)\b"}
# Values that are words.
TEXTS = {
    "when",
    "causes",
    "tail",
    "choices",
    "rounds",
    "tables",
    "who",
    "name",
    "role",
    "choice",
    "first",
    "second",
    "cause",
    "path",
    "measure",
    "time",
}
# Numbers that only ever are more than one, or stand for a size of something: not counts.
FIXED = {
    "refused.text_too_long": "limit",
    "ui.player.gauge.professional": "of_ten",
}


def pairs(language: str) -> list[tuple[str, str]]:
    return [(one, many) for one, many in (pair.split() for pair in NOUNS[language].split(","))]


def said(language: str) -> dict[str, str]:
    """Return every coded sentence that has a value in it, those of plurals by their common code."""
    every = content.words("street", language)
    return {
        re.sub(r"\.(one|other)$", "", code): code for code, text in every.items() if PARAMETER.search(text)
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_with_a_count_follows_its_number(language: str) -> None:
    every = content.words("street", language)
    wrong = []
    for code, full in said(language).items():
        names = {found[1] for found in PARAMETER.finditer(every[full])}
        for number in (0, 1, 2):
            values = {name: "x" if name in TEXTS else number for name in names}
            text = content.fill(every, code, values, language)
            for one, many in pairs(language):
                bad = many if number == 1 else one
                if re.search(rf"(?<![\w.,−]){number} {bad}\b", text) and code not in FIXED:
                    wrong.append(f"{code}: {text}")
            if number == 1 and re.search(VERBS[language], text):
                wrong.append(f"{code}: {text}")
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_forms_are_filled_in(language: str) -> None:
    """Nothing of a form is left: no brace, no bar."""
    every = content.words("street", language)
    for code, full in said(language).items():
        names = {found[1] for found in PARAMETER.finditer(every[full])}
        for number in (0, 1, 1.04, 2, "1", "2"):
            assert not {"{", "|", "}"} & set(
                content.fill(every, code, dict.fromkeys(names, number), language)
            ), code


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0 taken"),
        (1, "1 taak"),
        (1.0, "1 taak"),
        (1.04, "1 taak"),
        (1.5, "1,5 taken"),
        (2, "2 taken"),
        ("1", "1 taak"),
    ],
)
def test_a_form_goes_by_what_is_written(value, text) -> None:
    assert content.fill({"x": "{n} {n|taak|taken}"}, "x", {"n": value}, "nl") == text


def test_a_form_without_its_value_shows_itself() -> None:
    assert content.fill({"x": "{n} {n|taak|taken}"}, "x", {}, "nl") == "{n} {n|taak|taken}"
