"""Taking a seat: the code, the alias, and the seat that a person gets."""

from collections import Counter
from collections.abc import Callable
from typing import Literal, NamedTuple

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from game import events, metrics
from game.actions import tries
from game.actions.sender import Sender
from game.actions.write import GameWrite, writing_newest
from game.engine.model.refusal import Refused
from game.engine.model.roles import Role
from game.models import Device, Game, Observation, Occupancy, Person, Seat, Table, Workshop
from game.protocol.commands.player import Rename
from game.protocol.written import Unfit, clean, same
from game.selectors.prepared import Prepared
from game.selectors.rights import person_of, why_kept_out

How = Literal["seat", "observe"]

MAX_ALIAS = 20
OBSERVERS_PER_TABLE = 20


def find_workshop(code: str, address_key: str) -> Workshop:
    """Return the live workshop with this six-digit code.

    Raises Refused: unknown_code, expired_code (it was a workshop's), or too_many_tries in their place after 120 failed tries
    a minute from one address.
    """
    workshop = _live.first(code)
    if workshop is not None:
        return workshop
    tries.failed(tries.CODES, address_key)
    raise Refused("expired_code" if Workshop.objects.filter(code=code).exists() else "unknown_code")


@Prepared
def _live(code: str) -> QuerySet[Workshop, Workshop]:
    return Workshop.objects.filter(code=code, ended_at=None).order_by("pk")[:1]


def clean_alias(alias: str) -> str:
    """Return an alias as it is kept, 1–20 characters to the eye; raises Refused alias_empty, _too_long, _characters."""
    try:
        return clean(alias, MAX_ALIAS, strict=True)
    except Unfit as unfit:
        raise Refused(f"alias_{unfit.fault}", limit=MAX_ALIAS) from None


class FreeSeat(NamedTuple):
    """A seat as it is dealt out; read as it stands in its row, for a whole room's are read for each who joins."""

    pk: int
    table_id: int
    table: int
    number: int
    role: str
    bot: bool
    keep: bool


def join(
    workshop_id: int, device: Device, alias: str, table: int | None, role: str | None, how: How = "seat"
) -> Occupancy | Observation:
    """Give the device's person a place in the workshop's newest game: a seat, or watching (observe).

    A device that has a place keeps it. Without `table` or `role` a seat is dealt out: the emptiest table, the role that
    misses people most. Raises Refused: gone, game_over, blocked, room_locked, alias_*, unknown_table, table_full,
    seat_taken, room_full. Somebody else's seat is asked for (seat_requests.ask), never taken.
    """
    with writing_newest(workshop_id) as write:
        known = person_of(device.pk, workshop_id)
        held = place_in(write.game, device) if known else None
        if held is not None:
            return held
        if closed := why_kept_out(
            _workshop.all(workshop_id)[0], write.game.phase, device.pk if known else None
        ):
            raise Refused(closed)
        name = clean_alias(alias)
        check_alias_free(workshop_id, known.pk if known else None, name)
        place = _choose_place(write.game, table, role, how)
        person = _named(write, known, device, name)
        transaction.on_commit(metrics.JOINS.add)
        events.say_once_stored("joined", workshop=workshop_id)
        if isinstance(place, Table):
            write.changed(write.table(place.pk))
            return Observation.objects.create(person=person, table=place)
        if place.bot or place.keep:
            Seat.objects.filter(pk=place.pk).update(bot=False, keep=False)
        write.changed(write.table(place.table_id))
        return Occupancy.objects.create(person=person, seat_id=place.pk)


@Prepared
def _workshop(pk: int) -> QuerySet[Workshop, Workshop]:
    return Workshop.objects.filter(pk=pk)


def _named(write: GameWrite, known: Person | None, device: Device, name: str) -> Person:
    """Return the device's person under this name: the one who is known, let in again, or a new one."""
    if known is None:
        return Person.objects.create(workshop_id=write.game.workshop_id, device=device, alias=name)
    if known.alias != name:
        write.log_changed()  # whose lines tell what people are called now
    known.alias, known.removed = name, False
    known.save(update_fields=["alias", "removed"])
    return known


def rename_in(write: GameWrite, command: Rename, sender: Sender) -> None:
    """Change the alias of the device's person; raises Refused: not_seated, alias_*."""
    person = Person.objects.filter(workshop=write.game.workshop_id, device_id=sender.device_id).first()
    held = place_in(write.game, person.device) if person else None
    if person is None or held is None:
        raise Refused("not_seated")
    name = clean_alias(command.alias)
    check_alias_free(person.workshop_id, person.pk, name)
    Person.objects.filter(pk=person.pk).update(alias=name)
    write.log_changed()  # whose lines tell what people are called now
    write.changed(write.table(held.seat.table_id if isinstance(held, Occupancy) else held.table_id))


