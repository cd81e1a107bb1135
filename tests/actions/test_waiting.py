"""How long tables have waited: a pause is not waited through."""

from datetime import datetime, timedelta

import pytest
import time_machine

from game.models import Presence
from game.protocol.commands.course import Pause
from game.selectors.live import screens
from game.selectors.live.loading import load
from tests.actions.room import Room, full_table, new_id

pytestmark = pytest.mark.django_db
START = datetime(2026, 3, 5, 20, 0).astimezone()


def shown(room: Room) -> tuple[int, int | None, int | None]:
    """Return since when the phase is open, since when it is paused and when somebody was ready last, in s from START."""
    game = load(room.game.pk)
    assert game is not None
    panel, tile = screens.panel_room(game), screens.panel_tile(game.tables[0])
    moments = (panel.opened_ms, panel.paused_at_ms, tile.ready_at_ms)
    opened, paused, ready = (None if ms is None else round(ms / 1000 - START.timestamp()) for ms in moments)
    assert opened is not None
    return opened, paused, ready


def test_waiting_stands_still_in_a_pause_and_goes_on_after_it() -> None:
    with time_machine.travel(START, tick=False) as clock:
        room = full_table()
        room.next()
        clock.shift(timedelta(seconds=10))
        room.players[3].ready()
        clock.shift(timedelta(seconds=20))
        room.run(Pause(new_id(), room.game.step, True))
        assert shown(room) == (0, 30, 10)
        clock.shift(timedelta(seconds=100))
        room.run(Pause(new_id(), room.game.step, False))
        assert shown(room) == (100, None, 110), "30 s open and 20 s waited, as before the pause"
        clock.shift(timedelta(seconds=5))
        room.run(Pause(new_id(), room.game.step, True))
        clock.shift(timedelta(seconds=50))
        room.players[4].ready()
        clock.shift(timedelta(seconds=7))
        room.run(Pause(new_id(), room.game.step, False))
        assert shown(room) == (157, None, 192), "who was ready in the pause waits from its end"
        room.next()
        assert shown(room) == (192, None, None)


def test_an_absence_counts_anew_after_a_pause() -> None:
    """The panel says when a bot comes: from the moment that `absence` counts from."""

    def away(room: Room) -> int | None:
        game = load(room.game.pk)
        assert game is not None
        ms = [seat.away_since_ms for seat in screens.panel_tile(game.tables[0]).seats if seat.away_since_ms]
        return round(ms[0] / 1000 - START.timestamp()) if ms else None

    with time_machine.travel(START, tick=False) as clock:
        room = full_table()
        room.next()
        who = room.players[3]
        Presence.objects.create(device=who.device, seat=who.seat, here=False, since=START, seen_at=START)
        before = away(room)
        room.run(Pause(new_id(), room.game.step, True))
        clock.shift(timedelta(seconds=40))
        room.run(Pause(new_id(), room.game.step, False))
        clock.shift(timedelta(seconds=10))
        assert (before, away(room)) == (0, 40)
