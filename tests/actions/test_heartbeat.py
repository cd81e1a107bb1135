"""A silence of all processes counts for nobody: countdowns, absences and who waits; once, and for what ran only."""

from datetime import timedelta

import pytest
from django.utils import timezone

from game.actions import heartbeat, phases, seats
from game.engine.table.phases import Phase
from game.models import Game, Heartbeat, LogLine, Occupancy, PanelLease, Presence, Table
from game.protocol.commands.course import Pause
from tests.actions.room import full_table, new_id, start

pytestmark = pytest.mark.django_db
GONE = timedelta(minutes=10)


def silence(ago=GONE):
    """Let the last heartbeat be of so long ago."""
    Heartbeat.objects.update_or_create(pk=1, defaults={"at": timezone.now() - ago})


def left(room):
    return (room.game.deadline - timezone.now()).total_seconds()


def at_the_silence(room, left=None, away=(), **changes):
    """Let a game have stood so when the last process stopped, with `left` seconds and these players away for 50 s."""
    then = timezone.now() - GONE
    deadline = None if left is None else then + timedelta(seconds=left)
    Game.objects.filter(pk=room.game.pk).update(
        opened_at=then - timedelta(seconds=70), deadline=deadline, **changes
    )
    Occupancy.objects.update(since=then - timedelta(hours=1))
    for player in room.players:
        here = player not in away
        since = then - timedelta(seconds=50 if player in away else 600)
        Presence.objects.update_or_create(
            device=player.device,
            seat_id=player.seat_id,
            defaults={"here": here, "since": since, "seen_at": then},
        )
    silence()


@pytest.fixture
def room():
    """Give a table in agree of round 1."""
    room = full_table()
    room.next()
    return room


def lines(code="stood_still"):
    return list(LogLine.objects.filter(code=code).values_list("params", flat=True))


def test_the_countdown_goes_on_where_the_last_heartbeat_left_it(room):
    at_the_silence(room, 75)
    assert heartbeat.beat() is True
    assert 74 < left(room) <= 75
    assert lines() == [{"seconds": 600}]


def test_with_half_a_minute_at_least(room):
    room.next()  # agree of round 1 waits for the municipality in any case
    at_the_silence(room, 3)
    assert phases.close_overdue(room.game.pk, room.game.step) is False, "the clocks are not right yet"
    heartbeat.beat()
    assert 29 < left(room) <= 30
    assert phases.close_overdue(room.game.pk, room.game.step) is False
    assert room.game.phase == Phase.ACT


def test_a_silence_counts_once(room):
    at_the_silence(room, 3)
    assert [heartbeat.beat() for _ in range(3)] == [True, False, False]
    assert len(lines()) == 1


def test_a_process_that_was_frozen_while_another_ran_finds_none(room):
    room.next()
    at_the_silence(room, 3)
    silence(timedelta(seconds=1))
    assert heartbeat.beat() is False
    assert phases.close_overdue(room.game.pk, room.game.step) is True


def test_the_first_heartbeat_ever_and_one_of_a_clock_that_is_ahead():
    assert heartbeat.beat() is False
    ahead = timezone.now() + timedelta(minutes=1)
    Heartbeat.objects.update(at=ahead)
    assert heartbeat.beat() is True, "all processes play by the database's clock, and that was set back since"
    assert Heartbeat.objects.get().at < ahead


def test_what_stood_still_already_stays_as_it_is(room):
    room.clock(60)
    room.run(Pause(new_id(), 1, True))
    paused = room.game
    lobby = start().game
    silence()
    assert heartbeat.beat() is True
    for game in (paused, lobby):
        now = Game.objects.get(pk=game.pk)
        assert (now.rev, now.clock_left_ms, now.opened_at) == (game.rev, game.clock_left_ms, game.opened_at)


def test_a_clock_that_was_set_or_resumed_before_the_first_heartbeat_gets_no_more_than_that(room):
    """A process that has just started serves commands some seconds before it is sure that it runs alone."""
    at_the_silence(room, 75)
    room.clock(60)
    heartbeat.beat()
    assert 59 < left(room) <= 60

    room.run(Pause(new_id(), room.game.step, True))
    at_the_silence(room, paused=True, clock_left_ms=40_000)
    room.run(Pause(new_id(), room.game.step, False))
    heartbeat.beat()
    assert 39 < left(room) <= 40


@pytest.mark.parametrize(("had", "has"), [(-60, False), (100, True)])
def test_a_time_out_that_was_over_is_over(room, had, has):
    for _ in range(9):
        room.next()
    at_the_silence(room, had)
    heartbeat.beat()
    assert (left(room) > 99) is has


def test_nobody_was_away_for_longer(room):
    gone, here = room.players[:2]
    at_the_silence(room, away=[gone])
    assert seats.let_bots_stand_in(room.game.pk, timezone.now()) == 0, "the clocks are not right yet"
    heartbeat.beat()
    assert seats.let_bots_stand_in(room.game.pk, timezone.now()) == 0
    away = Presence.objects.get(seat_id=gone.seat_id)
    assert 49 < (timezone.now() - away.since).total_seconds() < 60
    assert (timezone.now() - Presence.objects.get(seat_id=here.seat_id).seen_at).total_seconds() < 6
    Presence.objects.filter(pk=away.pk).update(since=away.since - timedelta(seconds=11))
    assert seats.let_bots_stand_in(room.game.pk, timezone.now()) == 1


def test_nor_was_the_facilitator_and_nobody_kept_others_waiting(room):
    then = timezone.now() - GONE
    PanelLease.objects.create(game=room.game, process="p1", seen_at=then)
    Table.objects.update(ready_at=then - timedelta(seconds=5))
    at_the_silence(room)
    heartbeat.beat()
    now = timezone.now()
    assert (now - PanelLease.objects.get().seen_at).total_seconds() < 6
    assert 4 < (now - Table.objects.get().ready_at).total_seconds() < 10
    assert 69 < (now - room.game.opened_at).total_seconds() < 80


def test_who_came_while_the_silence_was_measured_is_not_moved(room):
    at_the_silence(room)
    now = timezone.now()
    Presence.objects.update(process="new", seen_at=now)
    heartbeat.beat()
    assert set(Presence.objects.values_list("seen_at", flat=True)) == {now}


def test_a_game_that_fails_does_not_hold_up_the_others(room, caplog):
    other = full_table()
    other.next()
    at_the_silence(room, 3)
    then = timezone.now() - GONE
    Game.objects.filter(pk=other.game.pk).update(opened_at=then, deadline=then)
    # No clock can have this moment: adding to it overflows.
    Game.objects.filter(pk=room.game.pk).update(deadline="9999-12-31T23:59:59Z")
    assert heartbeat.beat() is True
    assert 29 < left(other) <= 30
    assert "could not be put right" in caplog.text
