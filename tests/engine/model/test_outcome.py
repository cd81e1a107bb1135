"""Deciding, hours and money, quality and trouble: the mechanisms of the article in the first half of a round."""

from dataclasses import replace

import pytest

from game.engine.model.choices import Deal, Funding, Holder, Response
from game.engine.model.outcome import (
    decide,
    hours_limit,
    incident_chance,
    is_empty,
    leaves_empty,
    load,
    play,
    start_agreement,
)
from game.engine.model.roles import Role
from game.engine.model.rules import RULESETS, ByFunding, ByHolder, start_values
from game.engine.model.values import Agreement, SeatRound, Values

RULES = RULESETS[1]
START = start_values(RULES, 4)
NO_LUCK = (1.0,) * 4


def seat(role: str, *act: str, respond: str = "let_be", **more) -> SeatRound:
    acts = act * 4 if len(act) == 1 else act
    return SeatRound(Role(role), acts, (Response(respond),) * len(acts), **more)


def decider(holder: str, requirements: bool = False, funding: str = "output") -> SeatRound:
    deals = (Deal(Holder(holder), requirements),) * 4
    return seat("municipality", "leave", deals=deals, funding=Funding(funding))


def agreed(holder: str = "together", requirements: bool = False, funding: str = "output") -> Agreement:
    return Agreement((Deal(Holder(holder), requirements),) * 4, Funding(funding))


def street(work: str, live: str, look: str = "leave") -> list[SeatRound]:
    """Return one seat per role that does the same on every task."""
    return [seat("municipality", look), seat("professional", work), seat("resident", live)]


def quality(agreement: Agreement, seats: list[SeatRound], values: Values = START) -> float:
    return play(RULES, values, agreement, seats, NO_LUCK).tasks[0].quality


def with_ownership(ownership: float, **more: float) -> Values:
    return replace(START, ownership=(ownership,) * 4, **more)


def test_constants_by_holder_and_funding() -> None:
    by_holder = ByHolder(1.0, 2.0, 3.0)
    assert [by_holder.of(holder) for holder in Holder] == [3.0, 2.0, 1.0]
    by_funding = ByFunding(1.0, 2.0, 3.0)
    assert [by_funding.of(funding) for funding in Funding] == [1.0, 2.0, 3.0]


def test_the_plurality_of_municipal_seats_decides_item_by_item() -> None:
    seats = [
        decider("residents", True, "trust"),
        decider("residents", False, "output"),
        decider("professionals", True, "trust"),
    ]
    assert decide(start_agreement(4), seats) == agreed("residents", True, "trust")


def test_a_tie_keeps_last_rounds_value_even_if_nobody_chose_it() -> None:
    seats = [decider("residents", True, "trust"), decider("professionals", False, "result")]
    assert decide(agreed("together", True, "output"), seats) == agreed("together", True, "output")


def test_without_municipal_choices_everything_stays() -> None:
    assert decide(agreed("residents"), [seat("municipality", "leave")]) == agreed("residents")


def test_accounting_and_calls_take_paid_hours() -> None:
    assert load(RULES, START) == pytest.approx(1.18)
    called = replace(START, expectation=(1.0, 1.0, 0.5, 0.0))
    assert load(RULES, called) == pytest.approx(1.18 + 0.8 * 0.25)


def test_an_empty_purse_is_one_that_pays_fewer_hours_than_a_full_week() -> None:
    assert [is_empty(RULES, replace(START, reserve=left), agreed()) for left in (-0.1, 0.0, 4.0)] == [
        True,
        False,
        False,
    ]
    second = RULESETS[2]
    start = start_values(second, 4)
    full = 2.5 * 4 * load(second, start) - 2.2 * 4
    assert is_empty(second, replace(start, reserve=full - 1e-6), agreed())
    assert not is_empty(second, replace(start, reserve=full + 1e-6), agreed())
    assert is_empty(second, replace(start, reserve=full + 1e-6), agreed(requirements=True))


