"""Nobody sits down on somebody's seat unasked: asking gives nothing, a code of who sits there or of the facilitator does.

In one file because asking, being given a seat and being refused are one story with the same three people.
"""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
import time_machine
from django.db import connections
from django.utils import timezone

from game.actions import admission, commands, devices, seat_requests
from game.actions import codes as codes_actions
from game.actions.commands import Request
from game.engine.model.refusal import Refused
from game.models import Device, LogLine, Occupancy, Pairing, Person, Seat, SeatRequest
from game.protocol.commands.course import Configure
from game.protocol.commands.people import HandOver, Observe, Pair, Remove, ShareSeat
from game.protocol.commands.player import LeaveSeat, OfferSeat, RefuseRequest
from game.protocol.messages import Ack
from game.selectors.live import screens
from game.selectors.live.loading import load
from game.selectors.requests import asked
from game.selectors.rights import place_of, why_no_place
from tests.actions.log import told_of
from tests.actions.room import Player, Room, full_table, new_id, start

pytestmark = pytest.mark.django_db
HERE = "192.0.2.9"


def phone() -> Device:
    return devices.register("nl")[0]


def code_of(work, *arguments, **named) -> str:
    with pytest.raises(Refused) as refused:
        work(*arguments, **named)
    return refused.value.code


def ask(room: Room, alias: str = "Otter", device: Device | None = None, table=None, role=None) -> SeatRequest:
    return seat_requests.ask(room.workshop.pk, device or phone(), alias, table, role)


def offer(player: Player, share: bool = True) -> str:
    answer = player.send(OfferSeat(new_id(), 0, share))
    assert isinstance(answer, Ack), answer
    assert answer.code is not None
    return answer.code


def asking(room: Room, number: int = 1) -> list[tuple[int, str]]:
    """Return who asks on the panel, by seat."""
    table = next(one for one in load(room.game.pk).tables if one.number == number)
    return [(seat.seat, one.alias) for seat in screens.panel_tile(table).seats for one in seat.asking]


def sitting(seat_id: int) -> list[str]:
    held = Occupancy.objects.filter(seat=seat_id, until=None).order_by("pk")
    return list(held.values_list("person__alias", flat=True))


def test_asking_changes_nothing_but_what_is_seen():
    room = full_table()
    found = ask(room, role="municipality")
    holder = next(player for player in room.players if player.seat_id == found.seat_id)

    assert sitting(found.seat_id) == ["Egel"]
    assert place_of(found.device_id, room.workshop.pk) is None
    assert Person.objects.filter(alias="Otter").count() == 0
    assert asking(room) == [(0, "Otter")]
    game = load(room.game.pk)
    assert [one.alias for one in screens.own_part(game, game.tables[0], holder.seat_id).asking] == ["Otter"]
    others = [player for player in room.players if player is not holder]
    assert [screens.own_part(game, game.tables[0], one.seat_id).asking for one in others] == [()] * 5
    room.next()
    game = load(room.game.pk)
    assert [one.alias for one in screens.own_part(game, game.tables[0], holder.seat_id).asking] == ["Otter"]


def test_the_code_of_who_sits_there_seats_a_second_phone():
    room = full_table()
    device = phone()
    found = ask(room, device=device, role="municipality")
    holder = next(player for player in room.players if player.seat_id == found.seat_id)

    code = offer(holder)
    shown = codes_actions.look_at(code, HERE)
    taken = codes_actions.take(device, code, HERE, alias="Otter")

    assert (shown.kind, shown.alias, shown.table) == ("share", "Egel", 1)
    assert taken == shown
    assert sitting(found.seat_id) == ["Egel", "Otter"]
    assert (asking(room), SeatRequest.objects.count()) == ([], 0)
    line = LogLine.objects.latest("pk")
    assert (line.code, line.table, told_of(line)) == ("shared", 1, {"alias": "Otter", "holder": "Egel"})
    assert codes_actions.take(device, code, HERE, alias="Otter").kind == "share", "a second tap"
    assert sitting(found.seat_id) == ["Egel", "Otter"]
    assert code_of(codes_actions.take, phone(), code, HERE, alias="Mol") == "unknown_pairing"


def test_the_facilitator_gives_a_code_too_and_nobody_has_to_ask():
    room = full_table()
    egel = Person.objects.get(alias="Egel")
    answer = room.run(ShareSeat(new_id(), 0, egel.pk))
    assert isinstance(answer, Ack)

    codes_actions.take(phone(), answer.code, HERE, alias="Otter")

    assert len(sitting(Occupancy.objects.get(person=egel).seat_id)) == 2


def test_a_chair_has_two_phones_at_most():
    room = full_table()
    egel = room.players[0]
    codes = [offer(egel), room.run(ShareSeat(new_id(), 0, Person.objects.get(alias="Egel").pk)).code]
    assert code_of(codes_actions.take, phone(), codes[0], HERE, alias="Mol") == "unknown_pairing", (
        "a newer one replaced it"
    )
    codes_actions.take(phone(), codes[1], HERE, alias="Otter")

    assert egel.send(OfferSeat(new_id(), 0, True)).code == "seat_full"
    assert room.run(ShareSeat(new_id(), 0, Person.objects.get(alias="Egel").pk)).code == "seat_full"
    assert code_of(ask, room, "Mol", role="municipality") == "no_seat_to_share"


