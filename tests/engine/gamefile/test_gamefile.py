"""What a game file must be: every refusal names its place, and what may be left out may be left out."""

import copy
import json
from typing import Any

import pytest

from game.engine.gamefile.reading import GameFileError, parse, replay
from game.engine.model.roles import Role
from game.engine.model.values import By
from tests.engine.games import plain

MISSING = object()


def changed(path: list[Any], value: Any) -> dict[str, Any]:
    """Return a plain game with the value at `path` replaced, or taken out."""
    game = plain(rounds=3, residents=2)
    holder: Any = game
    for step in path[:-1]:
        holder = holder[step]
    if value is MISSING:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    return game


ROUND = ["rounds", 2]
MUN, PRO, RES = [*ROUND, "municipality", 0], [*ROUND, "professionals", 0], [*ROUND, "residents", 1]
LET_BE = ["let_be"] * 4
REFUSED = [
    (["ruleset"], 3, "ruleset: unknown ruleset"),
    (["ruleset"], 10**30, "ruleset: unknown ruleset"),
    (["ruleset"], True, "ruleset: must be a whole number"),
    (["ruleset"], 1.0, "ruleset: must be a whole number"),
    (["ruleset"], "1", "ruleset: must be a whole number"),
    (["form"], "long", "form: unknown choice 'long'"),
    (["form"], None, "form: must be a word"),
    (["talk_from"], 0, "talk_from: must be the number of a round, from 1"),
    (["talk_from"], None, "talk_from: must be the number of a round, from 1"),
    (["talk_from"], True, "talk_from: must be the number of a round, from 1"),
    ([*RES, "promise"], "yes", "rounds[2].residents[1].promise: must be a list"),
    ([*RES, "promise"], [True] * 3, "rounds[2].residents[1].promise: must have 4 entries, has 3"),
    ([*MUN, "promise"], [True, 1, True, True], "rounds[2].municipality[0].promise[1]: must be true or false"),
    (["tasks"], MISSING, "tasks: missing"),
    (["tasks"], "green", "tasks: must be a list"),
    (["tasks"], ["a", "b"], "tasks: must have 3 to 6 entries, has 2"),
    (["tasks"], ["a"] * 7, "tasks: must have 3 to 6 entries, has 7"),
    (["tasks", 1], 5, "tasks[1]: must be a word"),
    (["rounds"], MISSING, "rounds: missing"),
    (["rounds"], {}, "rounds: must be a list"),
    (["rounds"], [], "rounds: at least one is needed"),
    (ROUND, [], "rounds[2]: must be an object"),
    ([*ROUND, "draws"], MISSING, "rounds[2].draws: missing"),
    ([*ROUND, "draws"], [0.5] * 3, "rounds[2].draws: must have 4 entries, has 3"),
    ([*ROUND, "draws", 3], 1.1, "rounds[2].draws[3]: must be a number from 0 to 1"),
    ([*ROUND, "draws", 3], -0.1, "rounds[2].draws[3]: must be a number from 0 to 1"),
    ([*ROUND, "draws", 3], True, "rounds[2].draws[3]: must be a number from 0 to 1"),
    ([*ROUND, "draws", 3], "0.5", "rounds[2].draws[3]: must be a number from 0 to 1"),
    ([*ROUND, "draws", 3], float("nan"), "rounds[2].draws[3]: must be a number from 0 to 1"),
    ([*ROUND, "draws", 3], float("inf"), "rounds[2].draws[3]: must be a number from 0 to 1"),
    ([*ROUND, "draws", 3], 10**400, "rounds[2].draws[3]: must be a number from 0 to 1"),
    ([*ROUND, "residents"], MISSING, "rounds[2].residents: missing"),
    ([*ROUND, "residents"], [], "rounds[2].residents: at least one seat is needed"),
    ([*ROUND, "professionals"], {}, "rounds[2].professionals: must be a list"),
    (RES, None, "rounds[2].residents[1]: must be an object"),
    ([*RES, "act"], MISSING, "rounds[2].residents[1].act: missing"),
    ([*RES, "act"], ["wait"] * 5, "rounds[2].residents[1].act: must have 4 entries, has 5"),
    ([*RES, "act", 1], "jion", "rounds[2].residents[1].act[1]: unknown choice 'jion'"),
    ([*RES, "act", 1], "visit", "rounds[2].residents[1].act[1]: unknown choice 'visit'"),
    ([*RES, "act", 1], None, "rounds[2].residents[1].act[1]: must be a word"),
    ([*RES, "act", 1], "a\nb", "rounds[2].residents[1].act[1]: unknown choice 'a\\nb'"),
    ([*RES, "act", 1], "é\ud800", "rounds[2].residents[1].act[1]: unknown choice '\\xe9\\ud800'"),
    ([*RES, "act", 1], "x" * 50, f"rounds[2].residents[1].act[1]: unknown choice '{'x' * 40}...'"),
    ([*RES, "act"], ["join"] * 4, "rounds[2].residents[1].act: 4 evenings, the limit is 3"),
    ([*RES, "respond"], LET_BE[:3], "rounds[2].residents[1].respond: must have 4 entries, has 3"),
    ([*RES, "respond"], [*LET_BE[:3], "back"], "rounds[2].residents[1].respond[3]: unknown choice 'back'"),
    ([*RES, "propose"], ["us"] * 4, "rounds[2].residents[1].propose[0]: unknown choice 'us'"),
    ([*RES, "by"], "me", "rounds[2].residents[1].by: unknown choice 'me'"),
    ([*PRO, "act", 0], "join", "rounds[2].professionals[0].act[0]: unknown choice 'join'"),
    (
        [*PRO, "respond"],
        ["guarantee"] * 4,
        "rounds[2].professionals[0].respond[0]: unknown choice 'guarantee'",
    ),
    ([*MUN, "deals"], MISSING, "rounds[2].municipality[0].deals: missing"),
    ([*MUN, "deals"], [{}], "rounds[2].municipality[0].deals: must have 4 entries, has 1"),
    ([*MUN, "deals", 2], "together", "rounds[2].municipality[0].deals[2]: must be an object"),
    ([*MUN, "deals", 2, "holder"], MISSING, "rounds[2].municipality[0].deals[2].holder: missing"),
    ([*MUN, "deals", 2, "holder"], "all", "rounds[2].municipality[0].deals[2].holder: unknown choice 'all'"),
    ([*MUN, "deals", 2, "requirements"], MISSING, "rounds[2].municipality[0].deals[2].requirements: missing"),
    (
        [*MUN, "deals", 2, "requirements"],
        1,
        "rounds[2].municipality[0].deals[2].requirements: must be true or false",
    ),
    ([*MUN, "funding"], MISSING, "rounds[2].municipality[0].funding: missing"),
    ([*MUN, "funding"], "free", "rounds[2].municipality[0].funding: unknown choice 'free'"),
    (
        [*MUN, "act"],
        ["visit", "inspect", "leave", "visit"],
        "rounds[2].municipality[0].act: 3 tasks visited or inspected, the limit is 2",
    ),
]