def test_a_round_leaves_the_purse_empty_by_what_it_left_in_it() -> None:
    second = RULESETS[2]
    start = replace(start_values(second, 4), reserve=4.0)
    took, left = (
        play(second, start, agreed("professionals"), street(act, "wait"), NO_LUCK)
        for act in ("take_over", "step_back")
    )
    assert not is_empty(second, start, agreed("professionals"))
    assert leaves_empty(second, start, took)
    assert not leaves_empty(second, start, left)


def test_who_is_broke_can_only_hire_what_the_budget_pays() -> None:
    assert hours_limit(RULES, replace(START, reserve=0.0), agreed()) == 10.0
    broke = replace(START, reserve=-4.0)
    assert hours_limit(RULES, broke, agreed(requirements=True)) == pytest.approx((10 - 1 - 2) / 1.18)
    assert hours_limit(RULES, replace(START, reserve=-100.0), agreed()) == 0.0


def test_wanting_more_hours_than_there_are_scales_every_task() -> None:
    broke = replace(START, reserve=-8.2)
    seats = street("take_over", "wait")
    outcome = play(RULES, broke, agreed(), seats, NO_LUCK)
    assert outcome.hours == pytest.approx(5.0)
    assert [task.take_over for task in outcome.tasks] == pytest.approx([0.5] * 4)
    assert outcome.cost == pytest.approx(1.18 * 5.0)


def test_what_is_left_over_goes_back_to_the_city() -> None:
    outcome = play(RULES, START, agreed(), street("step_back", "wait"), NO_LUCK)
    assert (outcome.cost, outcome.reserve) == (0.0, 8.0)


def test_value_arises_where_both_are_present() -> None:
    apart = quality(agreed(), street("together", "wait")), quality(agreed(), street("step_back", "join"))
    assert quality(agreed(), street("together", "join")) > sum(apart)


def test_residents_effort_yields_less_under_requirements_and_bureaucracy_or_where_professionals_hold() -> (
    None
):
    joining = street("step_back", "join")
    free = quality(agreed("residents"), joining)
    assert quality(agreed("residents", requirements=True), joining) < free
    assert quality(agreed("professionals"), joining) < free
    ruled = replace(START, bureaucracy=(0.8,) * 4)
    assert quality(agreed("residents"), joining, ruled) < free


def test_where_ownership_is_gone_taking_over_yields_less() -> None:
    seats = street("take_over", "wait")
    before, after = with_ownership(0.8), with_ownership(0.0)
    assert quality(agreed("professionals"), seats, after) < quality(agreed("professionals"), seats, before)


def test_trust_makes_working_together_worth_more_and_taking_over_not() -> None:
    low, high = replace(START, trust=0.0), replace(START, trust=1.0)
    together, taken = street("together", "join"), street("take_over", "wait")
    assert quality(agreed(), together, high) > quality(agreed(), together, low)
    assert quality(agreed(), taken, high) == quality(agreed(), taken, low)


def test_inspection_calms_and_drives_who_takes_over() -> None:
    seats, inspected = street("take_over", "claim"), street("take_over", "claim", "inspect")
    assert quality(agreed(), inspected) > quality(agreed(), seats)
    assert play(RULES, START, agreed(), seats, NO_LUCK).tasks[0].complaints == pytest.approx(0.25)
    assert play(RULES, START, agreed(), inspected, NO_LUCK).tasks[0].complaints == pytest.approx(0.10)


def test_luck_bites_sooner_where_quality_is_low() -> None:
    assert incident_chance(RULES, 1.0) == pytest.approx(0.05)
    assert incident_chance(RULES, 0.0) == pytest.approx(0.45)
    neglected = play(RULES, START, agreed(), street("step_back", "wait"), (0.44, 0.46, 0.44, 0.46))
    assert [task.incident for task in neglected.tasks] == [True, False, True, False]
    assert [task.trouble for task in neglected.tasks] == [True] * 4, (
        "people complain about a neglected street"
    )


def test_nobody_doing_anything_is_nobodys_share() -> None:
    outcome = play(RULES, START, agreed(), street("step_back", "wait"), NO_LUCK)
    assert [task.professional_share for task in outcome.tasks] == [0.0] * 4
    shared = play(RULES, START, agreed(), street("together", "join"), NO_LUCK)
    assert [task.professional_share for task in shared.tasks] == [0.5] * 4
