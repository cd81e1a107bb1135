"""Bots on seats: seated by hand, standing in for who is away, giving the seat back; and people on other chairs.

In one file because a bot that comes, stays and leaves is one story, told from seat to seat.
"""

from datetime import timedelta

import pytest
from django.utils import timezone

from game.actions import codes, devices, presence, seats
from game.actions.commands import Request, carry_out
from game.engine.table.phases import Phase
from game.models import Game, LogLine, Occupancy, Presence, Seat
from game.protocol.commands.course import Pause
from game.protocol.commands.people import HandOver, SetBot, SwapChairs
from game.protocol.messages import Ack
from game.selectors import absence
from game.selectors.leases import UNKNOWN
from tests.actions.log import told_of
from tests.actions.room import full_table, new_id, proposes, start

pytestmark = pytest.mark.django_db

LONG_AGO = timezone.now() - timedelta(hours=1)


def set_bot(room, seat, bot=True, table=1):
    return room.run(SetBot(new_id(), 0, table, seat, bot))


def swap(room, table=None, id=None):
    return room.run(SwapChairs(id or new_id(), 0, table))


def lease(player, *, here=True, seconds_ago=0.0):
    since = timezone.now() - timedelta(seconds=seconds_ago)
    Presence.objects.update_or_create(
        device=player.device,
        seat_id=player.seat_id,
        defaults={"here": here, "since": since, "seen_at": since, "process": "p1"},
    )
    Occupancy.objects.filter(seat_id=player.seat_id).update(since=LONG_AGO)


def is_bot(player) -> bool:
    return Seat.objects.get(pk=player.seat_id).bot


def stand_in(room) -> int:
    found = absence.games_with_absence(LONG_AGO)
    count = seats.let_bots_stand_in(room.game.pk, LONG_AGO)
    assert found == ([room.game.pk] if count else [])
    return count


# By hand


def test_a_bot_is_seated_on_a_free_seat_and_chooses_at_once():
    room = start(seats=4, fill_bots=False)
    room.join("Egel", role="resident")
    room.next()
    free = Seat.objects.get(role="municipality")
    assert free.bot is True
    assert isinstance(set_bot(room, free.number, False), Ack)
    assert isinstance(set_bot(room, free.number, False), Ack)
    room.next()
    assert room.state().picks[free.number].by is None
    assert isinstance(set_bot(room, free.number), Ack)
    assert room.state().picks[free.number].by == "bot"
    assert isinstance(set_bot(room, free.number), Ack)
    assert list(LogLine.objects.filter(code__startswith="bot_").values_list("code", flat=True)) == [
        "bot_unseated",
        "bot_seated",
    ]
    room.assert_replays()


def test_in_the_lobby_a_seat_is_marked_for_a_bot():
    room = start(seats=4)
    assert isinstance(set_bot(room, 3), Ack)
    assert Seat.objects.get(number=3).bot is True


def test_a_seat_marked_for_a_bot_plays_where_empty_seats_do_not():
    room = start(seats=6, fill_bots=False)
    room.join("Egel", role="resident")
    assert isinstance(set_bot(room, 5), Ack)
    room.next()
    roles = list(Seat.objects.values_list("role", "bot"))
    assert roles == [("municipality", True), ("professional", True), ("resident", False), ("resident", True)]
    room.assert_replays()


def test_no_bot_takes_the_seat_of_somebody_who_is_there():
    room = full_table()
    room.next()
    player = room.players[3]
    lease(player)
    assert set_bot(room, 3).code == "somebody_here"
    lease(player, here=False)
    assert isinstance(set_bot(room, 3), Ack)
    assert is_bot(player) is True


def test_what_a_player_tapped_stays_when_a_bot_comes():
    room = full_table()
    room.next()
    room.players[3].choose(proposes("residents", None, None, None))
    set_bot(room, 3)
    assert room.state().picks[3].by == "player"


def test_a_seat_can_be_kept_for_who_is_away():
    room = full_table()
    room.next()
    player = room.players[3]
    lease(player, here=False, seconds_ago=70)
    assert isinstance(set_bot(room, 3, False), Ack)
    assert Seat.objects.get(pk=player.seat_id).keep is True
    for other in (p for p in room.players if p is not player):
        lease(other)
    assert stand_in(room) == 0
    set_bot(room, 3)
    assert Seat.objects.get(pk=player.seat_id).keep is False


