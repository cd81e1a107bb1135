"""The reveal of an outcome: it runs by itself, a press has all of it shown and only the next one goes on."""

from datetime import timedelta

import pytest
from django.utils import timezone

from game.actions.phases import close_overdue, close_ready
from game.engine.table.phases import Phase
from game.engine.table.reveal import WHOLE, beat
from game.models import Game
from game.protocol.commands.course import Configure, GoBack, Pause, Retell, Undo
from game.protocol.messages import Ack
from game.selectors.live.loading import load
from game.selectors.live.screens import panel_room, projector_room
from game.selectors.live.values import milliseconds
from tests.actions.room import full_table, new_id

pytestmark = pytest.mark.django_db
REVEAL_SECONDS = 12.0


@pytest.fixture
def room(settings):
    """Give a table whose first outcome has just opened, on a server that uncovers outcomes."""
    settings.REVEAL_SECONDS = REVEAL_SECONDS
    room = full_table(rounds=2)
    for _ in range(3):
        room.next()
    assert room.game.phase == Phase.OUTCOME
    Game.objects.filter(pk=room.game.pk).update(stories=0)
    return room


def later(room, seconds):
    """Let so much time go by."""
    game = room.game
    moments = {
        name: getattr(game, name)
        for name in ("opened_at", "changed_at", "revealed_at", "retold_from", "paused_at", "deadline")
    }
    moved = {name: at - timedelta(seconds=seconds) for name, at in moments.items() if at is not None}
    Game.objects.filter(pk=game.pk).update(**moved)


def retold(room):
    """Ask for what went wrong once more."""
    return room.run(Retell(new_id(), room.game.step))


def shown(room, after=0.0):
    """Return the beat that the projector shows so many seconds after the outcome opened, and that the panel agrees."""
    game = load(room.game.pk)
    reveal = projector_room(game).reveal
    assert panel_room(game).reveal == reveal
    opened = milliseconds(room.game.opened_at)
    return WHOLE if reveal is None else beat(reveal, opened + round(after * 1000))


def test_it_goes_through_its_beats_without_a_write(room):
    rev = room.game.rev
    assert [shown(room, after) for after in (0, 3, 6, 9, 12)] == [1, 2, 3, 4, WHOLE]
    assert room.game.rev == rev


def test_a_press_shows_all_of_it_and_the_next_one_goes_on(room):
    step = room.game.step
    assert room.next(id="n1").code == "revealed"
    assert (room.game.step, room.game.phase, shown(room)) == (step, Phase.OUTCOME, WHOLE)
    assert room.next().code is None
    assert (room.game.step, room.game.phase) == (step + 1, Phase.AGREE)


def test_the_same_press_sent_again_does_not_go_on(room):
    assert room.next(id="n1").code == "revealed"
    assert room.next(id="n1").code == "revealed"
    assert room.game.phase == Phase.OUTCOME


def test_the_second_half_of_a_double_click_is_refused(room, settings):
    settings.STEADY_SECONDS = 5  # as a busy machine may take long from one line to the next
    assert room.next().code == "just_moved_on", "nor does the click that opened it show all of it"
    later(room, 6)
    assert room.next().code == "revealed"
    refused = room.next()
    assert (refused.code, 0 < refused.params["ms"] <= 12_500) == ("just_moved_on", True)


def test_a_press_that_meant_the_last_beat_does_not_go_on(room, settings):
    settings.STEADY_SECONDS = 60
    later(room, REVEAL_SECONDS + 0.2)
    assert (room.next().code, room.game.phase) == ("just_moved_on", Phase.OUTCOME)
    later(room, 150)
    assert isinstance(room.next(), Ack)
    assert room.game.phase == Phase.AGREE


def test_a_press_on_show_all_of_it_never_begins_a_round(room):
    later(room, REVEAL_SECONDS + 60)
    assert (room.next(reveal=True).code, room.game.phase) == ("revealed", Phase.OUTCOME)
    room.next()
    assert (room.game.phase, room.game.round) == (Phase.AGREE, 2)


