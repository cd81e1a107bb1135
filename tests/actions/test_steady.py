"""A press that bounces: a step has to stand for a moment before a panel's press moves the game on again."""

from datetime import timedelta

import pytest

from game.engine.table.phases import Phase
from game.models import Game
from game.protocol.commands.debrief import ShowDebrief
from game.protocol.messages import Ack
from tests.actions.room import full_table, new_id

pytestmark = pytest.mark.django_db
MOMENT_SECONDS = 30  # a busy machine may take long from one line to the next


@pytest.fixture
def room(settings):
    """Give a table that has just begun round 1."""
    room = full_table(rounds=1)
    room.next()
    settings.STEADY_SECONDS = MOMENT_SECONDS
    return room


def later(room, seconds=MOMENT_SECONDS):
    """Let so much time go by."""
    game = room.game
    Game.objects.filter(pk=game.pk).update(
        opened_at=game.opened_at - timedelta(seconds=seconds),
        changed_at=game.changed_at - timedelta(seconds=seconds),
    )


def test_a_second_press_on_the_step_that_the_first_one_opened_is_refused(room):
    refused = room.next()
    assert (refused.code, room.game.phase) == ("just_moved_on", Phase.AGREE)
    assert 0 < refused.params["ms"] <= 1000 * MOMENT_SECONDS
    later(room)
    assert isinstance(room.next(), Ack)
    assert (room.next().code, room.game.phase) == ("just_moved_on", Phase.ACT)


def test_the_same_press_sent_again_is_answered_as_before(room):
    later(room)
    step = room.game.step
    assert isinstance(room.next(id="n1", step=step), Ack)
    assert isinstance(room.next(id="n1", step=step), Ack)
    assert room.game.phase == Phase.ACT


def test_a_clock_that_was_set_back_holds_nobody_up(room):
    later(room, -3600)
    assert isinstance(room.next(), Ack)


def test_nor_does_the_debrief_skip_a_picture(room):
    for _ in range(3):
        later(room)
        room.next()
    assert room.game.phase == Phase.DEBRIEF

    def show(part, turn=True):
        return room.run(ShowDebrief(new_id(), room.game.step, "what_happened", part, None, turn=turn))

    assert show("luck").code == "just_moved_on"
    later(room)
    assert isinstance(show("luck"), Ack)
    assert isinstance(show("luck"), Ack), "two facilitators who turn to the same picture agree"
    assert show("cost").code == "just_moved_on"
    assert isinstance(show("cost", turn=False), Ack), "who picks one from the list means that one"
    assert room.next().code == "just_moved_on", "nor is the game closed by it"
    assert room.game.debrief_part == "cost"


def test_the_next_game_is_not_started_by_the_press_that_opened_its_lobby(room):
    from game.protocol.commands.course import PlayAgain

    for _ in range(3):
        later(room)
        room.next()
    room.run(PlayAgain(new_id(), room.game.step, False))
    assert room.game.number == 2
    assert room.next().code == "just_moved_on"
