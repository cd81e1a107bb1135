"""One server per embedded database: SQLite on a laptop serves one process's hub and writer."""

import contextlib
import os
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout


class DatabaseInUseError(Exception):
    """Another process serves this database; `pid` is its process number, as text ("?": it has not said so yet)."""

    def __init__(self, pid: str) -> None:
        super().__init__(pid)
        self.pid = pid


def hold(database: Path) -> BaseFileLock:
    """Claim `database` until the returned lock is released or the process ends, however it ends.

    Raises DatabaseInUseError when another process holds it.
    """
    # Beside the lock: what is locked cannot be read on Windows.
    note = database.with_name(f"{database.name}.pid")
    lock = FileLock(database.with_name(f"{database.name}.lock"))
    try:
        lock.acquire(blocking=False)
    except Timeout:
        pid = ""
        with contextlib.suppress(OSError):
            pid = note.read_text(encoding="ascii").strip()
        raise DatabaseInUseError(pid or "?") from None
    note.write_text(f"{os.getpid()}\n", encoding="ascii")
    return lock
