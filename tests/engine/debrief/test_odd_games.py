"""Odd games get a sensible debrief: one round, only bots, no people among residents, three and six tasks, talk at once."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from game.content import catalogue
from game.content.findings import sentence
from game.engine.debrief.findings import Findings, findings
from game.engine.debrief.played import PlayedGame, of_file
from game.engine.debrief.room import room
from game.engine.gamefile.reading import parse
from game.management.commands import debrief
from game.management.commands.debrief import report
from tests.engine.games import plain
from tests.engine.golden import data

pytestmark = pytest.mark.no_cover  # whole games: slow to measure, and smaller tests reach every line

Game = dict[str, Any]
reruns, reacting_reruns = cache(debrief.reruns), cache(debrief.reacting_reruns)
KEYS = ("municipality", "professionals", "residents")


def by_bots(game: Game, *keys: str) -> Game:
    for one in game["rounds"]:
        for key in keys:
            for seat in one[key]:
                seat["by"] = "bot"
    return game


def rounds(game: Game, count: int) -> Game:
    return {**game, "rounds": game["rounds"][:count]}


def idle(game: Game) -> Game:
    """Nobody does anything, ever."""
    for one in game["rounds"]:
        for key, act in zip(KEYS, ("leave", "step_back", "wait"), strict=True):
            for seat in one[key]:
                seat["act"] = [act] * len(game["tasks"])
    return game


def unpromised(game: Game) -> Game:
    for one in game["rounds"]:
        for key in KEYS:
            for seat in one[key]:
                seat.pop("promise", None)
    return game


def of_today(game: Game) -> Game:
    """A file that does not know yet when talking began, nor of promises or setbacks."""
    found = unpromised(game)
    found.pop("talk_from", None)
    for one in found["rounds"]:
        one.pop("setback", None)
    return found


ODD = {
    "one round": rounds(data("broke"), 1),
    "one round, nobody": idle(rounds(data("broke"), 1)),
    "two rounds": rounds(data("mixed"), 2),
    "only bots": by_bots(data("left_by_all"), *KEYS),
    "no people among residents": by_bots(data("left_by_all"), "residents"),
    "people among residents only": by_bots(data("mixed"), "municipality", "professionals"),
    "nobody does anything": idle(data("turned_in_round_4")),
    "three tasks": {**plain(tasks=3, rounds=4, residents=3), "ruleset": 2},
    "six tasks": plain(tasks=6, rounds=4, residents=6, professionals=2),
    "no promises": unpromised(data("left_by_all")),
    "talk from round 1": {**data("left_by_all"), "talk_from": 1},
    "talk after the last round": {**data("left_by_all"), "talk_from": 9},
    "the short form": {**data("left_by_all"), "form": "short"},
    "ruleset 1": {**data("left_by_all"), "ruleset": 1},
    "a file of today": of_today(data("left_by_all")),
    "one resident": plain(rounds=3, residents=1),
}


@pytest.fixture(autouse=True, scope="module")
def _each_game_is_run_again_once() -> Iterator[None]:
    """Play no what-if of a game anew for another language, nor for what is asked of it besides."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(debrief, "reruns", reruns)
        patch.setattr(debrief, "reacting_reruns", reacting_reruns)
        yield


@cache
def played(name: str) -> PlayedGame:
    return of_file(parse(ODD[name]))


@cache
def told(name: str) -> Findings:
    return findings(played(name))


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_odd_game_is_told_in_whole_sentences(name, language):
    game, found = played(name), told(name)
    texts = [sentence(turn, catalogue(language), language) for turn in found.story]
    assert texts
    for text in texts:
        assert text.endswith(".")
        assert not set("{}") & set(text)
        assert "debrief." not in text
    json.dumps(report(game, found, language), allow_nan=False)
    message = room([(game, found)])
    assert message is not None
    assert (message.count, message.of) == (1, 1)


@pytest.mark.parametrize("name", ODD)
def test_every_what_if_of_an_odd_game_has_an_answer(name):
    game = played(name)
    for lines in (*reruns(game).values(), *reacting_reruns(game).values()):
        assert all(0.0 <= share <= 1.0 for share in (*lines.quality, *lines.ownership))


def kinds(name: str) -> set[str]:
    return {turn.kind for turn in told(name).story}


def test_what_an_odd_game_has_no_data_for_is_not_told():
    assert "after_talk" not in kinds("one round") | kinds("talk from round 1") | kinds("a file of today")
    assert {"setback", "mended", "ruled"}.isdisjoint(kinds("the short form") - {"setback"})
    assert {"setback", "mended", "ruled", "ran_thin"}.isdisjoint(kinds("ruleset 1"))
    assert "nobody" in kinds("nobody does anything")
    assert "nobody" in kinds("one round, nobody")


def test_evenings_are_those_of_every_resident_people_or_bots():
    def evenings(name: str) -> set[int]:
        return {one.evenings for one in told(name).leaning}

    assert evenings("no people among residents") == evenings("only bots") == {12}
    assert evenings("three tasks") == {6}
    assert evenings("six tasks") == {24}
