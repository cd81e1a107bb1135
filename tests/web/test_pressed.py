"""No press of the debrief is dead: each changes what the big screen shows of a table, in whatever game it played."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path as File
from typing import Any

import msgspec
import pytest

from game.engine.bots.paths import Path
from game.engine.debrief.answers import unscored
from game.engine.debrief.circles import circles
from game.engine.debrief.findings import findings
from game.engine.debrief.played import PlayedGame
from game.engine.debrief.presses import presses
from game.engine.debrief.series import story
from game.engine.debrief.steps import PICTURES
from game.engine.debrief.strengths import loops
from game.engine.debrief.structure import structure
from game.engine.debrief.whatif import voted
from game.engine.model.roles import Role
from game.engine.model.rules import NEWEST, RULESETS
from game.engine.proof.bench import setbacks_of, street_of
from game.engine.proof.courses import run
from game.engine.screens.findings import findings_view
from game.engine.screens.room import DebriefView
from game.engine.screens.street import frame
from game.engine.screens.voices import Voices
from game.engine.table.state import TableState
from game.web.picture import picture
from tests.engine.builders import opened
from tests.engine.golden import NAMES, STORIES, golden
from tests.node import run_node

RULES = RULESETS[NEWEST]
TASKS = ("green", "safety", "neighbours", "play")
PRESSED = File(__file__).parents[1] / "js" / "pressed.js"
ROUNDS = 6
VOICES = Voices(options=voted(RULES), tallies={"what_if": {"evening_more": 2}, "luck": {"2": 1}})
TRAP, LETTING_GO, TOGETHER = Path.MILD_TRAP, Path.LETTING_GO, Path.TOGETHER


def turned(whose: Role, first: Path, then: Path, turn: int, others: Path) -> PlayedGame:
    """Return a game in which one kind of chair turns from one path to another after so many rounds."""
    street, dice = street_of(RULES), random.Random(1)

    def course(role: Role, now: int) -> Path:
        return (first if now < turn else then) if role is whose else others

    played = run(street, course, ROUNDS, iter(dice.random, None), setbacks_of(RULES))
    return PlayedGame(RULES, "full", TASKS, played)


def state_of(game: PlayedGame) -> TableState:
    """Return a table that played it."""
    roles = tuple(seat.role for seat in game.rounds[0].seats)
    empty = opened()
    ruleset = next(number for number, rules in RULESETS.items() if rules == game.rules)
    setup = replace(empty.setup, ruleset=ruleset, tasks=game.tasks, roles=roles, form=game.form)
    return replace(empty, setup=setup, played=game.rounds)


def drawn(name: str, game: PlayedGame) -> Iterator[Mapping[str, Any]]:
    """Yield of every picture that presses build up what a wall draws it of, press by press; of those whose presses go by the
    game also one more."""
    game = replace(game, tasks=TASKS[: game.count])
    found, again = findings(game), lru_cache(unscored)
    own = presses(game, found)
    board = {
        "story": story(state_of(game)),
        "film": [frame(game, index) for index in range(len(game.rounds))],
        "earlier": None,
        "groups": [],
        "group": None,
        "voices": VOICES,
    }
    for step, pictures in PICTURES.items():
        for one in pictures:
            code = f"{step}.{one.part}"
            last = own.get(code, one.last_beat(len(game.rounds)))
            assert last <= one.last_beat(len(game.rounds)), code
            if not one.presses:
                continue
            views = [DebriefView(step, part=one.part, beat=beat) for beat in range(last + 1 + (code in own))]
            shown = [board | {"findings": findings_view(game, lambda: found, view, again)} for view in views]
            yield {"name": name, "picture": code, "shown": shown, "views": views, "last": last}


def faults(games: Mapping[str, PlayedGame], folder: File) -> list[str]:
    """Return the presses that change nothing, and what is left to press."""
    file = folder / "games.json"
    given = [one for name, game in games.items() for one in drawn(name, game)]
    known = structure(RULES) | {"picture": picture("street")}
    file.write_bytes(msgspec.json.encode({"structure": known, "games": given}))
    return run_node(PRESSED, str(file)).splitlines()


@pytest.mark.parametrize("name", [*NAMES, *STORIES])
def test_no_press_of_a_known_game_is_dead(name: str, tmp_path: File) -> None:
    assert faults({name: golden(name)}, tmp_path) == []


# Circles of which nothing is in doubt, that are lines of two and of three states, and that are two.
ODD = {
    (Role.MUNICIPALITY, TRAP, TRAP, 1, LETTING_GO): [(3, False)],
    (Role.MUNICIPALITY, LETTING_GO, TRAP, 1, LETTING_GO): [(3, True)],
    (Role.MUNICIPALITY, LETTING_GO, TRAP, 3, LETTING_GO): [(2, True)],
    (Role.PROFESSIONAL, TRAP, LETTING_GO, 2, LETTING_GO): [(4, True), (4, True)],
    (Role.RESIDENT, TRAP, LETTING_GO, 3, TOGETHER): [(3, True), (4, True)],
}


@pytest.mark.parametrize(("turns", "told"), ODD.items())
def test_an_odd_circle_has_as_many_presses_as_it_shows(turns: Any, told: Any, tmp_path: File) -> None:
    game = turned(*turns)
    found = circles(game, loops(game))
    assert [(len(one.line), one.doubted != "") for one in found] == told
    assert faults({"odd": game}, tmp_path) == []