def test_no_seat_is_kept_for_who_is_there():
    room = full_table()
    room.next()
    lease(room.players[3])
    assert isinstance(set_bot(room, 3, False), Ack)
    assert Seat.objects.get(pk=room.players[3].seat_id).keep is False


def test_what_a_seat_is_set_to_already_is_not_said_again():
    room = full_table()
    room.next()
    lease(room.players[3], here=False)
    for bot in (True, True, False, False):
        assert isinstance(set_bot(room, 3, bot), Ack)
    assert LogLine.objects.filter(code__startswith="bot_").count() == 2


def test_what_no_bot_can_be_set_on():
    room = full_table(rounds=1)
    room.next()
    assert set_bot(room, 9).code == "unknown_seat"
    assert set_bot(room, 3, table=2).code == "unknown_seat"
    room.end()
    assert set_bot(room, 3).code == "wrong_phase"


# By itself


def test_a_bot_stands_in_after_a_minute_and_gives_the_seat_back():
    room = full_table()
    room.next()
    for player in room.players:
        lease(player)
    away = room.players[3]
    alias = Occupancy.objects.get(seat_id=away.seat_id).person.alias
    lease(away, here=False, seconds_ago=59)
    assert stand_in(room) == 0
    lease(away, here=False, seconds_ago=61)
    assert stand_in(room) == 1
    assert stand_in(room) == 0
    assert is_bot(away) is True
    assert room.state().picks[3].by == "bot"
    assert told_of(LogLine.objects.get(code="bot_stood_in")) == {"alias": alias, "table": 1}
    presence.arrive(room.game.pk, "p1", {(away.device.pk, away.seat_id): UNKNOWN})
    assert is_bot(away) is False
    assert told_of(LogLine.objects.get(code="person_back")) == {"alias": alias, "table": 1}
    assert isinstance(away.choose(proposes(*["residents"] * 4)), Ack)
    room.assert_replays()


def test_a_kept_seat_is_an_ordinary_one_again_when_its_person_is_back():
    room = full_table()
    room.next()
    away = room.players[3]
    lease(away, here=False, seconds_ago=30)
    set_bot(room, 3, False)
    presence.arrive(room.game.pk, "p1", {(away.device.pk, away.seat_id): UNKNOWN})
    assert Seat.objects.get(pk=away.seat_id).keep is False
    assert LogLine.objects.filter(code="person_back").exists() is False


def test_who_never_connected_counts_from_sitting_down():
    room = full_table()
    room.next()
    for player in room.players[1:]:
        lease(player)
    assert stand_in(room) == 0
    Occupancy.objects.filter(seat_id=room.players[0].seat_id).update(since=LONG_AGO)
    assert stand_in(room) == 1


def test_one_of_two_phones_is_enough():
    room = full_table()
    owner = room.players[3]
    device = owner.share("Otter").device
    room.next()
    for player in room.players:
        lease(player)
    lease(owner, here=False, seconds_ago=100)
    Presence.objects.create(
        device=device, seat=owner.seat, here=True, since=timezone.now(), seen_at=timezone.now()
    )
    assert stand_in(room) == 0
    Presence.objects.filter(device=device).update(here=False, since=LONG_AGO)
    assert stand_in(room) == 1


def test_who_moved_away_does_not_count_as_here():
    room = full_table(seats=7)
    room.next()
    for player in room.players:
        lease(player)
    mover = room.players[3]
    Presence.objects.create(
        device=mover.device,
        seat_id=room.players[4].seat_id,
        here=True,
        since=timezone.now(),
        seen_at=timezone.now(),
    )
    lease(room.players[4], here=False, seconds_ago=100)
    assert stand_in(room) == 1


def test_no_bot_is_quicker_than_the_phone_that_a_seat_is_handed_to():
    room = full_table()
    room.next()
    for player in room.players:
        lease(player)
    broken = room.players[3]
    lease(broken, here=False, seconds_ago=30)
    holder = Occupancy.objects.get(seat_id=broken.seat_id).person
    code = room.run(HandOver(new_id(), 0, holder.pk)).code
    device, _ = devices.register("nl")
    codes.take(device, code, "192.0.2.7")
    assert stand_in(room) == 0
    Presence.objects.filter(device=device).update(since=timezone.now() - timedelta(seconds=61))
    assert stand_in(room) == 1
    presence.arrive(room.game.pk, "p1", {(device.pk, broken.seat_id): UNKNOWN})
    assert is_bot(broken) is False


