"""Time: pauses, countdowns, and phases that close by themselves."""

from datetime import timedelta

import pytest
from django.utils import timezone

from game.actions import phases, seats
from game.engine.table.journal import Paused
from game.engine.table.phases import Phase
from game.models import Game, Occupancy, Presence, Table
from game.protocol.commands.course import Configure
from game.protocol.messages import Ack
from tests.actions.room import full_table, new_id, proposes
from tests.actions.steered import log_codes, pause, where

pytestmark = pytest.mark.django_db


# Pause


def test_a_pause_keeps_what_was_left_of_the_countdown():
    room = full_table()
    room.next()
    room.clock(90)
    assert isinstance(pause(room), Ack)
    game = room.game
    assert (game.paused, game.deadline) == (True, None)
    assert 89_000 < game.clock_left_ms <= 90_000
    pause(room, False)
    game = room.game
    assert (game.paused, game.clock_left_ms) == (False, None)
    assert 88 < (game.deadline - timezone.now()).total_seconds() <= 90
    paused, resumed = [entry for entry in room.journal() if isinstance(entry, Paused)]
    assert (paused.paused, resumed.paused, resumed.remaining_ms) == (True, False, paused.remaining_ms)
    room.assert_replays()


def test_a_pause_without_a_countdown_and_the_same_pause_twice():
    room = full_table()
    room.next()
    pause(room)
    pause(room)
    assert (room.game.paused, room.game.clock_left_ms) == (True, None)
    assert [entry for entry in room.journal() if isinstance(entry, Paused)] == [Paused(True, None)]
    pause(room, False)
    assert (room.game.paused, room.game.deadline) == (False, None)


def test_choices_stay_open_during_a_pause():
    room = full_table()
    room.next()
    pause(room)
    assert isinstance(room.players[3].choose(proposes(*["together"] * 4)), Ack)


def test_a_countdown_set_during_a_pause_waits_for_its_end():
    room = full_table()
    room.next()
    pause(room)
    room.clock(60)
    assert (room.game.clock_left_ms, room.game.deadline) == (60_000, None)
    room.clock(0)
    assert room.game.clock_left_ms is None


def test_going_on_ends_a_pause():
    room = full_table()
    room.next()
    room.clock(60)
    pause(room)
    room.next()
    assert (room.game.paused, room.game.clock_left_ms, room.game.deadline) == (False, None, None)


def test_what_cannot_be_paused():
    room = full_table()
    assert pause(room).code == "wrong_phase"
    room.next()
    assert pause(room, step=0).code == "stale_step"


def ready_all(room):
    for player in room.players:
        player.ready()


def connect(room, *, here=True):
    now = timezone.now()
    Presence.objects.bulk_create(
        Presence(device=p.device, seat_id=p.seat_id, here=here, since=now, seen_at=now) for p in room.players
    )


def opened_earlier(room, seconds=25):
    Game.objects.filter(pk=room.game.pk).update(opened_at=timezone.now() - timedelta(seconds=seconds))


def closes(room):
    return phases.close_ready(room.game.pk, room.game.step)


# Closing by itself


def test_a_phase_closes_by_itself_when_every_seat_is_ready():
    room = full_table(auto_close=True)
    room.next()
    connect(room)
    ready_all(room)
    assert closes(room) is False, "agree stays open for twenty seconds"
    opened_earlier(room)
    assert closes(room) is True
    assert where(room) == (Phase.ACT, 1, 2)
    assert "auto_closed" in log_codes(room)
    assert phases.close_ready(room.game.pk, 1) is False


def test_who_is_just_away_is_waited_for_until_a_bot_stands_in():
    room = full_table(auto_close=True)
    room.next()
    opened_earlier(room)
    connect(room)
    locked, *others = room.players
    for player in others:
        player.ready()
    Presence.objects.filter(seat_id=locked.seat_id).update(here=False)
    assert closes(room) is False
    long_ago = timezone.now() - timedelta(seconds=61)
    Presence.objects.update(since=long_ago)
    Occupancy.objects.update(since=long_ago)
    assert seats.let_bots_stand_in(room.game.pk, timezone.now() - timedelta(seconds=31)) == 1
    assert closes(room) is True


def test_who_said_ready_and_locked_the_phone_is_ready():
    room = full_table(auto_close=True)
    room.next()
    opened_earlier(room)
    connect(room, here=False)
    ready_all(room)
    assert closes(room) is True


def test_nothing_closes_by_itself_unless_wished_and_while_paused_or_empty():
    room = full_table()
    room.next()
    opened_earlier(room)
    assert closes(room) is False
    room.run(Configure(new_id(), 1, auto_close=True))
    assert closes(room) is False, "nobody is ready"
    ready_all(room)
    pause(room)
    assert closes(room) is False
    pause(room, False)
    assert closes(room) is True
    assert phases.close_ready(404, 1) is False


def test_the_last_to_be_ready_is_known():
    room = full_table()
    room.next()
    room.players[1].ready()
    ready_at = Table.objects.get().ready_at
    room.players[1].ready(False)
    assert ready_at is not None
    assert Table.objects.get().ready_at == ready_at
    room.next()
    assert Table.objects.get().ready_at is None
