"""Queries that Django words once: what a whole room asks at the door takes longer to word than to answer.

A query is made with marks in the place of what it is asked with, and its text is kept; it brings what the query itself would.
"""

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models import Model, QuerySet
from django.db.models.query import ModelIterable, get_related_populators

Found = TypeVar("Found")

MARKS: dict[type, Callable[[int], int | str]] = {
    int: lambda at: 2_000_000_000 + at,  # no key comes near it, and every column of keys has room for it
    str: lambda at: f"\N{REPLACEMENT CHARACTER}mark {at}",
}


@dataclass(frozen=True)
class Worded:
    """The text of a query; each parameter a value, or (as its place) one that it is asked with."""

    sql: str
    parameters: tuple[tuple[bool, Any], ...]
    read: Callable[[Sequence[tuple[Any, ...]]], list[Any]]
    count: int  # of values that it is asked with
    is_among: bool  # the last of them are alternatives

    def filled_in(self, values: tuple[int | str, ...]) -> list[Any]:
        """Return the parameters for one asking. Raises ValueError where it is asked with fewer or more than it takes."""
        if self.is_among and values:
            values += values[-1:] * (self.count - len(values))
        if len(values) != self.count:
            raise ValueError(f"asked with {len(values)} values instead of {self.count}")
        return [values[it] if is_place else it for is_place, it in self.parameters]


MANY = 64


class Prepared(Generic[Found]):
    """A query as a function of ints and strings, never None; `make` returns it from them, and is called once.

    What `make` does with them must end up in the query's parameters: raises ValueError for one that is nowhere in it.
    `*names` of `make` are one to MANY values among which something is looked for; the last is asked with again, up to MANY.
    """

    def __init__(self, make: Callable[..., QuerySet[Any, Found]]) -> None:
        self._make = make
        self._worded: dict[str, Worded] = {}  # by kind of database, of which a process has one

    def all(self, *values: int | str) -> list[Found]:
        """Return what is found."""
        worded = self._worded.get(connection.vendor) or self._word()
        with connection.cursor() as cursor:
            cursor.execute(worded.sql, worded.filled_in(values))
            return worded.read(cursor.fetchall())

    def first(self, *values: int | str) -> Found | None:
        """Return the first that is found, or None; the query itself says that it wants one."""
        found = self.all(*values)
        return found[0] if found else None

    def _word(self) -> Worded:
        kinds: list[type] = []
        taken = [*inspect.signature(self._make).parameters.values()]
        for one in taken:
            kinds += [one.annotation] * (MANY if one.kind is one.VAR_POSITIONAL else 1)
        marks = [MARKS[kind](at) for at, kind in enumerate(kinds)]
        query = self._make(*marks)
        compiler = query.query.get_compiler(connection=connection)
        sql, parameters = compiler.as_sql()
        places = tuple((True, marks.index(it)) if it in marks else (False, it) for it in parameters)
        if len({it for is_place, it in places if is_place}) < len(marks):
            raise ValueError("a value is not in the query as it was given")
        worded = Worded(sql, places, _reader(query, compiler), len(marks), len(marks) > len(taken))
        self._worded[connection.vendor] = worded
        return worded


def _reader(query: QuerySet[Any, Any], compiler: Any) -> Callable[[Sequence[tuple[Any, ...]]], list[Any]]:
    """Return what makes of rows what the query would: tuples, or objects of models with what they are joined to."""
    converters = compiler.get_converters([column[0] for column in compiler.select])

    def rows(found: Sequence[tuple[Any, ...]]) -> list[Any]:
        return (
            [tuple(row) for row in compiler.apply_converters(found, converters)] if converters else [*found]
        )

    if query._iterable_class is not ModelIterable:
        return rows
    model, fields = compiler.klass_info["model"], compiler.klass_info["select_fields"]
    names = [compiler.select[at][0].target.attname for at in fields]
    related = get_related_populators(compiler.klass_info, compiler.select, query.db)  # type: ignore[call-arg]
    first, last = fields[0], fields[-1] + 1

    def objects(found: Sequence[tuple[Any, ...]]) -> list[Model]:
        made = []
        for row in rows(found):
            one = model.from_db(query.db, names, row[first:last])
            for other in related:
                other.populate(row, one)
            made.append(one)
        return made

    return objects
