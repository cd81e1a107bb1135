"""Copies of an embedded database: one at each change of phase, twenty kept, all of them gone when something is wiped.

They are made by a thread of their own from a connection of their own, which reads while the game writes. Who makes or deletes
them, in whichever process, has the folder for itself. A name says when a copy was made and of which moment, and no more.
"""

import contextlib
import logging
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Condition, Thread

from django.conf import settings
from filelock import FileLock

from game.engine.table.phases import Phase

log = logging.getLogger(__name__)

KEPT = 20
RESERVE_BYTES = 16 * 1024 * 1024  # what a copy leaves free: the game goes before its copies
PAUSE_SECONDS = 0.3  # before a copy: a press is shown to a whole room first
LEAVE_SECONDS = 1.0  # for the copy that is being made when the server stops
EVERYTHING = "*.sqlite3*"  # copies, unfinished ones, and what SQLite keeps beside them
NAME = re.compile(r"(\d{8}-\d{6}-\d{6})-(?:w(\d+)-r(\d+)-)?([a-z_]+)\.sqlite3")
WIPED, REPLACED = "wiped", "replaced"


@dataclass(frozen=True, slots=True)
class Moment:
    """What a copy is of: the number of a workshop, and the phase of a round that it has just come to."""

    workshop: int
    round: int
    phase: Phase


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that is kept: made `at`, of a phase of a workshop, or (`workshop` None) because of `what`.

    `what` is a phase, WIPED for one that was made after a wipe, or REPLACED for what a restore put aside.
    """

    path: Path
    at: datetime
    workshop: int | None
    round: int
    what: str


def folder() -> Path:
    """Return where the copies of this installation's database are; it need not be there."""
    return Path(settings.DATA_DIR) / "backups"


def kept(folder: Path) -> list[Copy]:
    """Return the copies in a folder, the newest first."""
    found = [_known(path) for path in sorted(folder.glob("*.sqlite3"), reverse=True)]
    return [one for one in found if one is not None]


def _known(path: Path) -> Copy | None:
    matched = NAME.fullmatch(path.name)
    if matched is None:
        return None
    at = datetime.strptime(matched[1], "%Y%m%d-%H%M%S-%f").replace(tzinfo=UTC)
    return Copy(path, at, int(matched[2]) if matched[2] else None, int(matched[3] or 0), matched[4])


def new_path(folder: Path, what: str, of: Moment | None = None) -> Path:
    """Return the path of a copy that is made now."""
    where = f"w{of.workshop}-r{of.round}-" if of else ""
    return folder / f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}-{where}{what}.sqlite3"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Have the copies for oneself, over threads and processes; makes the folder, readable by its owner only."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with FileLock(folder / ".lock"):
        yield


def drop(folder: Path, pattern: str = EVERYTHING) -> int:
    """Delete the copies that match, and return how many files those were."""
    found = [one for one in folder.glob(pattern) if one.is_file()]
    for one in found:
        with contextlib.suppress(FileNotFoundError):
            one.unlink()
    return len(found)


def copy(database: Path, to: Path) -> None:
    """Copy a database as it is at one moment, while it may be written, into one file that only its owner reads.

    Raises sqlite3.Error or OSError; then there is no `to`.
    """
    draft = to.with_name(f"{to.name}.part")
    os.close(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600))
    try:
        with closing(sqlite3.connect(draft)) as target:
            with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as source:
                source.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")  # all of it in this file
        draft.replace(to)
    except BaseException:
        drop(to.parent, f"{to.name}.part*")
        raise


class Keeper:
    """Makes the copies, one at a time; what is wanted meanwhile is one copy more. Does nothing until it is started.

    Each is made `pause` seconds after it was wanted.
    """

    def __init__(self, pause: float = PAUSE_SECONDS) -> None:
        self._pause = pause
        self._changed = Condition()
        self._wanted: Moment | None = None
        self._is_working = False
        self._thread: Thread | None = None

    def start(self, database: Path, folder: Path) -> None:
        """Make copies of a database into a folder from now on, after whoever was killed over one has been tidied up."""
        self._thread = Thread(target=self._keep, args=(database, folder), name="copies", daemon=True)
        self._thread.start()

    def want(self, moment: Moment) -> None:
        """Let a copy be made soon; comes back at once."""
        with self._changed:
            if self._thread is not None:
                self._wanted = moment
                self._changed.notify_all()

    def wait(self) -> None:
        """Wait until everything that was wanted is copied."""
        with self._changed:
            self._changed.wait_for(lambda: self._wanted is None and not self._is_working)

    def stop(self) -> None:
        """Let the thread end with what it does now, which gets a second."""
        with self._changed:
            thread, self._thread = self._thread, None
            self._changed.notify_all()
        if thread is not None:
            thread.join(LEAVE_SECONDS)

    def _keep(self, database: Path, folder: Path) -> None:
        has_failed = False
        while (moment := self._next()) is not None:
            try:
                _make(database, folder, moment)
                has_failed = False
            except Exception as error:  # the game goes on without; said once
                if not has_failed:
                    log.error("no copy of the database could be made: %s", error)
                has_failed = True

    def _next(self) -> Moment | None:
        """Wait for what is to be copied, and return it; None at the end."""
        with self._changed:
            self._is_working = False
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._wanted is not None or self._thread is None)
            self._changed.wait_for(lambda: self._thread is None, self._pause)
            moment, self._wanted = self._wanted, None
            self._is_working = moment is not None and self._thread is not None
            return moment if self._is_working else None


def _make(database: Path, folder: Path, moment: Moment) -> None:
    with alone(folder):
        drop(folder, "*.sqlite3.part*")  # of who was killed over it
        if shutil.disk_usage(folder).free < database.stat().st_size + RESERVE_BYTES:
            raise OSError("the disk is nearly full; what is left is for the game")
        copy(database, new_path(folder, moment.phase, moment))
        for old in kept(folder)[KEPT:]:
            drop(folder, f"{old.path.name}*")


keeper = Keeper()
