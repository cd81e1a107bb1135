"""Back to the lobby: everybody is there again and nothing is chosen, until a round is closed."""

import pytest

from game.engine.model.roles import Role
from game.engine.table.journal import SteppedBack
from game.engine.table.phases import Phase
from game.models import JournalEntry, Observation, Occupancy, Prediction, Seat, Table
from game.protocol.commands.course import GoBack, Undo
from game.protocol.commands.people import AddTable, Move, RemoveTable, SetBot
from game.protocol.messages import Ack
from game.protocol.stored import load_entry
from tests.actions.lobbies import begin, bots, lines, more, numbers, plan, roles, three_tables, watch
from tests.actions.room import acts, full_table, new_id, proposes, start

pytestmark = pytest.mark.django_db


def to_lobby(room, step=None):
    return room.run(GoBack(new_id(), room.game.step if step is None else step, "lobby", 0))


def test_the_lobby_opens_again_with_everybody_and_nothing_chosen():
    room = three_tables()
    egel = room.players[0]
    begin(room)
    egel.choose(proposes(*["residents"] * 4))
    room.next()
    egel.choose(acts("join", "wait", "wait", "wait"))
    assert isinstance(to_lobby(room), Ack)
    game = room.game
    assert (game.phase, game.round, game.back_from, game.started) == (Phase.LOBBY, 0, "act", {})
    assert numbers(room) == [1, 2, 3]
    assert list(Table.objects.values_list("snapshot", flat=True)) == ["", "", ""]
    assert [len(roles(table)) for table in (1, 2, 3)] == [4, 4, 4]
    assert [bots(table) for table in (1, 2, 3)] == [[], [], []]
    assert Occupancy.objects.filter(until=None).count() == 2
    assert lines(room, "table_left_out") == [(2, {}, True)]
    assert (lines(room, "went_to_lobby"), len(plan(room).empty)) == ([(None, {"phase": "act"}, False)], 1)
    journal = room.journal()
    assert journal[-1] == SteppedBack(Phase.LOBBY, 0)
    begin(room)
    assert room.journal()[: len(journal)] == journal
    assert (room.state().phase, room.state().picks[egel.seat.number].by) == (Phase.AGREE, None)
    room.assert_replays()


def test_seats_that_the_start_took_away_are_there_again():
    room = start(seats=8, fill_bots=False)
    room.join("Egel", role="resident")
    begin(room)
    assert len(roles()) == 3
    to_lobby(room)
    assert [role for _, role in roles()] == ["municipality"] * 2 + ["professional"] * 2 + ["resident"] * 4
    assert bots() == []


def test_bots_that_the_facilitator_seated_stay_and_the_others_leave():
    room = full_table()
    room.run(SetBot(new_id(), 0, 1, 5, True))
    leaving = room.players[4]
    more(room, "resident")
    begin(room)
    person = Occupancy.objects.get(seat=leaving.seat_id, until=None).person_id
    room.run(Move(new_id(), 1, [person], 1, 6))
    assert (bots(), room.game.phase) == ([4], Phase.AGREE)
    to_lobby(room)
    assert bots() == []
    room = start("Vrijdagmiddag", seats=4)
    room.join("Egel", role="resident")
    table = Table.objects.get(game=room.game)
    room.run(SetBot(new_id(), 0, 1, 0, True))
    begin(room)
    room.run(SetBot(new_id(), 1, 1, 1, False))
    room.run(SetBot(new_id(), 1, 1, 1, True))
    to_lobby(room)
    assert list(Seat.objects.filter(table=table, bot=True).values_list("number", flat=True)) == [0, 1]


def test_in_a_rehearsal_the_bots_stay():
    room = start(tables=2, seats=4, rehearsal=True)
    begin(room)
    more(room, "resident")
    to_lobby(room)
    assert (bots(1), bots(2)) == ([0, 1, 2, 3, 4], [0, 1, 2, 3])
    assert isinstance(begin(room), Ack)
    room.assert_replays()


def test_chairs_can_be_changed_and_the_game_begins_anew():
    room = full_table()
    begin(room)
    more(room, "professional")
    assert roles()[6] == (6, "professional")
    to_lobby(room)
    assert roles()[3] == (3, "professional")
    more(room, "municipality")
    room.run(AddTable(new_id(), room.game.step))
    room.join("Otter", table=2)
    assert isinstance(begin(room), Ack)
    assert numbers(room) == [1, 2]
    assert room.state(1).setup.roles[:8] == tuple(Role(role) for _, role in roles(1))
    for _ in range(4):
        room.next()
        room.assert_replays()


def test_a_table_that_played_keeps_its_journal_when_it_is_left_out():
    room = three_tables()
    begin(room)
    to_lobby(room)
    person = Occupancy.objects.get(seat=room.players[0].seat_id, until=None).person_id
    room.run(Move(new_id(), room.game.step, [person], 3))
    first = Table.objects.get(number=1)
    kept = JournalEntry.objects.filter(table=first).count()
    assert room.run(RemoveTable(new_id(), room.game.step, 1)).code == "table_played"
    begin(room)
    assert numbers(room) == [3]
    entries = JournalEntry.objects.filter(table=first)
    assert entries.count() == kept
    last = entries.last()
    assert load_entry(last.kind, last.payload) == SteppedBack(Phase.LOBBY, 0)


def test_observers_stay_and_what_they_expected_is_forgotten():
    room = full_table()
    watch(room, 1)
    begin(room)
    watching = Observation.objects.get(until=None)
    Prediction.objects.create(person=watching.person, table=watching.table, round=1, expects="same")
    to_lobby(room)
    assert (Prediction.objects.count(), Observation.objects.filter(until=None).count()) == (0, 1)


def test_a_start_is_undone_by_opening_the_lobby_again():
    room = three_tables()
    begin(room)
    assert isinstance(room.run(Undo(new_id(), 1)), Ack)
    assert (room.game.phase, room.game.step, numbers(room)) == (Phase.LOBBY, 2, [1, 2, 3])
    assert room.run(Undo(new_id(), 2)).code == "cannot_undo"


def test_the_lobby_stays_closed_once_a_round_is():
    room = full_table(rounds=2)
    assert to_lobby(room).code == "cannot_go_back"
    begin(room)
    assert to_lobby(room, step=0).code == "stale_step"
    for _ in range(3):
        room.next()
    while room.game.phase != Phase.CLOSED:
        assert to_lobby(room).code == "cannot_go_back", room.game.phase
        room.next()


def test_also_from_an_early_end_without_a_round():
    room = full_table()
    begin(room)
    room.end()
    assert isinstance(to_lobby(room), Ack)
    assert isinstance(begin(room), Ack)
    room.assert_replays()


def test_the_same_command_sent_twice_opens_the_lobby_once():
    room = full_table()
    begin(room)
    command = GoBack("b1", 1, "lobby", 0)
    assert isinstance(room.run(command), Ack)
    assert isinstance(room.run(command), Ack)
    assert room.game.step == 2


def test_a_choice_that_comes_late_is_told_so():
    room = full_table()
    begin(room)
    to_lobby(room)
    assert room.players[3].choose(proposes(*["residents"] * 4), step=1).code == "phase_closed"
