"""Results that are kept by the very thing they were made from, so that whoever needs them next does not make them again.

Only of pure functions: what is kept can never be older than what it is asked for, and never be another table's.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
About = TypeVar("About")
Made = TypeVar("Made")
MOST = 256  # two of each of the tables of the largest room, and some


class Newest(Generic[Key, Value]):
    """A mapping that forgets what was not used longest; for any thread. `most` is how many it holds."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._held: OrderedDict[Key, Value] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._held)

    def get(self, key: Key) -> Value | None:
        """Return what is held for this key, None for nothing (any more)."""
        with self._lock:
            if key not in self._held:
                return None
            self._held.move_to_end(key)
            return self._held[key]

    def put(self, key: Key, value: Value) -> None:
        """Hold a value; what was not used longest goes where there are too many."""
        with self._lock:
            self._held[key] = value
            self._held.move_to_end(key)
            if len(self._held) > self._most:
                self._held.popitem(last=False)

    def clear(self) -> None:
        """Hold nothing any more."""
        with self._lock:
            self._held.clear()


class Kept(Generic[About, Made]):
    """A pure function of a frozen value and of few small ones besides, whose newest results are kept.

    By the very object, which is not looked into: an equal one is another. For any thread; of two that ask at once both may
    make it.
    """

    def __init__(self, function: Callable[..., Made], most: int = MOST) -> None:
        self._function = function
        self._made: Newest[tuple[Hashable, ...], tuple[About, Made]] = Newest(most)
        _all.append(self._made)

    def __call__(self, about: About, *more: Hashable) -> Made:
        """Return the function's result for this object, and the rest by value."""
        key = (id(about), *more)
        kept = self._made.get(key)
        if kept is not None:  # it holds the object, so that nothing else can have its id
            return kept[1]
        made = self._function(about, *more)
        self._made.put(key, (about, made))
        return made

    def keep(self, about: About, made: Made) -> None:
        """Hold what the function comes to for this object and nothing besides, where somebody knows it already."""
        self._made.put((id(about),), (about, made))


_all: list[Newest[Any, Any]] = []


def forget() -> None:
    """Keep nothing any more, as after the rules or texts themselves were changed."""
    for made in _all:
        made.clear()
