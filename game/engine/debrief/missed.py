"""What a street would have missed without what a chair did together, though that mostly gave the chair a lower mark."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from game.engine.debrief.changes import LAST, Change
from game.engine.debrief.levers import LEVERS, count
from game.engine.debrief.measures import quality
from game.engine.debrief.played import PlayedGame
from game.engine.model.roles import Role

TOGETHER: Mapping[Role, str] = MappingProxyType(
    {Role.MUNICIPALITY: "to_together", Role.PROFESSIONAL: "worked_along", Role.RESIDENT: "joined"}
)


def ends_without(
    game: PlayedGame, again: Callable[[PlayedGame, tuple[Change, ...]], PlayedGame]
) -> dict[Role, float]:
    """Return by role how a street ends (quality, 0–1) where that chair never did so together, of those that ever did;
    `again` plays the game with a change.
    """
    last = len(game.rounds)
    did = {role: code for role, code in TOGETHER.items() if count(game, code, 1, last).count}
    return {
        role: quality(again(game, (LEVERS[code].without(1, LAST),)), last - 1) for role, code in did.items()
    }
