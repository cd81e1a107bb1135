"""The choice that pays best, against trying out every whole list, and what the article says it then is."""

import random
from dataclasses import replace
from itertools import product

import pytest

from game.engine.bots.own_score import act_gains, best_act, best_agreement, best_answers, foreseen, ranked_act
from game.engine.bots.paths import before_round_one
from game.engine.model.choices import Deal, Funding, Holder, Response
from game.engine.model.outcome import hours_limit, play, role_limit
from game.engine.model.roles import Role
from game.engine.model.rules import RULESETS, start_values
from game.engine.model.scores import expected_score, score
from game.engine.model.values import Agreement, SeatRound, Values
from tests.engine.model.test_outcome import START, agreed

RULES = RULESETS[1]
ROLES = (Role.MUNICIPALITY, Role.PROFESSIONAL, Role.PROFESSIONAL, *[Role.RESIDENT] * 3)
# The order in which own score takes what pays the same.
OPTIONS = {role: tuple(act.word for act in RULES.choices.by_tie(role)) for role in Role}
TAKES = {"take_over": 2.5, "together": 2.0, "join": 1, "visit": 1, "inspect": 1}


def any_table(seed: int) -> tuple[Values, Agreement, list[SeatRound]]:
    """Return a street somewhere in a game, with what everyone does; every third one is broke."""
    dice = random.Random(seed)
    values = Values(
        *(tuple(dice.random() for _ in range(4)) for _ in range(3)),
        trust=dice.random(),
        reserve=-8.0 * dice.random() if seed % 3 == 0 else 4.0,
    )
    deals = tuple(Deal(dice.choice(list(Holder)), dice.random() < 0.5) for _ in range(4))
    agreement = Agreement(deals, list(Funding)[seed % 3 - 1])
    seats = [
        SeatRound(role, tuple(dice.choice(OPTIONS[role]) for _ in range(4)), (Response.GUARANTEE,) * 4)
        for role in ROLES
    ]
    return values, agreement, seats


def pays(
    values: Values, agreement: Agreement, seats: list[SeatRound], index: int, act: tuple[str, ...]
) -> float:
    tried = [*seats]
    tried[index] = replace(seats[index], act=act, respond=(Response.LET_BE,) * 4)
    outcome = play(RULES, values, agreement, tried, (1.0,) * 4)
    return expected_score(RULES, values, outcome, tried, index).total


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("index", [0, 1, 4])
def test_the_best_act_is_the_best_of_all_whole_lists(seed: int, index: int) -> None:
    values, agreement, seats = any_table(seed)
    role = ROLES[index]
    limit = {Role.MUNICIPALITY: 2, Role.RESIDENT: 3}.get(role, hours_limit(RULES, values, agreement))
    best, best_score = None, float("-inf")
    for act in product(OPTIONS[role], repeat=4):
        if sum(TAKES.get(word, 0) for word in act) <= limit + 1e-9:
            found = pays(values, agreement, seats, index, act)
            if found > best_score + 1e-9:
                best, best_score = act, found
    assert best_act(RULES, values, agreement, seats, index) == best


def a_short_purse(seed: int) -> tuple[Values, Agreement, list[SeatRound]]:
    """Return a street of ruleset 2 with any number of tasks and professionals, and hours for a part of a week at most."""
    dice = random.Random(seed)
    tasks, professionals = 3 + seed % 4, 1 + seed % 3
    roles = (Role.MUNICIPALITY, *[Role.PROFESSIONAL] * professionals, *[Role.RESIDENT] * 4)
    values = Values(
        *(tuple(dice.random() for _ in range(tasks)) for _ in range(3)),
        trust=dice.random(),
        reserve=-2.3 * dice.random() * tasks,
    )
    deals = tuple(Deal(dice.choice(list(Holder)), dice.random() < 0.5) for _ in range(tasks))
    seats = [
        SeatRound(role, tuple(dice.choice(OPTIONS[role]) for _ in range(tasks)), (Response.LET_BE,) * tasks)
        for role in roles
    ]
    return values, Agreement(deals, dice.choice(list(Funding))), seats


@pytest.mark.parametrize("seed", range(24))
def test_where_all_gets_thinner_the_best_is_still_the_best_of_all_whole_lists(seed: int) -> None:
    rules = RULESETS[2]
    values, agreement, seats = a_short_purse(seed)
    tasks = len(agreement.deals)
    assert hours_limit(rules, values, agreement) < rules.full_week(tasks)
    best, best_score = None, float("-inf")
    tried = [*seats]
    for act in product(OPTIONS[Role.PROFESSIONAL], repeat=tasks):
        tried[1] = replace(seats[1], act=act)
        found = foreseen(rules, values, agreement, tried, 1)
        if found > best_score + 1e-9:
            best, best_score = act, found
    assert best_act(rules, values, agreement, seats, 1) == best
    assert ranked_act(rules, values, agreement, seats, 1) == best


