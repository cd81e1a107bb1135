"""Telling the hubs that a game changed: the group's name and the poke.

A poke is a hint, never the truth: whoever misses one finds the new revision by polling. In this process it also brings what a
change left that was only play: whoever has that of every revision since what it knows need read neither people nor tables.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.models import Game, Table

POKE_GROUP = "pokes"
POKE_TYPE = "game.poke"


@dataclass(frozen=True, slots=True)
class Play:
    """What a write left that changed what tables play, and nothing about who is where, may what or said what.

    `game` is its row, with its workshop, `tables` those of its tables that changed, by id: as they are stored. Nobody changes
    them any more.
    """

    game: Game
    tables: Mapping[int, Table]


Sink = Callable[[int, int, Play | None], None]
Expecting = Callable[[int, int, Play], None]
_sinks: list[Sink] = []
_expecting: list[Expecting] = []


def poke(game_id: int, rev: int, play: Play | None = None) -> None:
    """Say, after commit and from any thread, that a game is now at `rev`; without a hub here nothing happens.

    `play` is what this revision came to, where it was only play.
    """
    for sink in tuple(_sinks):
        sink(game_id, rev, play)


def expect(game_id: int, rev: int, play: Play | None) -> None:
    """Say, from any thread, that a game is about to be stored at `rev`, which may still fail: what is made of it waits.

    Of what is more than play nothing is said.
    """
    if play is not None:
        for hear in tuple(_expecting):
            hear(game_id, rev, play)


def add_expecting(hear: Expecting) -> None:
    """Let `hear(game_id, rev, play)` be called before a commit of this process that brings only play; it returns at once."""
    _expecting.append(hear)


def remove_expecting(hear: Expecting) -> None:
    """Stop calling `hear`."""
    _expecting.remove(hear)


def add_sink(sink: Sink) -> None:
    """Let `sink(game_id, rev, play)` be called on every poke of this process; it must return at once."""
    _sinks.append(sink)


def remove_sink(sink: Sink) -> None:
    """Stop calling `sink`."""
    _sinks.remove(sink)
