"""The words of a language: the catalogue of codes and a scenario's texts, flat, complete and alike in every language.

`fill` is the one rule for putting values into a sentence; static/js/state/words.js has the same one.
"""

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from game.content.source import Source, flatten
from game.protocol.written import isolated

PARAMETER = re.compile(r"\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}")
LANGUAGES = ("nl", "en")
TENTH = Decimal("0.1")


def read_words(source: Source) -> dict[str, str]:
    """Return a file's texts by dotted code; raises ContentError for anything that is not a text or has a loose brace."""
    words = flatten(source.data)
    for code, text in words.items():
        if not isinstance(text, str) or not text.strip():
            raise source.error("a text is expected", code)
        if ("{" in text or "}" in text) and {"{", "}"} & set(PARAMETER.sub("", text)):
            raise source.error("a { or } that belongs to no {name}", code)
    return words


def check_alike(one: Source, other: Source, free: tuple[str, ...] = ()) -> None:
    """Raise ContentError unless both files have the same codes with the same parameters; `free` prefixes may differ."""
    ours, theirs = read_words(one), read_words(other)
    for mine, own, yours in ((one, ours, theirs), (other, theirs, ours)):
        for code in own:
            if code not in yours and not code.startswith(free):
                missing = other if mine is one else one
                raise missing.error(f"'{code}' is missing, {mine.file.name} has it", code)
    for code in ours:
        if code in theirs and parameters(ours[code]) != parameters(theirs[code]):
            raise other.error(f"other parameters than in {one.file.name}", code)


def parameters(text: str) -> set[str]:
    """Return the names of the values that a text takes."""
    return {found[1] for found in PARAMETER.finditer(text)}


def fill(words: Mapping[str, str], code: str, params: Mapping[str, str | int | float], language: str) -> str:
    """Return the sentence of a code with its values; else that of `code.one` for a `count` of 1, or `code.other`.

    Numbers are written as the language does, with at most one decimal; {name|task|tasks} is "task" where the value is
    written as 1, else "tasks". An unknown code is shown as itself, a missing value as its {name}; a value that runs from
    right to left does not turn the sentence around it.
    """
    written = {name: _written(value, language) for name, value in params.items()}
    plural = f"{code}.{'one' if written.get('count') == '1' else 'other'}"
    text = words.get(code) or words.get(plural) or code
    return PARAMETER.sub(lambda found: _put(found, written), text)


def _put(found: re.Match[str], written: Mapping[str, str]) -> str:
    value = written.get(found[1])
    if value is None:
        return found[0]
    one, other = found[2], found[3]
    return value if one is None else one if value == "1" else other


def _written(value: str | int | float, language: str) -> str:
    if isinstance(value, str):
        return isolated(value)
    rounded = Decimal(str(value)).quantize(TENTH, ROUND_HALF_UP)
    text = f"{abs(rounded):,f}".removesuffix(".0")
    if language == "nl":
        text = text.translate({ord(","): ".", ord("."): ","})
    return f"−{text}" if rounded < 0 else text
