"""One-time codes: a place goes to another phone, a device becomes a remote, and nothing works twice, late or by guessing.

In one file because every way in which a code can go wrong is tried with the same few people and helpers.
"""

import re
from datetime import timedelta
from threading import Barrier, Thread

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.utils import timezone

from game.actions import codes, devices
from game.engine.model.refusal import Refused
from game.models import (
    Device,
    Game,
    Grant,
    LogLine,
    Occupancy,
    Pairing,
    Person,
)
from game.protocol.commands.course import Cover
from game.protocol.commands.people import HandOver, Observe, Pair
from game.protocol.messages import Ack, Refusal
from game.selectors.rights import is_facilitator, place_of, why_no_place
from tests.actions.log import told_of
from tests.actions.room import Player, Room, new_id, start

pytestmark = pytest.mark.django_db
HERE = "192.0.2.7"


@pytest.fixture
def room() -> Room:
    return start(tables=2)


def phone(language: str = "nl") -> Device:
    return devices.register(language)[0]


def person_of(player: Player) -> Person:
    return Person.objects.get(workshop=player.room.workshop, device=player.device)


def code_for(player: Player) -> str:
    answer = player.room.run(HandOver(new_id(), 0, person_of(player).pk))
    assert isinstance(answer, Ack)
    assert answer.code is not None
    return answer.code


def remote_code(room: Room) -> str:
    answer = room.run(Pair(new_id(), 0))
    assert isinstance(answer, Ack)
    assert answer.code is not None
    return answer.code


def refused(work) -> str:
    with pytest.raises(Refused) as found:
        work()
    return found.value.code


def test_a_code_is_eight_characters_that_look_like_no_other_and_is_kept_as_a_hash(room: Room) -> None:
    code = remote_code(room)

    assert re.fullmatch(r"[23456789CDFHJKMNPQRTVWXY]{8}", code)
    kept = Pairing.objects.get().code_hash
    assert (len(kept), kept == devices.token_hash(code)) == (64, False)  # eight letters are soon tried out


def test_another_phone_takes_over_a_place(room: Room) -> None:
    egel = room.join("Egel", table=2)
    new = phone("en")
    code = code_for(egel)
    rev = room.game.rev

    offer = codes.look_at(code, HERE)
    taken = codes.take(new, code, HERE, "Android")

    assert offer == taken == codes.Offer("seat", room.workshop.pk, "Donderdagavond", "Egel", 2)
    place = place_of(new.pk, room.workshop.pk)
    assert place is not None
    assert (place.alias, place.seat) == ("Egel", egel.seat)
    assert place_of(egel.device.pk, room.workshop.pk) is None
    assert why_no_place(egel.device.pk, room.workshop.pk) == "seat_handed_over"
    assert Device.objects.get(pk=new.pk).language == "en"
    line = LogLine.objects.latest("pk")
    assert (line.code, line.table, told_of(line)) == ("handed_over", 2, {"alias": "Egel"})
    assert (room.game.rev, room.game.tables.get(number=2).rev) == (rev + 1, rev + 1)
    assert Grant.objects.filter(device=new).count() == 0


def test_what_was_chosen_stays_with_the_seat(room: Room) -> None:
    egel = room.join("Egel")
    seat = egel.seat_id
    codes.take(phone(), code_for(egel), HERE)

    assert Occupancy.objects.get(until=None).seat_id == seat
    assert Occupancy.objects.count() == 1


def test_an_observer_can_change_phones_too(room: Room) -> None:
    egel = room.join("Egel")
    assert isinstance(room.run(Observe(new_id(), 0, [person_of(egel).pk], 2)), Ack)
    new = phone()

    codes.take(new, code_for(egel), HERE)

    place = place_of(new.pk, room.workshop.pk)
    assert place is not None
    assert (place.seat, place.table.number) == (None, 2)


def test_a_code_works_once(room: Room) -> None:
    code = code_for(room.join("Egel"))
    codes.take(phone(), code, HERE)

    assert refused(lambda: codes.look_at(code, HERE)) == "unknown_pairing"
    assert refused(lambda: codes.take(phone(), code, HERE)) == "unknown_pairing"


def test_a_code_works_for_ten_minutes(room: Room) -> None:
    code = remote_code(room)
    now = timezone.now()
    with time_machine.travel(now + timedelta(minutes=9, seconds=59), tick=False):
        assert codes.look_at(code, HERE).kind == "remote"
    with time_machine.travel(now + timedelta(minutes=10, seconds=1), tick=False):
        assert refused(lambda: codes.take(phone(), code, HERE)) == "unknown_pairing"
        remote_code(room)
    assert Pairing.objects.count() == 1  # those that ran out are cleared away


