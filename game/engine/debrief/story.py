"""The story of a table: what nobody took up, where it turned, what happened; and how much of it a screen has room for."""

from collections.abc import Mapping, Sequence

from game.engine.debrief.happened import happened
from game.engine.debrief.measures import ownership
from game.engine.debrief.played import PlayedGame
from game.engine.debrief.sensible import SensibleRound
from game.engine.debrief.talk import after_talk
from game.engine.debrief.telling import Turn
from game.engine.debrief.turns import Weighed, turning_points
from game.engine.model.roles import Role

MOST_SHOWN = 3
LEADS = "nobody"
# What doing it together paid each chair is a picture of its own (decision 77).
ELSEWHERE = "resisted"


def story(game: PlayedGame, paid: Mapping[Role, Sequence[SensibleRound]], moved: Weighed) -> tuple[Turn, ...]:
    """Return everything that is told of a game with at least one round: what nobody took up first, then by rounds.

    At least one: a game in which nothing turned was steady. `paid` is what sensible found in the same game, `moved` its
    falls and rises.
    """
    found = [*turning_points(moved), *happened(game, paid), *after_talk(game)]
    if not found:
        last = len(game.rounds)
        now = ownership(game, last - 1)
        found = [Turn("steady", last, last, 0.0, "ownership", ownership(game, -1), now)]
    return tuple(sorted(found, key=_place))


def shown(story: Sequence[Turn]) -> tuple[Turn, ...]:
    """Return what a screen has room for, in the same order: what leads, the turning points, then what mattered most; what
    another picture tells only where there is nothing else.
    """
    told = [turn for turn in story if turn.kind != ELSEWHERE] or story
    ranked = sorted(told, key=lambda turn: (turn.kind != LEADS, not turn.causes, -turn.effect))
    return tuple(sorted(ranked[:MOST_SHOWN], key=_place))


def _place(turn: Turn) -> tuple[bool, int, int, float]:
    return (turn.kind != LEADS, turn.round, turn.until, -turn.effect)
