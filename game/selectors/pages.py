"""Reads for the pages that players see before the game's sockets take over."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import QuerySet

from game.engine.model.roles import Role
from game.engine.table.phases import Phase
from game.engine.table.seating import may_add
from game.models import Game, Occupancy, Person, Seat, Workshop
from game.protocol.written import isolated, same
from game.selectors.prepared import Prepared


@dataclass(frozen=True, slots=True)
class OpenSeat:
    """A seat that a device holds in a workshop that is still going on; a rehearsal may have been left where it was."""

    workshop_id: int
    title: str
    alias: str
    table: int
    is_rehearsal: bool

    @property
    def called(self) -> str:
        """The alias for the middle of a sentence."""
        return isolated(self.alias)


@dataclass(frozen=True, slots=True)
class TableSeats:
    """A table as the join page offers it: how many seats are free, in all and per role."""

    number: int
    free: int
    by_role: dict[str, int]


@dataclass(frozen=True, slots=True)
class JoinRoom:
    """A workshop's newest game as the join page needs it; `aliases` as `same` returns them.

    `seats_fixed`: no chair is added any more; `only_bots`: on every seat that nobody holds sits a bot.
    """

    scenario: str
    phase: str
    tables: tuple[TableSeats, ...]
    aliases: frozenset[str]
    seats_fixed: bool = False
    only_bots: bool = False

    @property
    def free(self) -> int:
        """Seats that nobody holds yet."""
        return sum(table.free for table in self.tables)


def open_seats(device_id: int) -> list[OpenSeat]:
    """Return the seats that this device holds in live workshops, newest first."""
    held = (
        Occupancy.objects.filter(person__device_id=device_id, until=None)
        .filter(seat__table__game__workshop__ended_at=None)
        .select_related("person", "seat__table__game__workshop")
        .order_by("-since")
    )
    return [
        OpenSeat(
            one.seat.table.game.workshop_id,
            one.seat.table.game.workshop.title,
            one.person.alias,
            one.seat.table.number,
            one.seat.table.game.rehearsal,
        )
        for one in held
    ]


def join_room(game: Game) -> JoinRoom:
    """Return what the join page shows of a workshop's newest game."""
    seats = _seats.all(game.pk)
    taken = dict(_taken.all(game.pk))
    free = Counter((table, role) for pk, table, role, _ in seats if pk not in taken)
    numbers = sorted({table for _, table, _, _ in seats})
    tables = tuple(
        TableSeats(n, sum(free[n, role] for role in Role), {role: free[n, role] for role in Role})
        for n in numbers
    )
    phase = Phase(game.phase)
    return JoinRoom(
        game.scenario,
        phase,
        tables,
        frozenset(same(alias) for alias in taken.values()),
        seats_fixed=phase is not Phase.LOBBY and not may_add(phase, game.round),
        only_bots=all(bot for pk, _, _, bot in seats if pk not in taken),
    )


@Prepared
def _seats(game: int) -> QuerySet[Seat, tuple[int, int, str, bool]]:
    seats = Seat.objects.filter(table__game_id=game).order_by()
    return seats.values_list("pk", "table__number", "role", "bot")


@Prepared
def _taken(game: int) -> QuerySet[Occupancy, tuple[int, str]]:
    held = Occupancy.objects.filter(seat__table__game_id=game, until=None)
    return held.values_list("seat_id", "person__alias")


def alias_of(device_id: int, workshop_id: int) -> str:
    """Return the alias of the device's person in a workshop, "" when there is none."""
    found = Person.objects.filter(device_id=device_id, workshop_id=workshop_id).values_list(
        "alias", flat=True
    )
    return found.first() or ""


def live_code(workshop_id: int) -> str:
    """Return the code of a workshop that is still going on, else "", as for one that is played alone: nobody joins that."""
    found = _code.first(workshop_id)
    return found[0] if found else ""


@Prepared
def _code(workshop: int) -> QuerySet[Workshop, tuple[str]]:
    return Workshop.objects.filter(pk=workshop, ended_at=None, alone=False).values_list("code")
