"""The facilitator's log as it is read: with the names that people have now, for its lines keep none."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from game.models import Person

Params = dict[str, str | int | float]


class Line(Protocol):
    """A line of the log as far as its people go."""

    @property
    def params(self) -> Params:
        """What is no person."""

    @property
    def who(self) -> Mapping[str, Sequence[int]]:
        """The people, by key."""


UNKNOWN = "…"


def names_in(lines: Iterable[Line]) -> dict[int, str]:
    """Return what the people in these lines are called, by key."""
    keys = {key for line in lines for people in line.who.values() for key in people}
    found = Person.objects.filter(pk__in=keys).values_list("pk", "alias") if keys else ()
    return dict(found)


def told(line: Line, names: Mapping[int, str]) -> Params:
    """Return the parameters of a line with the names of its people; "…" for who has none (any more)."""
    people = {
        name: " & ".join(names.get(key) or UNKNOWN for key in keys) or UNKNOWN
        for name, keys in line.who.items()
    }
    return {**line.params, **people}
