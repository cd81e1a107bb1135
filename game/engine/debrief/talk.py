"""What talking changed: from the first talking round on, the game beside one in which the last silent round is repeated."""

from collections.abc import Sequence
from dataclasses import replace

from game.engine.debrief.measures import Measure
from game.engine.debrief.played import PlayedGame, mean
from game.engine.debrief.rerun import rerun
from game.engine.debrief.telling import Turn
from game.engine.table.state import PlayedRound

LEAST_APART = 0.05


def after_talk(game: PlayedGame) -> tuple[Turn, ...]:
    """Return what came of talking, if the game says when it began, a silent round was before it, and it differed.

    It is *held* when the last round is not that much below the first talking one.
    """
    first, last = game.talk_from, len(game.rounds)
    if first is None or not 2 <= first <= last:
        return ()
    again = repeating(game, first)
    everything = tuple(range(game.count))
    found = [_turn(game, again, first, Measure(code, everything)) for code in ("ownership", "quality")]
    turn = max(found, key=lambda turn: turn.effect)
    return (turn,) if turn.effect >= LEAST_APART else ()


def repeating(game: PlayedGame, since: int) -> PlayedGame:
    """Return the game in which everyone goes on from round `since` (1-based, from 2) as in the one before."""
    last: PlayedRound = game.rounds[since - 2]
    repeated = (replace(one, seats=last.seats) for one in game.rounds[since - 1 :])
    return rerun(replace(game, rounds=(*game.rounds[: since - 1], *repeated)), (), since, is_scored=False)


def _turn(game: PlayedGame, again: PlayedGame, first: int, measure: Measure) -> Turn:
    rounds: Sequence[int] = range(first, len(game.rounds) + 1)
    value, without = (mean(measure.of(one, round) for round in rounds) for one in (game, again))
    begun, ended = measure.of(game, first), measure.of(game, len(game.rounds))
    variant = "lower" if value < without else "held" if ended > begun - LEAST_APART else "fell_back"
    return Turn(
        kind="after_talk",
        round=first,
        until=len(game.rounds),
        effect=abs(value - without),
        measure=measure.code,
        before=begun,
        value=ended if variant == "fell_back" else value,
        without=measure.of(again, len(game.rounds)) if variant == "fell_back" else without,
        variant=variant,
    )
