"""One-time codes: another phone takes over somebody's place or shares it, or another device becomes a remote of the panel.

A code is kept as a hash only, works for ten minutes, once. Made by the panel or by who has the place, taken by a page.
"""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.utils.crypto import salted_hmac

from game.actions import devices, seat_requests, tries
from game.actions.admission import check_alias_free, clean_alias
from game.actions.grants import give
from game.actions.people import PHONES_PER_SEAT, sit
from game.actions.sender import Sender
from game.actions.typed_codes import ALPHABET, CODE_LENGTH, read
from game.actions.write import GameWrite, writing_newest
from game.engine.model.refusal import Refused
from game.models import Device, Grant, Occupancy, Pairing, Person, Presence, Seat
from game.protocol.commands.people import HandOver, Pair, ShareSeat
from game.protocol.commands.player import OfferSeat
from game.selectors import clock
from game.selectors.rights import Place, place_of, why_kept_out

CODE_MINUTES = 10


@dataclass(frozen=True, slots=True)
class Offer:
    """What a code gives; `alias` and `table` are of the place that it is about, "" and None for a remote."""

    kind: str
    workshop_id: int
    title: str
    alias: str = ""
    table: int | None = None


def hand_over(write: GameWrite, command: HandOver, sender: Sender) -> str:
    """Return a new code with which another phone takes over this person's place; their earlier codes stop working.

    Raises Refused("person_gone") for somebody without a place in this game.
    """
    return _make(write, Pairing.Kind.SEAT, _seated(write, command.person), sender)


def share_seat(write: GameWrite, command: ShareSeat, sender: Sender) -> str:
    """Return a new code with which a second phone shares this person's seat; earlier ones for it stop working.

    Raises Refused: person_gone, not_on_a_seat (they watch), seat_full.
    """
    person = _seated(write, command.person)
    _check_room_beside(write, person)
    return _make(write, Pairing.Kind.SHARE, person, sender)


def offer_seat(write: GameWrite, command: OfferSeat, sender: Sender) -> str:
    """Return a new code for one's own place, like `share_seat` or `hand_over`. Raises Refused: not_seated, and as they do."""
    person = Person.objects.filter(device=sender.device_id, workshop=write.game.workshop_id).first()
    if person is None or _place(write, person) is None:
        raise Refused("not_seated")
    if command.share:
        _check_room_beside(write, person)
    return _make(write, Pairing.Kind.SHARE if command.share else Pairing.Kind.SEAT, person, sender)


def pair(write: GameWrite, command: Pair, sender: Sender) -> str:
    """Return a new code with which another device becomes a remote of this workshop."""
    return _make(write, Pairing.Kind.REMOTE, None, sender)


def clean_code(typed: str) -> str:
    """Return the pairing code that somebody typed or pasted; "" for what holds none."""
    return read(typed).pair


def look_at(code: str, address_key: str) -> Offer:
    """Return what a code would give, without using it.

    Raises Refused: unknown_pairing, too_many_tries in its place after 120 failed tries a minute from one address.
    """
    pairing = _find(code)
    place = place_of(pairing.person.device_id, pairing.workshop_id) if pairing and pairing.person else None
    is_gone = pairing is None or (pairing.person is not None and place is None)
    if pairing is None or is_gone or (pairing.kind == Pairing.Kind.SHARE and not (place and place.seat)):
        tries.failed(tries.CODES, address_key)
        raise Refused("unknown_pairing")
    offer = Offer(pairing.kind, pairing.workshop_id, pairing.workshop.title)
    if place is None:
        return offer
    return Offer(offer.kind, offer.workshop_id, offer.title, place.alias, place.table.number)


def take(device: Device, code: str, address_key: str, label: str = "", alias: str = "") -> Offer:
    """Give this device what the code stands for, and use the code up; `label` says what kind of device it is.

    `alias` is for who sits down beside somebody.

    The device that took it is answered the same for as long as the code would have worked: its second tap costs nothing.
    Raises Refused: unknown_pairing (forged, used or expired: one answer for all), already_seated, blocked, too_many_tries,
    and beside somebody also game_over, room_locked, seat_full, alias_*.
    """
    before = taken_by(device, code)
    if before is not None:
        return before
    offer = look_at(code, address_key)
    with writing_newest(offer.workshop_id) as write:
        pairing = _find(code)  # again: another phone may have been first
        if pairing is None:
            if taken_by(device, code) is None:
                raise Refused("unknown_pairing")
            return offer  # pragma: no cover - this device's other tap took it between the two looks
        if pairing.person is None:
            give(write, device, Grant.Kind.REMOTE, label)
        elif pairing.kind == Pairing.Kind.SHARE:
            _sit_beside(write, pairing.person, device, alias)
        else:
            _move_in(write, pairing, pairing.person, device)
        pairing.used_at, pairing.taken_by = write.now, device
        pairing.save()
    return offer


