"""A process of its own in which findings are found, so that no game that is played waits for the processor time they take.

It holds nothing: it gets a table's state, gives back what was found, and ends when the server does, however that ends.
"""

import contextlib
import logging
import multiprocessing
import os
import signal
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from game.engine.debrief.findings import Findings, findings_of
from game.engine.table.state import TableState

log = logging.getLogger(__name__)

NICER = 5  # what is found ahead can wait a little for what is played now
ENDS_IN = 1.0  # seconds for the process to end by itself


class Apart:
    """The process, started at its first use and again after it was lost; to be used by one thread."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def find(self, state: TableState, earlier: Findings | None) -> Findings:
        """Return what a table's game shows, found in the process; `earlier` is what was found a round ago.

        Without a process it is found here. Raises RuntimeError when the finding itself fails.
        """
        try:
            found = self._ask(state, earlier)
        except (EOFError, OSError) as error:
            log.warning("the process for findings was lost: %s", type(error).__name__)
            self.close()
            return findings_of(state, earlier)
        if isinstance(found, str):
            raise RuntimeError(found)
        return found

    def _ask(self, state: TableState, earlier: Findings | None) -> Findings | str:
        if self._line is None:
            context = multiprocessing.get_context("spawn")
            self._line, theirs = context.Pipe()
            self._process = context.Process(target=work, args=(theirs,), name="findings", daemon=True)
            self._process.start()
            theirs.close()
        self._line.send((state, earlier))
        found: Findings | str = self._line.recv()
        return found

    @property
    def pid(self) -> int | None:
        """The number of the process, None before its first use."""
        return self._process.pid if self._process else None

    def close(self) -> None:
        """Let the process end."""
        line, process = self._line, self._process
        self._line = self._process = None
        if line is not None:
            line.close()
        if process is not None:
            process.join(ENDS_IN)
            if process.is_alive():
                process.kill()


def work(line: Connection) -> None:
    """Find what is asked for until nobody can ask any more (in the process)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C ends the server, which ends this
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(NICER)
    with contextlib.suppress(EOFError, OSError):
        while True:
            state, earlier = line.recv()
            line.send(_found(state, earlier))


def _found(state: TableState, earlier: Findings | None) -> Findings | str:
    """Return what was found, or what went wrong."""
    try:
        return findings_of(state, earlier)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
