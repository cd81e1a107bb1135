"""The next game with the same people."""

import pytest

from game.engine.table.phases import Phase
from game.models import Game, Occupancy, Seat
from game.protocol.commands.course import PlayAgain
from game.protocol.messages import Ack
from tests.actions.room import full_table, new_id, start
from tests.actions.steered import play_round, where

pytestmark = pytest.mark.django_db


def again(room, rotate=False, step=None):
    return room.run(PlayAgain(new_id(), room.game.step if step is None else step, rotate))


def test_the_same_people_play_again_on_the_same_chairs():
    room = full_table(rounds=1)
    first = room.game
    held = list(Occupancy.objects.order_by("seat__number").values_list("person__alias", "seat__number"))
    room.next()
    play_round(room)
    assert isinstance(again(room), Ack)
    first.refresh_from_db()
    second = room.game
    assert (first.phase, second.number, second.phase, second.rounds) == (Phase.CLOSED, 2, Phase.LOBBY, 1)
    now = Occupancy.objects.filter(until=None).order_by("seat__number")
    assert list(now.values_list("person__alias", "seat__number")) == held
    assert set(now.values_list("seat__table__game", flat=True)) == {second.pk}
    assert isinstance(room.next(), Ack)
    assert where(room)[:2] == (Phase.AGREE, 1)
    room.assert_replays()


@pytest.mark.parametrize("ruleset", [1, 2])
def test_the_next_game_keeps_the_rules_of_the_first(ruleset):
    room = full_table(rounds=1, ruleset=ruleset)
    room.next()
    play_round(room)
    assert isinstance(again(room), Ack)
    assert list(Game.objects.order_by("number").values_list("ruleset", flat=True)) == [ruleset] * 2


def test_or_on_other_chairs():
    room = full_table(rounds=1)
    room.next()
    play_round(room)
    roles = dict(Occupancy.objects.values_list("person__alias", "seat__role"))
    room.next()
    assert room.game.phase == Phase.CLOSED
    again(room, rotate=True)
    now = dict(Occupancy.objects.filter(until=None).values_list("person__alias", "seat__role"))
    assert all(now[alias] != role for alias, role in roles.items())


def test_there_is_one_next_game():
    room = full_table(rounds=1)
    assert again(room).code == "wrong_phase"
    room.next()
    play_round(room)
    old, step = room.game, room.game.step
    assert again(room, step=0).code == "stale_step"
    again(room)
    command = PlayAgain(new_id(), step, False)
    answer = running_on(old, command, room)
    assert answer.code == "game_over"
    assert Game.objects.count() == 2


def running_on(game, command, room):
    from game.actions.commands import Request, carry_out

    return carry_out(game.pk, [Request(command, "facilitator", room.facilitator.pk)])[0]


def test_a_room_of_bots_plays_again():
    room = start(seats=4, rehearsal=True, rounds=1)
    room.next()
    play_round(room)
    again(room, rotate=True)
    assert set(Seat.objects.filter(table__game=room.game).values_list("bot", flat=True)) == {True}
