"""A scenario in a place that is no street says so everywhere: no sentence of any page says street."""

import re
import shutil
from pathlib import Path

import pytest

from game import content
from game.content import catalogue
from game.content.anew import read_marked
from game.content.loader import FOLDER, Content, read_folder
from game.content.source import Source
from game.content.words import LANGUAGES

STREETS = {"nl": re.compile("stra(at|ten)", re.I), "en": re.compile("street", re.I)}
SCHOOL = {"nl": "school", "en": "school"}
MARKED = read_marked(Source(FOLDER / "words.toml"), catalogue("nl"))
ROOT = Path(__file__).parents[2]
# Where a word in quotes is no scenario: the engine's name for what a table looks after, and a scene that scenarios can name.
ELSEWHERE = {
    "game/engine/model/scores.py",
    "static/js/ui/street/worlds/street.js",
}
both = pytest.mark.parametrize("language", LANGUAGES)


def at_school(text: str, language: str) -> str:
    """Return a sentence as a scenario about a school has it, near enough for a test."""
    return STREETS[language].sub(SCHOOL[language], text.replace("\u00ad", ""))


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """Return the content with a second scenario made of the street's, with every marked code in its own words."""
    folder = tmp_path_factory.mktemp("content")
    shutil.copytree(FOLDER, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    scenarios = folder / "scenarios"
    facts = (scenarios / "street.toml").read_text(encoding="utf-8")
    facts = facts.replace('code = "street"\ndefault = true\n', 'code = "school"\n')
    (scenarios / "school.toml").write_text(facts, encoding="utf-8")
    for language in LANGUAGES:
        text = at_school((scenarios / f"street.{language}.toml").read_text(encoding="utf-8"), language)
        lines = (f"{code} = {quoted(catalogue(language)[code], language)}" for code in sorted(MARKED))
        anew = "\n".join(["", "[words]", *lines, ""])
        (scenarios / f"school.{language}.toml").write_text(text + anew, encoding="utf-8")
    return read_folder(folder)


def quoted(text: str, language: str) -> str:
    return '"' + at_school(text, language).replace("\n", "\\n") + '"'


@both
def test_a_school_says_street_nowhere(school: Content, language: str) -> None:
    said = school.words("school", language)
    assert [code for code, text in said.items() if STREETS[language].search(text)] == []


@both
def test_the_street_keeps_its_words(school: Content, language: str) -> None:
    assert school.words("street", language) == content.words("street", language)
    assert all(code in content.words("street", language) for code in school.words("school", language))


@both
def test_what_names_the_street_is_marked(language: str) -> None:
    said = {code: text.replace("\u00ad", "") for code, text in catalogue(language).items()}
    named = {code for code, text in said.items() if STREETS[language].search(text)}
    assert sorted(named - MARKED) == []


def test_no_module_names_a_scenario() -> None:
    codes = "|".join(content.load_all())
    files = [
        *(ROOT / "game").rglob("*.py"),
        *(ROOT / "config").rglob("*.py"),
        *(ROOT / "static").rglob("*.js"),
    ]
    naming = {
        file.relative_to(ROOT).as_posix()
        for file in files
        if re.search(rf"""["']({codes})["']""", file.read_text(encoding="utf-8"))
    }
    assert sorted(naming - ELSEWHERE) == []
