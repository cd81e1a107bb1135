"""Whole games in which every role follows a reference path or its own score: what the battery and the debrief compare.

Plays from draws handed in; knows nothing of seats at real tables or of journals.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from game.engine.bots import own_score
from game.engine.bots.paths import (
    Path,
    before_round_one,
    path_act,
    path_agreement,
    path_response,
    places,
)
from game.engine.model.choices import Response
from game.engine.model.outcome import play, start_agreement
from game.engine.model.roles import Role
from game.engine.model.rounds import finish_round
from game.engine.model.rules import Ruleset, start_values
from game.engine.model.values import Agreement, Outcome, RoundResult, SeatRound, Values

# For every role what it follows in a round counted from 0: a reference path or its own score.
Course = Callable[[Role, int], "Path | str"]
Dice = Callable[[int], Iterator[float]]
# What the seat at a place among its role says about trouble on a path.
Answering = Callable[[Path, Role, int], Response]
Setbacks = Mapping[int, tuple[int, ...]]
NO_SETBACKS: Setbacks = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Played:
    """One round of a course: what every seat chose, the dice, and the result."""

    seats: tuple[SeatRound, ...]
    draws: tuple[float, ...]
    result: RoundResult
    setback: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Street:
    """A table to try a course on: its rules, its number of tasks and the roles of its seats in order."""

    rules: Ruleset
    tasks: int
    roles: tuple[Role, ...]


def always(policy: Path | str) -> Course:
    """Return the course in which everyone follows `policy` all game."""
    return lambda role, turn: policy


def only(role: Role, policy: Path | str, others: Path | str) -> Course:
    """Return the course in which one role follows `policy` and the others `others`."""
    return lambda asked, turn: policy if asked is role else others


def switch(first: Path | str, turns: int, then: Path | str) -> Course:
    """Return the course in which everyone follows `first` for `turns` rounds and `then` afterwards."""
    return lambda role, turn: first if turn < turns else then


def run(
    street: Street,
    course: Course,
    rounds: int,
    draws: Iterator[float],
    setbacks: Setbacks = NO_SETBACKS,
    answer: Answering | None = None,
) -> tuple[Played, ...]:
    """Return the rounds of one game; `draws` gives one number in [0, 1) per task and round, in task order.

    `setbacks` has the tasks (from 0) that are hit by round (from 1); `answer`, where given, is what seats on a path say.
    """
    values = start_values(street.rules, street.tasks)
    agreement = start_agreement(street.tasks)
    seats = before_round_one(street.roles, street.tasks)
    played = []
    for turn in range(rounds):
        dice = tuple(next(draws) for _ in range(street.tasks))
        agreement = _agree(street, course, turn, values, agreement, seats)
        seats = _act(street, course, turn, values, agreement, seats)
        setback = setbacks.get(turn + 1, ())
        outcome = play(street.rules, values, agreement, seats, dice, setback)
        seats = _respond(street, course, turn, values, outcome, seats, answer or path_response)
        result = finish_round(street.rules, values, outcome, seats)
        played.append(Played(seats, dice, result, setback))
        values = result.values
    return tuple(played)


def _agree(
    street: Street,
    course: Course,
    turn: int,
    values: Values,
    agreement: Agreement,
    last: Sequence[SeatRound],
) -> Agreement:
    policy = course(Role.MUNICIPALITY, turn)
    if isinstance(policy, Path):
        return path_agreement(policy, street.tasks)
    chair = street.roles.index(Role.MUNICIPALITY)
    return own_score.best_agreement(street.rules, values, agreement, last, chair)


def _act(
    street: Street,
    course: Course,
    turn: int,
    values: Values,
    agreement: Agreement,
    last: Sequence[SeatRound],
) -> tuple[SeatRound, ...]:
    """Return what everyone does: professionals on last round, residents on professionals, the municipality on all."""
    seats = tuple(last)
    for role in (Role.PROFESSIONAL, Role.RESIDENT, Role.MUNICIPALITY):
        policy = course(role, turn)
        acts = {}
        for index, place in enumerate(places(street.roles)):
            if street.roles[index] is not role:
                continue
            if isinstance(policy, Path):
                acts[index] = path_act(street.rules, policy, role, place, turn, street.tasks)
            else:
                acts[index] = own_score.best_act(street.rules, values, agreement, seats, index)
        seats = tuple(
            replace(seat, act=acts[index]) if index in acts else seat for index, seat in enumerate(seats)
        )
    return seats


def _respond(
    street: Street,
    course: Course,
    turn: int,
    values: Values,
    outcome: Outcome,
    seats: Sequence[SeatRound],
    answer: Answering,
) -> tuple[SeatRound, ...]:
    answered = []
    for seat, place in zip(seats, places(street.roles), strict=True):
        policy = course(seat.role, turn)
        if isinstance(policy, Path):
            respond = (answer(policy, seat.role, place),) * street.tasks
        else:
            respond = own_score.best_answers(street.rules, values, outcome, seat.role)
        agreed = outcome.agreement if seat.role is Role.MUNICIPALITY else None
        answered.append(
            replace(
                seat,
                respond=respond,
                deals=agreed.deals if agreed else None,
                funding=agreed.funding if agreed else None,
            )
        )
    return tuple(answered)
