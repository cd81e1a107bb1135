"""Odd games reach their debrief and have every picture of it: one round, bots alone, a practice round, a step back, tables
that everybody left, two plays, nothing said, a script from right to left, three and six tasks, ruleset 1.

The same games are looked at with `make looks-debrief`.
"""

from collections import Counter
from typing import Any

import msgspec
import pytest

from game.engine.debrief.series import story
from game.engine.debrief.steps import STEPS
from game.engine.screens.room import DebriefView
from game.models import Game, Post
from game.selectors import findings
from game.selectors.live import screens
from game.selectors.live.loading import load
from game.selectors.voices import said, voices
from tests.looks import staged_debriefs
from tests.looks.staged_debriefs import SEATS, play

pytestmark = [pytest.mark.django_db, pytest.mark.no_cover]  # whole games: smaller tests reach every line
ODD = {
    "one": (1, 4),
    "bots": (6, 4),
    "practice": (6, 4),
    "back": (6, 4),
    "again": (6, 4),
    "silent": (6, 4),
    "arabic": (6, 4),
    "three": (6, 3),
    "six_tasks": (6, 6),
    "old": (6, 4),
}


def shown(name: str) -> tuple[Game, dict[int, Any]]:
    """Return the last game of a staged workshop, and what its tables are in their states by number."""
    made = play(name)
    game = Game.objects.filter(workshop=made.workshop).latest("pk")
    return game, {table.number: table.state for table in load(game.pk).tables}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_game_has_every_picture(name: str) -> None:
    game, states = shown(name)
    rounds, tasks = ODD[name]
    for state in states.values():
        told = story(state)
        assert ([line.round for line in told.rounds], len(told.tasks)) == ([*range(1, rounds + 1)], tasks)
        for step, parts in STEPS.items():
            for part in parts:
                found = findings.view(state, DebriefView(step, part=part))
                assert msgspec.json.encode(found)
    assert msgspec.json.encode([screens.board(load(game.pk), table) for table in load(game.pk).tables])
    assert msgspec.json.encode(screens.panel_room(load(game.pk)))
    assert bool(Post.objects.filter(game=game)) is (name != "silent")
    assert bool(voices(said(game), "tomorrow").posts) is (name != "silent")


def test_as_many_people_feel_as_guess_and_vote() -> None:
    game, _ = shown("one")
    guesses = Counter(about for _, about, _ in said(game).guesses)
    assert Post.objects.filter(game=game, kind="feeling").count() == SEATS
    assert [*guesses.values()] == [SEATS, SEATS]
    assert Post.objects.filter(game=game, kind="tomorrow").count() == SEATS // 3


def test_tables_that_everybody_left_are_played_to_the_end_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    few = staged_debriefs.Staged(staged_debriefs.mixed, tables=3, left=2)
    monkeypatch.setitem(staged_debriefs.GAMES, "few left", few)
    game, states = shown("few left")
    assert {number: len(story(state).rounds) for number, state in states.items()} == {1: 6, 2: 6, 3: 6}
    whole = findings.alike([*states.values()], DebriefView(*findings.OF_THE_ROOM))
    assert whole is None or whole.of == 3
    here = [post.table for post in voices(said(game), "tomorrow").posts]
    assert set(here) == {1}
