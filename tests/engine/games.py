"""Game files for tests: random ones for hypothesis, and plain ones to change a single choice in."""

from functools import cache
from itertools import product
from typing import Any

from hypothesis import strategies as st

HOLDERS = ["residents", "together", "professionals"]
EVENINGS = {3: 2, 4: 3, 5: 4, 6: 4}
RESPONSES = {
    "municipality": ["add_rule", "back", "let_be"],
    "professionals": ["pull_in", "evaluate", "let_be"],
    "residents": ["guarantee", "repair", "let_be"],
}
BY = ["player", "facilitator", "bot", "default"]

GameJson = dict[str, Any]


def plain(tasks: int = 4, rounds: int = 1, residents: int = 4, professionals: int = 1) -> GameJson:
    """Return a game in which everyone does the default, with dice that bring no incident."""
    return {
        "ruleset": 1,
        "tasks": [f"task{k}" for k in range(tasks)],
        "rounds": [
            {
                "draws": [1.0] * tasks,
                "municipality": [
                    {
                        "deals": [{"holder": "together", "requirements": False} for _ in range(tasks)],
                        "funding": "output",
                        "act": ["leave"] * tasks,
                    }
                ],
                "professionals": [{"act": ["together"] * tasks} for _ in range(professionals)],
                "residents": [{"act": ["wait"] * tasks} for _ in range(residents)],
            }
            for _ in range(rounds)
        ],
    }


@cache
def _list(words: tuple[Any, ...], tasks: int) -> st.SearchStrategy[list[Any]]:
    """Give any of `words` for each task: as one choice, which is much quicker to draw than one for each."""
    return st.sampled_from([*product(words, repeat=tasks)]).map(list)


def _limited(
    words: tuple[str, ...], taking: tuple[str, ...], limit: int, tasks: int
) -> st.SearchStrategy[list[str]]:
    def cut(act: list[str]) -> list[str]:
        left = limit
        kept = []
        for word in act:
            left -= word in taking
            kept.append(word if word not in taking or left >= 0 else words[-1])
        return kept

    return _list(words, tasks).map(cut)


def _deals(holders: list[str], requirements: list[bool]) -> list[GameJson]:
    return [{"holder": holder, "requirements": on} for holder, on in zip(holders, requirements, strict=True)]


@cache
def _seat(key: str, tasks: int) -> st.SearchStrategy[GameJson]:
    yes_or_no = _list((False, True), tasks)
    optional = {"respond": _list((*RESPONSES[key],), tasks), "by": st.sampled_from(BY), "promise": yes_or_no}
    if key == "professionals":
        act = _list(("take_over", "together", "step_back"), tasks)
    elif key == "residents":
        act = _limited(("join", "claim", "wait"), ("join",), EVENINGS[tasks], tasks)
    else:
        act = _limited(("visit", "inspect", "leave"), ("visit", "inspect"), 2, tasks)
        deals = st.builds(_deals, _list((*HOLDERS,), tasks), yes_or_no)
        funding = st.sampled_from(["output", "result", "trust"])
        return st.fixed_dictionaries({"deals": deals, "funding": funding, "act": act}, optional=optional)
    optional["propose"] = _list((*HOLDERS,), tasks)
    return st.fixed_dictionaries({"act": act}, optional=optional)


@cache
def _dice(tasks: int) -> st.SearchStrategy[list[float]]:
    return st.tuples(*[st.floats(0, 1)] * tasks).map(list)


@st.composite
def games(
    draw: st.DrawFn, max_rounds: int = 5, max_seats: int = 10, rulesets: tuple[int, ...] = (1, 2)
) -> GameJson:
    """Give any valid game file: 3-6 tasks, 1-10 seats a role, any choices, both forms, setbacks in any round of ruleset 2."""
    tasks = draw(st.integers(3, 6))
    ruleset = draw(st.sampled_from(rulesets))
    # Few choices drawn at once, so that a game of many seats stays quick to make: seats repeat a small pool.
    pools = {key: draw(st.lists(_seat(key, tasks), min_size=1, max_size=3)) for key in RESPONSES}
    rounds = []
    for _ in range(draw(st.integers(1, max_rounds))):
        played: GameJson = {
            "draws": draw(_dice(tasks)),
        }
        for key, pool in pools.items():
            played[key] = draw(st.lists(st.sampled_from(pool), min_size=1, max_size=max_seats))
        if ruleset == 2 and draw(st.booleans()):
            played["setback"] = draw(st.lists(st.integers(0, tasks - 1), max_size=3))
        rounds.append(played)
    game = {"ruleset": ruleset, "tasks": [f"task{k}" for k in range(tasks)], "rounds": rounds}
    form = draw(st.sampled_from([None, "full", "short"]))
    talk_from = draw(st.sampled_from([None, 1, 2, 4]))
    given = {"form": form, "talk_from": talk_from}
    return {**game, **{key: value for key, value in given.items() if value is not None}}
