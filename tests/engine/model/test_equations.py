"""The engine against a second implementation of the model, and what must hold in any game."""

import copy
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.engine.debrief.played import of_file
from game.engine.gamefile.reading import parse, replay
from game.engine.model.dynamics import round_terms
from tests.engine.games import GameJson, games
from tests.engine.oracle import Oracle
from tests.engine.seats import HOLDERS, RESPONSES

MANY = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
SOME = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def result(game: GameJson):
    return replay(parse(game))


def assert_same(mine, theirs, place="result"):
    if isinstance(theirs, dict):
        assert sorted(mine) == sorted(theirs), place
        for key in theirs:
            assert_same(mine[key], theirs[key], f"{place}.{key}")
    elif isinstance(theirs, list):
        assert len(mine) == len(theirs), place
        for number, (one, other) in enumerate(zip(mine, theirs, strict=True)):
            assert_same(one, other, f"{place}[{number}]")
    elif isinstance(theirs, float | int) and not isinstance(theirs, bool):
        assert abs(mine - theirs) <= 1e-9, place  # half a million numbers: no object for each
    else:
        assert mine == theirs, place


def seat_of(key: str, tasks: int, dice: random.Random) -> GameJson:
    """Return one seat with any choices within its limits."""
    words = {"municipality": ["visit", "inspect", "leave"], "residents": ["join", "claim", "wait"]}
    act = [dice.choice(words.get(key, ["take_over", "together", "step_back"])) for _ in range(tasks)]
    limit = {3: 2, 4: 3, 5: 4, 6: 4}[tasks] if key == "residents" else 2
    taking = {"municipality": ("visit", "inspect"), "residents": ("join",)}.get(key, ())
    while sum(word in taking for word in act) > limit:
        act[dice.choice([k for k, word in enumerate(act) if word in taking])] = words[key][-1]
    seat: GameJson = {"act": act, "respond": [dice.choice(RESPONSES[key]) for _ in range(tasks)]}
    if key == "municipality":
        seat["funding"] = dice.choice(["output", "result", "trust"])
        seat["deals"] = [
            {"holder": dice.choice(HOLDERS), "requirements": dice.random() < 0.5} for _ in range(tasks)
        ]
    return seat


def random_game(seed: int) -> GameJson:
    """Return a long game of independent random choices, leaning so far that some tables go broke."""
    dice = random.Random(seed)
    tasks = dice.randint(3, 6)
    seats = {key: dice.randint(1, 10) for key in RESPONSES}
    rounds = [
        {"draws": [dice.random() for _ in range(tasks)]}
        | {key: [seat_of(key, tasks, dice) for _ in range(count)] for key, count in seats.items()}
        for _ in range(10)
    ]
    if seed % 2:
        for played in rounds:
            for seat in played["professionals"]:
                seat["act"] = ["take_over"] * tasks
    form = dice.choice(["full", "full", "short"])
    ruleset = 1 + seed // 2 % 2
    if ruleset == 2:
        for played in rounds:
            played["setback"] = [dice.randrange(tasks) for _ in range(dice.randint(0, 2))]
    return {"ruleset": ruleset, "form": form, "tasks": ["a"] * tasks, "rounds": rounds}


@MANY
@given(games())
def test_any_game_matches_the_second_implementation(game: GameJson) -> None:
    assert_same(result(game), Oracle(copy.deepcopy(game)).result())


@pytest.mark.no_cover
def test_long_random_games_match_the_second_implementation() -> None:
    broke = thin = 0
    for seed in range(80):
        game = random_game(seed)
        found = result(game)
        assert_same(found, Oracle(game).result())
        full = 2.5 * len(game["tasks"])
        broke += game["ruleset"] == 1 and any(played["reserve"] < 0 for played in found["rounds"])
        thin += game["ruleset"] == 2 and any(played["hours"] < full for played in found["rounds"])
    assert broke > 5, "the sample should reach tables that cannot pay"
    assert thin > 5, "the sample should reach purses that pay fewer hours"


@MANY
@given(games(max_rounds=8))
def test_values_stay_in_bounds(game: GameJson) -> None:
    tasks = len(game["tasks"])
    for played in result(game)["rounds"]:
        fractions = [played["trust"]]
        for task in played["tasks"]:
            fractions += [task[key] for key in ("ownership", "expectation", "bureaucracy")]
            fractions += [task[key] for key in ("quality", "complaints", "professional_share")]
        assert all(0.0 <= fraction <= 1.0 for fraction in fractions)
        assert 0.0 <= played["hours"] <= 2.5 * tasks
        assert 0.0 <= played["cost"] < 100.0
        first = game["ruleset"] == 1
        assert (-100.0 if first else -1e-9) <= played["reserve"] <= (2.0 if first else 3.8) * tasks
        assert all(-100.0 < score < 100.0 for scores in played["scores"].values() for score in scores)


