"""What a game goes on to and where it can go back to; chairs that rotate; and what observers see."""

import pytest

from game.engine.model.roles import Role, default_roles, rotation
from game.engine.screens import panel
from game.engine.screens.observer import may_predict, observer_mine, outcomes
from game.engine.screens.room import Desk, Room, TableRoom
from game.engine.table.journal import PhaseClosed, SetUp, TimeOut, replay
from game.engine.table.moves import close_phase, fill, open_table
from game.engine.table.phases import Phase, back_targets, cleared, coming
from tests.engine.builders import (
    CALM,
    TROUBLE,
    acted,
    acting,
    choose,
    in_outcome,
    opened,
    round_played,
    setup,
)

LOBBY = (Phase.LOBBY, 0)
AGREE, ACT, OUTCOME, TIME_OUT = Phase.AGREE, Phase.ACT, Phase.OUTCOME, Phase.TIME_OUT


@pytest.mark.parametrize(
    ("now", "settings", "then"),
    [
        ((Phase.LOBBY, 0), {}, (AGREE, 1)),
        ((OUTCOME, 1), {}, (AGREE, 2)),
        ((OUTCOME, 1), {"practice": True}, (AGREE, 1)),
        ((OUTCOME, 2), {"practice": True}, (AGREE, 3)),
        ((OUTCOME, 3), {}, (AGREE, 4)),
        ((OUTCOME, 3), {"silent_first": True}, (TIME_OUT, 4)),
        ((TIME_OUT, 4), {"silent_first": True}, (AGREE, 4)),
        ((OUTCOME, 4), {"silent_first": True}, (AGREE, 5)),
        ((OUTCOME, 6), {"silent_first": True}, (Phase.DEBRIEF, 6)),
        ((Phase.DEBRIEF, 6), {}, (Phase.CLOSED, 6)),
    ],
)
def test_what_a_game_goes_on_to(now, settings, then):
    assert coming(*now, 6, **settings) == then


def test_a_game_of_three_rounds_has_no_time_out():
    assert coming(OUTCOME, 3, 3, silent_first=True) == (Phase.DEBRIEF, 3)


@pytest.mark.parametrize(
    ("now", "targets"),
    [
        ((Phase.LOBBY, 0), ()),
        ((AGREE, 1), (LOBBY,)),
        ((ACT, 1), ((AGREE, 1), LOBBY)),
        ((OUTCOME, 2), ((ACT, 2), (AGREE, 2), (AGREE, 1))),
        ((AGREE, 3), ((OUTCOME, 2), (AGREE, 2), (AGREE, 1))),
        ((TIME_OUT, 4), ((OUTCOME, 3), (AGREE, 3), (AGREE, 2), (AGREE, 1))),
        ((Phase.DEBRIEF, 2), ((OUTCOME, 2), (AGREE, 2), (AGREE, 1))),
        ((Phase.DEBRIEF, 0), ((AGREE, 1), LOBBY)),
        ((Phase.CLOSED, 6), ((Phase.DEBRIEF, 6),)),
    ],
)
def test_where_a_game_can_go_back_to(now, targets):
    assert back_targets(*now) == targets


def test_a_time_out_changes_nothing_at_the_table():
    state = opened()
    entries = [SetUp(setup()), PhaseClosed(AGREE, 1, fill(state)), TimeOut(True), TimeOut(False)]
    assert replay(entries) == close_phase(state, ())


@pytest.mark.parametrize("seats", range(3, 13))
def test_chairs_rotate_so_that_most_get_another_role(seats):
    roles = default_roles(seats)
    shift = rotation(roles)
    changed = sum(role is not roles[(place + shift) % seats] for place, role in enumerate(roles))
    most = min(seats, 2 * (seats - roles.count(Role.RESIDENT))) if seats > 3 else 3
    assert changed == most


def test_nobody_rotates_where_all_are_alike_or_nobody_is():
    assert (rotation([Role.RESIDENT] * 3), rotation([])) == (0, 0)


# Observers

ROOM = Room(
    title="t",
    code="123456",
    address="",
    scenario="street",
    step=5,
    phase=OUTCOME,
    round=2,
    rounds=6,
    silent=False,
)


def second_round(joining: bool):
    """Return the outcome of a second round in which nobody, or everybody, spends the evenings."""
    state = close_phase(round_played(draws=CALM), ())
    for seat in range(3, 7) if joining else ():
        state = choose(state, seat, acted("join", "join", "join", "wait"))
    return close_phase(state, CALM)


def test_what_came_of_a_round_is_compared_with_the_round_before():
    assert outcomes(in_outcome()) == {}
    assert outcomes(second_round(joining=False)) == {2: "same"}
    assert outcomes(second_round(joining=True)) == {2: "better"}
    fell = close_phase(second_round(joining=True), ())
    assert outcomes(close_phase(close_phase(fell, ()), CALM)) == {2: "better", 3: "better"}
    left = close_phase(fell, ())
    for seat in range(3, 7):
        left = choose(left, seat, acted(*["wait"] * 4))
    assert outcomes(close_phase(left, TROUBLE)) == {2: "better", 3: "worse"}


def test_an_observer_sees_whether_it_came_true():
    mine = observer_mine(
        second_round(joining=True), ROOM, TableRoom(1, ()), "Otter", {1: "better", 2: "better"}
    )
    assert (mine.expects, mine.came, mine.is_open) == ("better", "better", False)
    assert (mine.right, mine.counted) == (1, 1)
    lobby = observer_mine(None, ROOM, TableRoom(1, ()), "Otter", {})
    assert (lobby.expects, lobby.came, lobby.is_open, lobby.seat, lobby.role) == (None,) * 2 + (False,) + (
        None,
    ) * 2


def test_when_an_outcome_can_be_predicted():
    second = round_played()
    found = [may_predict(None, Phase.LOBBY), may_predict(opened(), AGREE), may_predict(second, AGREE)]
    assert found == [False, False, True]
    assert may_predict(second, TIME_OUT) is False


def test_the_undercurrent_of_a_table_is_its_means():
    found = panel.under(open_table(setup()), TableRoom(3, ()))
    assert (found.table, found.ownership, found.expectation, found.bureaucracy, found.trust) == (
        3,
        0.5,
        0.5,
        0.2,
        0.5,
    )


def test_the_panel_says_what_comes_and_where_one_can_go_back_to():
    room = Room(
        title="t",
        code="1",
        address="",
        scenario="street",
        step=9,
        phase=OUTCOME,
        round=3,
        rounds=6,
        silent=True,
        desk=Desk(silent_first=True),
    )
    shown = panel.panel_room(room, ((acting(), TableRoom(1, ())),))
    first = shown.back[0]
    assert (shown.next, first.phase, first.round) == (panel.Moment(TIME_OUT, 4), ACT, 3)
    assert first.clears == (panel.Moment(ACT, 3), panel.Moment(OUTCOME, 3))


def test_going_back_from_the_time_out_clears_what_was_played_and_nothing_of_the_round_to_come():
    assert cleared(OUTCOME, 3, TIME_OUT, 4) == ((OUTCOME, 3),)
    assert cleared(AGREE, 3, TIME_OUT, 4) == ((AGREE, 3), (ACT, 3), (OUTCOME, 3))