def test_two_phones_with_codes_of_two_who_share_do_not_become_three():
    room = full_table()
    egel = room.players[0]
    first = offer(egel)
    second = phone()
    codes_actions.take(second, first, HERE, alias="Otter")
    late = offer(room.players[1])
    Occupancy.objects.filter(person__alias="Otter").update(seat=room.players[1].seat)

    assert code_of(codes_actions.take, phone(), late, HERE, alias="Mol") == "seat_full"


@pytest.mark.django_db(transaction=True)
def test_one_code_seats_one_phone_of_two_at_the_same_instant():
    room = full_table()
    code = offer(room.players[0])
    together, answers = Barrier(2), []

    def take(alias: str) -> None:
        device = phone()
        together.wait()
        try:
            answers.append(codes_actions.take(device, code, HERE, alias=alias).kind)
        except Refused as refused:
            answers.append(refused.code)
        connections.close_all()

    takers = [Thread(target=take, args=(alias,)) for alias in ("Otter", "Mol")]
    for taker in takers:
        taker.start()
    for taker in takers:
        taker.join()

    assert sorted(answers) == ["share", "unknown_pairing"]
    assert len(sitting(room.players[0].seat_id)) == 2


@pytest.mark.parametrize(
    ("alias", "code"), [("egel", "alias_taken"), ("", "alias_empty"), ("x" * 21, "alias_too_long")]
)
def test_who_sits_down_beside_somebody_needs_a_name_and_the_code_stays_good(alias: str, code: str):
    room = full_table()
    offered = offer(room.players[0])
    device = phone()

    assert code_of(codes_actions.take, device, offered, HERE, alias=alias) == code
    assert codes_actions.take(device, offered, HERE, alias="Otter").kind == "share"


def test_who_is_blocked_locked_out_or_seated_shares_nothing():
    room = full_table(seats=7)
    code = offer(room.players[0])
    blocked = room.join("Das twee")
    person = Person.objects.get(alias="Das twee")
    assert code_of(codes_actions.take, blocked.device, code, HERE, alias="Das twee") == "already_seated"
    assert code_of(ask, room, "Das twee", blocked.device) == "already_seated"
    room.run(Remove(new_id(), 0, [person.pk], True))
    assert code_of(codes_actions.take, blocked.device, code, HERE, alias="Das twee") == "blocked"
    assert code_of(ask, room, "Das twee", blocked.device) == "blocked"
    room.run(Configure(new_id(), 0, locked=True))
    assert code_of(codes_actions.take, phone(), code, HERE, alias="Mol") == "room_locked"
    assert code_of(ask, room, "Mol") == "room_locked"


def test_no_is_no_for_a_while():
    room = start(seats=3)
    egel = room.join("Egel")
    device = phone()
    found = ask(room, device=device)
    stranger = room.join("Das")

    assert stranger.send(RefuseRequest(new_id(), 0, found.pk)).code == "request_gone", (
        "it is for another seat"
    )
    assert isinstance(egel.send(RefuseRequest(new_id(), 0, found.pk)), Ack)
    assert isinstance(egel.send(RefuseRequest(new_id(), 0, found.pk)), Ack), "twice is once"
    assert asking(room) == []
    assert asked(device.pk, room.workshop.pk).refused is True
    assert code_of(ask, room, "Otter", device, None, "municipality") == "share_refused"
    assert ask(room, "Otter", device).seat_id == stranger.seat_id, "somebody else may be asked"
    with time_machine.travel(timezone.now() + timedelta(minutes=11), tick=False):
        assert ask(room, "Otter", device, None, "municipality").seat_id == egel.seat_id


def test_the_facilitator_says_no_too():
    room = full_table()
    found = ask(room)
    assert isinstance(room.run(RefuseRequest(new_id(), 0, found.pk)), Ack)
    assert asking(room) == []
    assert room.run(RefuseRequest(new_id(), 0, found.pk + 1)).code == "request_gone"


def test_a_chair_is_asked_for_by_three_at_most_and_each_asks_for_one():
    room = start(seats=3)
    room.join("Egel")
    device = phone()
    first = ask(room, "Otter", device)
    assert ask(room, "Otter", device) == first, "a second tap"
    assert ask(room, "Bever", device).pk != first.pk, "under another name it is another question"
    for alias in ("Mol", "Uil"):
        ask(room, alias)
    assert code_of(ask, room, "Mus") == "share_busy"
    assert [alias for _, alias in asking(room)] == ["Bever", "Mol", "Uil"]
    seat_requests.withdraw(room.workshop.pk, device)
    assert [alias for _, alias in asking(room)] == ["Mol", "Uil"]