@MANY
@given(games(max_rounds=8, rulesets=(2,)))
def test_a_purse_of_ruleset_2_pays_what_it_can_and_no_more(game: GameJson) -> None:
    played_game = of_file(parse(game))
    tasks = played_game.count
    for turn, played in enumerate(played_game.rounds):
        before, outcome = played_game.before(turn), played.result.outcome
        required = 0.25 * sum(task.deal.requirements for task in outcome.tasks)
        assert outcome.hours * outcome.load <= 2.2 * tasks + before.reserve - required + 1e-9
        assert outcome.hours <= 2.5 * tasks
        assert played.result.values.reserve >= -1e-9


@MANY
@given(games(max_rounds=3, rulesets=(2,)))
def test_who_mends_loses_nothing(game: GameJson) -> None:
    for played in game["rounds"]:
        for key, word in (("municipality", "back"), ("professionals", "evaluate"), ("residents", "repair")):
            for seat in played[key]:
                seat["respond"] = [word] * len(game["tasks"])
    game["form"] = "full"
    played_game = of_file(parse(game))
    for turn, played in enumerate(played_game.rounds):
        terms = round_terms(played_game.rules, played_game.before(turn), played.result.outcome, played.seats)
        assert [moved["lost"] for moved in terms.ownership] == [0.0] * played_game.count


@SOME
@given(games(rulesets=(2,)))
def test_a_task_named_twice_is_hit_once(game: GameJson) -> None:
    twice = copy.deepcopy(game)
    for played in twice["rounds"]:
        played["setback"] = played.get("setback", []) * 2
    assert result(game) == result(twice)


def without_scores(found):
    return [{key: value for key, value in played.items() if key != "scores"} for played in found["rounds"]]


@SOME
@given(games(), st.randoms(use_true_random=False))
def test_the_order_of_seats_changes_nothing(game: GameJson, dice: random.Random) -> None:
    shuffled = copy.deepcopy(game)
    for played in shuffled["rounds"]:
        for key in RESPONSES:
            dice.shuffle(played[key])
    one, other = result(game), result(shuffled)
    assert_same(without_scores(one), without_scores(other))
    for mine, theirs in zip(one["rounds"], other["rounds"], strict=True):
        for key in RESPONSES:
            assert sorted(mine["scores"][key]) == pytest.approx(sorted(theirs["scores"][key]), abs=1e-9)


@SOME
@given(games(max_seats=5))
def test_doubling_every_seat_changes_no_state(game: GameJson) -> None:
    doubled = copy.deepcopy(game)
    for played in doubled["rounds"]:
        for key in RESPONSES:
            played[key] = played[key] * 2
    assert_same(without_scores(result(game)), without_scores(result(doubled)))


@SOME
@given(games())
def test_names_and_who_chose_change_nothing(game: GameJson) -> None:
    renamed = copy.deepcopy(game)
    renamed["tasks"] = [f"überraschung {k}" for k in range(len(game["tasks"]))]
    renamed["unknown"] = {"ignored": True}
    for played in renamed["rounds"]:
        for key in RESPONSES:
            played[key] = [{**seat, "by": "bot", "alias": "Sam"} for seat in played[key]]
    assert result(game) == result(renamed)


def last_round_with(game: GameJson, change) -> tuple[GameJson, GameJson]:
    """Return the last round's result as it is, and with `change` made to every resident's acts in it."""
    *earlier, last = game["rounds"]
    residents = [{**seat, "act": change(seat["act"])} for seat in last["residents"]]
    changed = {**game, "rounds": [*earlier, {**last, "residents": residents}]}
    return result(game)["rounds"][-1], result(changed)["rounds"][-1]


@SOME
@given(games())
def test_claims_never_raise_ownership(game: GameJson) -> None:
    # Luck is kept out: more complaints may bring trouble, and people may then repair.
    game = {**game, "form": "short"}
    before, after = last_round_with(game, lambda act: ["claim" if word == "wait" else word for word in act])
    for one, other in zip(before["tasks"], after["tasks"], strict=True):
        assert other["ownership"] <= one["ownership"] + 1e-12


@SOME
@given(games())
def test_more_joining_never_lowers_quality(game: GameJson) -> None:
    evenings = {3: 2, 4: 3, 5: 4, 6: 4}[len(game["tasks"])]

    def fuller(act: list[str]) -> list[str]:
        left = evenings - act.count("join")
        idle = [k for k, word in enumerate(act) if word != "join"][:left]
        return ["join" if k in idle else word for k, word in enumerate(act)]

    before, after = last_round_with(game, fuller)
    for one, other in zip(before["tasks"], after["tasks"], strict=True):
        assert other["quality"] >= one["quality"] - 1e-12
