"""A scenario in a place that is no street says so everywhere: no sentence of any page names the street or who lives there."""

import re
from pathlib import Path

import pytest

from game import content
from game.content import catalogue
from game.content.loader import FOLDER
from game.content.renamed import names_of, phrases, renamed
from game.content.source import Source
from game.content.words import LANGUAGES, read_words

ROOT = Path(__file__).parents[2]
# What no sentence of these may name in any form, besides what they say other words for.
NOT = {
    "school": {
        "nl": r"stra(?:at|ten)\w*|\w*bewoner\w*|buren|buur\w*|gemeente\w*|professional\w*|wethouder",
        "en": r"streets?|residents?|neighbou?r\w*|municipal\w*|professionals?|councillor",
    },
    "care": {
        "nl": r"stra(?:at|ten)\w*|\w*bewoner\w*|buren|buur\w*|gemeente\w*|professional\w*|wethouder",
        "en": r"streets?|residents?|neighbou?r\w*|municipal\w*|professionals?|councillor",
    },
}
# Where a word in quotes is no scenario: the engine's name for what a table looks after.
ELSEWHERE = {"game/engine/model/scores.py"}
both = pytest.mark.parametrize("language", LANGUAGES)


@both
@pytest.mark.parametrize("scenario", sorted(content.load_all()))
def test_what_a_scenario_has_another_word_for_it_says_nowhere(scenario: str, language: str) -> None:
    own = read_words(Source(FOLDER / f"scenarios/{scenario}.{language}.toml"))
    names = names_of(own)
    stems = NOT.get(scenario, {}).get(language, r"(?!)")
    left = re.compile(rf"{phrases(names).pattern if names else '(?!)'}|\b(?:{stems})\b", re.IGNORECASE)
    found = {code: text for code, text in said_by(scenario, language, names).items() if left.search(text)}
    assert found == {}


def said_by(scenario: str, language: str, names: dict[str, str]) -> dict[str, str]:
    """Return all that is said about a scenario without values, places to break a word, and its own names."""
    mine = phrases(list(names.values())) if names else re.compile(r"(?!)")
    said = content.words(scenario, language)
    return {
        code: mine.sub("", re.sub(r"\{\w+", "{", text.replace("\u00ad", ""))) for code, text in said.items()
    }


@both
def test_the_street_says_the_catalogue_as_it_stands(language: str) -> None:
    said = content.words("street", language)
    assert {code: said[code] for code in catalogue(language)} == catalogue(language)


@pytest.mark.parametrize("scenario", sorted(content.load_all()))
def test_every_word_before_a_name_goes_by_its_article(scenario: str) -> None:
    """*Onze straat* is *ons huis*, and *een mooie straat* would be *een mooi huis*."""
    neuters, commons = nouns_of(scenario)
    neuter, common = ("|".join(sorted(nouns)) or "(?!)" for nouns in (neuters, commons))
    of_the_other = re.compile(
        rf"\b(?:de|deze|die|onze|elke|iedere|welke|dezelfde|(?:een|geen|elk|ieder|ons) \w+e) (?:{neuter})\b"
        rf"|\b(?:dit|ons|elk|ieder|welk|hetzelfde) (?:{common})\b",
        re.IGNORECASE,
    )
    said = content.words(scenario, "nl")
    assert {code: text for code, text in said.items() if of_the_other.search(text)} == {}


def test_there_are_names_with_either_article() -> None:
    assert [bool(nouns_of(scenario)[0]) for scenario in ("street", "care", "school")] == [False, True, True]


def nouns_of(scenario: str) -> tuple[set[str], set[str]]:
    """Return the Dutch nouns that a scenario has names by, with *het* and all others."""
    names = names_of(read_words(Source(FOLDER / f"scenarios/{scenario}.nl.toml")))
    neuters = {name.split()[1] for name in names.values() if re.fullmatch(r"(?:het|elk|dit) \w+", name)}
    return neuters, set(names.values()) - neuters


def test_who_says_the_article_need_not_say_what_goes_by_it() -> None:
    names = {"instead.straat": "dorp", "instead.de straat": "het dorp", "instead.welke straat": "waar"}
    said = {
        "our": "Onze straat is deze straat.",
        "each": "Elke straat, iedere straat: die straat heeft dezelfde straat.",
        "own": "Welke straat? Jullie straat.",
    }
    assert renamed(names, said) == {
        "our": "Ons dorp is dit dorp.",
        "each": "Elk dorp, ieder dorp: dat dorp heeft hetzelfde dorp.",
        "own": "Waar? Jullie dorp.",
    }
    the_other_way = {"instead.plein": "hal", "instead.het plein": "de hal"}
    assert renamed(the_other_way, {"one": "Ons plein, dat plein"}) == {"one": "Onze hal, die hal"}


def test_names_stand_for_whole_words_with_their_capitals_and_leave_values_alone() -> None:
    said = {
        "one": "De gemeente en {residents} residents: {of|resident|residents}.",
        "two": "Residents of the street, the streetcar.",
        "three": "nothing of the kind",
    }
    names = {
        "instead.gemeente": "bestuur",
        "instead.de gemeente": "het bestuur",
        "instead.residents": "families",
        "instead.resident": "family",
        "instead.street": "school",
        "title": "no name",
    }
    assert renamed(names, said) == {
        "one": "Het bestuur en {residents} families: {of|family|families}.",
        "two": "Families of the school, the streetcar.",
    }
    assert phrases(names_of(names)).search("streets") is None
    assert renamed({"title": "no name"}, said) == {}


def test_no_module_names_a_scenario() -> None:
    codes = "|".join(content.load_all())
    files = [
        *(ROOT / "game").rglob("*.py"),
        *(ROOT / "config").rglob("*.py"),
        *(ROOT / "static").rglob("*.js"),
    ]
    scenes = {f"static/js/ui/street/worlds/{code}.js" for code in content.load_all()}
    naming = {
        file.relative_to(ROOT).as_posix()
        for file in files
        if re.search(rf"""["']({codes})["']""", file.read_text(encoding="utf-8"))
    }
    assert sorted(naming - ELSEWHERE - scenes) == []
