"""Leases of open sockets: who is here, who went silent, and when screens hear of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from game.actions import presence
from game.models import Presence
from game.selectors.leases import UNKNOWN, Attempt
from tests.actions.room import full_table, start

pytestmark = pytest.mark.django_db


@pytest.fixture
def room():
    return full_table()


def arrive(room, player, process="one", attempt=UNKNOWN):
    return presence.arrive(room.game.pk, process, {(player.device.pk, player.seat_id): attempt})


def silent_for(seconds):
    Presence.objects.update(seen_at=timezone.now() - timedelta(seconds=seconds))


def test_an_open_socket_is_a_lease_and_screens_hear_of_it(room):
    before = room.game.rev
    arrive(room, room.players[0])
    lease = Presence.objects.get()
    assert (lease.here, lease.process, lease.seat_id) == (True, "one", room.players[0].seat_id)
    assert room.game.rev == before + 1


def test_a_second_socket_changes_no_screen(room):
    arrive(room, room.players[0])
    before = room.game.rev
    arrive(room, room.players[0], "two")
    assert (Presence.objects.get().process, room.game.rev) == ("two", before)


def test_renewing_keeps_all_of_a_process_here(room):
    arrive(room, room.players[0])
    arrive(room, room.players[1], "two")
    silent_for(10)
    presence.renew("one")
    assert presence.lapse(room.game.pk) == 1
    assert list(Presence.objects.filter(here=True).values_list("process", flat=True)) == ["one"]


def test_silence_is_away_since_it_was_last_heard(room):
    arrive(room, room.players[0])
    silent_for(7)
    before = room.game.rev
    assert presence.lapse(room.game.pk) == 1
    lease = Presence.objects.get()
    assert (lease.here, lease.since) == (False, lease.seen_at)
    assert room.game.rev == before + 1
    assert presence.lapse(room.game.pk) == 0


def test_a_short_silence_is_not_away(room):
    arrive(room, room.players[0])
    silent_for(4)
    assert presence.lapse(room.game.pk) == 0


def test_who_comes_back_is_here_since_now(room):
    arrive(room, room.players[0])
    silent_for(60)
    presence.lapse(room.game.pk)
    away = Presence.objects.get().since
    arrive(room, room.players[0])
    lease = Presence.objects.get()
    assert lease.here is True
    assert lease.since > away


def test_a_closed_socket_is_no_longer_renewed(room):
    player = room.players[0]
    arrive(room, player)
    lease = Presence.objects.get().pk
    presence.leave("two", [lease])
    assert Presence.objects.get().process == "one"
    presence.leave("one", [lease])
    silent_for(10)
    presence.renew("one")
    assert presence.lapse(room.game.pk) == 1


def test_what_is_gone_needs_no_lease(room):
    stranger = start().join("Vreemd")
    arrive(room, stranger)
    presence.arrive(404, "one", {(1, 1): UNKNOWN})
    assert Presence.objects.count() == 0
    assert presence.lapse(404) == 0


def test_a_deleted_game_does_not_lapse(room):
    arrive(room, room.players[0])
    silent_for(10)
    assert presence.lapse(room.game.pk + 1) == 0


def test_a_socket_of_the_past_takes_no_lease_from_a_process_with_a_newer_one(room):
    player = room.players[0]
    pair = (player.device.pk, player.seat_id)
    assert arrive(room, player, "one", Attempt(7, 2)) == frozenset()
    assert arrive(room, player, "two", Attempt(7, 1)) == {pair}
    assert arrive(room, player, "two", Attempt(6, 9)) == {pair}
    lease = Presence.objects.get()
    assert (lease.process, lease.page, lease.attempt) == ("one", 7, 2)
    assert arrive(room, player, "two", Attempt(7, 3)) == frozenset()
    assert Presence.objects.get().process == "two"


def test_an_older_attempt_is_welcome_where_nobody_is_any_more(room):
    player = room.players[0]
    arrive(room, player, "killed", Attempt(7, 2))
    silent_for(7)
    assert arrive(room, player, "two", Attempt(7, 1)) == frozenset()
    arrive(room, player, "two", Attempt(7, 3))
    presence.leave("two", [Presence.objects.get().pk])
    assert arrive(room, player, "one", Attempt(7, 1)) == frozenset()


def test_who_does_not_say_which_attempt_it_is_comes_in_the_order_of_arriving(room):
    arrive(room, room.players[0], "one", Attempt(7, 2))
    assert arrive(room, room.players[0], "two") == frozenset()
    assert Presence.objects.get().process == "two"
