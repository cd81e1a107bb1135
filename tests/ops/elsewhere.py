"""manage.py as on Windows, as far as Linux can play that: run this instead of manage.py.

There is no fcntl, no resource and no uvloop, the loop knows only select() and takes no signals, files get no links, and
text files are not UTF-8 unless asked (the test sets the locale).
"""

import asyncio
import importlib
import os
import selectors
import sys
import warnings
from pathlib import Path

import psutil  # noqa: F401 - before resource is gone: on Linux it needs that itself
from twisted.python import runtime

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))


def refuse(*_: object) -> None:
    raise NotImplementedError


for name in ("fcntl", "resource", "uvloop"):
    sys.modules[name] = None  # type: ignore[assignment]
selectors.DefaultSelector = selectors.SelectSelector  # type: ignore[misc]
asyncio.SelectorEventLoop.add_signal_handler = refuse  # type: ignore[assignment,method-assign]


def no_links(*_: object) -> None:
    raise OSError(1, "Operation not permitted")


os.link = no_links  # as on a memory stick
# Twisted wakes its loop through a pipe made with fcntl, and on Windows through sockets.
runtime.platformType = "win32"
importlib.import_module("twisted.internet._signals")

runtime.platformType = "posix"
# filelock says so on Linux; Windows has locks of its own.
warnings.filterwarnings("ignore", "only soft file lock is available")

if __name__ == "__main__":
    import manage

    if most := os.environ.pop("MOST_SOCKETS", ""):
        from game.live import system

        system.MOST_AT_ONCE = int(most)
    manage.main()
