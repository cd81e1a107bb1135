"""Telling the hubs that a game changed: the group's name and the poke.

A poke is a hint, never the truth: whoever misses one finds the new revision by polling. In this process it also says whether
the change was only play: whoever knows that of every revision since what it knows need not read the people again.
"""

from collections.abc import Callable

POKE_GROUP = "pokes"
POKE_TYPE = "game.poke"

Sink = Callable[[int, int, bool], None]
_sinks: list[Sink] = []


def poke(game_id: int, rev: int, is_play: bool = False) -> None:
    """Say, after commit and from any thread, that a game is now at `rev`; without a hub here nothing happens.

    `is_play` says that this revision changed what tables play, and nothing about who is where or may what.
    """
    for sink in tuple(_sinks):
        sink(game_id, rev, is_play)


def add_sink(sink: Sink) -> None:
    """Let `sink(game_id, rev, is_play)` be called on every poke of this process; it must return at once."""
    _sinks.append(sink)


def remove_sink(sink: Sink) -> None:
    """Stop calling `sink`."""
    _sinks.remove(sink)
