"""After something was wiped: that no copy of it stays in free pages, in the log of writes, or in copies of the database.

The embedded database overwrites what is deleted (`secure_delete`, see the settings), is packed anew, and its log of writes is
emptied; older copies are deleted, and a fresh one is made where there were any. PostgreSQL is told to let go of dead rows;
its own log and dumps age by the rule in the README.
"""

import logging
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from django.db import DatabaseError, connection

from game.actions import copies
from game.actions.turns import in_turn

log = logging.getLogger(__name__)

CHECKPOINT_TRIES = 50
PAUSE_SECONDS = 0.1

_afterwards = ThreadPoolExecutor(1, "scrub")


def scrub(*, is_waited_for: bool = False) -> None:
    """Let nothing of what was wiped stay behind; outside a transaction.

    `is_waited_for`: by somebody at a page. A database server has let go of the rows already, for everybody who asks it; that
    their space is cleared goes on in a thread, and would at the next sweep if this process ended meanwhile.
    """
    if connection.in_atomic_block:  # who wipes as part of something larger does this after it
        return
    if connection.vendor != "sqlite":  # pragma: no cover - PostgreSQL, in tests/faults
        if is_waited_for:
            _afterwards.submit(_vacuum_apart)
        else:
            _vacuum()
        return
    with _without_copies():
        with in_turn(), connection.cursor() as cursor:
            cursor.execute("PRAGMA temp_store=MEMORY")
            cursor.execute("VACUUM")
        _empty_log()


def _vacuum() -> None:  # pragma: no cover - PostgreSQL, in tests/faults
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")


def _vacuum_apart() -> None:  # pragma: no cover - PostgreSQL, in tests/faults
    """Vacuum over a connection of this thread's own."""
    try:
        _vacuum()
    except DatabaseError as error:
        log.error("what was wiped could not be cleared from the database; the next sweep does: %s", error)
    finally:
        connection.close()


def _empty_log() -> None:
    """Write everything into the database file and empty its log; readers of a moment ago are waited for."""
    for _ in range(CHECKPOINT_TRIES):  # pragma: no branch - readers that stay for five seconds
        with in_turn(), connection.cursor() as cursor:
            busy, *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if not busy:
            return
        time.sleep(PAUSE_SECONDS)  # pragma: no cover - a reader of this very moment
    log.error(  # pragma: no cover - readers that stay for five seconds
        "the log of the database could not be emptied after something was wiped; the next sweep does"
    )


@contextmanager
def _without_copies() -> Iterator[None]:
    """Delete the copies of before, and make one afterwards where there were any; none is made meanwhile."""
    folder = copies.folder()
    if not folder.is_dir():
        yield
        return
    with copies.alone(folder):
        had_any = copies.drop(folder)
        try:
            yield
        finally:
            if had_any:
                fresh = copies.new_path(folder, copies.WIPED)
                with in_turn(), connection.cursor() as cursor:
                    cursor.execute("VACUUM INTO %s", [str(fresh)])
                fresh.chmod(0o600)
