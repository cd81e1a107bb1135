"""The scripts of a page in few files: what it begins with in one, and each of its large parts in one.

A page imports its scripts by name, some seventy of them; as many small files cost a phone a third more bytes and a
request each. So a page's scripts stand a second time in a folder named after it, with their imports rewritten: those that
come together (plan.py) are functions in one file, each called once, in the order in which a browser would run them, and
every import takes from what that call gave back. What is joined to nothing stays a file of its own and imports from the
others. Each script is in one file of the page, so it runs once, as it does when nothing is joined.
"""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from game.live.plan import Page, Plan, brought
from game.live.script import (
    DECLARED,
    DEFAULT,
    DEFAULT_NAME,
    FILLED_IN,
    IMPORTED,
    LATER,
    LISTED,
    PASSED_ON,
    TAKEN_APART,
    Script,
    bindings,
    read_script,
)
from game.live.slim import without_air


def join(contents: Mapping[str, bytes], pages: Iterable[Page]) -> dict[str, bytes]:
    """Return the files of all pages by name, made of `contents`: scripts by name, without comments.

    Raises ValueError for a script or a form that cannot be joined: an import of what is not there, or in a circle.
    """
    read = cache(lambda name: read_script(name, contents[name]))
    files: dict[str, bytes] = {}
    for page in pages:
        files |= _files_of(Plan(page, brought(contents, page.entry, read)))
    return files


def _short(name: str) -> str:
    """Return a script's name without what says little of it: what is in neither folder has its own."""
    return name.removeprefix("js/").removeprefix("ui/").removeprefix("state/").removesuffix(".js")


def _files_of(plan: Plan) -> dict[str, bytes]:
    files = [_File(plan, name) for name in plan.files]
    given: dict[str, set[str]] = defaultdict(set)
    for file in files:
        for other, names in [*file.taken.items(), *file.asked.items()]:
            given[other] |= names
    return {plan.page.address(file.name): file.whole(given[file.name]).encode() for file in files}


class _File:
    """One file of a page: `taken` and `asked` are what it needs of others (file, names), at once and later."""

    def __init__(self, plan: Plan, name: str) -> None:
        self.plan = plan
        self.name = name
        self.taken: dict[str, set[str]] = defaultdict(set)
        self.asked: dict[str, set[str]] = defaultdict(set)
        if name in plan.joined:
            self.text = "".join(self._function(plan.scripts[part]) for part in plan.joined[name])
        else:
            self.text = self._alone(plan.scripts[name])

    def whole(self, given: set[str]) -> str:
        """Return it as it is sent, with what it takes from others and gives to them."""
        takes = [
            f'import {{ {_listed(names)} }} from "{self.plan.path(self.name, other)}";\n'
            for other, names in self.taken.items()
        ]
        return "".join([*takes, self.text, f"export {{ {_listed(given)} }};\n" if given else ""])

    def _function(self, script: Script) -> str:
        """Return a script as a function that is called where it stands and answers with what the script exports."""
        answers = [outer if outer == inner else f"{outer}: {inner}" for outer, inner in script.own]
        for found in PASSED_ON.finditer(script.text):
            source = self._source(script.named(found["path"]))
            answers += [f"{outer}: {source}.{taken}" for taken, outer in bindings(found)]
        text = LISTED.sub("", PASSED_ON.sub("", self._imports(script)))
        text = DEFAULT.sub(f"const {DEFAULT_NAME} = ", TAKEN_APART.sub("", DECLARED.sub("", text)))
        answer = f"return {{ {', '.join(answers)} }};\n" if answers else ""
        title, called = _short(script.name), self.plan.called(script.name)
        return f"//{title}\nconst {called} = (() => {{\n{without_air(text)}{answer}}})();\n"

    def _alone(self, script: Script) -> str:
        """Return a script that is joined to nothing."""

        def passed_on(found: re.Match[str]) -> str:
            other = script.named(found["path"])
            if other not in self.plan.file_of:
                return found[0]
            source = self._source(other)
            between = [(taken, f"{source}_{outer}", outer) for taken, outer in bindings(found)]
            takes = ", ".join(f"{taken}: {name}" for taken, name, _ in between)
            gives = ", ".join(f"{name} as {outer}" for _, name, outer in between)
            return f"const {{ {takes} }} = {source}; export {{ {gives} }};"

        return PASSED_ON.sub(passed_on, self._imports(script))

    def _imports(self, script: Script) -> str:
        """Return a script's text with its imports, at once and later, from where things are now."""

        def imported(found: re.Match[str]) -> str:
            other = script.named(found["path"])
            if other not in self.plan.file_of:
                return found[0]  # both stand alone, as far from each other as they were
            names = [taken if taken == here else f"{taken}: {here}" for taken, here in bindings(found)]
            return f"const {{ {', '.join(names)} }} = {self._source(other)};" + "\n" * found[0].count("\n")

        later = LATER.sub(lambda found: self._later(script, found["path"], found["quote"]), script.text)
        return IMPORTED.sub(imported, later)

    def _later(self, script: Script, path: str, quote: str) -> str:
        """Return what loads a script when it is needed, from where it is now."""
        plan = self.plan
        if FILLED_IN.search(path):
            fitting = sorted(script.fitting(path, plan.scripts))
            if any(name in plan.file_of for name in fitting):
                return self._one_of(script, path, fitting)
            cut = path.rindex("/", 0, path.index("$")) + 1
            folder = plan.path(self.name, script.named(f"{path[:cut]}x")).removesuffix("x")
            return f"import({quote}{folder}{path[cut:]}{quote})"
        return self._load(script.named(path), quote)

    def _one_of(self, script: Script, path: str, names: Iterable[str]) -> str:
        """Return what loads the script whose address is put together, where some that it can mean are joined."""
        folder = posixpath.dirname(script.name)
        up = "" if path.startswith("../") else "./"
        ways = [f'"{up}{posixpath.relpath(name, folder)}": () => {self._load(name)}, ' for name in names]
        return f"({{ {''.join(ways)}}})[`{path}`]()"

    def _load(self, other: str, quote: str = '"') -> str:
        """Return what loads a script of which the whole name is known."""
        plan = self.plan
        file = plan.file_of.get(other, other)
        load = f"import({quote}{plan.path(self.name, file)}{quote})"
        if other == file and other not in plan.joined:
            return load
        self.asked[file].add(plan.called(other))
        return f"{load}.then(({{ {plan.called(other)}: it }}) => it)"

    def _source(self, other: str) -> str:
        """Return how a joined script is called, after noting that this file needs it."""
        called = self.plan.called(other)
        if self.plan.file_of[other] != self.name:
            self.taken[self.plan.file_of[other]].add(called)
        return called


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names, key=lambda name: int(name[1:])))
