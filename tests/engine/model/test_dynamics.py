"""What a round does to people: the loops of the article, one mechanism at a time."""

import pytest

from game.engine.model.dynamics import after
from game.engine.model.outcome import play
from game.engine.model.rules import RULESETS
from game.engine.model.values import Agreement, SeatRound, Values
from tests.engine.model.test_outcome import NO_LUCK, START, agreed, seat, street

RULES = RULESETS[1]
BAD_LUCK = (0.0,) * 4


def then(agreement: Agreement, seats: list[SeatRound], draws: tuple[float, ...] = NO_LUCK) -> Values:
    return after(RULES, START, play(RULES, START, agreement, seats, draws), seats)


def answering(municipality: str = "let_be", professional: str = "let_be", resident: str = "let_be") -> Values:
    """Return the values after a round of joining with incidents everywhere, and these responses."""
    seats = [
        seat("municipality", "leave", respond=municipality),
        seat("professional", "together", respond=professional),
        seat("resident", "join", "join", "join", "wait", respond=resident),
    ]
    return then(agreed(), seats, BAD_LUCK)


def test_doing_it_together_builds_ownership_and_trust_and_lowers_expectation() -> None:
    values = then(agreed(), street("together", "join"))
    assert values.ownership[0] > START.ownership[0]
    assert values.trust > START.trust
    assert values.expectation[0] < START.expectation[0]


def test_taking_over_makes_customers() -> None:
    values = then(agreed("professionals"), street("take_over", "wait"))
    assert values.ownership[0] < START.ownership[0]
    assert values.expectation[0] > START.expectation[0]


def test_use_erodes_ownership_even_where_residents_join() -> None:
    crowded = then(agreed(), street("take_over", "join")).ownership[0]
    assert crowded < then(agreed(), street("together", "join")).ownership[0]


def test_room_depends_on_holder_requirements_and_stepping_back() -> None:
    joining = street("step_back", "join")
    ruled = then(agreed("residents", requirements=True), joining).ownership[0]
    assert then(agreed("professionals"), joining).ownership[0] < then(agreed(), joining).ownership[0]
    assert ruled < then(agreed("residents"), joining).ownership[0]


def test_claims_requirements_and_inspection_bring_back_bureaucracy() -> None:
    quiet = then(agreed(), street("step_back", "wait")).bureaucracy[0]
    assert quiet == pytest.approx(0.2 * 0.92)
    assert then(agreed(), street("step_back", "claim")).bureaucracy[0] == pytest.approx(quiet + 0.8 * 0.10)
    assert then(agreed(requirements=True), street("step_back", "wait")).bureaucracy[0] == pytest.approx(
        quiet + 0.8 * 0.14
    )
    inspected = then(agreed(), street("step_back", "wait", "inspect")).bureaucracy[0]
    assert inspected == pytest.approx(quiet + 0.8 * 0.06)


def test_accountability_for_results_adds_rules_and_a_fixed_budget_sheds_them() -> None:
    quiet = then(agreed(), street("step_back", "wait")).bureaucracy[0]
    result = then(agreed(funding="result"), street("step_back", "wait")).bureaucracy[0]
    trust = then(agreed(funding="trust"), street("step_back", "wait")).bureaucracy[0]
    assert result == pytest.approx(quiet + 0.03 * (1 - quiet))
    assert trust == pytest.approx(quiet * 0.97)


def test_visiting_builds_trust_and_where_people_join_ownership() -> None:
    visited, left = (
        then(agreed(), street("together", "join", "visit")),
        then(agreed(), street("together", "join")),
    )
    assert visited.trust > left.trust
    assert visited.ownership[0] > left.ownership[0]


def test_complaints_wear_trust_down() -> None:
    assert then(agreed(), street("step_back", "wait")).trust < START.trust


def test_responses_work_only_where_there_is_trouble() -> None:
    calm = street("take_over", "wait")
    loud = [
        seat("municipality", "leave", respond="back"),
        calm[1],
        seat("resident", "wait", respond="repair"),
    ]
    assert then(agreed(), loud) == then(agreed(), calm)


def test_repairing_builds_ownership_and_pulling_in_takes_it_away() -> None:
    quiet = answering()
    assert answering(resident="repair").ownership[0] == pytest.approx(quiet.ownership[0] + 0.12 * 0.5)
    pulled = answering(professional="pull_in")
    assert pulled.ownership[0] == pytest.approx(quiet.ownership[0] - 0.08 * 0.5)
    assert pulled.trust < quiet.trust


def test_guarantees_raise_expectation_and_bureaucracy() -> None:
    quiet, demanded = answering(), answering(resident="guarantee")
    assert demanded.expectation[0] == pytest.approx(quiet.expectation[0] + 0.1 * 0.5)
    assert demanded.bureaucracy[0] == pytest.approx(quiet.bureaucracy[0] + 0.08 * 0.8)


def test_evaluating_and_backing_build_trust() -> None:
    quiet = answering().trust
    assert answering(professional="evaluate").trust == pytest.approx(quiet + 0.12 * (1 - quiet))
    assert answering(municipality="back").trust == pytest.approx(quiet + 0.12 * (1 - quiet))


def test_a_rule_after_an_incident_is_blame_and_leaves_less_room() -> None:
    quiet, ruled = answering(), answering(municipality="add_rule")
    assert ruled.ownership[0] == pytest.approx(0.85 * quiet.ownership[0])
    assert ruled.bureaucracy[0] == pytest.approx(quiet.bureaucracy[0] + 0.2 * (1 - quiet.bureaucracy[0]))


def test_no_blame_where_professionals_hold_and_a_lighter_rule_without_an_incident() -> None:
    neglect = [seat("municipality", "leave", respond="add_rule"), *street("step_back", "wait")[1:]]
    quiet = then(agreed("professionals"), street("step_back", "wait"), BAD_LUCK)
    assert then(agreed("professionals"), neglect, BAD_LUCK).ownership == quiet.ownership
    light = then(agreed(), neglect).bureaucracy[0]
    assert light == pytest.approx(0.184 + 0.1 * (1 - 0.184))
    assert then(agreed(), neglect).ownership == then(agreed(), street("step_back", "wait")).ownership


def test_half_of_the_municipal_seats_is_not_enough_for_a_rule() -> None:
    half = [
        seat("municipality", "leave", respond="add_rule"),
        *street("together", "join"),
    ]
    assert then(agreed(), half, BAD_LUCK) == then(agreed(), street("together", "join"), BAD_LUCK)
