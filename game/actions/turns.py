"""Turns at the one file of an embedded database: whoever writes waits here, first come first served, choices and joins alike.

SQLite itself lets the others try again after ever longer pauses: with a whole room at the door one of them may find the file
taken each time, until it gives up.
"""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Lock, get_ident
from typing import Any

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

WRITES = ("INSERT", "UPDATE", "DELETE", "REPLAC")


class Queue:
    """A lock that is given on in the order in which it was asked for; not to be taken twice by one thread.

    A thread that writes for a whole room (`go_first`) is next: one batch of choices waits for one join at most.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: deque[Event] = deque()
        self._is_taken = False
        self._owner: int | None = None
        self._first: set[int] = set()

    def go_first(self) -> None:
        """Let this thread be next whenever it asks."""
        self._first.add(get_ident())

    @property
    def is_mine(self) -> bool:
        """Whether this thread has it."""
        return self._owner == get_ident()

    @property
    def waiting(self) -> int:
        """How many threads wait for it."""
        return len(self._waiting)

    def __enter__(self) -> None:
        with self._lock:
            turn = Event()
            if self._is_taken and get_ident() in self._first:
                self._waiting.appendleft(turn)
            elif self._is_taken:
                self._waiting.append(turn)
            else:
                self._is_taken = True
                turn.set()
        turn.wait()
        self._owner = get_ident()

    def __exit__(self, *_: object) -> None:
        self._owner = None
        with self._lock:
            if self._waiting:
                self._waiting.popleft().set()  # it stays taken, by the next
            else:
                self._is_taken = False


_queue = Queue()
go_first = _queue.go_first


def waiting() -> int:
    """Return how many threads of this process wait for their turn."""
    return _queue.waiting


@contextmanager
def in_turn() -> Iterator[None]:
    """Wait for one's turn to write; who has it, or a transaction open, waits no more, and a database server needs none."""
    if connection.vendor != "sqlite" or connection.in_atomic_block or _queue.is_mine:
        yield
        return
    with _queue:
        yield


def write_in_turn(
    execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    """Let a single statement that writes, outside any transaction, have its turn too: a wrapper for Django's connections."""
    if sql[:6].upper() not in WRITES or context["connection"].in_atomic_block or _queue.is_mine:
        return execute(sql, params, many, context)
    with _queue:
        return execute(sql, params, many, context)


def on_connection(sender: object, connection: BaseDatabaseWrapper, **_: object) -> None:
    """Let what is written over a new connection to an embedded database have its turn: a receiver of Django's signal."""
    if connection.vendor == "sqlite" and write_in_turn not in connection.execute_wrappers:
        connection.execute_wrappers.append(write_in_turn)
