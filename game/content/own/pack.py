"""A world as one file to mail: a zip of the TOML of the shipped ones, and back.

What comes in is data from anywhere: it is read within limits, never run, never unpacked to a disk, and what has no place in
a world is left out and counted.
"""

import io
import re
import tomllib
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from game.content.complete import FREE
from game.content.own.build import FORMAT, Base, Whole, happening, tasks_of
from game.content.own.places import MONTHS, MOST_PLACES, MOST_TYPED, NEW_TASKS, NONE, ROUNDS, place_of
from game.content.own.places import Changes as Changes
from game.content.source import flatten
from game.content.words import LANGUAGES

MOST_BYTES = 60_000  # of the zip; one of the shipped ones takes 35 kB, and a request at most 64
MOST_UNPACKED = 400_000  # of one file in it; the longest of the shipped ones takes 60 kB
MOST_ENTRIES = 20
MOST_DEPTH = 8  # tables in tables
OLD = (1980, 1, 1, 0, 0, 0)  # so that the same world is the same file
PARTS = ("", *LANGUAGES)
SQUEEZES = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# Tables named in tables, which would take long to read before it is known how deep they are.
CHAIN = re.compile(r"""(?:[\w"'-]{1,60}+[ \t]{0,9}+\.[ \t]{0,9}+){16}""")


