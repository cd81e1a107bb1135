"""The schedule of the panel: where the evening should be, as long as there is a plan and something is played."""

from dataclasses import replace

import pytest

from game.engine.screens.room import DebriefView, Desk, Room
from game.engine.screens.schedule import Schedule, schedule
from game.engine.table.phases import Phase

ROOM = Room(
    title="", code="", address="", scenario="street", step=1, phase=Phase.ACT, round=1, rounds=6, silent=True,
    desk=Desk(minutes=75, began_ms=1000),
)  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "begins", "ends"),
    [
        ({}, 0, 7),
        ({"round": 3}, 11, 14),
        ({"phase": Phase.TIME_OUT, "round": 4}, 14, 19),
        ({"phase": Phase.DEBRIEF, "round": 6}, 29, 33),
        ({"phase": Phase.DEBRIEF, "round": 6, "debrief": DebriefView(step="tomorrow")}, 63, 67),
    ],
)
def test_the_usual_evening_has_a_place_for_every_moment(changes, begins, ends):
    assert schedule(replace(ROOM, **changes), 1) == Schedule(67, 1000, begins, ends)


@pytest.mark.parametrize(
    "changes",
    [
        {"desk": Desk(began_ms=1000)},
        {"desk": Desk(minutes=75)},
        {"phase": Phase.LOBBY, "round": 0},
        {"phase": Phase.CLOSED, "round": 6},
    ],
)
def test_without_a_plan_before_the_start_and_after_the_end_there_is_none(changes):
    assert schedule(replace(ROOM, **changes), 1) is None


def test_a_practice_round_stays_in_the_plan_when_it_is_over():
    practice = replace(ROOM, practice=True)
    first = schedule(practice, 1)
    after = schedule(replace(ROOM, desk=replace(ROOM.desk, practised=True)), 1)
    assert first is not None
    assert after is not None
    assert (first.begins, first.ends) == (0, after.begins)


def test_the_short_path_that_was_chosen_leaves_more_time_for_the_play():
    step = DebriefView(step="pattern")
    full, short = (
        schedule(replace(ROOM, phase=Phase.DEBRIEF, round=6, debrief=replace(step, short=short)), 1)
        for short in (False, True)
    )
    assert full is not None
    assert short is not None
    assert short.begins > full.begins
