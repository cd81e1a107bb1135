"""What a script of ours imports and exports, read from the few forms in which all of them say so.

Joining (join.py) rewrites these forms and nothing else; a script that says it otherwise is refused with the line, so that
what is sent can never mean something else than what was written.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

PATH = r'"(?P<path>\.{1,2}/[^"]+)";'
# Each stands at the beginning of a line, as the formatter leaves them.
IMPORTED = re.compile(r"^import (?:(?P<default>[\w$]+)|\{(?P<names>[^{}]*)\}) from " + PATH, re.MULTILINE)
PASSED_ON = re.compile(r"^export \{(?P<names>[^{}]*)\} from " + PATH, re.MULTILINE)
LISTED = re.compile(r"^export \{(?P<names>[^{}]*)\};", re.MULTILINE)
DECLARED = re.compile(r"^export (?=(?:async function|function|class|const) (?P<name>[\w$]+))", re.MULTILINE)
TAKEN_APART = re.compile(r"^export (?=const \{(?P<names>[^{}]*)\} = )", re.MULTILINE)
DEFAULT = re.compile(r"^export default (?!async\b|function\b|class\b)", re.MULTILINE)
FORMS = (IMPORTED, PASSED_ON, LISTED, DECLARED, TAKEN_APART, DEFAULT)
LATER = re.compile(r'\bimport\((?P<quote>["`])(?P<path>\.{1,2}/[^"`]+)(?P=quote)\)')
FILLED_IN = re.compile(r"\$\{\w+\}")
PAIR = re.compile(r"([\w$]+)(?:(?: as |: )([\w$]+))?")
WAITS = re.compile(r"^(?:(?:const|let) [^=]*= |for )?await\b", re.MULTILINE)
CHANGES = re.compile(r"^(?:let|var) ([^;]*)", re.MULTILINE)
NAME = re.compile(r"[\w$]+")
# In what is left without the forms above.
REFUSED = (
    (re.compile(r"\b(?:import|export)\b"), "a form of import or export that is not known"),
    (re.compile(r"\$\d"), "a name like $1, which joining gives"),
)
DEFAULT_NAME = "$0"  # of what a script exports without a name


@dataclass(frozen=True)
class Script:
    """A script without its comments: its name (posix path below a static folder) and its text."""

    name: str
    text: str
    imports: tuple[
        tuple[str, tuple[str, ...]], ...
    ]  # what it loads first, in order: (script, names taken from it)
    own: tuple[tuple[str, str], ...]  # what it exports of its own: (called so outside, called so in it)
    passed_on: frozenset[str]
    waits: bool  # for something before it is there (a top-level await)

    @property
    def exports(self) -> frozenset[str]:
        """All names that can be imported from it."""
        return self.passed_on | {outer for outer, _ in self.own}

    def later(self, known: Iterable[str]) -> Iterator[str]:
        """Yield what it loads at an `import("…")`: every one of `known` that fits where an address is put together."""
        for found in LATER.finditer(self.text):
            if FILLED_IN.search(found["path"]):
                yield from self.fitting(found["path"], known)
            else:
                yield self.named(found["path"])

    def fitting(self, path: str, known: Iterable[str]) -> list[str]:
        """Return those of `known` that a path can mean of which names are filled in."""
        pattern = FILLED_IN.sub("*", self.named(path))
        return [
            name for name in known if fnmatchcase(name, pattern) and name.count("/") == pattern.count("/")
        ]

    def named(self, path: str) -> str:
        """Return the name of the script at a path relative to this one."""
        return _named(self.name, path)


def read_script(name: str, content: bytes) -> Script:
    """Read a script without its comments; raises ValueError for a form that is not known, with the line."""
    text = content.decode()
    rest = text
    for form in (*FORMS, LATER):
        for found in form.finditer(text):
            if form is not LATER and text.count("`", 0, found.start()) % 2:
                raise _refused(name, text, found.start(), "an import or export in a string")
        rest = form.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), rest)
    for pattern, why in REFUSED:
        if found_there := pattern.search(rest):
            raise _refused(name, text, found_there.start(), why)
    try:
        own = tuple(_own(text))
        passed_on = frozenset(outer for found in PASSED_ON.finditer(text) for _, outer in bindings(found))
        imports = tuple(_imports(name, text))
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from None
    inside = {inner for _, inner in own}
    for found in CHANGES.finditer(text):
        if changed := inside.intersection(NAME.findall(found[1])):
            raise _refused(name, text, found.start(), f"an export that can change: {min(changed)}")
    return Script(name, text, imports, own, passed_on, bool(WAITS.search(text)))


def bindings(found: re.Match[str]) -> list[tuple[str, str]]:
    """Return the names in a statement as (called so there, called so here); raises ValueError for what is no name."""
    if found.groupdict().get("default"):
        return [("default", found["default"])]
    pairs = []
    for part in [part.strip() for part in found["names"].split(",") if part.strip()]:
        names = PAIR.fullmatch(part)
        if names is None:
            raise ValueError(f"{part!r} is not a name, nor a name for another")
        pairs.append((names[1], names[2] or names[1]))
    return pairs


def _imports(name: str, text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    statements = [*IMPORTED.finditer(text), *PASSED_ON.finditer(text)]
    for found in sorted(statements, key=lambda one: one.start()):
        yield _named(name, found["path"]), tuple(taken for taken, _ in bindings(found))


def _named(name: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))


def _own(text: str) -> Iterator[tuple[str, str]]:
    yield from ((outer, inner) for found in LISTED.finditer(text) for inner, outer in bindings(found))
    yield from ((found["name"], found["name"]) for found in DECLARED.finditer(text))
    yield from ((inner, inner) for found in TAKEN_APART.finditer(text) for _, inner in bindings(found))
    yield from (("default", DEFAULT_NAME) for _ in DEFAULT.finditer(text))


def _refused(name: str, text: str, at: int, why: str) -> ValueError:
    return ValueError(f"{name}:{text.count(chr(10), 0, at) + 1}: {why}")
