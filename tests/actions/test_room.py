"""The room's switches, the log, and whether the facilitator is there."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from game.actions import attendance
from game.engine.screens.room import BY_ITSELF, Wish
from game.models import LogLine, PanelLease, Workshop
from game.protocol.commands.course import Configure, Cover, Star, StartClock, Tell
from game.protocol.messages import Ack
from game.selectors import leases
from game.selectors.live.loading import load
from tests.actions.room import full_table, new_id
from tests.actions.steered import log_codes

pytestmark = pytest.mark.django_db


def test_the_rooms_switches():
    room = full_table()
    assert room.game.sound is False  # off until somebody wants it
    room.run(Configure(new_id(), 0, locked=True, bot_after_seconds=120, theme="dark", sound=True))
    game = room.game
    assert (Workshop.objects.get().locked, game.bot_after_seconds, game.auto_close) == (True, 120, False)
    assert (game.theme, game.sound) == ("dark", True)
    room.run(Configure(new_id(), 0, locked=True, bot_after_seconds=120))
    room.run(Configure(new_id(), 0, locked=False))
    assert log_codes(room) == ["locked", "unlocked"]
    room.run(Cover(new_id(), 0, "qr"))
    assert room.game.cover == "qr"


def test_which_street_tells_the_room_something_is_a_matter_of_this_step():
    room = full_table()
    room.next()
    assert load(room.game.pk).room.wish == BY_ITSELF
    room.run(Tell(new_id(), room.game.step, 1))
    assert load(room.game.pk).room.wish == Wish(table=1)
    room.run(Tell(new_id(), room.game.step, None))
    assert load(room.game.pk).room.wish == Wish(nothing=True)
    assert room.run(Tell(new_id(), room.game.step, 9)).code == "unknown_table"
    assert room.run(Tell(new_id(), room.game.step - 1, 1)).code == "stale_step"
    room.next()
    assert load(room.game.pk).room.wish == BY_ITSELF


def test_none_in_an_outcome_is_none_in_the_agree_after_it():
    room = full_table()
    for _ in ("agree", "act", "outcome"):
        room.next()
    room.run(Tell(new_id(), room.game.step, None))
    room.next()
    assert (room.game.phase, load(room.game.pk).room.wish) == ("agree", Wish(nothing=True))
    room.run(Tell(new_id(), room.game.step, None))  # in an agree it is of that step only
    for _ in ("act", "outcome", "agree"):
        room.next()
        assert load(room.game.pk).room.wish == BY_ITSELF


def test_a_street_that_was_wished_for_in_an_outcome_is_of_that_outcome():
    room = full_table()
    for _ in ("agree", "act", "outcome"):
        room.next()
    room.run(Tell(new_id(), room.game.step, 1))
    room.next()
    assert load(room.game.pk).room.wish == BY_ITSELF


def test_a_line_of_the_log_is_starred():
    room = full_table()
    room.next()
    line = LogLine.objects.get(code="started")
    assert isinstance(room.run(Star(new_id(), 0, line.pk, True)), Ack)
    line.refresh_from_db()
    assert line.starred is True
    assert room.run(Star(new_id(), 0, 404, True)).code == "unknown_line"


def test_the_clock_is_in_the_log():
    room = full_table()
    room.next()
    room.clock(60)
    room.run(StartClock(new_id(), 1, 0))
    assert log_codes(room)[-2:] == ["clock_set", "clock_removed"]


def test_a_facilitator_without_a_panel_is_away_until_one_is_open_again():
    room = full_table()
    game = room.game
    room.next()
    assert leases.games_of_facilitators_who_left_or_came() == []
    attendance.renew("p1", {game.pk})
    attendance.renew("p1", {game.pk})
    assert PanelLease.objects.count() == 1
    assert leases.games_of_facilitators_who_left_or_came() == []
    PanelLease.objects.update(seen_at=timezone.now() - timedelta(seconds=7))
    assert leases.games_of_facilitators_who_left_or_came() == [game.pk]
    attendance.note(game.pk)
    attendance.note(game.pk)
    assert room.game.facilitator_away_since is not None
    attendance.renew("p2", {game.pk})
    assert leases.games_of_facilitators_who_left_or_came() == [game.pk]
    attendance.note(game.pk)
    assert room.game.facilitator_away_since is None
    assert log_codes(room)[-2:] == ["facilitator_away", "facilitator_back"]
    attendance.note(404)


def test_a_panel_of_a_game_that_is_gone_takes_no_lease():
    attendance.renew("p1", {404})
    assert PanelLease.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_no_game_goes_between_a_look_whether_it_is_there_and_the_lease_of_its_panel():
    """Else the database refuses the lease, and the process says that it failed."""
    game = full_table().game
    alone: dict[str, bool] = {}

    def look(execute, sql, params, many, context):
        alone[sql.split()[0]] = connection.in_atomic_block
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        attendance.renew("p1", {game.pk})
    assert PanelLease.objects.count() == 1
    assert (alone["SELECT"], alone["INSERT"]) == (True, True)
