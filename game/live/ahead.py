"""Having found what the debrief will show before anybody asks: one table after the other, of each its newest rounds.

A thread hands them on; where they are found is `prepare`'s business.
"""

import contextlib
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from game.engine.table.state import TableState

log = logging.getLogger(__name__)


def _nothing() -> None:
    pass


class Ahead:
    """Finds for one table after the other, in the order in which they asked; `prepare` does it for a state,
    `close` lets go of what that uses.

    A round that is over before the turn came takes the place of the one before: what nobody will look at is not found.
    """

    def __init__(self, prepare: Callable[[TableState], None], close: Callable[[], None] = _nothing) -> None:
        self._prepare = prepare
        self._close = close
        self._pool = ThreadPoolExecutor(1, "findings")
        self._newest: dict[int, TableState] = {}

    def want(self, table_id: int, state: TableState) -> None:
        """Let the findings of a table be found as it stands now; comes back at once."""
        self._newest[table_id] = state
        self._pool.submit(self._find, table_id)

    def _find(self, table_id: int) -> None:
        """Find for a table (own thread); what fails here is tried, and seen, when it is shown."""
        state = self._newest.pop(table_id, None)
        if state is None:
            return  # an earlier turn of this table took its newest state already
        try:
            self._prepare(state)
        except Exception:
            log.exception("the findings of a table could not be prepared")

    def close(self) -> None:
        """Let the thread end with what it does now, and then what it used."""
        self._newest.clear()
        with contextlib.suppress(RuntimeError):  # closed before
            self._pool.submit(self._close)
        self._pool.shutdown(wait=False)
