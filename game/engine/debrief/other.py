"""The game of a table once more, played the other way by all three chairs: how its street ended, and what each did then.

Who did not work together sees everyone do so; who ended about as well as that sees what happens when professionals do it
all and nobody comes. It is the model's answer, and nothing more.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from game.engine.bots.paths import Path
from game.engine.debrief.changes import Change, Follows
from game.engine.debrief.levers import count
from game.engine.debrief.measures import quality
from game.engine.debrief.played import PlayedGame
from game.engine.model.roles import Role

# A street that ends so little below everyone together already is that.
LEAST_BETTER = 0.05
# A chair did something else where the share of its moments differs so much.
LEAST_OTHER = 0.10
# What is looked at for each chair, in the words of a count.
LOOKED_AT: Mapping[Role, tuple[str, ...]] = MappingProxyType(
    {
        Role.MUNICIPALITY: ("to_together", "to_professionals", "to_residents", "required"),
        Role.PROFESSIONAL: ("worked_along", "took_over", "stepped_back"),
        Role.RESIDENT: ("joined",),
    }
)

Way = Literal["all_together", "apart"]
WAYS: Mapping[Way, Path] = MappingProxyType({"all_together": Path.TOGETHER, "apart": Path.MILD_TRAP})
Again = Callable[[PlayedGame, tuple[Change, ...]], PlayedGame]


@dataclass(frozen=True, slots=True)
class Deed:
    """What a chair did otherwise: `lever` (a code, "" when nothing differs) `count` of `of` times, `own` as it went."""

    role: Role
    lever: str
    count: int = 0
    of: int = 0
    own: int = 0


@dataclass(frozen=True, slots=True)
class Other:
    """A game played the other way: `way` is how, `game` the rerun, `deeds` what each chair did otherwise in it."""

    way: Way
    game: PlayedGame
    deeds: tuple[Deed, ...]


def other(game: PlayedGame, again: Again) -> Other:
    """Return how a game with at least one round goes the other way; `again` plays it with changes."""
    way: Way = "all_together"
    played = again(game, (Follows(None, WAYS[way]),))
    last = len(game.rounds) - 1
    if quality(played, last) - quality(game, last) < LEAST_BETTER:
        way = "apart"
        played = again(game, (Follows(None, WAYS[way]),))
    return Other(way, played, tuple(_deed(game, played, role) for role in Role))


def _deed(game: PlayedGame, played: PlayedGame, role: Role) -> Deed:
    """Return what a chair did most differently, by share of its moments."""
    last = len(game.rounds)
    found = []
    for code in LOOKED_AT[role]:
        then, own = (count(one, code, 1, last) for one in (played, game))
        found.append(Deed(role, code, then.count, then.of, own.count))
    best = max(found, key=_difference)
    return best if _difference(best) >= LEAST_OTHER else Deed(role, "")


def _difference(deed: Deed) -> float:
    """Return in what share of its moments a chair did otherwise; who acts does not change, so that both have the same."""
    return abs(deed.count - deed.own) / max(1, deed.of)
