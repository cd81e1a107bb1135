"""What each chair is rewarded for: the temptations of the article, and lines that add up."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from game.engine.gamefile.reading import parse
from game.engine.model.figures import option_figures
from game.engine.model.outcome import play, start_agreement
from game.engine.model.roles import Role
from game.engine.model.rounds import play_round
from game.engine.model.rules import RULESETS, start_values
from game.engine.model.scores import expected_score, mark, score, score_all
from game.engine.model.values import Agreement, Score, SeatRound, Values
from tests.engine.games import GameJson, games
from tests.engine.model.test_outcome import NO_LUCK, START, agreed, seat, street

RULES = RULESETS[1]
MUNICIPALITY, PROFESSIONAL, RESIDENT = range(3)


def scored(
    agreement: Agreement,
    seats: list[SeatRound],
    index: int,
    draws: tuple[float, ...] = NO_LUCK,
    values: Values = START,
) -> Score:
    outcome = play(RULES, values, agreement, seats, draws)
    return score(RULES, values, outcome, seats, index)


def lines(found: Score) -> dict[str, float]:
    return {line.code: line.amount for line in found.lines}


def test_among_many_neighbours_leaning_back_pays_a_resident() -> None:
    neighbours = [*street("together", "join"), *[seat("resident", "join", "join", "join", "wait")] * 7]
    leaning = [*neighbours]
    leaning[RESIDENT] = seat("resident", "wait")
    assert scored(agreed(), leaning, RESIDENT).total > scored(agreed(), neighbours, RESIDENT).total


def test_claiming_pays_where_there_are_requirements_or_expectation_is_above_quality() -> None:
    served = replace(START, expectation=(0.9,) * 4)

    def gain(agreement: Agreement, values: Values) -> float:
        claim = scored(agreement, street("take_over", "claim"), RESIDENT, values=values)
        return claim.total - scored(agreement, street("take_over", "wait"), RESIDENT, values=values).total

    assert gain(agreed("professionals"), START) < 0
    assert gain(agreed("professionals", requirements=True), START) == pytest.approx(0.4)
    assert gain(agreed("residents"), served) > gain(agreed("professionals"), START)


@pytest.mark.parametrize("on_paper", [False, True])
@pytest.mark.parametrize("acts", ["join join claim wait", "claim claim join join", "wait wait wait wait"])
def test_a_residents_line_is_what_the_figures_said_of_evenings_left_and_reports(
    acts: str, on_paper: bool
) -> None:
    """As phones add them up: each evening that is left pays once, and a report what its figure is above that."""
    chosen, agreement = acts.split(), agreed("together", requirements=on_paper)
    values = replace(START, expectation=(0.0,) * 4)  # nobody was used to more
    found = {
        (figure.task, figure.option): figure.points
        for figure in option_figures(RULES, values, Role.RESIDENT, 4, agreement.funding, agreement.deals)
    }
    evening = found[0, "wait"]
    told = evening * (RULES.evenings(4) - chosen.count("join"))
    told += sum(found[task, act] - evening for task, act in enumerate(chosen) if act == "claim")

    played = [*street("together", "wait")[:2], seat("resident", *chosen)]
    assert lines(scored(agreement, played, RESIDENT, values=values))["evenings"] == pytest.approx(told)


def test_a_residents_responses_count_where_there_is_trouble() -> None:
    asking = [*street("step_back", "wait")[:2], seat("resident", "wait", respond="guarantee")]
    mending = [*street("step_back", "wait")[:2], seat("resident", "wait", respond="repair")]
    quiet = scored(agreed(), street("step_back", "wait"), RESIDENT).total
    assert scored(agreed(), asking, RESIDENT).total == pytest.approx(quiet + 0.4)
    assert scored(agreed(), mending, RESIDENT).total == pytest.approx(quiet - 0.8)


def test_production_pays_who_takes_over_and_a_fixed_budget_does_not() -> None:
    taking, sharing = street("take_over", "join"), street("together", "join")

    def hours(seats: list[SeatRound], funding: str) -> float:
        return lines(scored(agreed(funding=funding), seats, PROFESSIONAL))["hours"]

    assert hours(taking, "output") == pytest.approx(4 * 1.3 * 2.5)
    assert hours(sharing, "output") == pytest.approx(4 * 0.75 * 2)
    assert hours(taking, "trust") - hours(sharing, "trust") < 0.3, "only quality counts"
    fixed = agreed(funding="trust")
    assert scored(fixed, sharing, PROFESSIONAL).total > scored(fixed, taking, PROFESSIONAL).total


def test_held_to_account_for_the_result_it_is_better_to_do_it_yourself() -> None:
    own, shared = street("take_over", "join"), street("together", "wait")
    done = scored(agreed("professionals", funding="result"), own, PROFESSIONAL)
    left = scored(agreed("professionals", funding="result"), shared, PROFESSIONAL)
    assert lines(done)["shortfall"] == 0.0
    assert lines(left)["shortfall"] < -10.0
    assert done.total > left.total


def test_where_residents_hold_hours_pay_little_and_nothing_is_held_against_you() -> None:
    for funding in ("output", "result"):
        found = lines(scored(agreed("residents", funding=funding), street("together", "wait"), PROFESSIONAL))
        assert found == {"hours": pytest.approx(4 * 0.4 * 2), "shortfall": 0.0, "craft": 0.0}


def test_the_pleasure_of_the_craft_needs_residents() -> None:
    alone = lines(scored(agreed(), street("together", "wait"), PROFESSIONAL))
    joined = lines(scored(agreed(), street("together", "join"), PROFESSIONAL))
    assert (alone["craft"], joined["craft"]) == (0.0, pytest.approx(4 * 1.3))


def test_pulling_in_pays_unless_the_budget_is_fixed_and_evaluating_costs() -> None:
    def with_response(response: str, funding: str) -> float:
        seats = street("step_back", "wait")
        seats[PROFESSIONAL] = seat("professional", "step_back", respond=response)
        return scored(agreed(funding=funding), seats, PROFESSIONAL).total

    assert with_response("pull_in", "output") == pytest.approx(with_response("let_be", "output") + 0.8)
    assert with_response("pull_in", "trust") == pytest.approx(with_response("let_be", "trust"))
    assert with_response("evaluate", "trust") == pytest.approx(with_response("let_be", "trust") - 0.4)


def test_when_residents_take_it_on_and_something_goes_wrong_the_municipality_has_the_problem() -> None:
    def blame(agreement: Agreement) -> float:
        return lines(scored(agreement, street("take_over", "wait"), MUNICIPALITY, (0.0,) * 4))["incidents"]

    assert blame(agreed("residents")) == pytest.approx(-8.8)
    assert blame(agreed("together")) == pytest.approx(-8.8 * 0.8)
    assert blame(agreed("professionals")) == pytest.approx(-8.8 * 0.4)
    assert blame(agreed("residents", requirements=True)) == pytest.approx(-8.8 * 0.6)


def test_what_costs_more_than_the_budget_and_how_it_is_paid_counts_for_the_municipality() -> None:
    ruled = agreed(requirements=True, funding="result")
    over = lines(scored(ruled, street("take_over", "wait"), MUNICIPALITY))
    assert over["money"] == pytest.approx(0.3 - 0.3 * 2.8)
    assert lines(scored(agreed(funding="trust"), street("step_back", "wait"), MUNICIPALITY))["money"] == -0.3


def test_a_rule_covers_and_backing_people_costs() -> None:
    def with_response(response: str) -> float:
        seats = street("step_back", "wait")
        seats[MUNICIPALITY] = seat("municipality", "leave", respond=response)
        return scored(agreed(), seats, MUNICIPALITY).total

    assert with_response("add_rule") == pytest.approx(with_response("let_be") + 0.6)
    assert with_response("back") == pytest.approx(with_response("let_be") - 0.4)


def test_an_expected_score_counts_incidents_at_their_chance() -> None:
    seats = street("take_over", "wait")
    outcome = play(RULES, START, agreed("residents"), seats, NO_LUCK)
    chance = 0.05 + 0.4 * (1 - outcome.tasks[0].quality)
    expected = expected_score(RULES, START, outcome, seats, MUNICIPALITY)
    assert lines(expected)["incidents"] == pytest.approx(-8.8 * chance)
    assert expected_score(RULES, START, outcome, seats, RESIDENT) == score(
        RULES, START, outcome, seats, RESIDENT
    )


@settings(max_examples=40, deadline=None)
@given(games(max_rounds=2, max_seats=3))
def test_the_lines_add_up_to_the_score(game: GameJson) -> None:
    played = parse(game)
    tasks = len(played.tasks)
    values = start_values(RULES, tasks)
    turn = played.rounds[0]
    result = play_round(RULES, values, start_agreement(tasks), turn.seats, turn.draws, played.form)
    assert len(result.scores) == len(turn.seats)
    for found, chair in zip(result.scores, turn.seats, strict=True):
        constant = RULES.municipal_base if chair.role is Role.MUNICIPALITY else 0.0
        assert len(found.lines) == 3
        assert found.total == pytest.approx(constant + sum(lines(found).values()), abs=1e-9)


def test_every_seat_has_its_score_in_seat_order() -> None:
    seats = street("together", "join")
    outcome = play(RULES, START, agreed(), seats, NO_LUCK)
    found = score_all(RULES, START, outcome, seats)
    assert found == tuple(score(RULES, START, outcome, seats, index) for index in range(3))
    assert [line.code for one in found for line in one.lines] == [
        "complaints",
        "incidents",
        "money",
        "hours",
        "shortfall",
        "craft",
        "street",
        "expected",
        "evenings",
    ]


def test_a_mark_is_a_report_mark() -> None:
    assert mark(RULES, Role.RESIDENT, 7.25) == 7.25
    assert mark(RULES, Role.MUNICIPALITY, -3.0) == 1.0
    assert mark(RULES, Role.PROFESSIONAL, 6.0) == 7.0
    assert mark(RULES, Role.PROFESSIONAL, 99.0) == 10.0
    assert mark(replace(RULES, mark_divisor=6.0), Role.PROFESSIONAL, 6.0) == 6.0
