"""Taking a seat: the code, the alias, and the seat that a person gets."""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager

from django.core.cache import cache

from game.actions.writing import GameWrite, writing
from game.engine.phases import Phase
from game.engine.refusal import Refused
from game.engine.roles import Role
from game.models import Device, Game, Occupancy, Person, Seat, Workshop

MAX_ALIAS = 20
FAILED_TRIES = 120
TRIES_SECONDS = 60
# Control, format (bidi and invisible), surrogate, private-use and unassigned characters, line and paragraph separators.
BAD_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def find_workshop(code: str, address_key: str) -> Workshop:
    """Return the live workshop with this six-digit code.

    Raises Refused: unknown_code, expired_code (it was a workshop's), or too_many_tries after 120 failed tries a minute
    from one address. `address_key` is only kept hashed, in memory, for that minute.
    """
    key = "failed-codes-" + hashlib.sha256(address_key.encode()).hexdigest()
    if cache.get(key, 0) >= FAILED_TRIES:
        raise Refused("too_many_tries")
    workshop = Workshop.objects.filter(code=code, ended_at=None).first()
    if workshop is not None:
        return workshop
    cache.add(key, 0, TRIES_SECONDS)
    cache.incr(key)
    raise Refused("expired_code" if Workshop.objects.filter(code=code).exists() else "unknown_code")


def clean_alias(alias: str) -> str:
    """Return an alias as it is kept (1–20 characters, plain spaces); raises Refused alias_empty, _too_long, _characters."""
    if any(unicodedata.category(character) in BAD_CATEGORIES for character in alias):
        raise Refused("alias_characters")
    clean = " ".join(unicodedata.normalize("NFC", alias).split())
    if not clean:
        raise Refused("alias_empty")
    if len(clean) > MAX_ALIAS:
        raise Refused("alias_too_long", limit=MAX_ALIAS)
    return clean


def join(workshop_id: int, device: Device, alias: str, table: int | None, role: str | None) -> Occupancy:
    """Seat the device's person in the workshop's newest game and return the occupancy.

    A device that holds a seat keeps it. Without `table` or `role` a seat is dealt out: the emptiest table, the role that
    misses people most. Raises Refused: gone, game_over, alias_*, unknown_table, table_full, seat_taken, room_full.
    """
    with _newest(workshop_id) as write:
        if write.game.phase in (Phase.DEBRIEF, Phase.CLOSED):
            raise Refused("game_over")
        held = _held(write.game, device)
        if held is not None:
            return held
        clean = clean_alias(alias)
        _check_alias_free(workshop_id, device, clean)
        seat = _choose_seat(write.game, table, role)
        person, _ = Person.objects.update_or_create(
            workshop_id=workshop_id, device=device, defaults={"alias": clean}
        )
        Seat.objects.filter(pk=seat.pk).update(bot=False)
        write.changed(write.table(seat.table_id))
        return Occupancy.objects.create(person=person, seat=seat)


def rename(workshop_id: int, device: Device, alias: str) -> None:
    """Change the alias of the device's person; raises Refused: gone, not_seated, alias_*."""
    with _newest(workshop_id) as write:
        held = _held(write.game, device)
        if held is None:
            raise Refused("not_seated")
        clean = clean_alias(alias)
        _check_alias_free(workshop_id, device, clean)
        Person.objects.filter(pk=held.person_id).update(alias=clean)
        write.changed(write.table(held.seat.table_id))


def held_seat_ids(game: Game) -> set[int]:
    """Return the ids of the game's seats that somebody holds."""
    held = Occupancy.objects.filter(seat__table__game=game, until=None)
    return set(held.values_list("seat_id", flat=True))


def _newest(workshop_id: int) -> AbstractContextManager[GameWrite]:
    game_id = (
        Game.objects.filter(workshop_id=workshop_id).order_by("-number").values_list("pk", flat=True).first()
    )
    return writing(game_id or 0)


def _held(game: Game, device: Device) -> Occupancy | None:
    return (
        Occupancy.objects.filter(seat__table__game=game, person__device=device, until=None)
        .select_related("seat", "person")
        .first()
    )


def _check_alias_free(workshop_id: int, device: Device, alias: str) -> None:
    others = Person.objects.filter(workshop_id=workshop_id, occupancies__until=None).exclude(device=device)
    if alias.casefold() in {other.casefold() for other in others.values_list("alias", flat=True)}:
        raise Refused("alias_taken")


def _choose_seat(game: Game, table: int | None, role: str | None) -> Seat:
    """Return a seat that nobody holds, by wish or dealt out."""
    seats = list(Seat.objects.filter(table__game=game).select_related("table"))
    held = held_seat_ids(game)
    free = [seat for seat in seats if seat.pk not in held]
    if table is not None:
        if table not in {seat.table.number for seat in seats}:
            raise Refused("unknown_table")
        free = [seat for seat in free if seat.table.number == table]
    if not free:
        raise Refused("room_full" if table is None else "table_full")
    if role is not None:
        free = [seat for seat in free if seat.role == role]
        if not free:
            raise Refused("seat_taken")
    return min(free, key=_deal_order(seats, held))


DealKey = tuple[int, int, float, int, int]


def _deal_order(seats: list[Seat], held: set[int]) -> Callable[[Seat], DealKey]:
    """Return the key that deals seats out: fewest people at the table first, then the role that misses people most."""
    at_table = Counter(seat.table_id for seat in seats if seat.pk in held)
    of_role = Counter((seat.table_id, seat.role) for seat in seats)
    taken = Counter((seat.table_id, seat.role) for seat in seats if seat.pk in held)
    rank = {role.value: index for index, role in enumerate(Role)}

    def key(seat: Seat) -> DealKey:
        group = (seat.table_id, seat.role)
        return (
            at_table[seat.table_id],
            seat.table.number,
            taken[group] / of_role[group],
            rank[seat.role],
            seat.number,
        )

    return key
