"""What is kept is kept by the very thing it was made from, and not for ever."""

import json
from dataclasses import dataclass, replace

import msgspec
import pytest

from game import kept
from game.kept import Kept, Newest
from game.protocol.stored import dump, dump_state, load_state
from tests.engine.builders import opened, round_played


@dataclass(frozen=True)
class Thing:
    name: str


def test_an_equal_thing_is_another_and_what_comes_besides_counts() -> None:
    made: list[tuple[str, int]] = []

    def make(thing: Thing, more: int) -> list[str]:
        made.append((thing.name, more))
        return [thing.name] * more

    keeps = Kept(make)
    one, equal = Thing("a"), Thing("a")
    assert keeps(one, 2) is keeps(one, 2)
    assert keeps(equal, 2) is not keeps(one, 2)
    assert keeps(one, 1) == ["a"]
    assert made == [("a", 2), ("a", 2), ("a", 1)]
    kept.forget()
    keeps(one, 1)
    assert made[3:] == [("a", 1)]


def test_it_holds_no_more_than_it_may_and_lets_go_of_what_was_not_used_longest() -> None:
    newest: Newest[str, int] = Newest(2)
    newest.put("a", 1)
    newest.put("b", 2)
    assert newest.get("a") == 1
    newest.put("c", 3)
    assert [newest.get(key) for key in "abc"] == [1, None, 3]
    assert len(newest) == 2


def test_a_state_is_what_its_text_says_and_the_same_object_for_all() -> None:
    state = opened()
    text = dump_state(state)
    assert load_state(text) == load_state(dump(state)) == state
    assert load_state(text) is not state
    assert load_state(str(text.encode(), "ascii")) is load_state(text)
    other = replace(state, round=2)
    assert load_state(dump_state(other)) == other


def test_a_round_that_was_played_is_packed_once_and_one_object_for_all_states() -> None:
    first = round_played()
    second = round_played(first)
    before, after = load_state(dump_state(first)), load_state(dump_state(second))
    assert (before, after) == (first, second)
    assert after.played[0] is before.played[0]
    assert after.played[0] is not first.played[0], "what the text says"
    packed = [json.loads(dump_state(state))["packed"] for state in (first, second, before, after)]
    assert [len(one) for one in packed] == [1, 2, 1, 2]
    assert packed[1][:1] == packed[3][:1] == packed[0] == packed[2]
    assert len(dump_state(second)) < len(dump(second)) / 2
    kept.forget()
    assert load_state(dump_state(after)) == load_state(dump(second)) == second, "as a release before wrote it"


@pytest.mark.parametrize(
    "packed", ["?", "bm8=", "eJyrrgUAAXUA+Q=="], ids=["no base 64", "not packed", "no round"]
)
def test_a_round_that_cannot_be_unpacked_is_foreign(packed: str) -> None:
    snapshot = json.loads(dump_state(opened())) | {"packed": [packed]}
    with pytest.raises(msgspec.ValidationError):
        load_state(json.dumps(snapshot))