def test_a_new_code_for_somebody_replaces_their_earlier_one_only(room: Room) -> None:
    egel, merel = room.join("Egel"), room.join("Merel")
    first, of_merel, remote = code_for(egel), code_for(merel), remote_code(room)
    second = code_for(egel)

    assert refused(lambda: codes.look_at(first, HERE)) == "unknown_pairing"
    assert [codes.look_at(code, HERE).alias for code in (second, of_merel, remote)] == [
        "Egel",
        "Merel",
        "",
    ]


@pytest.mark.parametrize(
    "code", ["", "K7QM2F9T", "k7qm2f9", "K7QM2F9TT", "OIL01BSZ", "\x00" * 8, "é" * 8, "7" * 500]
)
def test_a_forged_code(room: Room, code: str) -> None:
    room.join("Egel")

    assert refused(lambda: codes.take(phone(), code, HERE)) == "unknown_pairing"
    assert Grant.objects.count() == 1


@pytest.mark.parametrize("written", ["{0} {1}", "{0}-{1}", " {0}\u00a0{1} ", "{0}.{1}"])
def test_spaces_dashes_and_small_letters_are_forgiven(room: Room, written: str) -> None:
    code = remote_code(room)

    assert codes.take(phone(), written.format(code[:4], code[4:]).lower(), HERE).kind == "remote"


def test_nobody_gets_a_code_for_who_has_no_place(room: Room) -> None:
    elsewhere = start().join("Vos")
    left = room.join("Egel")
    Occupancy.objects.filter(person=person_of(left)).update(until=timezone.now())

    for person in (person_of(left).pk, person_of(elsewhere).pk, 999_999):
        answer = room.run(HandOver("h", 0, person))
        assert isinstance(answer, Refusal)
        assert answer.code == "person_gone"
    assert Pairing.objects.count() == 0


def test_a_place_that_was_lost_meanwhile_is_not_given(room: Room) -> None:
    egel = room.join("Egel")
    code = code_for(egel)
    Occupancy.objects.update(until=timezone.now())

    assert refused(lambda: codes.take(phone(), code, HERE)) == "unknown_pairing"
    assert Person.objects.get().device_id == egel.device.pk


def test_a_place_that_is_lost_in_the_same_moment_is_not_given(room: Room) -> None:
    """The code of an earlier game's place, when the next game started between the look and the taking."""
    code = code_for(room.join("Egel"))
    found = Pairing.objects.get()
    assert found.person is not None
    write_to = Game.objects.create(workshop=room.workshop, number=2, scenario="street", seed=1)
    from game.actions.write import writing

    def take() -> None:
        with writing(write_to.pk) as write:
            codes._move_in(write, found, found.person, phone())

    assert refused(take) == "unknown_pairing"
    assert refused(lambda: codes.take(phone(), code, HERE)) == "unknown_pairing"


def test_a_phone_that_has_a_place_keeps_it(room: Room) -> None:
    egel, merel = room.join("Egel"), room.join("Merel")
    code = code_for(egel)

    assert refused(lambda: codes.take(merel.device, code, HERE)) == "already_seated"
    place = place_of(merel.device.pk, room.workshop.pk)
    assert place is not None
    assert place.alias == "Merel"
    assert codes.take(phone(), code, HERE).alias == "Egel"  # the code was not used up


def test_a_phone_that_had_a_place_before_takes_one_over(room: Room) -> None:
    egel, merel = room.join("Egel"), room.join("Merel")
    Occupancy.objects.filter(person=person_of(merel)).update(until=timezone.now())
    was = person_of(merel)

    codes.take(merel.device, code_for(egel), HERE)

    place = place_of(merel.device.pk, room.workshop.pk)
    assert place is not None
    assert place.alias == "Egel"
    was.refresh_from_db()
    assert (was.alias, was.occupancies.count()) == ("Merel", 1)
    assert was.device_id not in (egel.device.pk, merel.device.pk)


def test_a_blocked_phone_does_not_come_back_as_somebody_else(room: Room) -> None:
    egel, merel = room.join("Egel"), room.join("Merel")
    Occupancy.objects.filter(person=person_of(merel)).update(until=timezone.now())
    Person.objects.filter(pk=person_of(merel).pk).update(removed=True, blocked=True)

    assert refused(lambda: codes.take(merel.device, code_for(egel), HERE)) == "blocked"


