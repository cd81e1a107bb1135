"""What starting a game does with free seats and empty tables, as a value that is shown before it is done.

Knows chairs, not people: who sits where, and what is stored of it, is the door's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.engine.model.roles import Role


@dataclass(frozen=True, slots=True)
class Chair:
    """A seat before the game: its role, whether somebody holds it, and whether a bot was put on it."""

    role: Role
    held: bool
    bot: bool


@dataclass(frozen=True, slots=True)
class EmptyTable:
    """A table where nobody sits and no bot was seated, with its number of seats."""

    table: int
    seats: int


@dataclass(frozen=True, slots=True)
class MissingRoles:
    """A table with people on which nobody has these roles; bots play them."""

    table: int
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class StartPlan:
    """What a start does, apart from the choice about its empty tables.

    `bots` counts the free seats at tables with people that get a bot, `dropped` those that are taken away (where bots do not
    fill them); `only_bots` are tables without people where bots were seated.
    """

    bots: int
    dropped: int
    empty: tuple[EmptyTable, ...]
    only_bots: tuple[int, ...]
    missing: tuple[MissingRoles, ...]


@dataclass(frozen=True, slots=True)
class Started:
    """What the start did: `filled` and `left_out` are the numbers of tables that were empty, the rest as in StartPlan."""

    bots: int
    dropped: int
    filled: tuple[int, ...]
    left_out: tuple[int, ...]


def is_empty(chairs: Sequence[Chair]) -> bool:
    """Tell whether nobody sits at a table, nor a bot."""
    return not any(chair.held or chair.bot for chair in chairs)


def kept(chairs: Sequence[Chair], fill: bool) -> tuple[int, ...]:
    """Return which chairs play: all with `fill`; else those with somebody or a bot, and one of every role."""
    if fill:
        return tuple(range(len(chairs)))
    taken = {place for place, chair in enumerate(chairs) if chair.held or chair.bot}
    roles = {chairs[place].role for place in taken}
    found = []
    for place, chair in enumerate(chairs):
        if place in taken or chair.role not in roles:
            roles.add(chair.role)
            found.append(place)
    return tuple(found)


def plan(tables: Mapping[int, Sequence[Chair]], fill: bool) -> StartPlan:
    """Return what a start does with these tables, by number; `fill`: bots play empty seats."""
    playing = {number: chairs for number, chairs in tables.items() if not is_empty(chairs)}
    play = {number: kept(chairs, fill) for number, chairs in playing.items()}
    peopled = {number: chairs for number, chairs in playing.items() if any(chair.held for chair in chairs)}
    return StartPlan(
        bots=sum(
            not (chairs[place].held or chairs[place].bot)
            for number, chairs in playing.items()
            for place in play[number]
        ),
        dropped=sum(len(chairs) - len(play[number]) for number, chairs in playing.items()),
        empty=tuple(
            EmptyTable(number, len(chairs)) for number, chairs in tables.items() if number not in playing
        ),
        only_bots=tuple(number for number in playing if number not in peopled),
        missing=tuple(
            MissingRoles(number, roles) for number, chairs in peopled.items() if (roles := _missing(chairs))
        ),
    )


def _missing(chairs: Sequence[Chair]) -> tuple[Role, ...]:
    held = {chair.role for chair in chairs if chair.held}
    return tuple(role for role in Role if role not in held)
