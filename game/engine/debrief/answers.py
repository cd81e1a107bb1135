"""What the model makes of a game with a what-if: as it was chosen, and where people would react to it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.engine.debrief.changes import Change
from game.engine.debrief.levers import RULING, count
from game.engine.debrief.measures import hours, ownership, quality
from game.engine.debrief.missed import TOGETHER
from game.engine.debrief.played import PlayedGame
from game.engine.debrief.rerun import rerun
from game.engine.debrief.stretch import SEEN
from game.engine.debrief.whatif import Lines, WhatIf, already, changes, lines, reaction, voted

MOVED = 0.05  # a street that moved less did not move
ANSWERS = "other_answers"
WORK = ("took_over", "worked_along")  # what professionals do where they do not step back
Again = Callable[[PlayedGame, tuple[Change, ...]], PlayedGame]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model makes of the game with a what-if that begins in round `since`: with unchanged choices, and where
    people would react to it, with those that do.

    Of what is voted on it is told whether the game was `already` so, and `why` its street ends where it does (a code, ""
    where no measure says so), as of who reacts (`reacting_why`).
    """

    code: str
    since: int
    lines: Lines
    reacting: Lines | None = None
    already: bool = False
    why: str = ""
    reacting_why: str = ""


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
    return tuple(_voted_answer(game, WhatIf(code), again) for code in voted(game.rules))


def _voted_answer(game: PlayedGame, whatif: WhatIf, again: Again) -> Answer:
    reacts = reaction(whatif)
    other = again(game, changes(whatif))
    return replace(
        answer_of(game, whatif, again),
        already=already(game, whatif.code) or _chose_so(game, whatif.code),
        why=_answered(game, other) if whatif.code == ANSWERS else why(game, other) or _one_chair(whatif.code),
        reacting_why=why(game, again(game, reacts)) if reacts else "",
    )


def _answered(game: PlayedGame, other: PlayedGame) -> str:
    """Return whether a game with `other` answers has more rules ("ruled") or fewer ("mended"); else ""."""
    last = len(game.rounds)
    rules = [sum(count(one, code, 1, last).count for code in RULING.values()) for one in (game, other)]
    return "ruled" if rules[1] > rules[0] else "mended" if rules[1] < rules[0] else ""


def _one_chair(code: str) -> str:
    """Return that the others did as they did ("rest_same"), where a what-if is one chair's; else ""."""
    return "rest_same" if code.startswith("follows.") else ""


def _chose_so(game: PlayedGame, code: str) -> bool:
    """Whether a chair did all along what an option is called after: together, every time that it could."""
    last = len(game.rounds)
    every = (
        count(game, lever, 1, last) for role, lever in TOGETHER.items() if code == f"follows.{role}.together"
    )
    return any(0 < one.of == one.count for one in every)


def why(game: PlayedGame, other: PlayedGame) -> str:
    """Return by its own measures why a game with one thing `other` ends as it does, "" where none of them says so.

    A street that rose: "ours" where what is ours rose with it, else there were more "hours", more residents "came", or there
    was "less_paper". One that fell: "alone" where no professional works any more, "less_ours", or professionals did
    "less_work". One that hardly moved: the hours were "paid" already, or there were more and people chose the "same"; else,
    where more residents came, it felt no more of them ("not_ours"), or professionals did less beside it.
    """
    last = len(game.rounds) - 1
    is_paid = other.rules.start_reserve > game.rules.start_reserve
    has_hours = is_paid and any(hours(other, turn) > hours(game, turn) for turn in range(-1, last))
    moved = quality(other, last) - quality(game, last)
    owned = ownership(other, last) - ownership(game, last)

    def more(*codes: str) -> int:
        return sum(
            count(one, code, 1, last + 1).count * way
            for code in codes
            for one, way in ((other, 1), (game, -1))
        )

    came, work = more("joined"), more(*WORK)
    if moved >= MOVED:
        found = {
            "ours": owned >= SEEN,
            "hours": has_hours,
            "came": came > 0,
            "less_paper": more("required") < 0,
        }
    elif moved <= -MOVED:
        is_alone = work < 0 and not any(count(other, code, 1, last + 1).count for code in WORK)
        found = {"alone": is_alone, "less_ours": owned <= -SEEN, "less_work": work < 0}
    elif is_paid:
        found = {"same": has_hours, "paid": True}
    else:
        found = {"": came <= 0, "not_ours": owned < SEEN, "less_work": work < 0, "came": True}
    return next((code for code, is_so in found.items() if is_so), "")
