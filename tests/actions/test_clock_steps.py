"""A computer's clock that is set in the middle of a game: nothing closes, nobody goes, no countdown grows."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from game.actions import heartbeat, phases, presence
from game.models import Game, Heartbeat, LogLine, Presence
from game.selectors import absence, clock, games
from game.selectors.leases import UNKNOWN
from tests.actions.room import Room, full_table

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def room() -> Iterator[Room]:
    """Give a game with a countdown, a phone that is here and one that is not, as a server has it."""
    clock.keep_steady()
    room = full_table()
    room.next()
    room.clock(60)
    here = room.players[3]
    presence.arrive(room.game.pk, "one", {(here.device.pk, here.seat_id): UNKNOWN})
    heartbeat.beat()
    yield room
    clock.let_go()


def left(room: Room) -> float:
    deadline = room.game.deadline
    assert deadline is not None
    return (deadline - clock.now()).total_seconds()


@pytest.mark.parametrize("by", [HOUR, -HOUR], ids=["an hour on", "an hour back"])
def test_a_clock_that_is_set_while_a_process_serves(room: Room, by: timedelta) -> None:
    before = clock.now()
    with time_machine.travel(timezone.now() + by, tick=True):
        assert abs(clock.now() - before) < timedelta(seconds=30)
        assert abs(clock.follow()) > clock.LARGEST_DRIFT_SECONDS, "it is noticed, and not followed"
        assert abs(clock.now() - before) < timedelta(seconds=30)
        assert games.overdue() == []
        assert phases.close_overdue(room.game.pk, room.game.step) is False
        assert heartbeat.beat() is False
        assert presence.lapse(room.game.pk) == 0
        assert absence.games_with_absence(before - HOUR) == []
        assert 0 < left(room) <= 60
        assert not LogLine.objects.filter(code="stood_still").exists()


def test_a_clock_that_drifts_is_followed_little_by_little(room: Room) -> None:
    with time_machine.travel(timezone.now() + timedelta(seconds=0.5), tick=True):
        first = clock.follow()
        assert 0 < clock.follow() < first


def test_a_clock_that_was_set_back_while_nobody_ran(room: Room) -> None:
    clock.let_go()  # a new process, which knows nothing of the time before
    with time_machine.travel(timezone.now() - HOUR, tick=True):
        assert heartbeat.beat() is True
        assert 25 < left(room) <= 60
        assert Presence.objects.get().seen_at <= clock.now() + timedelta(seconds=2)
        assert Game.objects.get().opened_at <= clock.now()
        assert not LogLine.objects.filter(code="stood_still").exists()
        assert abs(Heartbeat.objects.get().at - clock.now()) < timedelta(seconds=5)


def test_without_a_server_the_computers_clock_counts() -> None:
    assert clock.follow() == 0.0
    with time_machine.travel(timezone.now() + HOUR, tick=False):
        assert clock.now() == timezone.now()