@pytest.mark.parametrize(("path", "value", "message"), REFUSED, ids=[message for _, _, message in REFUSED])
def test_a_file_that_does_not_fit_names_its_place(path: list[Any], value: Any, message: str) -> None:
    with pytest.raises(GameFileError) as refused:
        parse(changed(path, value))
    assert str(refused.value) == message


@pytest.mark.parametrize("data", [[], None, "game", 3])
def test_a_file_is_an_object(data: Any) -> None:
    with pytest.raises(GameFileError, match=r"^file: must be an object$"):
        parse(data)


def test_limits_follow_the_number_of_tasks() -> None:
    game = plain(tasks=3)
    game["rounds"][0]["residents"][0]["act"] = ["join"] * 3
    with pytest.raises(
        GameFileError, match=r"^rounds\[0\]\.residents\[0\]\.act: 3 evenings, the limit is 2$"
    ):
        parse(game)


def test_what_may_be_left_out_has_its_default() -> None:
    played = parse(plain())
    assert played.form == "full"
    assert [seat.role for seat in played.rounds[0].seats] == [
        Role.MUNICIPALITY,
        Role.PROFESSIONAL,
        *[Role.RESIDENT] * 4,
    ]
    assert {seat.by for seat in played.rounds[0].seats} == {By.PLAYER}
    assert {response for seat in played.rounds[0].seats for response in seat.respond} == {"let_be"}
    assert [seat.propose for seat in played.rounds[0].seats] == [None] * 6
    assert [seat.promise for seat in played.rounds[0].seats] == [None] * 6
    assert played.talk_from is None


