"""Which codes a page can say, read from its scripts and templates: those they name, and those they put together."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product

from django.conf import settings

from game.engine.debrief.steps import STEPS
from tests.web.modules import modules_of

# What a page draws as it stands in a screen from the server.
SENT = {
    "player": (
        *("briefing", "done", "grumble", "heard", "incident", "look_at", "news", "overheard", "talk_about"),
        "refused",
        "thread",
        "setback",
    ),
    "panel": ("done", "log", "news", "refused", "setback", "thread"),
    "projector": ("done", "grumble", "incident", "news", "setback", "thread"),
    "take_home": (),
    "styleguide": ("street",),  # all words of a picture, also what no page says yet
}
TEMPLATES = {
    "player": "player/*.html",
    "panel": "facilitator/*.html",
    "projector": "projector/*.html",
    "take_home": "print/*.html",
    "styleguide": "styleguide/page.html",
}
NAMED = re.compile(r'"((?:[a-z_]\w*\.)+\w+)"|word\("(\w+)"')
MADE = re.compile(r"`([a-z_]\w*\.[^`]*)`")
BLANK = re.compile(r"\$\{((?:[^{}]|\{[^{}]*\})*)\}")
DATA = re.compile(r'data-word="([\w.]+)"')
# What a blank can be, where that is fewer things than anything.
PARTS = sorted({part for parts in STEPS.values() for part in parts})
BLANKS: Mapping[str, tuple[str, ...]] = {
    "step": tuple(STEPS),
    "view.step": tuple(STEPS),
    "table.debrief.step": tuple(STEPS),
    "view.part": tuple(PARTS),
}
# Anything else, but the questions of the debrief: no script says those yet.
ANY = r"(?!question\b)\w+(?:\.\w+)*"


class PageCodes:
    """The codes that a page's scripts and templates can say, also what comes with a module at its first use."""

    def __init__(self, page: str) -> None:
        scripts = _scripts(page)
        folder = settings.BASE_DIR / "templates"
        templates = "\n".join(
            file.read_text(encoding="utf-8") for file in sorted(folder.glob(TEMPLATES[page]))
        )
        self.named = {one or other for one, other in NAMED.findall(scripts)} | set(DATA.findall(templates))
        self.made = {text: list(_patterns(text)) for text in MADE.findall(scripts)}
        self.sent = tuple(f"{family}." for family in SENT[page])
        self._of_family: dict[
            str, list[re.Pattern[str]]
        ] = {}  # by what stands before the first point of a text
        for text, patterns in self.made.items():
            self._of_family.setdefault(text.partition(".")[0], []).extend(patterns)

    def says(self, code: str) -> bool:
        """Tell whether the page can say this code; one form of a plural is said by the code of both."""
        both = re.sub(r"\.(one|other)$", "", code)
        if code.startswith(self.sent) or {code, both} & self.named:
            return True
        patterns = self._of_family.get(code.partition(".")[0], ())
        return any(pattern.fullmatch(one) for pattern in patterns for one in {code, both})

    def lacks(self, known: Mapping[str, str]) -> list[str]:
        """Return what the page says that is not in these words: codes it names, and texts that become none of them."""
        families = {code.split(".")[0] for code in known}
        both = {re.sub(r"\.(one|other)$", "", code) for code in known} | known.keys()
        of_family: dict[str, list[str]] = {}
        for code in both:
            of_family.setdefault(code.partition(".")[0], []).append(code)
        made = [
            text
            for text, patterns in self.made.items()
            for like in [of_family.get(text.partition(".")[0], ())]
            if not any(pattern.fullmatch(code) for pattern in patterns for code in like)
        ]
        return sorted(code for code in {*self.named - both, *made} if code.split(".")[0] in families)


@cache
def codes_of(page: str) -> PageCodes:
    """Return the codes of a page, read once."""
    return PageCodes(page)


def _scripts(page: str) -> str:
    """Return the text of a page's scripts; of the module that every page has for its words only what the page takes of it."""
    files = {file: file.read_text(encoding="utf-8") for file in modules_of(page, with_later=True)}
    shared = next(file for file in files if file.parts[-2:] == ("state", "words.js"))
    first, *functions = files.pop(shared).split("\nexport function ")
    imported = re.findall(
        r'^import \{([^}]*)\} from "[^"]*words\.js";', "\n".join(files.values()), re.MULTILINE
    )
    names = {name.strip() for list_of in imported for name in list_of.split(",")}
    taken = [one for one in functions if one.split("(")[0] in names]
    called = [one for one in functions if any(f"{one.split('(')[0]}(" in other for other in [first, *taken])]
    return "\n".join([first, *taken, *called, *files.values()])


def _patterns(text: str) -> Iterator[re.Pattern[str]]:
    """Give a pattern for what a text with blanks becomes; one for each thing that a known blank can be."""
    pieces = BLANK.split(text)
    fixed, blanks = pieces[::2], pieces[1::2]
    for filled in product(*(BLANKS.get(blank, (None,)) for blank in blanks)):
        parts = [ANY if one is None else re.escape(one) for one in filled]
        whole = "".join(re.escape(piece) + part for piece, part in zip(fixed, [*parts, ""], strict=True))
        yield re.compile(whole)
