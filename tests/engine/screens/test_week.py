"""The hours that the purse pays: said before they are given away, with what the chair saw of why they are few."""

from dataclasses import replace

import pytest

from game.engine.model.outcome import hours_limit
from game.engine.model.roles import Role
from game.engine.model.seen import Reason
from game.engine.screens import player, week
from game.engine.table.moves import close_phase
from game.engine.table.phases import Phase
from game.engine.table.state import TableState
from tests.engine.builders import CALM, acted, acting, choose, decided, opened
from tests.engine.screens.test_screens import room, seated

MUNICIPALITY, PROFESSIONAL = 0, 1


def taken_over(rounds: int, ruleset: int = 2) -> TableState:
    """Return a table in agree after rounds in which professionals took over everything, on paper."""
    state = opened(ruleset=ruleset)
    for number in range(rounds):
        state = acting(state, holder="professionals", requirements=True)
        for seat in () if number else (1, 2):  # later rounds repeat it
            state = choose(state, seat, acted(*["take_over"] * 4))
        state = close_phase(close_phase(state, CALM), ())
    return state


@pytest.mark.parametrize("ruleset", [1, 2])
def test_professionals_read_how_much_of_a_week_is_paid_and_why_before_they_choose(ruleset: int) -> None:
    state = close_phase(taken_over(5, ruleset), ())
    hours = hours_limit(state.setup.rules, state.values, state.agreement)
    last = state.played[-1].result.outcome

    found = player.mine(state, room(Phase.ACT, 6), seated(), 1).week

    assert found is not None
    assert hours - 0.1 < found.paid <= hours < found.full == 10.0
    assert found.empty
    assert found.why[-2:] == (
        Reason("paper_cost", {"count": 4, "money": 1.0}),
        Reason("lost", {"of_ten": round(10 * (1 - 1 / last.load), 1)}),
    )


def test_why_it_is_less_tells_a_dear_round_from_dear_ones_before() -> None:
    told = {}
    for rounds in range(1, 7):
        state = taken_over(rounds)
        found = week.this_round(state, PROFESSIONAL)
        dear = state.played[-1].result.outcome.cost > 8.8
        if found is not None and found.empty:
            told[found.why[0].code] = dear
    assert told == {"spent": True, "spent_before": False}


def test_the_hours_follow_the_paper_that_the_municipality_taps() -> None:
    state = taken_over(5)
    before = week.this_round(state, MUNICIPALITY)
    bare = week.this_round(choose(state, MUNICIPALITY, decided("professionals")), MUNICIPALITY)
    assert before is not None
    assert bare is not None
    assert before.paid < bare.paid
    assert [one.code for one in before.why] == ["spent_before", "paper_cost"]
    assert [one.code for one in bare.why] == ["spent_before"]
    assert week.this_round(choose(state, MUNICIPALITY, decided("professionals")), PROFESSIONAL) == replace(
        before, why=(*before.why, Reason("lost", {"of_ten": before_lost(state)}))
    )


def before_lost(state: TableState) -> float:
    return round(10 * (1 - 1 / state.played[-1].result.outcome.load), 1)


def test_a_full_week_needs_no_reason() -> None:
    found = week.this_round(acting(opened(ruleset=2)), PROFESSIONAL)
    assert found == week.PaidWeek(10.0, 10.0, False, ())


def test_before_the_first_outcome_only_paper_can_be_why() -> None:
    state = acting(opened(ruleset=2), requirements=True)
    poor = replace(state, values=replace(state.values, reserve=-5.0))
    found = week.this_round(poor, PROFESSIONAL)
    assert found is not None
    assert (found.empty, found.why) == (True, (Reason("paper_cost", {"count": 4, "money": 1.0}),))


def test_only_who_gives_hours_away_reads_them_and_the_municipality_not_what_was_lost() -> None:
    state = taken_over(4)
    found = {
        role: week.this_round(state, seat)
        for role, seat in zip(Role, (MUNICIPALITY, PROFESSIONAL, 3), strict=True)
    }

    assert found[Role.RESIDENT] is None
    assert [one.code for one in found[Role.PROFESSIONAL].why][-1] == "lost"
    assert [one.code for one in found[Role.MUNICIPALITY].why][-1] == "paper_cost"
    assert week.this_round(close_phase(state, ()), MUNICIPALITY) is None
    assert week.this_round(close_phase(close_phase(state, ()), CALM), PROFESSIONAL) is None


def test_the_municipality_reads_what_is_left_for_next_year() -> None:
    state = close_phase(close_phase(taken_over(2), ()), CALM)
    outcome = state.outcome
    assert outcome is not None
    left = replace(state.values, reserve=outcome.reserve)
    hours = hours_limit(state.setup.rules, left, state.agreement)

    gauge = player.mine(state, room(Phase.OUTCOME, 3), seated(), 0).gauge

    assert hours < outcome.hours
    assert gauge.figures == {
        "reserve": round(outcome.reserve, 1),
        "hours": int(hours * 10) / 10,
        "full": 10.0,
    }


def test_hours_bind_a_professional_in_ruleset_1_only() -> None:
    binds = {
        number: player.mine(acting(opened(ruleset=number)), room(), seated(), 1).limit_binds
        for number in (1, 2)
    }
    assert binds == {1: True, 2: False}
    assert player.mine(acting(opened(ruleset=2)), room(), seated(), 3).limit_binds


def test_a_mark_says_what_it_begins_at_and_what_a_point_is_worth() -> None:
    found = {
        number: [
            (mine.mark_base, mine.mark_point)
            for seat in (0, 1, 3)
            for mine in [player.mine(opened(ruleset=number), room(), seated(), seat)]
        ]
        for number in (1, 2)
    }
    assert found[1] == [(10.0, 1.0), (5.0, 1 / 3), (0.0, 1.0)]
    assert found[2] == [(10.0, 1.0), (5.0, 1 / 5), (0.0, 1.0)]