def held_seat_ids(game: Game) -> set[int]:
    """Return the ids of the game's seats that somebody holds."""
    return {seat for (seat,) in _held.all(game.pk)}


@Prepared
def _held(game: int) -> QuerySet[Occupancy, tuple[int]]:
    return Occupancy.objects.filter(seat__table__game_id=game, until=None).values_list("seat_id")


def place_in(game: Game, device: Device) -> Occupancy | Observation | None:
    """Return where a device is in a game: on a seat, or watching; None when nowhere."""
    of_device = {"person__device": device, "until": None}
    seats = Occupancy.objects.filter(**of_device, seat__table__game=game).select_related("seat", "person")
    watched = Observation.objects.filter(**of_device, table__game=game).select_related("table", "person")
    return seats.first() or watched.first()


def check_alias_free(workshop_id: int, person_id: int | None, alias: str) -> None:
    """Raise Refused("alias_taken") when somebody else with a place has this alias, in whatever case or form."""
    if same(alias) in {same(other) for (other,) in _others.all(workshop_id, person_id or 0)}:
        raise Refused("alias_taken")


@Prepared
def _others(workshop: int, person: int) -> QuerySet[Person, tuple[str]]:
    seated = Q(occupancies__isnull=False, occupancies__until=None)
    watching = Q(observations__isnull=False, observations__until=None)
    others = Person.objects.filter(seated | watching, workshop_id=workshop).exclude(pk=person)
    return others.values_list("alias")


def _choose_place(game: Game, table: int | None, role: str | None, how: How) -> FreeSeat | Table:
    match how:
        case "observe":
            return _choose_table(game, table)
        case _:
            return _choose_seat(game, table, role)


def _choose_table(game: Game, number: int | None) -> Table:
    """Return the wished table, or the one with the fewest observers; one with nobody to watch comes last."""
    sitting = Occupancy.objects.filter(seat__table=OuterRef("pk"), until=None)
    is_watching = Q(observations__until=None, observations__isnull=False)
    watched = Table.objects.filter(game=game).annotate(watching=Count("observations", filter=is_watching))
    tables = watched.annotate(is_empty=~Exists(sitting))
    if number is not None:
        tables = tables.filter(number=number)
        if not tables:
            raise Refused("unknown_table")
    open_table = tables.filter(watching__lt=OBSERVERS_PER_TABLE)
    emptiest = open_table.order_by("is_empty", "watching", "number").first()
    if emptiest is None:
        raise Refused("table_full")
    return emptiest


def _choose_seat(game: Game, table: int | None, role: str | None) -> FreeSeat:
    """Return a seat that nobody holds, by wish or dealt out."""
    seats = [FreeSeat(*row) for row in _seats.all(game.pk)]
    held = held_seat_ids(game)
    free = [seat for seat in seats if seat.pk not in held]
    if table is not None:
        if table not in {seat.table for seat in seats}:
            raise Refused("unknown_table")
        free = [seat for seat in free if seat.table == table]
    if not free:
        raise Refused("room_full" if table is None else "table_full")
    if role is not None:
        free = [seat for seat in free if seat.role == role]
        if not free:
            raise Refused("seat_taken")
    return min(free, key=_deal_order(seats, held))


@Prepared
def _seats(game: int) -> QuerySet[Seat, tuple[int, int, int, int, str, bool, bool]]:
    seats = Seat.objects.filter(table__game_id=game).order_by()
    return seats.values_list("pk", "table_id", "table__number", "number", "role", "bot", "keep")


DealKey = tuple[int, int, float, int, int]


def _deal_order(seats: list[FreeSeat], held: set[int]) -> Callable[[FreeSeat], DealKey]:
    """Return the key that deals seats out: fewest people at the table first, then the role that misses people most."""
    at_table = Counter(seat.table_id for seat in seats if seat.pk in held)
    of_role = Counter((seat.table_id, seat.role) for seat in seats)
    taken = Counter((seat.table_id, seat.role) for seat in seats if seat.pk in held)
    rank = {role.value: index for index, role in enumerate(Role)}

    def key(seat: FreeSeat) -> DealKey:
        group = (seat.table_id, seat.role)
        return (
            at_table[seat.table_id],
            seat.table,
            taken[group] / of_role[group],
            rank[seat.role],
            seat.number,
        )

    return key
