"""Which scripts of a page are in which of its files."""

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fnmatch import filter as fitting

from game.live.script import Script


@dataclass(frozen=True)
class Page:
    """A page's script, and those that come later with all they bring that is not there yet, in this order.

    Several that come at the same moment are one part, in the file of the first; of these the others may be patterns.
    """

    entry: str
    parts: tuple[str | tuple[str, ...], ...] = ()

    def address(self, name: str) -> str:
        """Return under which name this page finds one of the scripts that it loads."""
        return name if name == self.entry else f"{self.entry.removesuffix('.js')}/{name.removeprefix('js/')}"


@dataclass
class Plan:
    """All scripts that a page loads, at once and later: `joined` has, by the script that a file is named after, those
    in it as they run; who is in none of these is a file of its own."""

    page: Page
    scripts: Mapping[str, Script]
    joined: dict[str, list[str]] = field(default_factory=dict)
    file_of: dict[str, str] = field(default_factory=dict)  # of those that are joined
    _numbers: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Raise ValueError for a part that the page begins with or never loads, and for imports in a circle."""
        for part in (self.page.entry, *self.page.parts):
            root, *others = (part,) if isinstance(part, str) else part
            if root not in self.scripts or root in self.file_of:
                raise ValueError(f"{root} is no part of {self.page.entry} that comes later")
            self.joined[root] = []
            self._put(root, root, ())
            for pattern in others:
                for name in self._known(pattern):
                    self._put(name, root, ())

    def _known(self, pattern: str) -> list[str]:
        """Return the scripts of the page that a name or pattern means; raises ValueError where there is none."""
        found = sorted(fitting(self.scripts, pattern))
        if not found:
            raise ValueError(f"{pattern} is no part of {self.page.entry} that comes later")
        return found

    def _put(self, name: str, root: str, above: tuple[str, ...]) -> None:
        """Put a script into a file after what it imports, unless it is in one."""
        if name in above:
            raise ValueError(f"scripts import each other in a circle: {' > '.join([*above, name])}")
        if name in self.file_of:
            return
        for other, _ in self.scripts[name].imports:
            self._put(other, root, (*above, name))
        if self.scripts[name].waits:  # what comes later takes from its file, and would wait for it in turn
            raise ValueError(f"{name} waits for something while it loads, and so cannot be joined to others")
        self.joined[root].append(name)
        self.file_of[name] = root
        self._numbers[name] = len(self._numbers) + 1

    @property
    def files(self) -> list[str]:
        """The script that each file is named after."""
        return [*self.joined, *(name for name in self.scripts if name not in self.file_of)]

    def called(self, name: str) -> str:
        """Return how the files call what a script exports that is joined to others."""
        return f"${self._numbers[name]}"

    def path(self, here: str, there: str) -> str:
        """Return the path from one file of the page to another."""
        folder = posixpath.dirname(self.page.address(here))
        path = posixpath.relpath(self.page.address(there), folder)
        return path if path.startswith(".") else f"./{path}"


def brought(contents: Mapping[str, bytes], entry: str, read: Callable[[str], Script]) -> dict[str, Script]:
    """Return a script and all that it loads, at once and later, by name.

    Raises ValueError for an import of what is not there, be it a script or a name in it.
    """
    scripts: dict[str, Script] = {}
    todo = [(entry, entry)]
    while todo:
        asked_by, name = todo.pop()
        if name in scripts:
            continue
        if name not in contents:
            raise ValueError(f"{asked_by} imports {name}, which is not there")
        script = scripts[name] = read(name)
        todo += [(name, other) for other, _ in script.imports]
        todo += [(name, other) for other in script.later(contents)]
    for script in scripts.values():
        for other, names in script.imports:
            if missing := set(names) - scripts[other].exports:
                what = ", ".join(sorted(missing))
                raise ValueError(f"{script.name} imports {what}, which {other} does not export")
    return scripts
