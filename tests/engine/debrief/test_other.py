"""The game played the other way: who was not together sees everyone together, who was sees everyone apart."""

from dataclasses import replace

import pytest

from game.engine.debrief.measures import quality
from game.engine.debrief.other import LEAST_BETTER, LOOKED_AT, other
from game.engine.debrief.rerun import rerun
from game.engine.model.roles import Role
from tests.engine.golden import NAMES, STORIES, golden


def test_a_trap_sees_all_three_chairs_together() -> None:
    found = other(golden("trap"), rerun)

    assert found.way == "all_together"
    assert [(deed.role, deed.lever) for deed in found.deeds] == [
        (Role.MUNICIPALITY, "to_together"),
        (Role.PROFESSIONAL, "worked_along"),
        (Role.RESIDENT, "joined"),
    ]
    assert all(deed.count == deed.of and deed.own < deed.of for deed in found.deeds)


def test_a_table_that_worked_together_sees_what_being_apart_does() -> None:
    game = golden("together")
    found = other(game, rerun)

    assert found.way == "apart"
    assert quality(found.game, len(game.rounds) - 1) < quality(game, len(game.rounds) - 1)
    assert [(deed.lever, deed.own == deed.of) for deed in found.deeds if deed.lever] == [
        ("to_together", True),
        ("worked_along", True),
        ("joined", True),
    ]


@pytest.mark.parametrize("name", [*NAMES, *STORIES])
def test_every_game_has_a_line_for_every_chair(name: str) -> None:
    game = golden(name)
    last = len(game.rounds) - 1
    found = other(game, rerun)

    better, worse = (found.game, game) if found.way == "all_together" else (game, found.game)
    assert found.way == "apart" or quality(better, last) - quality(worse, last) >= LEAST_BETTER
    assert [deed.role for deed in found.deeds] == list(Role)
    for deed in found.deeds:
        assert deed.lever == "" or (deed.lever in LOOKED_AT[deed.role] and 0 <= deed.own <= deed.of)


def test_a_game_of_one_round_has_another_way_too() -> None:
    game = replace(golden("trap"), rounds=golden("trap").rounds[:1])

    assert len(other(game, rerun).game.rounds) == 1
