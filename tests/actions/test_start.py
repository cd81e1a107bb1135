"""The start: what it does with free seats and empty tables, said before it is made."""

import pytest

from game.engine.model.roles import Role
from game.engine.table.phases import Phase
from game.models import Observation
from game.protocol.commands.people import SetBot
from game.protocol.messages import Ack
from game.selectors.live import loading, screens
from tests.actions.lobbies import begin, bots, lines, numbers, plan, roles, three_tables, watch
from tests.actions.room import new_id, start

pytestmark = pytest.mark.django_db


def started(room):
    return screens.panel_room(loading.load(room.game.pk)).started


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
