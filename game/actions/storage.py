"""Whether the database takes what is written, and if not, why: said once a minute.

`not_stored`: a full disk, a file or server that may only be read. `no_database`: it does not answer, or is gone. `busy`:
somebody else holds it for too long. What fails is reported to `storage.note`, what was stored to `storage.worked`; hubs look
at `why`. Nobody asks the database for it: the next write is the question.
"""

import logging
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TypeVar

from django.conf import settings
from django.db import InterfaceError, OperationalError

log = logging.getLogger(__name__)

Done = TypeVar("Done")

# What SQLite says of a disk that is full, read-only, gone or over its quota, in the low byte of its codes.
SQLITE = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR}
# And PostgreSQL: disk_full, read_only_sql_transaction.
POSTGRES_READ_ONLY = "25006"
POSTGRES = {"53100", POSTGRES_READ_ONLY}
# Of one that is held by others: SQLite's codes; lock_not_available, query_canceled, deadlock_detected, serialization_failure.
SQLITE_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
POSTGRES_BUSY = {"55P03", "57014", "40P01", "40001"}
# Of one that is not there: connections that fail (no code, class 08), too many of them, servers that stop or start, sessions
# that they ended.
POSTGRES_GONE = {"53300", "57P01", "57P02", "57P03", "57P05", "25P03"}
LINE_SECONDS = 60.0
CALM_SECONDS = 3.0  # phones try again within this: while one still fails, it is not over
HELD_TRIES = 3  # each as long as a database lets a statement wait for a lock
LEAST_BYTES = 256 * 1024  # what is stored without this much room fits by luck


def is_unwritable(error: BaseException) -> bool:
    """Tell whether a write failed because nothing can be written, whatever it was."""
    return any(_code(one) in SQLITE or getattr(one, "sqlstate", None) in POSTGRES for one in _chain(error))


def why_unstored(error: BaseException) -> str:
    """Return why nothing is stored (not_stored, no_database, busy), "" for an error that is no matter of that."""
    if is_unwritable(error):
        return "not_stored"
    for one in _chain(error):
        state = getattr(one, "sqlstate", None)
        if _code(one) in SQLITE_BUSY or state in POSTGRES_BUSY:
            return "busy"
        if state in POSTGRES_GONE or str(state).startswith("08") or _is_lost(one):
            return "no_database"
    return ""


def _is_lost(error: BaseException) -> bool:
    """Tell whether a connection to a database server failed: its driver then has no code to give."""
    if settings.EMBEDDED_DATABASE or not isinstance(error, InterfaceError | OperationalError):
        return False
    cause = error.__cause__
    return getattr(cause, "sqlstate", None) is None


def is_read_only(error: BaseException) -> bool:
    """Tell whether it failed because this connection may only read: one that was opened then never writes again."""
    return any(
        _code(one) == sqlite3.SQLITE_READONLY or getattr(one, "sqlstate", None) == POSTGRES_READ_ONLY
        for one in _chain(error)
    )


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
        self.why = ""  # why nothing is stored now
        self._clock = clock
        self._lock = Lock()
        self._failed = 0.0
        self._said: float | None = None

    @property
    def is_failing(self) -> bool:
        """Whether nothing is stored now."""
        return self.why != ""

    def note(self, error: BaseException) -> str:
        """Take note when a write failed because nothing can be written, and return why; "" for any other error."""
        why = why_unstored(error)
        if not why:
            return ""
        with self._lock:
            self.why = why
            self._failed = now = self._clock()
            if self._said is None or now - self._said >= LINE_SECONDS:
                self._said = now
                log.error("nothing is stored until this is over: %s", str(error).strip())
        return why

    def worked(self) -> None:
        """Take note that something was stored: it is over once nothing failed for a while and there is room."""
        with self._lock:
            if not self.is_failing or self._clock() - self._failed < CALM_SECONDS or not _has_room():
                return
            self.why = ""
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


def despite_others(write: Callable[[], Done], tries: int = HELD_TRIES) -> Done:
    """Return what a whole write gives, done again while somebody else holds the database, `tries` times in all (≥ 1).

    For a form that a person sent once; a socket's commands are held by the writer instead. Raises what the last try raised,
    and any other error at once.
    """
    for _ in range(tries - 1):
        try:
            return write()
        except OperationalError as error:
            if why_unstored(error) != "busy":
                raise
    return write()
