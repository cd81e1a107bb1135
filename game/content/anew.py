"""What a scenario says in its own words instead of the catalogue's, so that a school need not say *street*.

Only codes that `words.toml` marks: what means the same at every table everywhere is said once, in the catalogue.
"""

from collections.abc import Mapping

from game.content.source import Source
from game.content.words import parameters

PREFIX = "words."
FAMILY = ".*"


def said_anew(words: Mapping[str, str]) -> dict[str, str]:
    """Return of a scenario's texts those under [words], by the code of the catalogue that they stand for."""
    return {code.removeprefix(PREFIX): text for code, text in words.items() if code.startswith(PREFIX)}


def check_anew(
    source: Source, words: Mapping[str, str], catalogue: Mapping[str, str], marked: frozenset[str]
) -> None:
    """Raise ContentError unless every code under [words] is marked and takes the same values as in the catalogue."""
    for code, text in said_anew(words).items():
        place = PREFIX + code
        if code not in catalogue:
            raise source.error(f"the catalogue has no '{code}'", place)
        if code not in marked:
            raise source.error(f"a scenario may not say '{code}' in its own words", place)
        if parameters(text) != parameters(catalogue[code]):
            raise source.error("other parameters than in the catalogue", place)


def read_marked(source: Source, catalogue: Mapping[str, str]) -> frozenset[str]:
    """Return the codes that scenarios may say in their own words; one that ends in .* stands for all that begin so.

    Raises ContentError for what is no list of known codes.
    """
    marked = source.data.get("anew")
    if not isinstance(marked, list) or not all(isinstance(code, str) for code in marked):
        raise source.error("a list of codes is expected", "anew")
    found: set[str] = set()
    for code in marked:
        meant = [one for one in catalogue if one.startswith(code[:-1])] if code.endswith(FAMILY) else [code]
        if not meant or meant[0] not in catalogue:
            raise source.error(f"the catalogue has no '{code}'", "anew")
        if marked.count(code) > 1:
            raise source.error(f"'{code}' is there twice", "anew")
        found.update(meant)
    return frozenset(found)
