"""Observers say what they expect of a round; only they, only before its outcome, and the newest word counts."""

import pytest

from game.actions import admission, devices
from game.actions.commands import Request, carry_out
from game.models import Prediction
from game.protocol.commands.player import Predict, Rename
from game.protocol.messages import Ack
from game.selectors.live import screens
from game.selectors.live.loading import load
from tests.actions.room import full_table, new_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def room():
    return full_table()


@pytest.fixture
def observer(room):
    device, _ = devices.register("nl")
    admission.join(room.workshop.pk, device, "Otter", 1, None, "observe")
    return device


def say(room, device, expects="better", step=None):
    command = Predict(new_id(), room.game.step if step is None else step, expects)
    return carry_out(room.game.pk, [Request(command, "observer", device.pk)])[0]


def in_round_two(room):
    room.next()
    for _ in range(3):
        room.next()


def test_a_prediction_is_kept_and_can_be_changed(room, observer):
    in_round_two(room)
    assert isinstance(say(room, observer), Ack)
    assert isinstance(say(room, observer, "worse"), Ack)
    assert list(Prediction.objects.values_list("round", "expects")) == [(2, "worse")]
    room.next()
    room.next()
    game = load(room.game.pk)
    table = game.tables[0]
    mine = screens.observer_part(game, table, table.watchers[0])
    assert (mine.alias, mine.expects, mine.is_open, mine.counted) == ("Otter", "worse", False, 1)
    assert mine.right == (mine.came == "worse")
    assert screens.board(game, table).predicted == {"worse": 1}


def test_round_one_has_nothing_to_compare_with(room, observer):
    assert say(room, observer).code == "wrong_phase"
    room.next()
    assert say(room, observer).code == "wrong_phase"


def test_the_outcome_is_too_late_and_so_is_an_old_step(room, observer):
    in_round_two(room)
    assert say(room, observer, step=1).code == "phase_closed"
    assert say(room, observer, step=9).code == "stale_step"
    room.next()
    room.next()
    assert say(room, observer).code == "wrong_phase"


def test_players_do_not_predict_and_observers_do_not_play(room, observer):
    in_round_two(room)
    assert say(room, room.players[0].device).code == "not_observing"
    from game.protocol.commands.player import Ready

    ready = Ready(new_id(), room.game.step, True)
    assert carry_out(room.game.pk, [Request(ready, "observer", observer.pk)])[0].code == "not_seated"


def test_a_player_takes_another_alias_by_socket(room):
    player = room.players[0]
    answer = player.send(Rename(new_id(), 0, "Eekhoorn"))
    assert isinstance(answer, Ack)
    assert load(room.game.pk).tables[0].room.seats[0].alias == "Eekhoorn"