def test_the_same_phone_may_take_its_own_code(room: Room) -> None:
    egel = room.join("Egel")
    code = code_for(egel)

    codes.take(egel.device, code, HERE)

    assert place_of(egel.device.pk, room.workshop.pk) is not None
    assert refused(lambda: codes.look_at(code, HERE)) == "unknown_pairing"


def test_there_and_back_again(room: Room) -> None:
    egel = room.join("Egel")
    new = phone()
    codes.take(new, code_for(egel), HERE)
    egel.device, old = new, egel.device

    codes.take(old, code_for(egel), HERE)

    assert place_of(old.pk, room.workshop.pk) is not None
    assert why_no_place(new.pk, room.workshop.pk) == "seat_handed_over"


def test_a_remote_runs_the_room(room: Room) -> None:
    new = phone()
    rev = room.game.rev

    assert codes.take(new, remote_code(room), HERE, "iPhone").kind == "remote"

    grant = Grant.objects.get(device=new)
    assert (grant.kind, grant.label, grant.workshop) == ("remote", "iPhone", room.workshop)
    line = LogLine.objects.latest("pk")
    assert (line.code, line.table, line.params) == ("paired", None, {"label": "iPhone"})
    assert room.game.rev == rev + 1
    assert isinstance(room.run(Cover(new_id(), 0, "qr"), device=new), Ack)


def test_a_facilitator_who_takes_a_code_stays_what_they_are(room: Room) -> None:
    codes.take(room.facilitator, remote_code(room), HERE, "Mac")

    assert list(Grant.objects.values_list("kind", "label")) == [("facilitator", "")]


def test_a_code_of_one_workshop_is_nothing_in_another(room: Room) -> None:
    other = start()
    new = phone()
    codes.take(new, remote_code(room), HERE)

    assert is_facilitator(new.pk, room.workshop.pk)
    assert not is_facilitator(new.pk, other.workshop.pk)


def test_players_make_no_codes(room: Room) -> None:
    egel = room.join("Egel")

    for command in (Pair("p", 0), HandOver("h", 0, person_of(egel).pk)):
        answer = egel.send(command)
        assert isinstance(answer, Refusal)
        assert answer.code == "not_allowed"
        assert isinstance(room.run(command, device=egel.device), Refusal)
    assert Pairing.objects.count() == 0


def test_guessing_is_slow_and_does_not_lock_out_who_is_elsewhere(room: Room) -> None:
    code = remote_code(room)
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        for _ in range(120):
            assert refused(lambda: codes.look_at("K7QM2F9T", HERE)) == "unknown_pairing"
        assert refused(lambda: codes.look_at("K7QM2F9T", HERE)) == "too_many_tries"
        assert refused(lambda: codes.look_at("K7QM2F9T", "192.0.2.8")) == "unknown_pairing"
        assert (
            codes.take(phone(), code, HERE).kind == "remote"
        )  # the right one works, whatever others did here
    with time_machine.travel(now + timedelta(seconds=61), tick=False):
        assert refused(lambda: codes.look_at("K7QM2F9T", HERE)) == "unknown_pairing"


def test_looking_and_taking_use_up_no_tries(room: Room) -> None:
    code = remote_code(room)
    for _ in range(130):
        codes.look_at(code, HERE)

    assert codes.take(phone(), code, HERE).kind == "remote"


@pytest.mark.django_db(transaction=True)
def test_of_two_phones_with_one_code_one_gets_the_place() -> None:
    cache.clear()
    room = start()
    egel = room.join("Egel")
    code = code_for(egel)
    phones = [phone() for _ in range(4)]
    together = Barrier(len(phones))
    said: list[str] = []

    def take(device: Device) -> None:
        together.wait()
        try:
            said.append(codes.take(device, code, HERE).alias)
        except Refused as no:
            said.append(no.code)
        finally:
            connection.close()

    threads = [Thread(target=take, args=(device,)) for device in phones]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(said) == ["Egel", "unknown_pairing", "unknown_pairing", "unknown_pairing"]
    holders = [device.pk for device in phones if place_of(device.pk, room.workshop.pk)]
    assert [person.device_id for person in Person.objects.all()] == holders
    assert LogLine.objects.filter(code="handed_over").count() == 1