def test_it_asks_at_the_table_with_the_fewest_people():
    room = start(tables=2, seats=3, seed=7)
    for table, aliases in ((1, ("Egel", "Merel", "Das")), (2, ("Bever", "Vos"))):
        for alias in aliases:
            room.join(alias, table)
    assert ask(room, "Uil").seat.table.number == 2
    assert ask(room, "Mus", role="resident").seat.role == "resident"
    assert code_of(ask, room, "Otter", table=9) == "no_seat_to_share"


def test_a_question_that_nobody_answers_lapses_on_every_screen():
    room = start(seats=3)
    room.join("Egel")
    device = phone()
    ask(room, device=device)
    rev = room.game.rev

    assert seat_requests.forget_lapsed(room.game.pk) == 0
    with time_machine.travel(timezone.now() + timedelta(minutes=10), tick=False):
        assert asked(device.pk, room.workshop.pk) is None
        assert seat_requests.forget_lapsed(room.game.pk) == 1
        assert (asking(room), room.game.rev) == ([], rev + 1)
    assert seat_requests.forget_lapsed(999_999) == 0


def test_a_question_is_for_who_sits_there_alone():
    room = start(seats=3)
    egel = room.join("Egel")
    device = phone()
    ask(room, device=device)
    codes_actions.take(phone(), offer(egel), HERE, alias="Mol")
    assert (asking(room), asked(device.pk, room.workshop.pk)) == ([], None)


def test_who_watches_has_no_chair_to_share_but_a_place_to_hand_over():
    room = full_table()
    watcher = phone()
    admission.join(room.workshop.pk, watcher, "Mol", 1, None, "observe")
    mol = Person.objects.get(alias="Mol")
    said = lambda command: commands.carry_out(room.game.pk, [Request(command, "observer", watcher.pk)])[0]  # noqa: E731
    assert said(OfferSeat(new_id(), 0, True)).code == "not_on_a_seat"
    assert room.run(ShareSeat(new_id(), 0, mol.pk)).code == "not_on_a_seat"
    new = phone()
    codes_actions.take(new, said(OfferSeat(new_id(), 0, False)).code, HERE)
    assert place_of(new.pk, room.workshop.pk).alias == "Mol"


def test_a_code_dies_with_the_seat_it_was_for():
    room = full_table()
    egel = room.players[0]
    code = offer(egel)
    room.run(Observe(new_id(), 0, [Person.objects.get(alias="Egel").pk], 1))
    assert code_of(codes_actions.look_at, code, HERE) == "unknown_pairing"


def test_ones_own_phone_hands_its_place_over():
    room = full_table()
    egel, new = room.players[0], phone()
    code = offer(egel, share=False)

    codes_actions.take(new, code, HERE)

    assert place_of(new.pk, room.workshop.pk).seat.pk == egel.seat_id
    assert why_no_place(egel.device.pk, room.workshop.pk) == "seat_handed_over"
    assert egel.send(OfferSeat(new_id(), 0, False)).code == "not_seated"


def test_codes_of_different_kinds_do_not_replace_each_other():
    room = full_table()
    egel = room.players[0]
    codes = [offer(egel, share=True), offer(egel, share=False)]
    assert [codes_actions.look_at(code, HERE).kind for code in codes] == ["share", "seat"]
    assert isinstance(room.run(HandOver(new_id(), 0, Person.objects.get(alias="Egel").pk)), Ack)
    assert isinstance(room.run(Pair(new_id(), 0)), Ack)
    assert code_of(codes_actions.look_at, codes[1], HERE) == "unknown_pairing"
    assert Pairing.objects.filter(used_at=None).count() == 3


def test_somebody_else_holds_this_tablet():
    room = full_table()
    room.next()
    egel = room.players[0]
    before = egel.device.people.get()

    assert isinstance(egel.send(LeaveSeat(new_id(), 0)), Ack)

    assert (place_of(egel.device.pk, room.workshop.pk), sitting(egel.seat_id)) == (None, [])
    assert Seat.objects.get(pk=egel.seat_id).bot is True
    assert why_no_place(egel.device.pk, room.workshop.pk) == "not_seated"
    room.assert_replays()
    admission.join(room.workshop.pk, egel.device, "Otter", 1, before.occupancies.get().seat.role)
    assert sitting(egel.seat_id) == ["Otter"]
    now = egel.device.people.get()
    assert (now.pk == before.pk, Person.objects.get(pk=before.pk).alias) == (False, "Egel")
    assert told_of(LogLine.objects.filter(code="left").get()) == {"alias": "Egel"}


def test_who_shares_leaves_alone():
    room = full_table()
    egel, device = room.players[0], phone()
    codes_actions.take(device, offer(egel), HERE, alias="Otter")
    room.next()

    assert isinstance(egel.send(LeaveSeat(new_id(), 0)), Ack)

    assert sitting(egel.seat_id) == ["Otter"]
    assert Seat.objects.get(pk=egel.seat_id).bot is False
    assert egel.send(LeaveSeat(new_id(), 0)).code == "not_seated"
    assert egel.send(RefuseRequest(new_id(), 0, 1)).code == "not_seated"
