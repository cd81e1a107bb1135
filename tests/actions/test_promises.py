"""Promises at the door: kept once, answered with what is stored, off without talking; bots make theirs when act opens."""

import msgspec
import pytest

from game.models import JournalEntry
from game.protocol.commands.course import GoBack, Undo
from game.protocol.commands.player import Promise
from tests.actions.room import Room, acts, full_table, new_id

pytestmark = pytest.mark.django_db
GREEN = (True, False, False, False)
ALL = (True,) * 4


@pytest.fixture
def room() -> Room:
    """A table in act of a round that is played talking."""
    room = full_table(talking="free")
    room.next()
    room.next()
    return room


def says(player, tasks, n=1, id=None, step=None):
    game = player.room.game
    return player.send(Promise(id or new_id(), game.step if step is None else step, n, tasks))


def stored(ack):
    return msgspec.json.decode(ack.stored, type=tuple[bool, ...])


def said_by_people():
    return JournalEntry.objects.filter(kind="promised", by="player")


def test_a_promise_is_kept_and_acknowledged_with_what_is_stored(room):
    ack = says(room.players[3], GREEN, id="p1")
    assert (ack.id, ack.n, stored(ack)) == ("p1", 1, GREEN)
    assert room.state().promises[3] == GREEN
    assert (said_by_people().get().seat, said_by_people().get().n) == (3, 1)
    room.assert_replays()


def test_the_same_command_again_gets_the_same_answer(room):
    first = says(room.players[3], GREEN, id="p1")
    assert says(room.players[3], GREEN, id="p1") == first
    assert said_by_people().count() == 1


def test_an_older_one_returns_what_is_stored(room):
    says(room.players[3], GREEN, n=5)
    assert stored(says(room.players[3], ALL, n=4)) == GREEN
    assert room.state().promises[3] == GREEN
    assert stored(says(room.players[3], (False,) * 4, n=6)) == (False,) * 4


def test_promises_and_choices_count_each_for_themselves(room):
    player = room.players[3]
    player.choose(acts("join", None, None, None), n=9)
    assert stored(says(player, GREEN, n=2)) == GREEN
    assert player.choose(acts("join", "join", None, None), n=10).n == 10
    assert room.state().promises[3] == GREEN


def test_an_id_of_another_command_is_refused(room):
    player = room.players[3]
    player.choose(acts("join", None, None, None), id="c1")
    assert says(player, GREEN, id="c1").code == "duplicate_id"


def test_it_is_off_without_talking_and_outside_act(room):
    silent = full_table()
    silent.next()
    silent.next()
    assert says(silent.players[3], GREEN).code == "wrong_phase"
    room.next()
    assert says(room.players[3], GREEN).code == "wrong_phase"
    assert said_by_people().count() == 0


def test_one_that_comes_late_is_told_so(room):
    step = room.game.step
    room.next()
    assert says(room.players[3], GREEN, step=step).code == "phase_closed"


def test_a_list_of_another_length_and_another_seat_are_refused(room):
    assert says(room.players[3], GREEN[:3]).code == "unknown_task"
    other = full_table(talking="free")
    other.next()
    other.next()
    stranger = room.players[3]
    stranger.seat_id = other.players[3].seat_id
    assert says(stranger, GREEN).code == "not_seated"


def test_bots_and_neighbours_promise_when_act_opens():
    room = full_table(talking="free", seats=7)
    room.next()
    assert JournalEntry.objects.filter(kind="promised").count() == 0
    room.next()
    state = room.state()
    people = {player.seat.number for player in room.players}
    assert {seat for seat, said in enumerate(state.promises) if said} == set(
        range(len(state.setup.roles))
    ) - people
    room.assert_replays()


def test_from_the_first_round_that_is_played_talking():
    room = full_table(rounds=5)
    for _ in range(3 * 3):
        assert JournalEntry.objects.filter(kind="promised").count() == 0
        room.next()
    for phase in ("outcome", "time_out", "agree"):
        assert room.game.phase == phase
        room.next()
    assert (room.game.phase, room.game.round) == ("act", 4)
    assert stored(says(room.players[3], GREEN)) == GREEN


def test_a_change_of_phase_that_is_undone_leaves_them_and_a_step_back_does_not(room):
    says(room.players[3], GREEN)
    room.next()
    room.run(Undo(new_id(), room.game.step))
    assert room.state().promises[3] == GREEN
    room.next()
    room.run(GoBack(new_id(), room.game.step, "act", 1))
    assert room.state().promises[3] is None
    room.assert_replays()


def test_the_same_again_is_answered_and_written_once(room):
    says(room.players[3], GREEN, n=1)
    again = says(room.players[3], GREEN, n=2)
    assert (again.n, stored(again), said_by_people().count()) == (2, GREEN, 1)
