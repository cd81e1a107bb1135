"""What a scenario calls its place and its people: phrases that stand for the catalogue's own in every sentence of it.

So a school says *families* and *teachers* everywhere, also in a sentence that is written next year. A sentence that reads
badly with them is said anew (see anew).
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from itertools import accumulate

from game.content.source import Source
from game.content.words import PARAMETER

PREFIX = "instead."
# What Dutch says before a noun, by its article.
_BEFORE = (
    {"de": "deze", "het": "dit"},
    {"de": "die", "het": "dat"},
    {"de": "onze", "het": "ons"},
    {"de": "elke", "het": "elk"},
    {"de": "iedere", "het": "ieder"},
    {"de": "welke", "het": "welk"},
    {"de": "dezelfde", "het": "hetzelfde"},
)


def names_of(words: Mapping[str, str]) -> dict[str, str]:
    """Return of a scenario's texts those under [instead]: its own phrase by the catalogue's."""
    return {code.removeprefix(PREFIX): text for code, text in words.items() if code.startswith(PREFIX)}


def renamed(words: Mapping[str, str], catalogue: Mapping[str, str]) -> dict[str, str]:
    """Return the sentences of the catalogue that a scenario's names change, as it says them, by code.

    Whole words, the longest phrase first; a capital stays a capital, and the name of a value ({residents}) what it is.
    """
    names = _with_articles(names_of(words))
    if not names:
        return {}
    found = phrases(names)
    few = _mentioning(names, catalogue)  # looking for whole words in all of them takes a while
    said = {code: found.sub(lambda match: _put(match[0], names), catalogue[code]) for code in few}
    return {code: text for code, text in said.items() if text != catalogue[code]}


def check_renamed(source: Source, words: Mapping[str, str], catalogue: Mapping[str, str]) -> None:
    """Raise ContentError for a phrase that no sentence of the catalogue has, with a capital, or with a value in it."""
    names = names_of(words)
    every = "\n".join(catalogue.values()).lower()
    for phrase, text in names.items():
        place = PREFIX + phrase
        if phrase != phrase.lower():
            raise source.error("a phrase is written without capitals", place)
        if PARAMETER.search(text):
            raise source.error("a name takes no values", place)
        if not _is_said(phrase, every):
            raise source.error("no sentence of the catalogue says this", place)


def phrases(names: Mapping[str, str] | list[str]) -> re.Pattern[str]:
    """Return what finds these phrases in a sentence, also with a capital."""
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<![\w{{])(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)


def _with_articles(names: Mapping[str, str]) -> dict[str, str]:
    """Return the names with what follows from their articles, unless they say it themselves.

    Where *de straat* is *het huis*, *onze straat* is *ons huis*; an adjective in between does not follow.
    """
    found: dict[str, str] = {}
    for phrase, name in names.items():
        old, _, noun = phrase.partition(" ")
        new, _, own = name.partition(" ")
        if {old, new} == {"de", "het"} and " " not in noun:
            found |= {f"{one[old]} {noun}": f"{one[new]} {own}" for one in _BEFORE}
    return {**found, **names}


def _mentioning(names: Mapping[str, str], catalogue: Mapping[str, str]) -> list[str]:
    """Return the codes of the sentences that a phrase stands in, in the catalogue's order; also within a longer word.

    All sentences are searched as one text, as that is done in C.
    """
    codes = list(catalogue)
    lower = [text.lower() for text in catalogue.values()]
    every = "\n".join(lower)
    starts = list(accumulate((len(text) + 1 for text in lower), initial=0))
    found: set[int] = set()
    for phrase in names:
        at = every.find(phrase)
        while at >= 0:
            index = bisect_right(starts, at) - 1
            found.add(index)
            at = every.find(phrase, starts[index + 1])
    return [codes[index] for index in sorted(found)]


def _is_said(phrase: str, every: str) -> bool:
    """Tell whether a phrase stands in a text as whole words, as `phrases` finds it; both are without capitals.

    The phrase comes first in the pattern, so that it is looked for as fast as any text.
    """
    letters = re.escape(phrase)
    return re.search(rf"{letters}(?<![\w{{]{letters})(?!\w)", every) is not None


def _put(phrase: str, names: Mapping[str, str]) -> str:
    name = names[phrase.lower()]
    return name[0].upper() + name[1:] if phrase[0].isupper() else name