def test_all_of_it_stays_for_longer_than_another_step(room, settings):
    settings.STEADY_SECONDS = 20
    assert panel_room(load(room.game.pk)).rest_ms == 50_000, "from the end of the last beat on"
    later(room, REVEAL_SECONDS + 40)
    assert room.next().code == "just_moved_on"
    later(room, 10)
    assert room.next().code is None
    assert room.game.phase == Phase.AGREE


def test_so_it_does_when_somebody_had_it_shown(room, settings):
    settings.REVEAL_SECONDS, settings.STEADY_SECONDS = 120.0, 20
    later(room, 30)
    assert room.next().code == "revealed"
    game = room.game
    assert panel_room(load(game.pk)).steady_ms == milliseconds(game.revealed_at) + 50_000
    later(room, 40)
    assert room.next().code == "just_moved_on"
    later(room, 10)
    assert room.next().code is None


def test_a_pause_holds_it(room):
    later(room, 4)
    room.run(Pause(new_id(), room.game.step, True))
    later(room, 60)
    assert shown(room, 64) == 2
    room.run(Pause(new_id(), room.game.step, False))
    assert (shown(room, 64), shown(room, 67.5)) == (2, 3)


def test_nothing_closes_by_itself_meanwhile(room):
    game = room.game
    room.run(Configure(new_id(), game.step, auto_close=True))
    for player in room.players:
        assert isinstance(player.ready(), Ack)
    room.clock(1)
    later(room, 2)
    assert (close_ready(game.pk, game.step), close_overdue(game.pk, game.step)) == (False, False)
    later(room, REVEAL_SECONDS)
    assert close_ready(game.pk, game.step)


def test_an_outcome_that_is_come_back_to_was_seen(room):
    for _ in range(2):
        room.next()
    assert room.game.phase == Phase.AGREE
    room.run(Undo(new_id(), room.game.step))
    assert (room.game.phase, shown(room)) == (Phase.OUTCOME, WHOLE)
    room.next()
    room.run(GoBack(new_id(), room.game.step, "outcome", 1))
    assert (room.game.phase, shown(room)) == (Phase.OUTCOME, WHOLE)


def test_one_that_was_undone_is_uncovered_when_it_comes_again(room):
    room.next()
    room.run(Undo(new_id(), room.game.step))
    assert room.game.phase == Phase.ACT
    room.next()
    assert (room.game.phase, shown(room)) == (Phase.OUTCOME, 1)


def test_a_server_can_do_without(room, settings):
    settings.REVEAL_SECONDS = 0
    assert shown(room) == WHOLE
    assert room.next().code is None
    assert room.game.phase == Phase.AGREE


def test_what_went_wrong_is_told_for_as_long_as_it_takes_and_again(room):
    Game.objects.filter(pk=room.game.pk).update(stories=2)
    assert [shown(room, after) for after in (6, 14.9, 15, 18)] == [3, 3, 4, WHOLE]
    assert retold(room).code == "nothing_to_tell"
    later(room, 20)
    opened = room.game.opened_at
    assert isinstance(retold(room), Ack)
    reveal = projector_room(load(room.game.pk)).reveal
    now = milliseconds(timezone.now())
    assert [beat(reveal, now + ms) for ms in (0, 8500, 9500, 12_500)] == [3, 3, 4, WHOLE]
    assert (room.game.opened_at, room.next(reveal=True).code) == (opened, "revealed")
    assert isinstance(retold(room), Ack), "as often as one likes"


def test_where_nothing_went_wrong_nothing_is_told_again(room):
    later(room, 20)
    assert retold(room).code == "nothing_to_tell"
    Game.objects.filter(pk=room.game.pk).update(stories=1, phase=Phase.AGREE)
    assert retold(room).code == "nothing_to_tell"
