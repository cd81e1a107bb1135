"""Whether the database takes what is written: a full disk, a file or server that may only be read; said once a minute.

What fails while nothing is stored is reported to `storage.note`, what was stored to `storage.worked`; hubs look at
`is_failing`. Nobody asks the database for it: the next write is the question.
"""

import logging
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Lock

from django.conf import settings

log = logging.getLogger(__name__)

# What SQLite says of a disk that is full, read-only, gone or over its quota, in the low byte of its codes.
SQLITE = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR}
# And PostgreSQL: disk_full, read_only_sql_transaction.
POSTGRES = {"53100", "25006"}
LINE_SECONDS = 60.0
CALM_SECONDS = 3.0  # phones try again within this: while one still fails, it is not over
LEAST_BYTES = 256 * 1024  # what is stored without this much room fits by luck


def is_unwritable(error: BaseException) -> bool:
    """Tell whether a write failed because nothing can be written, whatever it was."""
    return any(_code(one) in SQLITE or getattr(one, "sqlstate", None) in POSTGRES for one in _chain(error))


def is_read_only(error: BaseException) -> bool:
    """Tell whether it failed because SQLite may only read: a connection that was opened then never writes again."""
    return any(_code(one) == sqlite3.SQLITE_READONLY for one in _chain(error))


def _code(error: BaseException) -> int | None:
    code = getattr(error, "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else None


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Give an error and what it came from: a full disk also undoes the savepoint, and then that is what fails."""
    found: BaseException | None = error
    while found is not None:
        yield found
        found = found.__cause__ or found.__context__


class Storage:
    """What this process knows of it; used from any thread. `clock` gives seconds that only rise."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.is_failing = False
        self._clock = clock
        self._lock = Lock()
        self._failed = 0.0
        self._said: float | None = None

    def note(self, error: BaseException) -> bool:
        """Take note when a write failed because nothing can be written, and return whether that was so."""
        if not is_unwritable(error):
            return False
        with self._lock:
            self.is_failing = True
            self._failed = now = self._clock()
            if self._said is None or now - self._said >= LINE_SECONDS:
                self._said = now
                log.error("nothing is stored until this is over: %s", error)
        return True

    def worked(self) -> None:
        """Take note that something was stored: it is over once nothing failed for a while and there is room."""
        with self._lock:
            if not self.is_failing or self._clock() - self._failed < CALM_SECONDS or not _has_room():
                return
            self.is_failing = False
            self._said = None
        log.warning("what people do is stored again")


def _has_room() -> bool:
    """Tell whether the disk of an embedded database has room for more than what fits by luck."""
    if not settings.EMBEDDED_DATABASE:
        return True
    with suppress(OSError):
        return shutil.disk_usage(Path(settings.DATABASES["default"]["NAME"]).parent).free >= LEAST_BYTES
    return True


storage = Storage()
