"""Reads the content files of a folder, checks that they belong together, and keeps them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from game.content.anew import read_marked
from game.content.complete import FREE, check_complete, list_lengths, own_words
from game.content.errors import ContentError
from game.content.frozen import Files, Frozen, is_frozen, read_frozen, shelf
from game.content.own.build import Base, Changes, Whole, build
from game.content.own.pack import Unpacked, unpack
from game.content.pages import PageCodes, read_pages
from game.content.renamed import names_of
from game.content.scenario import Scenario, read_scenario
from game.content.source import Source
from game.content.words import LANGUAGES, check_alike, read_words

FOLDER = Path(__file__).parent
# The files of the catalogue: what several audiences and players are told, and what is said in one place alone.
CATALOGUE = (
    "words",
    "words.debrief",
    "words.panel",
    "words.projector",
    "words.pages",
    "words.export",
    "words.worlds",
)


@dataclass(frozen=True)
class Content:
    """Everything in a content folder; `texts` by scenario and language (with what it says otherwise), `pages` by name.

    `bases` has the scenarios as their files do, to make other worlds of.
    """

    scenarios: Mapping[str, Scenario]
    catalogues: Mapping[str, Mapping[str, str]]
    texts: Mapping[tuple[str, str], Mapping[str, str]]
    pages: Mapping[str, PageCodes]
    bases: Mapping[str, Base]

    def words(self, scenario: str, language: str) -> dict[str, str]:
        """Return the catalogue with a scenario's texts, and what that says anew in the place of the catalogue's."""
        return {**self.catalogues[language], **self.texts[scenario, language]}


@dataclass(frozen=True)
class _Catalogue:
    """The catalogues by language, and the codes that a scenario may say in its own words."""

    words: Mapping[str, Mapping[str, str]]
    marked: frozenset[str]


def read_folder(folder: Path) -> Content:
    """Return the content of a folder; raises ContentError with file, line and reason."""
    catalogue = _read_catalogue(folder)
    scenarios: dict[str, Scenario] = {}
    texts: dict[tuple[str, str], dict[str, str]] = {}
    sources: dict[str, dict[str, Source]] = {}
    for file in sorted((folder / "scenarios").glob("*.toml")):
        if "." in file.stem:
            continue
        sources[file.stem] = {"": Source(file)} | {
            language: Source(file.with_suffix(f".{language}.toml")) for language in LANGUAGES
        }
        found, found_texts = _read_scenario(file, catalogue, sources[file.stem])
        scenarios[found.code] = found
        texts |= {(found.code, language): words for language, words in found_texts.items()}
    if not scenarios:
        raise ContentError(folder / "scenarios", 1, "there is no scenario")
    if sum(found.is_default for found in scenarios.values()) != 1:
        raise ContentError(folder / "scenarios", 1, "exactly one scenario has 'default = true'")
    pages = read_pages(Source(folder / "words.toml"))
    return Content(scenarios, catalogue.words, texts, pages, _bases(folder, catalogue, sources))


def _bases(
    folder: Path, catalogue: _Catalogue, sources: Mapping[str, Mapping[str, Source]]
) -> dict[str, Base]:
    blank = {language: Source(folder / f"blank.{language}.toml") for language in LANGUAGES}
    first, *others = blank.values()
    for other in others:
        check_alike(first, other)
    said = {
        code: {language: read_words(of[language]) for language in LANGUAGES} for code, of in sources.items()
    }
    phrases = {
        language: frozenset(phrase for words in said.values() for phrase in names_of(words[language]))
        for language in LANGUAGES
    }
    marked = {
        language: {code: catalogue.words[language][code] for code in catalogue.marked}
        for language in LANGUAGES
    }
    of_task = {language: read_words(source) for language, source in blank.items()}
    return {code: Base(of[""].data, said[code], of_task, phrases, marked) for code, of in sources.items()}


def _read_catalogue(folder: Path) -> _Catalogue:
    words: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    for name in CATALOGUE:
        sources = {language: Source(folder / f"{name}.{language}.toml") for language in LANGUAGES}
        first, *others = sources.values()
        for other in others:
            check_alike(first, other)
        for language, source in sources.items():
            found = read_words(source)
            for code in found.keys() & words[language].keys():
                raise source.error("another file of the catalogue has this code already", code)
            words[language] |= found
    return _Catalogue(words, read_marked(Source(folder / "words.toml"), words[LANGUAGES[0]]))


def _read_scenario(
    file: Path, catalogue: _Catalogue, files: Mapping[str, Source]
) -> tuple[Scenario, dict[str, dict[str, str]]]:
    source = files[""]
    scenario = read_scenario(source)
    if scenario.code != file.stem:
        raise source.error(f"the code is not the file's name '{file.stem}'", "code")
    sources = {language: files[language] for language in LANGUAGES}
    for language, words in sources.items():
        check_complete(scenario, words, catalogue.words[language], catalogue.marked)
    first, *others = sources.values()
    for other in others:
        check_alike(first, other, FREE)
    texts = {
        language: own_words(read_words(words), catalogue.words[language])
        for language, words in sources.items()
    }
    return replace(scenario, lists=list_lengths(texts[LANGUAGES[0]])), texts


@cache
def _content() -> Content:
    return read_folder(FOLDER)


def load_all() -> Mapping[str, Scenario]:
    """Return all scenarios by code, read at the first call; raises ContentError."""
    return _content().scenarios


def scenario(code: str) -> Scenario:
    """Return a scenario, shipped or frozen; raises KeyError for one that is not there (any more)."""
    return _frozen(code).scenario if is_frozen(code) else load_all()[code]


def _frozen(code: str) -> Frozen:
    return shelf.get(code, _read_frozen)


def _read_frozen(code: str, files: Files) -> Frozen:
    found = _content()
    return read_frozen(code, files, found.bases, default_scenario(), found.catalogues)


def hold(code: str, files: Files) -> None:
    """Hold a world under this code without keeping it, for looking at it while it is made."""
    shelf.hold(code, _read_frozen(code, files))


def base(code: str) -> Base:
    """Return a shipped scenario to make another world of; raises KeyError for one that is not there."""
    return _content().bases[code]


def whole(base_code: str, changes: Changes) -> Whole:
    """Return the whole world that was copied from a shipped one and changed; raises KeyError without the base."""
    return build(base(base_code), changes)


def unpacked(packed: bytes) -> Unpacked:
    """Return the world in a file that was mailed; raises Unreadable."""
    return unpack(packed, _content().bases, default_scenario())


def default_scenario() -> str:
    """Return the code of the scenario that a new workshop plays unless another is picked."""
    return next(code for code, found in load_all().items() if found.is_default)


def scenario_with(tasks: Iterable[str]) -> str | None:
    """Return the code of the scenario that has all of these tasks, the default one if it does; None where none has."""
    asked = frozenset(tasks)
    ranked = sorted(load_all().values(), key=lambda found: (not found.is_default, found.code))
    return next((found.code for found in ranked if asked.issubset(found.tasks)), None)


def catalogue(language: str) -> Mapping[str, str]:
    """Return the words of a language that belong to no scenario, by code; raises KeyError for another language."""
    return _content().catalogues[language]


def words(scenario_code: str, language: str) -> Mapping[str, str]:
    """Return everything that can be said about a game: the catalogue and the scenario's texts, by code.

    A scenario says the catalogue with its own names for place and people, and marked codes of it in its own words.
    """
    if is_frozen(scenario_code):
        return {**catalogue(language), **_frozen(scenario_code).texts[language]}
    return _content().words(scenario_code, language)


def page_words(page: str, scenario_code: str, language: str, *, revealed: bool = False) -> dict[str, str]:
    """Return the words that a page is sent with, by code; those of the debrief only when `revealed`.

    Anyone can read the source of a page, so it has what its audience may read and nothing else (see `words.toml`). Raises
    KeyError for another page, scenario or language.
    """
    codes = _content().pages[page]
    every = words(scenario_code, language)
    return {code: text for code, text in every.items() if codes.has(code, revealed=revealed)}
