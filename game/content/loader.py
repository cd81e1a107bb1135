"""Reads the content files of a folder, checks that they belong together, and keeps them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from game.content.errors import ContentError
from game.content.scenario import Scenario, read_scenario
from game.content.source import Source
from game.content.words import LANGUAGES, check_alike, read_words

FOLDER = Path(__file__).parent
PER_TASK = ("name", "about", "look.0", "look.1", "look.2", "look.3")
ROLES = ("municipality", "professional", "resident")
# Lists whose length may differ between languages.
FREE = ("alias.",)


@dataclass(frozen=True)
class Content:
    """Everything in a content folder."""

    scenarios: Mapping[str, Scenario]
    catalogues: Mapping[str, Mapping[str, str]]
    texts: Mapping[tuple[str, str], Mapping[str, str]]


def read_folder(folder: Path) -> Content:
    """Return the content of a folder; raises ContentError with file, line and reason."""
    catalogues = {language: Source(folder / f"words.{language}.toml") for language in LANGUAGES}
    first, *others = catalogues.values()
    for other in others:
        check_alike(first, other)
    scenarios, texts = {}, {}
    for file in sorted((folder / "scenarios").glob("*.toml")):
        if "." in file.stem:
            continue
        source = Source(file)
        found = read_scenario(source)
        if found.code != file.stem:
            raise source.error(f"the code is not the file's name '{file.stem}'", "code")
        scenarios[found.code] = found
        for language, words in _scenario_words(found, file).items():
            texts[found.code, language] = words
    if not scenarios:
        raise ContentError(folder / "scenarios", 1, "there is no scenario")
    return Content(scenarios, {lang: read_words(source) for lang, source in catalogues.items()}, texts)


def _scenario_words(scenario: Scenario, file: Path) -> dict[str, dict[str, str]]:
    sources = {language: Source(file.with_suffix(f".{language}.toml")) for language in LANGUAGES}
    first, *others = sources.values()
    for other in others:
        check_alike(first, other, FREE)
    for source in sources.values():
        _check_complete(scenario, source)
    return {language: read_words(source) for language, source in sources.items()}


def _check_complete(scenario: Scenario, source: Source) -> None:
    words = read_words(source)
    needed = ["title", "invitation", "opening", "alias.0", *(f"role_card.{role}" for role in ROLES)]
    needed += [f"task.{task}.{part}" for task in scenario.tasks for part in PER_TASK]
    needed += [f"news.{news.code}" for news in scenario.news]
    needed += [f"incident.{task}.0" for task in scenario.tasks]
    for code in needed:
        if code not in words:
            raise source.error(f"'{code}' is missing", code)
    known = {f"news.{news.code}" for news in scenario.news}
    for code in words:
        if code.startswith("news.") and code not in known:
            raise source.error("the scenario has no such news", code)


@cache
def _content() -> Content:
    return read_folder(FOLDER)


def load_all() -> Mapping[str, Scenario]:
    """Return all scenarios by code, read at the first call; raises ContentError."""
    return _content().scenarios


def scenario(code: str) -> Scenario:
    """Return a scenario; raises KeyError for one that is not there (any more)."""
    return load_all()[code]


def catalogue(language: str) -> Mapping[str, str]:
    """Return the words of a language that belong to no scenario, by code."""
    return _content().catalogues[language]


def words(scenario_code: str, language: str) -> Mapping[str, str]:
    """Return everything a page can say about a game: the catalogue and the scenario's texts, by code."""
    return {**catalogue(language), **_content().texts[scenario_code, language]}
