"""Courses and what is measured on them: a task taken back, neighbours beside the people, and what counts as stop and go."""

import random
from collections.abc import Iterator
from dataclasses import replace
from math import inf

import pytest

from game.engine.bots.paths import Path, path_act
from game.engine.model.choices import Holder, Response
from game.engine.model.roles import Role
from game.engine.model.rules import RULESETS
from game.engine.proof.bench import Bench, street_of
from game.engine.proof.courses import Street, TakenBack, always, run
from game.engine.proof.sample import Sample
from game.engine.proof.second import no_stop_and_go, worst_rise
from game.engine.proof.sizes import table_of

RULES = RULESETS[2]


def dice(seed: int) -> Iterator[float]:
    drawn = random.Random(seed)
    while True:
        yield drawn.random()


def test_a_task_is_taken_back_from_the_answer_on() -> None:
    street = street_of(RULES)
    game = run(street, always(Path.TOGETHER), 5, dice(1), {3: (1,)}, taken_back=TakenBack(task=1, after=2))
    chair = street.roles.index(Role.PROFESSIONAL)
    assert [played.result.outcome.agreement.deals[1].holder for played in game] == [
        *[Holder.TOGETHER] * 3,
        *[Holder.PROFESSIONALS] * 2,
    ]
    assert [played.seats[chair].act for played in game][2:4] == [
        ("together",) * 4,
        ("together", "take_over", "together", "together"),
    ]
    assert [played.seats[0].respond[1] for played in game][1:3] == [Response.BACK, Response.ADD_RULE]
    assert {played.seats[0].respond[0] for played in game} == {Response.BACK}


def test_neighbours_follow_their_habit_and_earn_nothing_for_the_people() -> None:
    street = table_of(RULES, 3, 4)
    assert (street.roles.count(Role.RESIDENT), street.neighbours) == (4, 3)
    game, other = (run(street, always(Path.TOGETHER), 6, dice(1), seed=seed) for seed in (1, 2))
    person = street.roles.index(Role.RESIDENT)
    assert [played.seats[person].act for played in game] == [
        path_act(RULES, Path.TOGETHER, Role.RESIDENT, 0, turn, 4) for turn in range(6)
    ]
    assert [played.seats[person + 1 :] for played in game] != [played.seats[person + 1 :] for played in other]
    assert game == run(street, always(Path.TOGETHER), 6, dice(1), seed=1)
    scores = [played.result.scores[person].total for played in game]
    assert Sample(street, (game,)).own_score(Role.RESIDENT, range(6)) == sum(scores)


@pytest.mark.parametrize(
    ("series", "rise"),
    [
        ((1.0, 2.0, 4.0), 0.0),
        ((4.0, 2.0, 2.0, 1.0), 0.0),
        ((4.0, 2.0, 3.0, 2.0, 2.5), 0.5),
        ((4.0, 0.0, 1.0), inf),
    ],
)
def test_a_rise_counts_once_there_was_a_fall(series: tuple[float, ...], rise: float) -> None:
    assert worst_rise(series) == rise


def test_the_first_ruleset_stops_and_goes() -> None:
    assert not no_stop_and_go(Bench(RULESETS[1], dice, (1,)))[2]


def test_where_nobody_works_nothing_is_divided() -> None:
    street = Street(replace(RULES, budget_per_task=0.0, start_reserve=0.0), 4, street_of(RULES).roles)
    idle = Sample(street, (run(street, always(Path.MILD_TRAP), 1, dice(1)),))
    assert idle.hours(0) == 0.0
    assert idle.professional_share(0) == 0.0
    assert idle.cost_per_quality(0) == inf