def test_what_was_promised_and_when_talking_began_are_kept() -> None:
    game = {**plain(), "talk_from": 1}
    game["rounds"][0]["residents"][0]["promise"] = [True, False, True, True]
    played = parse(game)
    assert played.talk_from == 1
    assert [seat.promise for seat in played.rounds[0].seats if seat.promise] == [(True, False, True, True)]


def test_a_promise_changes_no_figure() -> None:
    game = plain(rounds=2)
    before = replay(parse(game))
    for seat in (seat for key in ("municipality", "residents") for seat in game["rounds"][1][key]):
        seat["promise"] = [True] * 4
    assert replay(parse({**game, "talk_from": 2})) == before


def test_professionals_above_their_hours_are_scaled() -> None:
    game = plain(tasks=4, professionals=1)
    for _ in range(9):
        game["rounds"].append(copy.deepcopy(game["rounds"][0]))
    for played in game["rounds"]:
        played["professionals"] = [{"act": ["take_over"] * 4}]
        for deal in played["municipality"][0]["deals"]:
            deal["requirements"] = True
    rounds = replay(parse(game))["rounds"]
    assert rounds[0]["hours"] == 10.0
    assert rounds[-1]["hours"] < 10.0
    assert rounds[-1]["cost"] < rounds[1]["cost"]


def test_in_a_short_file_nobody_responds() -> None:
    game = plain(residents=1)
    game["rounds"][0]["draws"] = [0.0] * 4
    game["rounds"][0]["residents"][0]["respond"] = ["repair"] * 4
    full, short = replay(parse(game)), replay(parse({**game, "form": "short"}))
    quiet = copy.deepcopy(game)
    del quiet["rounds"][0]["residents"][0]["respond"]
    assert short == replay(parse(quiet))
    assert full["rounds"][0]["tasks"][0]["ownership"] > short["rounds"][0]["tasks"][0]["ownership"]


def test_responses_on_tasks_not_in_trouble_are_ignored() -> None:
    game = plain(residents=1)
    game["rounds"][0]["professionals"][0]["act"] = ["take_over"] * 4
    game["rounds"][0]["residents"][0]["respond"] = ["guarantee"] * 4
    quiet = copy.deepcopy(game)
    quiet["rounds"][0]["residents"][0]["respond"] = LET_BE
    assert replay(parse(game)) == replay(parse(quiet))


def test_the_number_of_seats_may_change_between_rounds() -> None:
    game = plain(rounds=2, residents=2)
    game["rounds"][1]["residents"] *= 3
    game["rounds"][1]["municipality"] *= 2
    scores = [played["scores"] for played in replay(parse(game))["rounds"]]
    assert [len(score["residents"]) for score in scores] == [2, 6]
    assert [len(score["municipality"]) for score in scores] == [1, 2]


def test_the_result_is_plain_json() -> None:
    found = replay(parse(plain(rounds=2)))
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    assert list(found["rounds"][0]) == [
        "funding",
        "cost",
        "reserve",
        "trust",
        "hours",
        "tasks",
        "scores",
    ]


def test_a_file_without_a_ruleset_is_of_the_first() -> None:
    game = plain()
    assert replay(parse({key: value for key, value in game.items() if key != "ruleset"})) == replay(
        parse(game)
    )


@pytest.mark.parametrize(
    ("setback", "message"),
    [
        ([4], "rounds[0].setback[0]: there is no task 4, the last is 3"),
        ([0, -1], "rounds[0].setback[1]: there is no task -1, the last is 3"),
        ([True], "rounds[0].setback[0]: must be a whole number"),
        (["green"], "rounds[0].setback[0]: must be a whole number"),
        (1, "rounds[0].setback: must be a list"),
    ],
)
def test_a_setback_that_does_not_fit_names_its_place(setback: object, message: str) -> None:
    game = {**plain(), "ruleset": 2}
    game["rounds"][0]["setback"] = setback

    with pytest.raises(GameFileError) as refused:
        parse(game)
    assert str(refused.value) == message


def test_ruleset_1_knows_no_setbacks() -> None:
    game = plain()
    game["rounds"][0]["setback"] = [99]

    assert replay(parse(game)) == replay(parse(plain()))


def test_hours_above_what_the_purse_pays_are_scaled_for_people_too() -> None:
    game = {**plain(professionals=1, rounds=6), "ruleset": 2}
    for played in game["rounds"]:
        played["professionals"][0] |= {"act": ["take_over"] * 4, "by": "player"}

    hours = [played["hours"] for played in replay(parse(game))["rounds"]]
    assert hours[0] == 10.0
    assert hours[5] < 10.0
