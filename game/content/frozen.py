"""Worlds that workshops play as they once were: kept elsewhere by their code, read when a game first asks, held for a while.

A frozen world is whole, so that nothing that is changed later, in it or in the one it was copied from, changes a game. What a
newer catalogue or a newer game needs of it is as its base or a blank task has it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from game.content.complete import list_lengths, own_words
from game.content.own.build import Base, Whole
from game.content.own.new_tasks import said_by
from game.content.scenario import Scenario, read_scenario
from game.content.source import Source
from game.content.words import LANGUAGES, read_words
from game.kept import Newest

PREFIX = "own-"
DIGITS = 32
HELD = 16  # a server's workshops of one evening; each takes some hundred kilobytes
LOOKED_AT = 4  # while they are made: apart, so that they push no game's out
Files = Mapping[str, str]  # TOML by part: "data", and each language


@dataclass(frozen=True)
class Frozen:
    """A frozen world as games use it: the scenario, and what it says by language."""

    scenario: Scenario
    texts: Mapping[str, Mapping[str, str]]


class Shelf:
    """The frozen worlds that this process read; `fetch` finds the files of one that it has not, None for none."""

    def __init__(self) -> None:
        self.fetch: Callable[[str], Files | None] = lambda code: None
        self._held: Newest[str, Frozen] = Newest(HELD)
        self._looked_at: Newest[str, Frozen] = Newest(LOOKED_AT)

    def get(self, code: str, read: Callable[[str, Files], Frozen]) -> Frozen:
        """Return the world of a code; raises KeyError for one that is not there."""
        held = self._held.get(code) or self._looked_at.get(code)
        if held is None:
            files = self.fetch(code)
            if files is None:
                raise KeyError(code)
            held = read(code, files)
            self._held.put(code, held)
        return held

    def hold(self, code: str, frozen: Frozen) -> None:
        """Hold a world that is kept nowhere, as one that is looked at while it is made."""
        self._looked_at.put(code, frozen)


shelf = Shelf()


def is_frozen(code: str) -> bool:
    """Tell whether a scenario's code is that of a frozen world."""
    return code.startswith(PREFIX)


def freeze(whole: Whole) -> tuple[str, dict[str, str]]:
    """Return the code of a whole world, the same for the same, and the files to keep under it."""
    named = whole.files("own")
    files = {"data": named["own.toml"]} | {language: named[f"own.{language}.toml"] for language in LANGUAGES}
    digest = sha256("\0".join(files.values()).encode()).hexdigest()
    return PREFIX + digest[:DIGITS], files


def read_frozen(
    code: str,
    files: Files,
    bases: Mapping[str, Base],
    usual: str,
    catalogues: Mapping[str, Mapping[str, str]],
) -> Frozen:
    """Return the world in these files as games use it."""
    data = Source(Path(f"{code}.toml"), files["data"])
    scenario = read_scenario(data)
    base = bases.get(str(data.data.get("base")), bases[usual])
    texts = {}
    for language in LANGUAGES:
        said = read_words(Source(Path(f"{code}.{language}.toml"), files[language]))
        texts[language] = own_words(_whole(said, base, scenario, language), catalogues[language])
    return Frozen(replace(scenario, code=code, lists=list_lengths(texts[LANGUAGES[0]])), texts)


def _whole(said: Mapping[str, str], base: Base, scenario: Scenario, language: str) -> dict[str, str]:
    """Return what a world says, with what it could not know of yet when it was frozen."""
    later = {code: text for code, text in base.words[language].items() if code.startswith("note.")}
    for number, task in enumerate(scenario.tasks):
        later |= said_by(base.blank[language], task, said[f"task.{task}.name"], number)
    known = {code.rpartition(".")[0] for code in said if code.rpartition(".")[2].isdecimal()}
    lacks = {code: text for code, text in later.items() if code.rpartition(".")[0] not in known}
    return {**lacks, **said}
