"""The what-ifs that a debrief offers, by code, and what each makes of a game: the model's answer, nothing more."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.engine.bots.paths import OWN, Path
from game.engine.debrief.changes import (
    LAST,
    Change,
    Evenings,
    Follows,
    GoOn,
    Instead,
    Luck,
    NoSetbacks,
    OtherAnswers,
    Purse,
    Reacts,
)
from game.engine.debrief.levers import LEVERS
from game.engine.debrief.played import PlayedGame, mean
from game.engine.debrief.rerun import rerun, was_so
from game.engine.model.choices import Funding
from game.engine.model.refusal import Refused
from game.engine.model.roles import Role
from game.engine.model.rules import Ruleset

POLICIES: dict[str, Path | str] = {
    "together": Path.TOGETHER,
    "take_over": Path.MILD_TRAP,
    "letting_go": Path.LETTING_GO,
    "own_score": OWN,
}
SEEDS = (1, 2, 3)
MORE_ROUNDS = 4
EVERY_FUNDING = frozenset(funding.value for funding in Funding)
# These hold for the whole game; the others begin in a round that can be picked.
_WHOLE_GAME: dict[str, Change] = {
    "no_rules": LEVERS["ruled"].without(1, LAST),
    "no_requirements": LEVERS["required"].without(1, LAST),
    "evening_more": Evenings(1),
    "evening_less": Evenings(-1),
    "twice_purse": Purse(2.0),
    "go_on": GoOn(MORE_ROUNDS),
    "other_answers": OtherAnswers(),
    "no_setbacks": NoSetbacks(),
}
# Those that mean something only where something can happen to a task, and where what is answered matters.
_OF_SETBACKS = ("other_answers", "no_setbacks")
_EVERYONE = {"letting_go": Path.LETTING_GO, "all_together": Path.TOGETHER}


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A what-if by its code; `since` is the round (from 1) it begins in, 1 for those that hold for the whole game."""

    code: str
    since: int = 1


@dataclass(frozen=True, slots=True)
class Lines:
    """What a what-if makes of a game, per round: mean quality and ownership (0–1), cost in budget units.

    `is_same` tells that nothing changed in any of the three. Where people go on as they do there are more rounds.
    """

    quality: tuple[float, ...]
    ownership: tuple[float, ...]
    cost: tuple[float, ...]
    is_same: bool


def _all() -> Iterator[str]:
    yield from (f"funding.{funding}" for funding in Funding)
    yield from (f"follows.{role}.{policy}" for role in Role for policy in POLICIES)
    yield from (*_EVERYONE, *_WHOLE_GAME)
    yield from (f"luck.{seed}" for seed in SEEDS)


ALL: tuple[str, ...] = tuple(_all())
_VOTED = (
    "funding.trust",
    "no_rules",
    "no_requirements",
    "evening_more",
    "follows.municipality.together",
    "follows.professional.together",
    "letting_go",
    "twice_purse",
    "luck.1",
)
# Where answers matter, they stand for the rules among them, and what happened to the street for the dice.
_VOTED_WITH_SETBACKS = {"no_rules": "other_answers", "luck.1": "no_setbacks"}


def offered(rules: Ruleset) -> tuple[str, ...]:
    """Return the codes of the what-ifs that a debrief offers for a game under `rules`, in their order."""
    return ALL if rules.has_setbacks else tuple(code for code in ALL if code not in _OF_SETBACKS)


def voted(rules: Ruleset) -> tuple[str, ...]:
    """Return what phones vote on before the first one is tried: one of each kind, none of them the right one."""
    return tuple(_VOTED_WITH_SETBACKS.get(code, code) for code in _VOTED) if rules.has_setbacks else _VOTED


def already(game: PlayedGame, code: str) -> bool:
    """Whether a game was all along as a what-if from round 1 on would have it; raises Refused("unknown_choice")."""
    return was_so(game, changes(WhatIf(code)))


def begins_in_a_round(code: str) -> bool:
    """Tell whether a what-if can begin later than in round 1."""
    return code not in _WHOLE_GAME and not code.startswith("luck.")


def changes(whatif: WhatIf) -> tuple[Change, ...]:
    """Return what a what-if changes; raises Refused("unknown_choice") for a code that no game is offered."""
    if whatif.code not in ALL:
        raise Refused("unknown_choice")
    name, *rest = whatif.code.split(".")
    if name in _WHOLE_GAME:
        return (_WHOLE_GAME[name],)
    if name == "luck":
        return (Luck(int(rest[0])),)
    if name == "funding":
        return (Instead(Role.MUNICIPALITY, "funding", EVERY_FUNDING, rest[0], since=whatif.since),)
    if name == "follows":
        return (Follows(Role(rest[0]), POLICIES[rest[1]], since=whatif.since),)
    return (Follows(None, _EVERYONE[name], since=whatif.since),)


def reaction(whatif: WhatIf) -> tuple[Change, ...]:
    """Return what a what-if changes when people react to it; nothing where that is not asked: only pay is reacted to."""
    name, _, funding = whatif.code.partition(".")
    return (Reacts(Funding(funding), since=whatif.since),) if name == "funding" else ()


def answer(game: PlayedGame, whatif: WhatIf) -> Lines:
    """Return what the model makes of `game` with a what-if; raises Refused("unknown_choice")."""
    return lines(rerun(game, changes(whatif)), game)


def lines(game: PlayedGame, original: PlayedGame) -> Lines:
    """Return a game's lines, and whether they are those of `original`."""
    quality = tuple(mean(task.quality for task in one.result.outcome.tasks) for one in game.rounds)
    ownership = tuple(mean(one.result.values.ownership) for one in game.rounds)
    cost = tuple(one.result.outcome.cost for one in game.rounds)
    if game is original:
        return Lines(quality, ownership, cost, True)
    before = lines(original, original)
    is_same = (quality, ownership, cost) == (before.quality, before.ownership, before.cost)
    return Lines(quality, ownership, cost, is_same)
