"""What the model makes of a game with a what-if: as it was chosen, and where people would react to it."""

from collections.abc import Callable
from dataclasses import dataclass

from game.engine.debrief.changes import Change
from game.engine.debrief.played import PlayedGame
from game.engine.debrief.rerun import rerun
from game.engine.debrief.whatif import Lines, WhatIf, changes, lines, reaction, voted

Again = Callable[[PlayedGame, tuple[Change, ...]], PlayedGame]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model makes of the game with a what-if that begins in round `since`: with unchanged choices, and where
    people would react to it, with those that do.
    """

    code: str
    since: int
    lines: Lines
    reacting: Lines | None = None


def unscored(game: PlayedGame, changes: tuple[Change, ...]) -> PlayedGame:
    """Return a game played again with changes; nobody looks at its scores."""
    return rerun(game, changes, is_scored=False)


def answer_of(game: PlayedGame, whatif: WhatIf, again: Again = unscored) -> Answer:
    """Return what the model makes of a game with one what-if; `again` may remember what was played before."""
    reacts = reaction(whatif)
    reacting = lines(again(game, reacts), game) if reacts else None
    return Answer(whatif.code, whatif.since, lines(again(game, changes(whatif)), game), reacting)


def voted_answers(game: PlayedGame, again: Again = unscored) -> tuple[Answer, ...]:
    """Return what the model makes of everything that phones vote on, from round 1 on."""
    return tuple(answer_of(game, WhatIf(code), again) for code in voted(game.rules))
