"""Lets a program's wall clock be set from outside: python loads this at its start when its folder is on PYTHONPATH.

By so many seconds as the file SET_CLOCK says, and again whenever that changes; the file beside it, `.done`, says what holds.
Seconds that are counted (monotonic) go on as they were, as when somebody sets a computer's clock.
"""

import os
import threading
import time
from pathlib import Path

import time_machine

LOOK_SECONDS = 0.05
_file = Path(os.environ["SET_CLOCK"])
_began, _counted = time.time(), time.monotonic()


def _hold(by: str) -> None:
    right = _began + time.monotonic() - _counted
    time_machine.travel(right + float(by), tick=True).start()
    _file.with_suffix(".done").write_text(by, encoding="utf-8")


def _look() -> None:
    held = _file.read_text(encoding="utf-8")
    _hold(held)
    while True:
        time.sleep(LOOK_SECONDS)
        by = _file.read_text(encoding="utf-8")
        if by and by != held:
            held = by
            _hold(by)


if _file.exists():
    threading.Thread(target=_look, daemon=True).start()
