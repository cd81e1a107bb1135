"""Who opens a socket: the device of the browser's cookie, and what it may follow."""

import re
from collections.abc import Sequence
from typing import Any

from django.http.cookie import parse_cookie

from game.actions import devices
from game.live.origin import header
from game.live.seated import Seated
from game.models.keys import token_hash
from game.selectors import rights
from game.selectors.games import newest_game
from game.selectors.leases import UNKNOWN, Attempt
from game.selectors.links import workshop_of_projector

COOKIES = (
    "__Host-device",
    "device",
)  # as game/web/cookies.py names them; over plain http there is only the second
QUERY = re.compile(rb"page=(\d{1,16})&attempt=(\d{1,9})(?:&release=([0-9a-f]{1,64}))?")
Admitted = tuple[int, Seated] | str
MAX_ID = 2**63 - 1  # what a database can look for


def device_token(scope: dict[str, Any]) -> str | None:
    """Return the token in the device cookie, or None."""
    cookies = parse_cookie(header(scope, b"cookie") or "")  # as Django reads them for pages
    return next((cookies[name] for name in COOKIES if name in cookies), None)


def page(scope: dict[str, Any]) -> tuple[Attempt, str]:
    """Return which of its page's attempts a socket says it is, and of which release that page is ("": it does not say).

    Our own programs need not say any of it.
    """
    found = QUERY.fullmatch(scope.get("query_string") or b"")
    return (Attempt(int(found[1]), int(found[2])), (found[3] or b"").decode()) if found else (UNKNOWN, "")


def players(asked: Sequence[tuple[str | None, int]]) -> list[Admitted]:
    """Return for each token and workshop what `player` does; seats are found with one question for a whole workshop.

    Whoever has none there is looked at alone.
    """
    seats: dict[tuple[str, int], Admitted] = {}
    hashes = {one: token_hash(one[0]) for one in asked if one[0] and one[1] <= MAX_ID}
    for workshop_id in {workshop_id for _, workshop_id in hashes}:
        of_it = [hash for one, hash in hashes.items() if one[1] == workshop_id]
        for hash, device_id, seat_id, game_id in rights.seats_of(of_it, workshop_id):
            seats.setdefault((hash, workshop_id), (game_id, Seated("player", device_id, seat_id)))
    return [seats.get((hashes.get(one, ""), one[1])) or player(*one) for one in asked]


def player(token: str | None, workshop_id: int) -> Admitted:
    """Return the game and the seat this device plays, or the table it observes, or the code of why not."""
    device = devices.recognise(token) if workshop_id <= MAX_ID else None
    if device is None:
        return "not_seated"
    place = rights.place_of(device.pk, workshop_id)
    if place is None:
        return rights.why_no_place(device.pk, workshop_id)
    if place.seat is not None:
        return place.table.game_id, Seated("player", device.pk, place.seat.pk)
    watching = Seated("observer", device.pk, table_id=place.table.pk, person_id=place.person_id)
    return place.table.game_id, watching


def facilitator(token: str | None, workshop_id: int) -> Admitted:
    """Return the newest game of a workshop that this device runs, or the code of why not."""
    device = devices.recognise(token) if workshop_id <= MAX_ID else None
    if device is None or not rights.is_facilitator(device.pk, workshop_id):
        return "not_allowed"
    game = newest_game(workshop_id)
    return (game.pk, Seated("facilitator", device.pk)) if game else "gone"


def projector(token: str | None, workshop_id: int) -> Admitted:
    """Return the newest game of a workshop that this device shows or runs, or the code of why not."""
    device = devices.recognise(token) if workshop_id <= MAX_ID else None
    if device is None or not rights.may_look(device.pk, workshop_id):
        return "not_allowed"
    game = newest_game(workshop_id)
    return (game.pk, Seated("projector", device.pk)) if game else "gone"


def projector_by_key(key: str) -> Admitted:
    """Return the newest game of the workshop that a projector's key is for, for pages of before and our own programs."""
    workshop = workshop_of_projector(key)
    game = newest_game(workshop.pk) if workshop else None
    return (game.pk, Seated("projector", 0, link=token_hash(key))) if game else "gone"
