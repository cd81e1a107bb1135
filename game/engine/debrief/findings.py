"""Everything a debrief tells of one table's game, in one go: story, loops, moments and what-ifs, as codes and numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.engine.debrief.answers import Answer, voted_answers
from game.engine.debrief.leaning import LeaningRound, leaning
from game.engine.debrief.played import PlayedGame, of_table
from game.engine.debrief.rerun import rerun
from game.engine.debrief.sensible import SensibleRound, sensible
from game.engine.debrief.story import story
from game.engine.debrief.strengths import LoopRound, loops
from game.engine.debrief.telling import Turn
from game.engine.debrief.turns import Weighed, weighed
from game.engine.debrief.whatif import Lines, WhatIf, answer, lines, offered, reaction
from game.engine.model.roles import Role
from game.engine.table.state import TableState


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in a game; `loops` and `leaning` per round, `sensible` per role and round, `moved` per stretch.

    `voted` are the answers to what phones vote on, found after the last round and empty before.
    """

    story: tuple[Turn, ...]
    loops: tuple[LoopRound, ...]
    sensible: Mapping[Role, tuple[SensibleRound, ...]]
    leaning: tuple[LeaningRound, ...]
    moved: Weighed
    voted: tuple[Answer, ...] = ()


def findings(game: PlayedGame, earlier: Findings | None = None) -> Findings:
    """Return what a finished game, or the finished rounds of one, shows; a game has at least one.

    `earlier` is what was found in the same game without its last rounds: what cannot be otherwise is not found again.
    """
    paid = sensible(game, earlier.sensible) if earlier else sensible(game)
    strengths = loops(game, earlier.loops if earlier else ())
    moved = weighed(game, earlier.moved if earlier else ())
    return Findings(story(game, paid, moved), strengths, paid, leaning(game, paid[Role.RESIDENT]), moved)


def findings_of(state: TableState, earlier: Findings | None = None) -> Findings:
    """Return what a table with a finished round shows, after its last one with what its phones will vote on."""
    game = of_table(state)
    found = findings(game, earlier)
    is_over = len(state.played) == state.setup.rounds
    return replace(found, voted=voted_answers(game)) if is_over else found


def reruns(game: PlayedGame) -> dict[str, Lines]:
    """Return what every what-if that is offered makes of a game, from round 1 on, with all other choices unchanged."""
    return {code: answer(game, WhatIf(code)) for code in offered(game.rules)}


def reacting_reruns(game: PlayedGame) -> dict[str, Lines]:
    """Return what those make of it that people react to, when they do."""
    found = ((code, reaction(WhatIf(code))) for code in offered(game.rules))
    return {code: lines(rerun(game, changes), game) for code, changes in found if changes}
