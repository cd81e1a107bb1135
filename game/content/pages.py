"""Which page is sent which words: `words.toml` says by what their codes begin, and what comes with the debrief only."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.content.source import Source

PLAYS, REVEALS = "plays", "reveals"


@dataclass(frozen=True)
class PageCodes:
    """The codes of one page: those it `plays` with at once, and those that the debrief `reveals`; none of `unsent`."""

    plays: re.Pattern[str]
    reveals: re.Pattern[str]
    unsent: re.Pattern[str]

    def has(self, code: str, *, revealed: bool) -> bool:
        """Tell whether the page has this code, before or after the debrief has opened."""
        if self.unsent.match(code):
            return False
        return bool(self.plays.match(code) or (revealed and self.reveals.match(code)))


def read_pages(source: Source) -> dict[str, PageCodes]:
    """Return the codes of every page by its name; raises ContentError for what is no list of beginnings."""
    unsent = _pattern(source, "unsent", source.data.get("unsent"))
    pages = source.data.get("page")
    if not isinstance(pages, dict) or not pages:
        raise source.error("the pages are missing", "page")
    return {name: _page(source, f"page.{name}", told, unsent) for name, told in pages.items()}


def _page(source: Source, path: str, told: object, unsent: re.Pattern[str]) -> PageCodes:
    if not isinstance(told, Mapping) or set(told) != {PLAYS, REVEALS}:
        raise source.error(f"'{PLAYS}' and '{REVEALS}' are expected", path)
    plays, reveals = (_pattern(source, f"{path}.{part}", told[part]) for part in (PLAYS, REVEALS))
    return PageCodes(plays, reveals, unsent)


def _pattern(source: Source, path: str, beginnings: object) -> re.Pattern[str]:
    """Return what matches codes that are one of these beginnings, or go on after one, and after none that begins with -.

    * stands for one word of a code.
    """
    if not isinstance(beginnings, list) or not all(isinstance(one, str) for one in beginnings):
        raise source.error("a list of codes is expected", path)
    taken = _any_of(one for one in beginnings if not one.startswith("-"))
    left = _any_of(one[1:] for one in beginnings if one.startswith("-"))
    return re.compile(f"(?!{left}){taken}")


def _any_of(beginnings: Iterable[str]) -> str:
    found = "|".join(re.escape(one).replace(r"\*", r"[^.]+") for one in beginnings)
    return rf"(?:{found})(?:\.|$)" if found else r"(?!)"
