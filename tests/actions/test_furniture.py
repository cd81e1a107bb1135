"""Chairs and tables: adding them and taking them away in the lobby, and one more chair in round 1."""

import pytest

from game.engine.model.roles import Role
from game.engine.table.journal import SeatAdded
from game.engine.table.phases import Phase
from game.models import Seat
from game.protocol.commands.course import GoBack, PlayAgain, Undo
from game.protocol.commands.people import AddTable, RemoveSeat, RemoveTable
from game.protocol.messages import Ack
from tests.actions.lobbies import begin, bots, more, numbers, roles
from tests.actions.room import acts, full_table, new_id, proposes, start

pytestmark = pytest.mark.django_db


# More chairs and tables in the lobby


def test_a_seat_is_added_in_the_order_of_the_roles():
    room = full_table()
    before = {player.device.pk: player.seat.role for player in room.players}
    assert isinstance(more(room, "municipality"), Ack)
    assert [role for _, role in roles()] == ["municipality"] * 2 + ["professional"] * 2 + ["resident"] * 3
    assert [number for number, _ in roles()] == list(range(7))
    assert {player.device.pk: player.seat.role for player in room.players} == before
    assert isinstance(begin(room), Ack)
    assert bots() == [1]
    room.assert_replays()


def test_a_seat_is_added_once_however_often_it_is_sent():
    room = start(seats=4)
    more(room, "resident", id="s1")
    assert isinstance(more(room, "resident", id="s1"), Ack)
    assert len(roles()) == 5


def test_twelve_seats_are_enough():
    room = start(seats=12)
    answer = more(room, "resident")
    assert (answer.code, answer.params) == ("seats_full", {"limit": 12})
    assert more(room, "resident", table=2).code == "unknown_table"


def test_a_free_seat_is_taken_away_again():
    room = start(seats=4)
    more(room, "professional")
    egel = room.join("Egel", role="professional")
    free = Seat.objects.filter(role="professional").exclude(pk=egel.seat_id).get()

    def away(seat, table=1):
        return room.run(RemoveSeat(new_id(), 0, table, seat))

    assert away(egel.seat.number).code == "seat_taken"
    assert away(11).code == "unknown_seat"
    assert away(0, table=9).code == "unknown_table"
    assert isinstance(away(free.number), Ack)
    assert [number for number, _ in roles()] == [0, 1, 2, 3]
    assert away(0).code == "seat_needed"
    begin(room)
    assert away(3).code == "only_in_lobby"


def test_a_table_is_added_like_the_last_and_taken_away_again():
    room = start(tables=2, seats=5)
    room.run(AddTable("t1x", 0))
    room.run(AddTable("t1x", 0))
    assert numbers(room) == [1, 2, 3]
    assert roles(3) == roles(1)
    room.join("Egel", table=3)

    def away(table):
        return room.run(RemoveTable(new_id(), 0, table))

    assert away(3).code == "table_taken"
    assert away(7).code == "unknown_table"
    assert isinstance(away(1), Ack)
    assert isinstance(away(2), Ack)
    assert away(3).code == "table_needed"
    room.run(AddTable(new_id(), 0))
    assert numbers(room) == [1, 3], "the number on the sign that stands there"
    begin(room)
    assert room.run(AddTable(new_id(), 1)).code == "only_in_lobby"
    assert away(1).code == "only_in_lobby"


def test_forty_tables_are_enough():
    room = start(tables=40, seats=3)
    assert room.run(AddTable(new_id(), 0)).code == "tables_full"


# One more chair in round 1


@pytest.mark.parametrize("presses", [0, 1])
@pytest.mark.parametrize("role", list(Role))
def test_a_seat_that_is_added_in_round_1_is_in_the_journal_and_played(role, presses):
    room = full_table()
    begin(room)
    for _ in range(presses):
        room.next()
    room.players[3].choose(acts("join", "wait", "wait", "wait") if presses else proposes(*["together"] * 4))
    mine = room.state().picks[3]
    neighbours = room.state().setup.neighbours
    assert isinstance(more(room, role), Ack)
    assert [entry.role for entry in room.journal() if isinstance(entry, SeatAdded)] == [role]
    state = room.state()
    assert len(state.setup.roles) - state.setup.neighbours == 7
    assert (neighbours, state.setup.neighbours) == (1, 0 if role is Role.RESIDENT else 1)
    assert (state.picks[3], state.picks[6].by) == (mine, "bot")
    room.assert_replays()
    late = room.join("Otter", role=role)
    assert (late.seat.number, late.seat.bot) == (6, False)
    assert isinstance(late.ready(), Ack)
    for _ in range(5):
        room.next()
        room.assert_replays()
    assert len(room.state().played[0].seats) == len(state.setup.roles)


def test_without_bots_the_new_seat_has_nothing_chosen_until_somebody_does():
    room = full_table(fill_bots=False)
    begin(room)
    more(room, "resident")
    assert (bots(), room.state().picks[6].by) == ([], None)
    late = room.join("Otter")
    assert isinstance(late.choose(proposes(*["residents"] * 4)), Ack)
    room.assert_replays()


def test_no_seat_is_added_once_the_outcome_of_round_1_is_there():
    room = full_table()
    begin(room)
    room.next()
    room.next()
    while room.game.phase != Phase.CLOSED:
        assert more(room, "resident").code == "seats_fixed", room.game.phase
        room.next()
    assert len(roles()) == 6


def test_a_press_before_it_is_undone_with_the_seat_still_there():
    room = full_table()
    begin(room)
    room.next()
    more(room, "professional")
    assert isinstance(room.run(Undo(new_id(), room.game.step)), Ack)
    assert len(room.state().setup.roles) == 8
    room.assert_replays()
    room.next()
    room.assert_replays()


def test_what_has_no_such_seat_is_not_undone_any_more():
    room = full_table()
    begin(room)
    for _ in range(4):
        room.next()
    room.run(GoBack(new_id(), room.game.step, "agree", 1))
    more(room, "professional")
    assert room.run(Undo(new_id(), room.game.step)).code == "cannot_undo"
    room.next()
    room.assert_replays()


def test_a_practice_round_gives_another_chance_to_add_a_seat():
    room = full_table(practice=True)
    begin(room)
    room.next()
    room.next()
    assert more(room, "resident").code == "seats_fixed"
    room.next()
    assert (room.game.phase, room.game.round) == (Phase.AGREE, 1)
    assert isinstance(more(room, "resident"), Ack)
    room.next()
    room.assert_replays()


def test_the_next_game_has_the_added_seats_in_the_order_of_the_roles():
    room = full_table(rounds=1)
    begin(room)
    more(room, "municipality")
    for _ in range(3):
        room.next()
    room.run(PlayAgain(new_id(), room.game.step, False))
    found = Seat.objects.filter(table__game=room.game).values_list("number", "role")
    assert [role for _, role in found] == ["municipality"] * 2 + ["professional"] * 2 + ["resident"] * 3
    assert isinstance(begin(room), Ack)
    room.assert_replays()
