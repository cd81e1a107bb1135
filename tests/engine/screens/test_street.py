"""A table's picture says what anybody walking by could see, to each chair what is its own, and nothing before its time."""

import msgspec
import pytest

from game.engine.debrief.played import of_table
from game.engine.model.choices import Holder
from game.engine.model.roles import Role
from game.engine.screens import panel, player, projector
from game.engine.screens.street import (
    Street,
    StreetEnd,
    StreetOwn,
    StreetTask,
    ends,
    film,
    street,
    street_own,
)
from game.engine.table.moves import close_phase, end
from tests.engine.builders import (
    CALM,
    TROUBLE,
    acted,
    acting,
    choose,
    in_outcome,
    opened,
    responded,
    round_played,
)
from tests.engine.screens.test_screens import room, seated

UNKNOWN = dict.fromkeys(("joined", "claimed", "took_over", "worked_along", "visited"))


def test_before_anything_was_decided_no_lamp_hangs():
    shown = street(opened())
    assert (shown.lit, shown.empty, shown.residents) == (False, False, 4)
    assert set(shown.tasks) == {StreetTask(None, 0, False, False, False, **UNKNOWN)}


def test_once_decided_the_lamps_hang_and_nobody_stands_there_yet():
    shown = street(acting())
    assert shown.lit
    assert [task.holder for task in shown.tasks] == [deal.holder for deal in acting().agreement.deals]
    assert {task.joined for task in shown.tasks} == {None}


def test_the_outcome_shows_who_came_and_who_worked():
    state = close_phase(choose(acting(), 3, acted("join", "wait", "claim", "wait")), CALM)
    shown = street(state)
    counts = [(task.joined, task.claimed) for task in shown.tasks]
    seats = [
        one.choice.act
        for one, role in zip(state.acted, state.setup.roles, strict=True)
        if role is Role.RESIDENT
    ]
    assert counts == [
        (sum(s[k] == "join" for s in seats), sum(s[k] == "claim" for s in seats)) for k in range(4)
    ]
    assert counts[2][1] == 1
    assert all(task.took_over is not None and task.visited is not None for task in shown.tasks)


def test_last_round_s_lamps_hang_unlit_while_a_table_agrees():
    shown = street(round_played())
    assert not shown.lit
    assert {task.holder for task in shown.tasks} <= set(Holder)
    assert {task.worked_along for task in shown.tasks} == {None}


@pytest.mark.parametrize(
    ("seat", "words", "is_mended"),
    [
        (3, "repair", True),
        (1, "pull_in", True),
        (3, "guarantee", False),
        (1, "evaluate", False),
        (3, "let_be", False),
    ],
)
def test_an_incident_looks_mended_once_somebody_put_it_right(seat, words, is_mended):
    state = in_outcome(TROUBLE)
    hit = [k for k, task in enumerate(state.outcome.tasks) if task.incident]
    answer = responded(*(words if task.trouble else "let_be" for task in state.outcome.tasks))
    assert [street(state).tasks[k].mended for k in hit] == [False] * len(hit)
    shown = street(close_phase(choose(state, seat, answer), ()))
    assert hit
    assert [shown.tasks[k].mended for k in hit] == [is_mended] * len(hit)
    assert all(shown.tasks[k].incident for k in hit)


def test_what_came_to_every_table_is_told_from_this_table_s_own_incident():
    state = close_phase(acting(opened(ruleset=2, setbacks=((1, 2),))), CALM)
    hit = [k == 2 for k in range(4)]
    after = close_phase(state, ())
    for shown in (street(state), street(after), film(end(after))[0]):
        assert [(task.incident, task.setback) for task in shown.tasks] == [(one, one) for one in hit]
    own = in_outcome(TROUBLE)
    assert any(task.incident for task in street(own).tasks)
    assert {task.setback for task in street(own).tasks} == {False}


def test_how_much_is_in_the_purse_is_the_municipality_s_until_the_debrief():
    state = close_phase(acting(), CALM)
    left = round(state.outcome.reserve, 1)
    assert [street_own(state, role).reserve for role in (None, *Role)] == [
        left if role is Role.MUNICIPALITY else None for role in (None, *Role)
    ]
    assert street_own(end(state), None) == StreetOwn(windows=True, reserve=left)
    assert street_own(opened(), Role.MUNICIPALITY).reserve is None


def test_only_neighbours_see_who_stayed_in():
    state = close_phase(acting(), CALM)
    assert [street_own(state, role).windows for role in (None, *Role)] == [
        role is Role.RESIDENT for role in (None, *Role)
    ]


def test_every_screen_of_a_table_has_the_same_picture():
    state = close_phase(acting(), CALM)
    board = projector.board(state, seated())
    assert board.street == player.table_part(state, room(), seated()).street == street(state)
    assert board.own == StreetOwn(windows=False, reserve=None)
    assert player.mine(state, room(), seated(), 0).own == street_own(state, state.setup.roles[0])


def test_a_debrief_begins_with_the_first_and_the_last_picture_of_a_table():
    state = end(round_played(round_played(round_played())))
    looks = [tuple(task.quality for task in played.result.outcome.tasks) for played in of_table(state).rounds]
    first, _, last = film(state)
    assert ends(state) == (StreetEnd(1, first, looks[0]), StreetEnd(3, last, looks[2]))
    assert panel.panel_tile(state, seated(), state.setup.roles).ends == ends(state)


def test_a_table_of_one_round_has_one_picture_and_in_play_there_is_none_yet():
    played = round_played()
    assert [one.round for one in ends(end(played))] == [1]
    assert ends(end(opened())) == ()
    assert ends(played) == ()


def test_a_rule_is_counted_on_paper_once_and_what_was_taken_off_is_gone():
    state = opened()
    for requirements, ruled in (
        (False, True),
        (True, False),
        (True, True),
        (True, False),
        (False, False),
        (True, False),
    ):
        state = in_outcome(TROUBLE, state, requirements=requirements)
        k = next(k for k, task in enumerate(state.outcome.tasks) if task.trouble)
        if ruled:
            state = choose(
                state, 0, responded(*("add_rule" if one.trouble else "let_be" for one in state.outcome.tasks))
            )
        state = close_phase(state, ())
    # The rule of round 1 is what stands in round 2; that of round 3 is a second one, until all of it is taken off.
    assert [one.tasks[k].sheets for one in film(state)] == [0, 1, 1, 2, 0, 1]


def test_a_picture_travels_as_plain_values():
    shown = street(close_phase(acting(), CALM))
    assert msgspec.json.decode(msgspec.json.encode(shown), type=Street) == shown
