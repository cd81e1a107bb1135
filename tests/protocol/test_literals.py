"""The words that the protocol lets through are those that the engine knows, neither more nor less."""

from collections.abc import Iterable
from typing import Literal, get_args, get_origin, get_type_hints

import pytest
from msgspec import Meta

from game.engine.debrief.loops import LOOPS
from game.engine.debrief.steps import LUCK, MOODS, POSTED, STEPS
from game.engine.table.phases import Phase
from game.protocol.commands import course as course_commands
from game.protocol.commands import debrief as debrief_commands
from game.protocol.commands import player as player_commands


def words_of(command: type, field: str) -> set[object]:
    """Return what a field may be, as far as that is spelled out; null apart."""
    return set(_literals(get_type_hints(command)[field]))


def _literals(kind: object) -> Iterable[object]:
    if get_origin(kind) is Literal:
        return get_args(kind)
    return [word for part in get_args(kind) for word in _literals(part)]


PARTS = {part for parts in STEPS.values() for part in parts}


@pytest.mark.parametrize(
    ("command", "field", "known"),
    [
        (debrief_commands.ShowDebrief, "view", set(STEPS)),
        (debrief_commands.ShowDebrief, "part", PARTS),
        (debrief_commands.LookAt, "loop", {"", *LOOPS}),
        (player_commands.Post, "kind", set(POSTED)),
        (player_commands.Post, "mood", {"", *MOODS}),
        (course_commands.GoBack, "phase", set(Phase) - {Phase.TIME_OUT, Phase.CLOSED}),
    ],
)
def test_what_may_be_said_is_what_there_is(command: type, field: str, known: set[object]) -> None:
    assert words_of(command, field) == known


def test_a_guess_of_the_luck_is_one_of_the_answers() -> None:
    bounds = get_type_hints(player_commands.GuessLuck, include_extras=True)["luck"].__metadata__

    assert bounds == (Meta(ge=min(LUCK), le=max(LUCK)),)
