"""Choices at the door: kept once, answered the same however often they are sent, refused with a code."""

import msgspec
import pytest

from game.actions import commands
from game.engine.model.choices import Choice
from game.models import JournalEntry, Occupancy
from game.protocol.commands.course import EndGame, Next
from game.protocol.commands.player import Ready
from game.protocol.messages import Ack, Refusal
from tests.actions.room import acts, decides, full_table, new_id, proposes, start

pytestmark = pytest.mark.django_db


@pytest.fixture
def room():
    room = full_table()
    room.next()
    return room


def stored(ack):
    return msgspec.json.decode(ack.stored, type=Choice)


def taps():
    return JournalEntry.objects.filter(kind="chose", by="player")


def test_a_choice_is_kept_and_acknowledged_with_what_is_stored(room):
    before = room.game.rev
    ack = room.players[3].choose(proposes("residents", None, None, None), id="c1")
    assert (ack.id, ack.n, ack.rev) == ("c1", 1, before + 1)
    assert stored(ack) == proposes("residents", None, None, None)
    assert room.state().picks[3].choice == proposes("residents", None, None, None)
    entry = taps().get()
    assert (entry.seat, entry.step, entry.n, entry.device) == (3, 1, 1, room.players[3].device.pk)
    room.assert_replays()


def test_the_same_command_again_gets_the_same_answer(room):
    player = room.players[3]
    command = player.choice(proposes(*["together"] * 4))
    first = player.send(command)
    assert player.send(command) == first
    both = commands.carry_out(room.game.pk, [player.request(command)] * 2)
    assert both == [first, first]
    assert taps().count() == 1


def test_what_a_room_says_in_one_batch_is_stored_at_each_table_and_answered_once():
    room = start(tables=5, seats=3)
    people = [room.join(f"Gast {number}", number) for number in range(1, 6)]
    room.next()
    said = [one.request(Ready(new_id(), 1, True)) for one in people]

    answers = commands.carry_out(room.game.pk, said)

    assert answers == [Ack(one.command.id, room.game.rev) for one in said]
    assert [room.state(number).ready for number in range(1, 6)] == [{one.seat.number} for one in people]
    assert commands.carry_out(room.game.pk, said) == answers
    assert JournalEntry.objects.filter(kind="readied", by="player").count() == 5


def test_the_same_command_twice_in_one_batch_is_stored_once(room):
    player = room.players[3]
    command = player.choice(proposes(*["together"] * 4))
    first, second = commands.carry_out(room.game.pk, [player.request(command)] * 2)
    assert first == second
    assert taps().count() == 1


def test_an_accepted_command_is_still_answered_after_the_phase_closed(room):
    player = room.players[3]
    command = player.choice(proposes(*["together"] * 4))
    player.send(command)
    room.next()
    assert stored(player.send(command)) == proposes(*["together"] * 4)


def test_a_lower_counter_returns_what_is_stored(room):
    player = room.players[3]
    player.choose(proposes(*["residents"] * 4), n=5)
    ack = player.choose(proposes(*["together"] * 4), n=4)
    assert (ack.n, stored(ack)) == (5, proposes(*["residents"] * 4))
    assert taps().count() == 1


def test_counters_hold_within_one_batch(room):
    player = room.players[3]
    newer = player.choice(proposes(*["residents"] * 4), n=5)
    older = player.choice(proposes(*["together"] * 4), n=4)
    answers = commands.carry_out(room.game.pk, [player.request(newer), player.request(older)])
    assert [stored(answer) for answer in answers] == [proposes(*["residents"] * 4)] * 2


def test_a_refused_command_leaves_the_others_of_its_batch_alone(room):
    good = room.players[3].choice(proposes(*["residents"] * 4))
    bad = room.players[4].choice(acts(*["join"] * 4))
    refused, kept = commands.carry_out(
        room.game.pk, [room.players[4].request(bad), room.players[3].request(good)]
    )
    assert refused == Refusal(bad.id, "wrong_phase")
    assert isinstance(kept, Ack)
    room.assert_replays()


def test_a_late_choice_is_told_that_the_phase_closed(room):
    step = room.game.step
    room.next()
    assert room.players[3].choose(proposes(*["together"] * 4), step=step).code == "phase_closed"
    assert room.players[3].ready(step=step).code == "phase_closed"
    assert room.players[3].choose(acts(*["wait"] * 4), step=room.game.step + 1).code == "stale_step"


def test_too_many_evenings_is_refused_with_the_limit(room):
    room.next()
    refused = room.players[3].choose(acts(*["join"] * 4))
    assert (refused.code, refused.params) == ("too_many_evenings", {"limit": 3})
    assert taps().count() == 0


def test_an_id_that_was_used_for_something_else(room):
    player = room.players[3]
    player.ready(id="same")
    assert player.choose(proposes(*["together"] * 4), id="same").code == "duplicate_id"


def test_ready_is_stored_and_can_be_undone(room):
    player = room.players[3]
    assert isinstance(player.ready(id="r1"), Ack)
    assert isinstance(player.ready(id="r1"), Ack)
    assert isinstance(player.ready(), Ack)
    assert JournalEntry.objects.filter(kind="readied").count() == 2  # each of its commands once
    player.ready(False)
    assert 3 not in room.state().ready
    room.assert_replays()


def test_who_left_the_seat_cannot_choose(room):
    player = room.players[3]
    Occupancy.objects.filter(seat_id=player.seat_id).update(until=room.game.opened_at)
    assert player.choose(proposes(*["together"] * 4)).code == "not_seated"


def test_a_seat_of_another_game_is_not_seated(room):
    other = start()
    stranger = other.join("Vreemd")
    stranger.room = room
    assert stranger.choose(proposes(*["together"] * 4)).code == "not_seated"


def test_the_lobby_takes_no_choices():
    room = start()
    player = room.join("Egel")
    assert player.choose(proposes(*["together"] * 4)).code == "wrong_phase"
    assert player.ready().code == "wrong_phase"


@pytest.mark.parametrize("command", [Next, EndGame])
def test_a_player_cannot_run_the_game(room, command):
    player = room.players[0]
    assert player.send(command(new_id(), room.game.step)).code == "not_allowed"
    assert room.run(command(new_id(), room.game.step), device=player.device).code == "not_allowed"


def test_a_facilitator_cannot_choose(room):
    assert room.run(Ready(new_id(), room.game.step, True)).code == "not_allowed"


def test_a_game_that_is_gone():
    request = full_table().players[0].request(Ready("r", 0, True))
    assert commands.carry_out(404, [request]) == [Refusal("r", "gone")]


def test_both_municipal_and_other_sets_are_read(room):
    assert stored(room.players[0].choose(decides("professionals", True, "result"))) == decides(
        "professionals", True, "result"
    )
