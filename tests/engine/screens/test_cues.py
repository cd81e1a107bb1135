"""The facilitator's cues: what a closing phase shows at a table, told once and in the round it happened."""

from dataclasses import replace

import pytest

from game.engine.model.choices import Choice, Deal, Funding, Holder
from game.engine.model.outcome import hours_limit
from game.engine.screens.cues import Cue, cues
from game.engine.table.moves import close_phase
from tests.engine.builders import (
    CALM,
    TROUBLE,
    acted,
    acting,
    choose,
    deals,
    decided,
    opened,
    proposed,
    responded,
    round_played,
)


def closing(state, draws=CALM):
    return cues(state, close_phase(state, draws if state.phase == "act" else ()))


def codes(state, draws=CALM):
    return [cue.code for cue in closing(state, draws)]


def agreeing(state=None, **decision):
    return choose(state or opened(), 0, decided(**decision))


def test_all_tasks_to_one_holder_is_told_in_the_round_it_happens():
    assert codes(agreeing(holder="professionals")) == ["all_professionals"]
    assert codes(agreeing(holder="residents")) == ["all_residents"]
    assert codes(agreeing(holder="together")) == ["all_together"]
    later = round_played(agreeing(holder="professionals"))
    assert codes(agreeing(later, holder="professionals")) == ["all_professionals"]
    once = close_phase(close_phase(acting(holder="professionals"), CALM), ())
    assert codes(agreeing(once, holder="professionals")) == []
    mixed = (Deal(Holder.RESIDENTS), *deals()[1:])
    assert codes(choose(opened(), 0, Choice(deals=mixed, funding=Funding.OUTPUT))) == []


def test_requirements_when_they_come_and_when_they_go():
    first = close_phase(close_phase(acting(), CALM), ())
    on_paper = agreeing(first, requirements=True)
    assert closing(on_paper) == (Cue("first_requirements", {"task": "green"}),)
    second = close_phase(close_phase(close_phase(on_paper, ()), CALM), ())
    assert codes(agreeing(second, requirements=True)) == []
    assert codes(agreeing(second)) == ["requirements_dropped"]


def test_another_way_of_paying():
    first = close_phase(close_phase(acting(), CALM), ())
    assert closing(agreeing(first, funding="trust")) == (Cue("funding_changed", {"funding": "trust"}),)


def test_decisions_against_what_was_asked():
    first = close_phase(close_phase(acting(), CALM), ())
    for seat in (1, 2, 3):
        first = choose(first, seat, proposed("residents", "residents", "together", "together"))
    assert closing(agreeing(first)) == (Cue("against_asked", {"count": 2}),)


def test_everybody_is_also_the_neighbours_who_are_not_at_the_table():
    state = acting(opened(neighbours=1))
    for seat in (3, 4, 5):
        state = choose(state, seat, acted("join", "wait", "wait", "wait"))
    assert [code for code in codes(state) if "joined" in code] == []
    assert codes(choose(state, 6, acted("join", "wait", "wait", "wait")))[0] == "everybody_joined"


def test_who_came_and_who_took_over():
    state = acting()
    assert codes(state)[0] == "nobody_joined"
    for seat in (3, 4, 5, 6):
        state = choose(state, seat, acted("join", "wait", "wait", "wait"))
    assert codes(state)[0] == "everybody_joined"
    plenty = acting(holder="professionals", requirements=True, funding="output")
    some = choose(plenty, 3, acted("join", "wait", "wait", "wait"))
    assert [code for code in codes(some) if "join" in code] == []
    for seat in (1, 2):
        some = choose(some, seat, acted(*["take_over"] * 4))
    assert codes(some)[0] == "all_taken_over"


def test_incidents_trouble_and_a_street_that_falls_or_rises():
    found = codes(acting(), TROUBLE)
    assert found[:5] == ["nobody_joined", *["incident"] * 4]
    assert Cue("trouble", {"count": 4}) in closing(acting(), TROUBLE)
    rising = joined(close_phase(round_played(draws=TROUBLE), ()))
    rose = [cue for cue in closing(rising) if cue.code.startswith("street")]
    assert [cue.code for cue in rose] == ["street_rose"]
    assert rose[0].params["from"] < rose[0].params["to"]
    third = joined(close_phase(close_phase(close_phase(rising, CALM), ()), ()))
    left = close_phase(close_phase(close_phase(third, CALM), ()), ())
    for seat in (3, 4, 5, 6):
        left = choose(left, seat, acted(*["wait"] * 4))
    assert "street_fell" in codes(left, TROUBLE)


def test_a_setback_is_no_incident_of_this_table():
    hit = acting(opened(ruleset=2, setbacks=((1, 2),)))
    told = [cue for cue in closing(hit, TROUBLE) if cue.code in ("setback", "incident")]
    assert told == [
        Cue("incident", {"task": "green"}),
        Cue("incident", {"task": "safety"}),
        Cue("setback", {"task": "neighbours"}),
        Cue("incident", {"task": "play"}),
    ]


def joined(state):
    for seat in (3, 4, 5, 6):
        state = choose(state, seat, acted("join", "join", "join", "wait"))
    return state


def settled(state):
    """Return the outcome phase of `state` as if nothing were wrong and the purse were below zero."""
    outcome = close_phase(state, CALM)
    tasks = tuple(replace(task, trouble=False, incident=False) for task in outcome.outcome.tasks)
    return replace(outcome, outcome=replace(outcome.outcome, tasks=tasks, reserve=-1.0))


def test_a_calm_round_is_told_after_one_with_trouble_only():
    first = joined(acting())
    assert [cue.code for cue in cues(first, settled(first))] == ["everybody_joined", "purse_empty"]
    second = joined(close_phase(round_played(draws=TROUBLE), ()))
    assert "no_trouble" in [cue.code for cue in cues(second, settled(second))]


def test_a_street_that_stays_as_it_was_needs_no_word():
    idle = close_phase(round_played(draws=CALM), ())
    assert [code for code in codes(idle) if code.startswith("street")] == []


@pytest.mark.parametrize("ruleset", [1, 2])
def test_the_purse_runs_empty_once_when_it_pays_fewer_hours_than_a_full_week(ruleset):
    state, told, paid = opened(ruleset=ruleset), [], []
    for round in range(6):
        state = acting(state, holder="professionals")
        for seat in () if round else (1, 2):  # later rounds repeat it
            state = choose(state, seat, acted(*["take_over"] * 4))
        told.append("purse_empty" in codes(state))
        state = close_phase(close_phase(state, CALM), ())
        paid.append(hours_limit(state.setup.rules, state.values, state.agreement))
    assert min(paid) < 10.0
    assert [place for place, was in enumerate(told) if was] == [
        next(n for n, h in enumerate(paid) if h < 10.0)
    ]


def test_the_first_guarantee_rule_and_defence():
    state = close_phase(acting(), TROUBLE)
    state = choose(state, 3, responded("guarantee", "let_be", "let_be", "let_be"))
    state = choose(state, 0, responded("let_be", "add_rule", "let_be", "let_be"))
    assert closing(state) == (
        Cue("first_guarantee", {"task": "green"}),
        Cue("first_rule", {"task": "safety"}),
    )
    again = close_phase(close_phase(close_phase(state, ()), ()), TROUBLE)
    again = choose(again, 3, responded("guarantee", "repair", "let_be", "let_be"))
    assert closing(again) == (Cue("repaired", {"task": "safety"}),)
