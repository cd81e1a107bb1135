"""One server per embedded database: SQLite on a laptop serves one process's hub and writer."""

import fcntl
import os
from pathlib import Path
from typing import TextIO


class DatabaseInUseError(Exception):
    """Another process serves this database; `pid` is its process number, as text."""

    def __init__(self, pid: str) -> None:
        super().__init__(pid)
        self.pid = pid


def hold(database: Path) -> TextIO:
    """Claim `database` until the returned file is closed or the process ends, however it ends.

    Raises DatabaseInUseError when another process holds it.
    """
    file = database.with_name(f"{database.name}.lock").open("a+")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.seek(0)
        pid = file.read().strip()
        file.close()
        raise DatabaseInUseError(pid) from None
    file.truncate(0)
    file.write(f"{os.getpid()}\n")
    file.flush()
    return file
