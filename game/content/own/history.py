"""The writes of a world that somebody can take back, or put back again: each device its own, the newest first.

A write is some entries of the history with the same `rev`: by (a device), place, was, now. An undo is a write too: `undo` is
the revision that it took back, and that one's entries are `undone` until it is put back (`redone` is then the undo).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Way:
    """One way through the writes, back or forth.

    `newest` finds the entries of the write that a device's next step turns, `turn` notes that in the history, and `marks` are
    what the entries of the step itself carry.
    """

    newest: Callable[[Sequence[Entry], int], list[Entry]]
    turn: Callable[[Sequence[Entry], Sequence[Entry]], None]
    marks: Callable[[Sequence[Entry]], Entry]


def undoable(history: Sequence[Entry], by: int) -> list[Entry]:
    """Return the entries of a device's newest write that still stands, none where none does."""
    standing = [one for one in history if one["by"] == by and not one.get("undone") and not one.get("undo")]
    return _newest(standing)


def redoable(history: Sequence[Entry], by: int) -> list[Entry]:
    """Return the entries of a device's newest undo, none once it wrote something else."""
    mine = [one for one in history if one["by"] == by and not one.get("redone")]
    return _newest(mine) if mine and mine[-1].get("undo") else []


def before(entries: Sequence[Entry], changes: dict[str, str]) -> dict[str, str]:
    """Return what these entries' places held before, but for those that hold something else by now."""
    return {one["place"]: one["was"] for one in entries if changes.get(one["place"], "") == one["now"]}


def _newest(entries: Sequence[Entry]) -> list[Entry]:
    return [one for one in entries if one["rev"] == entries[-1]["rev"]]


def _taken_back(_: Sequence[Entry], newest: Sequence[Entry]) -> None:
    for one in newest:
        one["undone"] = True


def _put_back(history: Sequence[Entry], newest: Sequence[Entry]) -> None:
    for one in newest:
        one["redone"] = True
    for one in history:
        if one["rev"] == newest[0]["undo"]:
            one.pop("undone", None)


UNDO = Way(undoable, _taken_back, lambda newest: {"undo": newest[0]["rev"]})
REDO = Way(
    redoable, _put_back, lambda newest: {"undo": newest[0]["rev"], "redone": True}
)  # is no undo of its own
