"""Chairs and tables before and in round 1: what the start does with empty ones, adding them, and back to the lobby."""

import pytest

from game.actions import admission, devices
from game.engine.model.roles import Role
from game.engine.table.journal import SeatAdded, SteppedBack
from game.engine.table.phases import Phase
from game.models import JournalEntry, LogLine, Observation, Occupancy, Prediction, Seat, Table
from game.protocol.commands.course import GoBack, Next, PlayAgain, Undo
from game.protocol.commands.people import AddSeat, AddTable, Move, RemoveSeat, RemoveTable, SetBot
from game.protocol.messages import Ack
from game.protocol.stored import load_entry
from game.selectors.live import loading, screens
from tests.actions.room import acts, full_table, new_id, proposes, start

pytestmark = pytest.mark.django_db


def begin(room, *fill):
    return room.run(Next(new_id(), room.game.step, bots_at=fill))


def to_lobby(room, step=None):
    return room.run(GoBack(new_id(), room.game.step if step is None else step, "lobby", 0))


def more(room, role, table=1, id=None):
    return room.run(AddSeat(id or new_id(), room.game.step, table, Role(role)))


def plan(room):
    return screens.panel_room(loading.load(room.game.pk)).start


def started(room):
    return screens.panel_room(loading.load(room.game.pk)).started


def numbers(room):
    return list(Table.objects.filter(game=room.game).values_list("number", flat=True))


def roles(table=1):
    return list(Seat.objects.filter(table__number=table).values_list("number", "role"))


def bots(table=1):
    return list(Seat.objects.filter(table__number=table, bot=True).values_list("number", flat=True))


def lines(room, code):
    return list(LogLine.objects.filter(game=room.game, code=code).values_list("table", "params", "replaced"))


def watch(room, table):
    device, _ = devices.register("nl")
    admission.join(room.workshop.pk, device, "Mol", table, None, "observe")
    return device


# What the start will do, and did


def three_tables():
    room = start(tables=3, seats=4)
    room.join("Egel", table=1, role="resident")
    room.join("Das", table=3, role="municipality")
    return room


def test_the_start_is_summed_up_before_it_is_made():
    room = three_tables()
    before = plan(room)
    assert (before.bots, before.dropped, before.only_bots) == (6, 0, ())
    assert [(one.table, one.seats) for one in before.empty] == [(2, 4)]
    assert [(one.table, one.roles) for one in before.missing] == [
        (1, (Role.MUNICIPALITY, Role.PROFESSIONAL)),
        (3, (Role.PROFESSIONAL, Role.RESIDENT)),
    ]
    assert started(room) is None


def test_an_empty_table_is_left_out_and_that_is_said():
    room = three_tables()
    assert isinstance(begin(room), Ack)
    assert numbers(room) == [1, 3]
    after = started(room)
    assert (after.bots, after.left_out, after.filled) == (6, (2,), ())
    assert lines(room, "table_left_out") == [(2, {}, False)]
    assert lines(room, "seats_filled") == [(None, {"count": 6}, False)]
    assert screens.panel_room(loading.load(room.game.pk)).start is None
    for _ in range(3):
        room.next()
    assert started(room) is None, "from round 2 on it is of no more use"


def test_an_empty_table_plays_with_bots_when_that_is_chosen():
    room = three_tables()
    assert isinstance(begin(room, 2), Ack)
    assert numbers(room) == [1, 2, 3]
    assert (bots(2), started(room).filled, started(room).left_out) == ([0, 1, 2, 3], (2,), ())
    assert lines(room, "table_filled") == [(2, {}, False)]
    room.assert_replays()


def test_a_room_where_nobody_sits_starts_with_bots_only_when_that_is_chosen():
    room = start(tables=2, seats=4, fill_bots=False)
    assert begin(room).code == "nobody_here"
    assert begin(room, 3).code == "unknown_table"
    assert (numbers(room), room.game.phase) == ([1, 2], Phase.LOBBY)
    assert isinstance(begin(room, 1), Ack)
    assert (numbers(room), bots(1)) == ([1], [0, 1, 2, 3])
    room.assert_replays()


def test_a_table_where_somebody_sat_down_meanwhile_keeps_its_free_seats_as_they_are():
    room = start(tables=2, seats=8, fill_bots=False)
    room.join("Egel", table=1, role="resident")
    room.join("Das", table=2, role="resident")
    begin(room, 2)
    assert [role for _, role in roles(2)] == ["municipality", "professional", "resident"]
    assert (started(room).dropped, started(room).filled) == (10, ())


def test_bots_that_were_seated_by_hand_make_a_table_play():
    room = three_tables()
    room.run(SetBot(new_id(), 0, 2, 0, True))
    assert (plan(room).only_bots, plan(room).empty) == ((2,), ())
    begin(room)
    assert numbers(room) == [1, 2, 3]


def test_a_rehearsal_has_no_empty_tables():
    room = start(tables=2, seats=4, rehearsal=True)
    assert (plan(room).empty, plan(room).only_bots, plan(room).bots) == ((), (1, 2), 0)
    assert isinstance(begin(room), Ack)


def test_who_watched_a_table_that_is_left_out_watches_another():
    room = three_tables()
    watch(room, 2)
    begin(room)
    assert Observation.objects.get(until=None).table.number == 1


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


# Back to the lobby


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