class Unreadable(Exception):
    """A file that is no world; `code` (world.import) and `params` say why."""

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What a file held: the code of the `base` it was copied from, the `changes`, and how many texts had no place here.

    `missing` is the language whose file was not there, "" when both were.
    """

    base: str
    changes: dict[str, str]
    left_out: int
    missing: str


def pack(whole: Whole, code: str) -> bytes:
    """Return a world as a zip."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in whole.files(code).items():
            file.writestr(zipfile.ZipInfo(name, OLD), text.encode(), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def unpack(packed: bytes, bases: Mapping[str, Base], usual: str) -> Unpacked:
    """Return what a zip holds, as changes of the base it names, or else of the one it is most like; raises Unreadable."""
    files = dict(_files(packed))
    parts = {part: _part(files, part) for part in PARTS}
    data = parts[""]
    words = {language: _words(parts[language]) for language in LANGUAGES if parts[language] is not None}
    if data is None or not words:
        raise Unreadable("no_world")
    if not isinstance(data.get("format", FORMAT), int) or data.get("format", FORMAT) > FORMAT:
        raise Unreadable("newer")
    code = _base_code(data, bases, usual)
    changes, left_out = _changes(bases[code], data, words)
    _fall_back(changes, data.get("language"))
    missing = next((language for language in LANGUAGES if language not in words), "")
    return Unpacked(code, changes, left_out, missing)


def _files(packed: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the TOML files of a zip by their names, each no larger than it may be; everything else is passed over."""
    if len(packed) > MOST_BYTES:
        raise Unreadable("too_large", limit=MOST_BYTES // 1000)
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as file:
            entries = file.infolist()
            if len(entries) > MOST_ENTRIES:
                raise Unreadable("many_files", limit=MOST_ENTRIES)
            for entry in entries:
                # What a Mac adds is no file of ours.
                name = PurePosixPath(entry.filename)
                if name.suffix == ".toml" and not name.name.startswith(".") and "__MACOSX" not in name.parts:
                    if entry.compress_type not in SQUEEZES:
                        raise Unreadable("no_zip")
                    with file.open(entry) as opened:
                        yield name.name, _bounded(opened.read(MOST_UNPACKED + 1))
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError) as error:
        raise Unreadable("no_zip") from error


def _bounded(text: bytes) -> bytes:
    if len(text) > MOST_UNPACKED:
        raise Unreadable("too_large", limit=MOST_UNPACKED // 1000)
    return text


def _part(files: Mapping[str, bytes], part: str) -> dict[str, Any] | None:
    """Return the data of the one file without words (""), or of that of a language; None where it is not there."""
    mine = [name for name in files if _language_of(name) == part]
    if len(mine) > 1:
        raise Unreadable("two_worlds")
    if not mine:
        return None
    try:
        text = files[mine[0]].decode("utf-8-sig")
        if CHAIN.search(text):
            raise Unreadable("nested", file=mine[0][:60])
        data = tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise Unreadable("no_toml", file=mine[0][:60], why=str(error)[:120]) from None
    if _depth(data) > MOST_DEPTH:
        raise Unreadable("nested", file=mine[0][:60])
    return data


def _language_of(name: str) -> str:
    return next((language for language in LANGUAGES if name.endswith(f".{language}.toml")), "")


def _depth(found: object) -> int:
    """Return how many tables or lists are in one another, without going deeper than there may be."""
    depth, level = 0, [found]
    while level and depth <= MOST_DEPTH:
        inside: list[object] = []
        for one in level:
            inside += list(one.values()) if isinstance(one, dict) else one if isinstance(one, list) else []
        depth, level = depth + 1, inside
    return depth


def _words(data: dict[str, Any] | None) -> dict[str, str]:
    """Return the texts of a file; what is none stands as an empty one, to be counted."""
    return {code: text if isinstance(text, str) else "" for code, text in flatten(data or {}).items()}


def _base_code(data: Mapping[str, Any], bases: Mapping[str, Base], usual: str) -> str:
    named = data.get("base")
    if isinstance(named, str):
        if named not in bases:
            raise Unreadable("newer")
        return named
    tasks = data.get("tasks")
    known = set(tasks) if isinstance(tasks, list) and all(isinstance(task, str) for task in tasks) else set()
    return max(bases, key=lambda code: (len(known & set(bases[code].tasks)), code == usual))


def _changes(
    base: Base, data: Mapping[str, Any], words: Mapping[str, Mapping[str, str]]
) -> tuple[dict[str, str], int]:
    """Return what a file has otherwise than the base, by place, and how many texts have no place."""
    named = data.get("tasks")
    if not isinstance(named, list) or not named or not all(isinstance(task, str) for task in named):
        raise Unreadable("no_tasks")
    calls = _calls(base, named)
    changes = {"tasks": " ".join(calls.values())} if tuple(calls.values()) != base.tasks else {}
    changes |= _lists(base, data, calls, changes)
    left_out = 0
    names = {
        f"{language}.{_called(code, calls)}": text
        for language, of_language in words.items()
        for code, text in of_language.items()
        if code.startswith("task.") and code.endswith(".name")
    }
    usual = {language: _usual(base, {**changes, **names}, language) for language in LANGUAGES}
    for language, of_language in words.items():
        for code, text in of_language.items():
            name = f"{language}.{_called(code, calls)}"
            place = place_of(name)
            is_there = place is not None and place.task in ("", *calls.values())
            if place is None or not is_there or not text or len(text) > MOST_TYPED:
                left_out += 1
            elif text != usual[language].get(place.code):
                changes[name] = text
    if len(changes) > MOST_PLACES:
        raise Unreadable("too_large", limit=MOST_BYTES // 1000)
    return changes, left_out


def _fall_back(changes: dict[str, str], first: object) -> None:
    """Take out what is said alike in both languages, as what was written in one alone is; a file says which is its first."""
    kept = first if first in LANGUAGES else LANGUAGES[0]
    for language in LANGUAGES:
        for code in [name.partition(".")[2] for name in changes if name.startswith(f"{language}.")]:
            is_alike = changes.get(f"{kept}.{code}") == changes[f"{language}.{code}"]
            if language != kept and is_alike and not code.startswith(FREE):
                del changes[f"{language}.{code}"]


def _calls(base: Base, named: list[str]) -> dict[str, str]:
    """Return by a file's code for a task what it is called here: as in the base, or the next code for a new one."""
    free = iter([code for code in NEW_TASKS if code not in named])
    calls: dict[str, str] = {}
    for task in named[: len(NEW_TASKS)]:
        calls[task] = task if task in base.tasks or task in NEW_TASKS else next(free)
    return calls


def _called(code: str, calls: Mapping[str, str]) -> str:
    place = place_of(f"{LANGUAGES[0]}.{code}")
    first, _, rest = code.partition(".")
    task, _, last = rest.partition(".")
    if place is not None and not place.task:
        return code
    return f"{first}.{calls[task]}.{last}" if task in calls else code


def _usual(base: Base, changes: Mapping[str, str], language: str) -> dict[str, str]:
    """Return what a world says by itself, so that what is the same is no change."""
    said = dict(base.words[language])
    for task in tasks_of(base, changes):
        said |= base.new(changes, task, language)
    return said


def _lists(
    base: Base, data: Mapping[str, Any], calls: Mapping[str, str], changes: Mapping[str, str]
) -> dict[str, str]:
    """Return what a file says of pictures and of what happens when, where it is otherwise than in the base."""
    found: dict[str, str] = {}
    plots = data.get("plots")
    for task, plot in (plots if isinstance(plots, dict) else {}).items():
        if task in calls and isinstance(plot, str) and plot.isalnum() and len(plot) <= 20:
            found[f"plot.{calls[task]}"] = plot
    named = data.get("months")
    pairs = zip(named if isinstance(named, list) else (), base.months, strict=False)
    for number, (month, usual_month) in enumerate(pairs, 1):
        if month != usual_month and str(month) in MONTHS:
            found[f"month.{number}"] = str(month)
    tasks = tasks_of(base, changes)
    for what in ("incidents", "setbacks"):
        of_file = data.get(what)
        if not isinstance(of_file, dict):
            continue
        usual = happening(base, tasks, {}, what)
        for round in map(str, ROUNDS):
            hit = of_file.get(round, [])
            codes = [hit] if isinstance(hit, str) else hit if isinstance(hit, list) else []
            asked = [calls[task] for task in codes if isinstance(task, str) and task in calls]
            ordered = [task for task in tasks if task in asked]
            if ordered != usual.get(round, []):
                found[f"{what}.{round}"] = " ".join(ordered) or NONE
    return found
