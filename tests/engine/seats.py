"""What one seat chooses in a random game file, drawn in as few choices as can be; whole games are made of them in games."""

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
def seat(key: str, tasks: int) -> st.SearchStrategy[GameJson]:
    """Give one seat of a role, by its key in a game file, with any choices within its limits."""
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
def dice(tasks: int) -> st.SearchStrategy[list[float]]:
    """Give the dice of a round."""
    return st.tuples(*[st.floats(0, 1)] * tasks).map(list)
