"""Every picture of the debrief, of games that are out of the ordinary: one round, ended early, bots alone, either ruleset."""

import json
from dataclasses import replace

import msgspec
import pytest

from game.engine.debrief.findings import findings
from game.engine.debrief.played import PlayedGame
from game.engine.debrief.steps import PICTURES
from game.engine.model.values import By
from game.engine.screens.findings import FindingsView, findings_view
from game.engine.screens.room import DebriefView
from tests.engine.golden import NAMES, golden


def first(game: PlayedGame, rounds: int) -> PlayedGame:
    """Return a game that ended early."""
    return replace(game, rounds=game.rounds[:rounds])


def by_bots(game: PlayedGame) -> PlayedGame:
    """Return a game that bots played alone."""
    rounds = (
        replace(one, seats=tuple(replace(seat, by=By.BOT) for seat in one.seats)) for one in game.rounds
    )
    return replace(game, rounds=tuple(rounds))


GAMES = {
    **{name: golden(name) for name in NAMES},
    "one round": first(golden("trap"), 1),
    "two rounds": first(golden("ran_thin"), 2),
    "bots alone": by_bots(golden("mixed")),
    "ruleset 2": golden("trap", 2),
    "no round": first(golden("together"), 0),
}


# The odd ones are measured: what a golden one comes by, they come by.
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.no_cover if name in NAMES else ()) for name in GAMES]
)
def test_every_picture_has_what_it_needs_at_every_press(name: str) -> None:
    game = GAMES[name]
    found = findings(game) if game.rounds else None
    for step, pictures in PICTURES.items():
        for one in pictures:
            for beat in range(one.last_beat(len(game.rounds)) + 1):
                view = findings_view(game, lambda: found, DebriefView(step, part=one.part, beat=beat))
                if not game.rounds:
                    assert view == FindingsView()
                assert json.loads(msgspec.json.encode(view))  # plain numbers, none of them beyond JSON


@pytest.mark.parametrize("name", [name for name, game in GAMES.items() if game.rounds])
def test_a_game_is_told_by_one_to_three_turns(name: str) -> None:
    game = GAMES[name]
    view = findings_view(game, lambda: findings(game), DebriefView("turning", part="turns"))

    assert 1 <= len(view.turns) <= 3


def test_the_vote_is_answered_only_once_it_is_asked_to_be() -> None:
    game = golden("trap")
    views = [
        findings_view(game, lambda: findings(game), DebriefView("what_if", part="vote", beat=beat))
        for beat in (0, 1)
    ]

    assert views[0].voted == ()
    assert [one.code for one in views[1].voted if one.reacting] == ["funding.trust"]
