"""Telling the hubs that a game changed: the group's name and the poke.

A poke is a hint, never the truth: whoever misses one finds the new revision by polling.
"""

from collections.abc import Callable

POKE_GROUP = "pokes"
POKE_TYPE = "game.poke"

_sinks: list[Callable[[int, int], None]] = []


def poke(game_id: int, rev: int) -> None:
    """Say, after commit and from any thread, that a game is now at `rev`; without a hub here nothing happens."""
    for sink in tuple(_sinks):
        sink(game_id, rev)


def add_sink(sink: Callable[[int, int], None]) -> None:
    """Let `sink(game_id, rev)` be called on every poke of this process; it must return at once."""
    _sinks.append(sink)


def remove_sink(sink: Callable[[int, int], None]) -> None:
    """Stop calling `sink`."""
    _sinks.remove(sink)
