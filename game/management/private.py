"""Keeps what is in the data folder to its owner: names, choices and the keys that run every workshop.

Windows has no such modes; there a folder under somebody's profile is theirs already.
"""

import contextlib
import os
import stat
from pathlib import Path

from django.conf import settings

BESIDE = ("", "-wal", "-shm", "-journal", ".lock", ".pid")
KEYS = ("secret-key", "start-key")


def keep_private(database: Path) -> None:
    """Let only their owner read the database, what lies beside it, and the keys; and enter the data folder.

    Makes the database's file when there is none: SQLite would make it readable for all. Raises OSError when it cannot.
    """
    if not database.exists():
        os.close(os.open(database, os.O_RDWR | os.O_CREAT, 0o600))
    files = [database.with_name(database.name + end) for end in BESIDE]
    for path in [*files, *(settings.DATA_DIR / name for name in KEYS)]:
        _narrow(path, 0o600)
    if _is_for_the_game(settings.DATA_DIR):
        _narrow(settings.DATA_DIR, 0o700)


def _narrow(path: Path, mode: int) -> None:
    with contextlib.suppress(
        FileNotFoundError, PermissionError
    ):  # not there; or somebody else's, which we may use
        if stat.S_IMODE(path.stat().st_mode) & ~mode:
            path.chmod(mode)


def _is_for_the_game(folder: Path) -> bool:
    """Tell whether a folder is there for our data: one that everybody works in must not be closed to them."""
    if not folder.is_dir() or not hasattr(os, "geteuid"):
        return False
    status = folder.stat()
    is_shared = bool(status.st_mode & stat.S_ISVTX)  # as /tmp is
    is_wider = folder in (Path.home(), *Path.home().parents, *settings.BASE_DIR.parents, settings.BASE_DIR)
    return status.st_uid == os.geteuid() and not is_shared and not is_wider
