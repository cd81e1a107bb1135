"""Commands that a network doubled, delayed or brought together: what is answered is what is stored, in whatever batch."""

import msgspec
import pytest

from game.actions import commands
from game.actions.commands import Request
from game.engine.model.choices import Choice
from game.models import JournalEntry
from game.protocol.commands.course import Next
from game.protocol.messages import Ack, Refusal
from tests.actions.room import Room, acts, full_table, new_id, proposes

pytestmark = pytest.mark.django_db


@pytest.fixture
def room() -> Room:
    room = full_table()
    room.next()
    return room


def next_of(room: Room) -> Request:
    command = Next(new_id(), room.game.step, tuple(range(1, 201)))
    return Request(command, "facilitator", room.facilitator.pk)


def test_the_same_press_twice_in_one_batch_gets_the_same_answer(room: Room) -> None:
    step = room.game.step
    press = next_of(room)
    first, second = commands.carry_out(room.game.pk, [press, press])
    assert isinstance(first, Ack)
    assert second == first
    assert room.game.step == step + 1
    assert commands.carry_out(room.game.pk, [press])[0] == msgspec.structs.replace(first, rev=room.game.rev)


def test_two_presses_of_the_same_step_in_one_batch_go_on_once(room: Room) -> None:
    step = room.game.step
    first, second = commands.carry_out(room.game.pk, [next_of(room), next_of(room)])
    assert isinstance(first, Ack)
    assert isinstance(second, Refusal)
    assert (second.code, room.game.step) == ("stale_step", step + 1)


def test_a_ready_that_changed_nothing_is_not_judged_anew_when_it_comes_again(room: Room) -> None:
    player = room.players[3]
    player.ready(id="first")
    player.ready(id="again")  # a second press before the first was shown
    player.ready(False, id="undone")
    assert isinstance(player.ready(id="again"), Ack)  # late, of a network that held it
    assert 3 not in room.state().ready
    room.assert_replays()


def test_what_is_acknowledged_after_a_press_in_the_same_batch_is_stored(room: Room) -> None:
    """A phone whose storage was cleared counts lower than before, in a step that the batch itself opened."""
    player = room.players[3]
    step = room.game.step
    asked = player.request(player.choice(proposes(*["together"] * 4), n=50))
    before = player.request(player.choice(proposes(*["residents"] * 4), n=51))
    after = player.request(player.choice(acts("join", "wait", None, None), step=step + 1, n=7))
    commands.carry_out(room.game.pk, [asked])
    answers = commands.carry_out(room.game.pk, [before, next_of(room), after])
    stored = [
        msgspec.json.decode(one.stored, type=Choice) for one in answers if isinstance(one, Ack) and one.stored
    ]
    assert stored == [proposes(*["residents"] * 4), acts("join", "wait", None, None)]
    assert room.state().picks[3].choice == stored[1]
    assert JournalEntry.objects.filter(kind="chose", by="player").count() == 3
    room.assert_replays()


def test_a_choice_of_the_step_that_a_press_in_the_same_batch_closed_is_refused(room: Room) -> None:
    player = room.players[3]
    late = player.request(player.choice(proposes(*["together"] * 4)))
    answers = commands.carry_out(room.game.pk, [next_of(room), late])
    assert [type(one) for one in answers] == [Ack, Refusal]
    assert isinstance(answers[1], Refusal)
    assert answers[1].code == "phase_closed"
    assert JournalEntry.objects.filter(kind="chose", by="player").count() == 0