def taken_by(device: Device, code: str) -> Offer | None:
    """Return what this device took with this code while it worked, or None."""
    taken = Pairing.objects.filter(
        taken_by=device, code_hash=_hash(clean_code(code)), expires_at__gt=clock.now()
    )
    found = taken.select_related("workshop").first()
    return Offer(found.kind, found.workshop_id, found.workshop.title) if found else None


def _move_in(write: GameWrite, pairing: Pairing, person: Person, device: Device) -> None:
    """Make `device` the person's one; the device that was it is told so when it comes back."""
    place = _place(write, person)
    if place is None:
        raise Refused("unknown_pairing")
    if person.device_id == device.pk:
        return
    _step_aside(write, device)
    pairing.previous_id = person.device_id
    person.device = device
    person.save(update_fields=["device"])
    if place.seat is not None:
        _on_its_way(write, device, place.seat)
    write.changed(write.table(place.table.pk))
    write.log("handed_over", about=place.table.number, alias=person)


def _sit_beside(write: GameWrite, holder: Person, device: Device, alias: str) -> None:
    """Let a second phone share the seat of `holder`, under a name of its own."""
    seat = _check_room_beside(write, holder)
    known = Person.objects.filter(workshop=write.game.workshop_id, device=device).first()
    if known is not None and _place(write, known) is not None:
        raise Refused("already_seated")
    if closed := why_kept_out(write.game.workshop, write.game.phase, device.pk):
        raise Refused(closed)
    name = clean_alias(alias)
    check_alias_free(write.game.workshop_id, known.pk if known else None, name)
    person, _ = Person.objects.update_or_create(
        workshop_id=write.game.workshop_id, device=device, defaults={"alias": name, "removed": False}
    )
    seat_requests.granted(write, device)
    sit(write, person, seat)
    write.log("shared", about=seat.table.number, alias=person, holder=holder)


def _check_room_beside(write: GameWrite, holder: Person) -> Seat:
    """Return the seat of `holder` when a second phone fits; raises Refused: not_on_a_seat, seat_full."""
    place = _place(write, holder)
    if place is None or place.seat is None:
        raise Refused("not_on_a_seat")
    if Occupancy.objects.filter(seat=place.seat, until=None).count() >= PHONES_PER_SEAT:
        raise Refused("seat_full")
    return place.seat


def _seated(write: GameWrite, person_id: int) -> Person:
    """Return somebody with a place in this game; raises Refused("person_gone")."""
    person = Person.objects.filter(pk=person_id, workshop=write.game.workshop_id).first()
    if person is None or _place(write, person) is None:
        raise Refused("person_gone")
    return person


def _on_its_way(write: GameWrite, device: Device, seat: Seat) -> None:
    """Let the new phone's absence begin now: else a bot takes the seat before its page is there."""
    waiting = {"here": False, "process": "", "since": write.now, "seen_at": write.now}
    Presence.objects.update_or_create(device=device, seat=seat, defaults=waiting)


def _step_aside(write: GameWrite, device: Device) -> None:
    """Free a device from who it was in this workshop; that person keeps their history, on a device that nobody has."""
    other = Person.objects.filter(workshop=write.game.workshop_id, device=device).first()
    if other is None:
        return
    if other.blocked:
        raise Refused("blocked")
    if _place(write, other) is not None:
        raise Refused("already_seated")
    other.device, _ = devices.register(device.language)
    other.save(update_fields=["device"])


def _place(write: GameWrite, person: Person) -> Place | None:
    """Return the place of a person in the game of `write`, or None."""
    place = place_of(person.device_id, write.game.workshop_id)
    return place if place and place.table.game_id == write.game.pk else None


def _find(code: str) -> Pairing | None:
    """Return the pairing of a code that still works, or None."""
    clean = clean_code(code)
    usable = Pairing.objects.filter(used_at=None, expires_at__gt=clock.now())
    found = usable.filter(code_hash=_hash(clean)).select_related("person", "workshop")
    return found.first() if clean else None


def _hash(code: str) -> str:
    """Return what is kept of a code: with our secret in it, for eight letters are soon tried out."""
    return salted_hmac("game.actions.pairing", code, algorithm="sha256").hexdigest()


def _make(write: GameWrite, kind: Pairing.Kind, person: Person | None, sender: Sender) -> str:
    workshop_id = write.game.workshop_id
    Pairing.objects.filter(expires_at__lte=write.now, workshop=workshop_id, used_at=None).delete()
    if person is not None:
        Pairing.objects.filter(person=person, kind=kind, used_at=None).delete()
    code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
    Pairing.objects.create(
        workshop_id=workshop_id,
        kind=kind,
        person=person,
        made_by_id=sender.device_id or None,
        code_hash=_hash(code),
        expires_at=write.now + timedelta(minutes=CODE_MINUTES),
    )
    return code
