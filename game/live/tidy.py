"""Python's search for cycles, in moments in which nobody waits.

It stops all threads of a process, with a room of two hundred in memory for up to a tenth of a second. Left to itself it
begins when many objects were made: in the middle of a press, or while a room chooses. What is no cycle goes without it.
"""

import asyncio
import gc
import time
from collections.abc import Callable

TICK_SECONDS = 0.25
NEW = 5_000  # objects since the last search, below which none is worth it
WHOLE_SECONDS = 60.0  # after which all is searched, and not what is new
# New objects, and rounds before those that lived longer are searched, where no moment is calm: short ones, rarely.
HURRIED = (100_000, 40, 10)


class Tidy:
    """Looks for cycles while `is_calm` says so; `clock` gives seconds that only rise."""

    def __init__(self, is_calm: Callable[[], bool], clock: Callable[[], float] = time.monotonic) -> None:
        self._is_calm = is_calm
        self._clock = clock
        self._searched = clock()

    async def keep(self) -> None:
        """Wait a moment, and tidy up if it is a calm one."""
        await asyncio.sleep(TICK_SECONDS)
        self.tidy()

    def tidy(self) -> None:
        """Search what is new, or all if that is long ago, unless somebody waits."""
        if not self._is_calm():
            return
        if self._clock() - self._searched >= WHOLE_SECONDS:
            self._searched = self._clock()
            gc.collect()
        elif gc.get_count()[0] >= NEW:
            gc.collect(0)


def spare_collector() -> None:
    """Let the search pass over what is loaded for good, and begin by itself only where there is no calm moment for it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*HURRIED)
