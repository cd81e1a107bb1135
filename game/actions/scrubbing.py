"""After something was wiped: that no copy of it stays in free pages, in the log of writes, or in copies of the database.

The embedded database overwrites what is deleted (`secure_delete`, see the settings), is packed anew, and its log of writes is
emptied; older copies are deleted, and a fresh one is made where there were any. PostgreSQL is told to let go of dead rows;
its own log and dumps age by the rule in the README.
"""

import contextlib
import logging
import time
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from game.actions.turns import in_turn

log = logging.getLogger(__name__)

CHECKPOINT_TRIES = 50
PAUSE_SECONDS = 0.1
COPIES = "*.sqlite3*"


def scrub() -> None:
    """Let nothing of what was wiped stay behind; outside a transaction."""
    if connection.in_atomic_block:  # who wipes as part of something larger does this after it
        return
    with in_turn(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA temp_store=MEMORY")
            cursor.execute("VACUUM")
        else:  # pragma: no cover - PostgreSQL, in tests/faults
            cursor.execute("VACUUM")
    if connection.vendor == "sqlite":  # pragma: no branch - PostgreSQL, in tests/faults
        _empty_log()
        _renew_copies(settings.DATA_DIR / "backups")


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


def _renew_copies(folder: Path) -> None:
    """Delete the copies of before, and make one of now where there were any."""
    copies = [one for one in folder.glob(COPIES) if one.is_file()] if folder.is_dir() else []
    if not copies:
        return
    for one in copies:
        with contextlib.suppress(FileNotFoundError):
            one.unlink()
    fresh = folder / f"{timezone.now():%Y%m%d-%H%M%S}-wiped.sqlite3"
    with in_turn(), connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(fresh)])
    fresh.chmod(0o600)
