"""Leaning back as a reaction: what coming paid a resident, beside how many evenings were kept and who did the hours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.engine.debrief.levers import count
from game.engine.debrief.moments import Gain
from game.engine.debrief.played import PlayedGame, seats_of
from game.engine.debrief.sensible import SensibleRound
from game.engine.model.choices import Holder
from game.engine.model.roles import Role
from game.engine.table.state import PlayedRound


@dataclass(frozen=True, slots=True)
class LeaningRound:
    """One round (from 1). `gains` is what joining paid residents more than waiting: on `all` tasks, on those `taken_over`
    and `shared`. `kept` of `evenings` were not used, `claims` of `moments` were problems reported, of all residents of
    the street. `paid_hours` and `given_hours` are what professionals and all residents did, in hours
    of the whole table; `meant` counts the tasks by decided holder, `nobody` those that nobody did.
    """

    round: int
    gains: Mapping[str, Gain]
    kept: int
    evenings: int
    claims: int
    moments: int
    paid_hours: float
    given_hours: float
    meant: Mapping[str, int]
    nobody: int


def leaning(game: PlayedGame, residents: Sequence[SensibleRound]) -> tuple[LeaningRound, ...]:
    """Return what leaning back was a reaction to, round by round; `residents` is what sensible found of their role."""
    return tuple(_round(game, one) for one in residents)


def _round(game: PlayedGame, found: SensibleRound) -> LeaningRound:
    played, rules = game.rounds[found.round - 1], game.rules
    kept = count(game, "kept_evenings", found.round, found.round)
    claims = count(game, "claimed", found.round, found.round)
    tasks = played.result.outcome.tasks
    professionals = len(seats_of(played, Role.PROFESSIONAL))
    return LeaningRound(
        round=found.round,
        gains=found.gains,
        kept=kept.count,
        evenings=kept.of,
        claims=claims.count,
        moments=_residents(played) * game.count,
        paid_hours=played.result.outcome.worked * professionals,
        given_hours=rules.join_hours * sum(task.joined for task in tasks) * _residents(played),
        meant={holder.value: sum(task.deal.holder is holder for task in tasks) for holder in Holder},
        nobody=sum(not (task.joined or task.take_over or task.together) for task in tasks),
    )


def _residents(played: PlayedRound) -> int:
    return len(seats_of(played, Role.RESIDENT))
