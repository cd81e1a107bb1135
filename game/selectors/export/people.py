"""Who sat where, under a name that tells the chair and not the person; the alias only where it is asked for."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from game.engine.model.roles import Role
from game.models import Seat, Table
from game.selectors.export.reading import Collected
from game.selectors.export.sheets import Cell, Sheet

OBSERVER = "observer"


@dataclass(frozen=True, slots=True)
class Chair:
    """Where somebody first sat: the `number`th chair of a role at a table, or as an observer, or (role "") nowhere.

    `nth` tells apart who came to the same chair: 1 for the first.
    """

    role: str
    number: int
    table: int
    nth: int = 1


Label = Callable[[Chair], str]


@dataclass(frozen=True, slots=True)
class People:
    """The people of a workshop: what each is called by key, and who held a seat when."""

    labels: Mapping[int, str]
    collected: Collected

    def on(self, seat: Seat | None, at: datetime) -> str:
        """Return who held a seat at a moment, "" for nobody."""
        held = self.collected.held.get(seat.pk, []) if seat else []
        names = [
            self.labels[one.person_id]
            for one in held
            if one.since <= at and (one.until is None or one.until > at)
        ]
        return " & ".join(names)


def people_of(collected: Collected, label: Label) -> People:
    """Return the people of a workshop, each called after the first place taken."""
    first: dict[int, tuple[datetime, str, int, int]] = {}
    for games in collected.tables.values():
        for table in games:
            for place in _places(collected, table):
                person, since, role, number = place
                if person not in first or since < first[person][0]:
                    first[person] = (since, role, number, table.number)
    labels: dict[int, str] = {}
    came: Counter[tuple[str, int, int]] = Counter()
    for row in sorted(collected.people, key=lambda row: (row.pk not in first, row.pk)):
        _, role, number, at_table = first.get(row.pk, (None, "", 0, 0))
        came[role, number, at_table] += 1
        labels[row.pk] = label(Chair(role, number, at_table, came[role, number, at_table]))
    return People(labels, collected)


def _places(collected: Collected, table: Table) -> list[tuple[int, datetime, str, int]]:
    """Return (person, since, role, number among that role) of everybody who sat or watched at a table."""
    numbers = chair_numbers(collected.seats.get(table.pk, []))
    places = [
        (one.person_id, one.since, seat.role, numbers[seat.pk])
        for seat in collected.seats.get(table.pk, [])
        for one in collected.held.get(seat.pk, [])
    ]
    watched = enumerate(collected.watched.get(table.pk, []), 1)
    return [*places, *((one.person_id, one.since, OBSERVER, number) for number, one in watched)]


def chair_numbers(seats: list[Seat]) -> dict[int, int]:
    """Return for every seat which one of its role it is, from 1."""
    count: Counter[str] = Counter()
    found = {}
    for seat in seats:
        count[seat.role] += 1
        found[seat.pk] = count[seat.role]
    return found


def people_sheet(people: People, *, names: bool) -> Sheet:
    """Return who sat or watched where and when; with the alias when `names`."""
    collected = people.collected
    aliases = {row.pk: row.alias for row in collected.people}
    rows: list[tuple[Cell, ...]] = []
    for game in collected.games:
        for table in collected.tables.get(game.pk, []):
            for seat in collected.seats.get(table.pk, []):
                for one in collected.held.get(seat.pk, []):
                    where = (game.number, table.number, seat.number + 1, seat.role)
                    rows.append(
                        _row(people, one.person_id, where, (one.since, one.until), aliases if names else None)
                    )
            for seen in collected.watched.get(table.pk, []):
                place = (game.number, table.number, None, OBSERVER)
                rows.append(
                    _row(people, seen.person_id, place, (seen.since, seen.until), aliases if names else None)
                )
    columns = ("person", "game", "table", "seat", "role", "since", "until", *(("alias",) if names else ()))
    return Sheet("people", columns, tuple(rows))


def _row(
    people: People,
    person: int,
    where: tuple[Cell, ...],
    when: tuple[datetime, datetime | None],
    aliases: Mapping[int, str] | None,
) -> tuple[Cell, ...]:
    return (people.labels[person], *where, *when, *((aliases[person],) if aliases is not None else ()))


def seats_sheet(people: People, neighbours: Mapping[int, int]) -> Sheet:
    """Return every seat and every neighbour; `neighbours` is how many of them a table (by key) has."""
    rows: list[tuple[Cell, ...]] = []
    collected = people.collected
    for game in collected.games:
        for table in collected.tables.get(game.pk, []):
            seats = collected.seats.get(table.pk, [])
            where = (game.number, table.number)
            for seat in seats:
                rows.append((*where, seat.number + 1, seat.role, False, len(collected.held.get(seat.pk, []))))
            for extra in range(neighbours.get(table.pk, 0)):
                rows.append((*where, len(seats) + extra + 1, Role.RESIDENT.value, True, 0))
    return Sheet("seats", ("game", "table", "seat", "role", "neighbour", "people"), tuple(rows))
