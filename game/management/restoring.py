"""Putting a copy of the embedded database back in its place, with what stood there kept aside."""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from django.core.management.base import CommandError
from django.utils import timezone

from game.actions import copies
from game.actions.copies import Copy
from game.management.database import check_file

# A page that is open takes no screen older than the one it shows, and it may have seen more than the copy knows.
AHEAD = 1_000_000
BESIDE = ("-wal", "-shm", "-journal")
WHAT = {copies.WIPED: "after something was wiped", copies.REPLACED: "what an earlier restore replaced"}


def described(copy: Copy) -> str:
    """Return one line about a copy: when it was made, of which workshop and phase, and how large it is."""
    at = timezone.localtime(copy.at)
    size = copy.path.stat().st_size / 1e6
    return f"{at:%Y-%m-%d %H:%M:%S}  {_moment(copy)}  ({size:.1f} MB)"


def _moment(copy: Copy) -> str:
    try:
        with closing(sqlite3.connect(f"{copy.path.resolve().as_uri()}?mode=ro", uri=True)) as file:
            asked = "SELECT title, code FROM game_workshop WHERE id = ?"
            found = file.execute(asked, [copy.workshop]).fetchone()
    except sqlite3.Error:
        return "damaged"
    if copy.workshop is None:
        return WHAT.get(copy.what, copy.what)
    title, code = found or ("?", "?")
    phase = copy.what.replace("_", "-")
    return f"{title} ({code}): {phase}" + (f" of round {copy.round}" if copy.round else "")


def put_back(copy: Copy, database: Path) -> Path | None:
    """Let a copy be the database; return where what stood there is kept now, None when nothing did.

    Nobody may serve it meanwhile. A crash on the way leaves the old or the new one. Raises CommandError for a copy that
    cannot be used, OSError or sqlite3.Error when it cannot be written.
    """
    folder = copy.path.parent
    with copies.alone(folder):
        check_file(copy.path)
        draft = folder / f"{copy.path.name}.part"  # which a wipe finds, should we be killed over it
        copies.copy(copy.path, draft)
        _go_ahead(draft)
        aside = _keep(database, copies.new_path(folder, copies.REPLACED))
        try:
            draft.replace(database)
        except OSError:  # on another disk
            shutil.copy2(draft, database)
            draft.unlink()
    return aside


def _go_ahead(database: Path) -> None:
    with closing(sqlite3.connect(database)) as file:
        file.execute("UPDATE game_game SET rev = rev + ?", [AHEAD])
        file.commit()


def _keep(database: Path, aside: Path) -> Path | None:
    """Keep a database, with its log of writes, under another name too; then take the log away, which is not the copy's."""
    if not database.exists():
        return None
    for end in ("", *BESIDE):
        path = database.with_name(database.name + end)
        with suppress(FileNotFoundError):
            _double(path, aside.with_name(aside.name + end))
    for end in BESIDE:
        database.with_name(database.name + end).unlink(missing_ok=True)
    return aside


def _double(path: Path, to: Path) -> None:
    try:
        os.link(path, to)
    except FileNotFoundError:
        raise
    except OSError:  # no links here, as on a memory stick
        shutil.copy2(path, to)


def chosen(found: list[Copy], given: str) -> Copy:
    """Return the copy with this number in the list (1 is the newest) or this file name; raises CommandError."""
    by_name = {Path(given).name: one for one in found if one.path.name == Path(given).name}
    if by_name:
        return by_name[Path(given).name]
    if given.isdecimal() and 1 <= int(given) <= len(found):
        return found[int(given) - 1]
    raise CommandError(f"There is no copy {given}; without a number this command lists them.")