@pytest.mark.parametrize("seed", range(6))
def test_gains_per_task_add_up(seed: int) -> None:
    values, agreement, seats = any_table(3 * seed + 1)
    for index in (0, 1, 4):
        options = OPTIONS[ROLES[index]]
        gains = act_gains(RULES, values, agreement, seats, index)
        resting = pays(values, agreement, seats, index, (options[0],) * 4)
        for pick in ((1, 0, 2, 0), (0, 2, 1, 0)):
            act = tuple(options[number] for number in pick)
            added = sum(gains[task][number] for task, number in enumerate(pick))
            assert pays(values, agreement, seats, index, act) == pytest.approx(resting + added, abs=1e-9)


@pytest.mark.parametrize("seed", range(12))
def test_ranking_task_by_task_stays_within_the_limit_and_nearly_finds_the_best(seed: int) -> None:
    values, agreement, seats = any_table(seed)
    for index, role in enumerate(ROLES):
        ranked = ranked_act(RULES, values, agreement, seats, index)
        best = best_act(RULES, values, agreement, seats, index)
        limit = role_limit(RULES, values, agreement, role)
        assert sum(TAKES.get(word, 0) for word in ranked) <= limit + 1e-9
        lost = pays(values, agreement, seats, index, best) - pays(values, agreement, seats, index, ranked)
        assert -1e-9 <= lost < 2.5


@pytest.mark.parametrize("seed", range(6))
def test_the_municipality_settles_task_by_task_under_each_funding(seed: int) -> None:
    values, previous, seats = any_table(seed)

    def worth(agreement: Agreement) -> float:
        return pays(values, agreement, seats, 0, seats[0].act)

    found = []
    for funding in (Funding.OUTPUT, Funding.RESULT, Funding.TRUST):
        deals = list(previous.deals)
        for task in range(4):
            options = [
                Deal(holder, requirements)
                for holder in (Holder.TOGETHER, Holder.PROFESSIONALS, Holder.RESIDENTS)
                for requirements in (False, True)
            ]
            tried = [Agreement((*deals[:task], deal, *deals[task + 1 :]), funding) for deal in options]
            worths = [worth(agreement) for agreement in tried]
            deals = list(tried[next(n for n, w in enumerate(worths) if w >= max(worths) - 1e-9)].deals)
        found.append(Agreement(tuple(deals), funding))
    worths = [worth(agreement) for agreement in found]
    best = found[next(n for n, w in enumerate(worths) if w >= max(worths) - 1e-9)]
    assert best_agreement(RULES, values, previous, seats, 0) == best


def test_paid_per_production_a_professional_takes_over_at_once() -> None:
    seats = before_round_one(ROLES, 4)
    assert best_act(RULES, START, agreed("professionals", funding="output"), seats, 1) == ("take_over",) * 4
    assert "take_over" not in best_act(RULES, START, agreed("together", funding="trust"), seats, 1)


@pytest.mark.parametrize("seed", range(12))
def test_own_score_answers_with_what_pays_most_once_it_knows_what_happened(seed: int) -> None:
    """Against the score with every possible answer to every task, in either ruleset; letting be where nothing pays more."""
    for rules in RULESETS.values():
        values, agreement, seats = any_table(seed)
        dice = random.Random(seed)
        draws = tuple(dice.random() for _ in range(4))
        outcome = play(rules, values, agreement, seats, draws, (1,) if rules.has_setbacks else ())
        for index in (0, 1, 4):
            role = ROLES[index]
            words = [answer.word for answer in rules.choices.answers[role]]
            words.sort(key=lambda word: word is not Response.LET_BE)
            best, best_score = (Response.LET_BE,) * 4, float("-inf")
            for respond in product(words, repeat=4):
                if any(
                    word is not Response.LET_BE and not task.trouble
                    for word, task in zip(respond, outcome.tasks, strict=True)
                ):
                    continue
                found = score(rules, values, outcome, [replace(seats[index], respond=respond)], 0).total
                if found > best_score + 1e-9:
                    best, best_score = respond, found
            assert best_answers(rules, values, outcome, role) == best


def test_what_pays_best_as_an_answer_hangs_on_what_the_table_has_built() -> None:
    rules = RULESETS[2]
    quiet = [replace(seat, respond=(Response.LET_BE,) * 4) for seat in before_round_one(ROLES, 4)]
    start = start_values(rules, 4)
    built = replace(start, ownership=(0.9,) * 4, trust=0.95, expectation=(0.2,) * 4)

    def answers(values: Values, funding: str) -> list[Response]:
        outcome = play(rules, values, agreed("together", funding=funding), quiet, (1.0,) * 4, (1,))
        return [best_answers(rules, values, outcome, role)[1] for role in Role]

    assert answers(start, "output") == [Response.ADD_RULE, Response.PULL_IN, Response.GUARANTEE]
    assert answers(built, "trust")[0] is Response.BACK
    assert answers(built, "trust")[2] is Response.REPAIR