@pytest.mark.parametrize(
    "changes",
    [{"paused": True}, {"bot_after_seconds": 0}, {"phase": Phase.TIME_OUT}, {"phase": Phase.DEBRIEF}],
)
def test_nobody_is_stood_in_for(changes):
    room = full_table()
    room.next()
    for player in room.players:
        lease(player, here=False, seconds_ago=100)
    Game.objects.update(**changes)
    assert stand_in(room) == 0


def everybody_away(room, seconds):
    for player in room.players:
        lease(player, here=False, seconds_ago=seconds)


def all_of_it_was(seconds):
    """Let the log's lines have been written so long ago."""
    LogLine.objects.update(at=timezone.now() - timedelta(seconds=seconds))


def test_after_a_pause_everybody_has_the_whole_time_to_come_back():
    room = full_table()
    room.next()
    for paused in (True, False):
        room.run(Pause(new_id(), room.game.step, paused))
    everybody_away(room, 300)
    assert stand_in(room) == 0
    all_of_it_was(59)
    assert stand_in(room) == 0
    all_of_it_was(61)
    assert stand_in(room) == 6


def test_going_on_ends_a_pause_too():
    room = full_table()
    room.next()
    room.run(Pause(new_id(), room.game.step, True))
    room.next()
    everybody_away(room, 300)
    assert stand_in(room) == 0
    assert LogLine.objects.filter(code="resumed").count() == 1


def test_after_the_time_out_everybody_has_the_whole_time_to_come_back():
    room = full_table()
    while room.game.phase != Phase.TIME_OUT:
        room.next()
    everybody_away(room, 300)
    assert stand_in(room) == 0
    room.next()
    assert (room.game.phase, stand_in(room)) == (Phase.AGREE, 0)
    all_of_it_was(61)
    assert stand_in(room) == 6
    room.assert_replays()


def test_right_after_a_start_nobody_counts_as_away():
    room = full_table()
    room.next()
    for player in room.players:
        lease(player, here=False, seconds_ago=100)
    soon = timezone.now() + timedelta(seconds=20)
    assert absence.games_with_absence(soon) == []
    assert seats.let_bots_stand_in(room.game.pk, soon) == 0
    assert seats.let_bots_stand_in(404, soon) == 0


# Other chairs


def roles(room):
    held = Occupancy.objects.filter(seat__table__game=room.game, until=None)
    return dict(held.values_list("person__alias", "seat__role"))


def test_people_swap_chairs_so_that_everybody_gets_another_role():
    room = full_table()
    before = roles(room)
    assert isinstance(swap(room, id="s1"), Ack)
    after = roles(room)
    assert all(after[alias] != role for alias, role in before.items())
    assert isinstance(swap(room, id="s1"), Ack)
    assert roles(room) == after, "the same press twice swaps once"


def test_the_same_press_twice_in_one_batch_swaps_once():
    once, twice = full_table(), full_table()
    swap(once, id="s1")
    request = Request(SwapChairs("s1", 0), "facilitator", twice.facilitator.pk)
    answers = carry_out(twice.game.pk, [request, request])
    assert [isinstance(answer, Ack) for answer in answers] == [True, True]
    assert roles(twice) == roles(once)


def test_one_table_swaps_and_the_other_stays():
    room = start(tables=2, seats=3)
    for number in (1, 2):
        for alias in ("a", "b", "c"):
            room.join(f"{alias}{number}", number)
    before = roles(room)
    assert isinstance(swap(room, 1), Ack)
    after = roles(room)
    assert {alias for alias in before if after[alias] != before[alias]} == {"a1", "b1", "c1"}
    assert swap(room, 3).code == "unknown_table"


def test_when_nobody_can_swap():
    room = start(seats=4)
    room.join("Egel", role="resident")
    room.join("Merel", role="resident")
    assert swap(room).code == "nothing_to_swap"
    room.next()
    assert swap(room).code == "role_between_rounds"


def test_in_the_outcome_they_swap():
    room = full_table()
    for _ in range(3):
        room.next()
    assert room.game.phase == Phase.OUTCOME
    assert isinstance(swap(room), Ack)
    room.next()
    room.assert_replays()
