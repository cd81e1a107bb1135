"""Whole games in which every role follows a reference path or its own score: what the battery and the debrief compare.

Plays from draws handed in; knows nothing of seats at real tables or of journals.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from game.engine import own_score
from game.engine.choices import Funding, Response
from game.engine.outcome import play, start_agreement
from game.engine.policies import Path, before_round_one, path_act, path_agreement, path_response, places
from game.engine.roles import Role
from game.engine.rounds import finish_round
from game.engine.rules import Ruleset, start_values
from game.engine.values import Agreement, Outcome, RoundResult, SeatRound, Values

OWN = "own_score"

# For every role what it follows in a round counted from 0: a reference path or its own score.
Course = Callable[[Role, int], "Path | str"]
Dice = Callable[[int], Iterator[float]]

_OWN_RESPONSES: Mapping[Role, Response] = {
    Role.MUNICIPALITY: Response.ADD_RULE,
    Role.PROFESSIONAL: Response.PULL_IN,
    Role.RESIDENT: Response.GUARANTEE,
}


@dataclass(frozen=True, slots=True)
class Played:
    """One round of a course: what every seat chose, the dice, and the result."""

    seats: tuple[SeatRound, ...]
    draws: tuple[float, ...]
    result: RoundResult


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


def own_response(role: Role, funding: Funding) -> Response:
    """Return what an own-score seat does about a task in trouble."""
    if role is Role.PROFESSIONAL and funding == Funding.TRUST:
        return Response.LET_BE
    return _OWN_RESPONSES[role]


def run(street: Street, course: Course, rounds: int, draws: Iterator[float]) -> tuple[Played, ...]:
    """Return the rounds of one game; `draws` gives one number in [0, 1) per task and round, in task order."""
    values = start_values(street.rules, street.tasks)
    agreement = start_agreement(street.tasks)
    seats = before_round_one(street.roles, street.tasks)
    played = []
    for turn in range(rounds):
        dice = tuple(next(draws) for _ in range(street.tasks))
        agreement = _agree(street, course, turn, values, agreement, seats)
        seats = _act(street, course, turn, values, agreement, seats)
        outcome = play(street.rules, values, agreement, seats, dice)
        seats = _respond(street, course, turn, outcome, seats)
        result = finish_round(street.rules, values, outcome, seats)
        played.append(Played(seats, dice, result))
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
    street: Street, course: Course, turn: int, outcome: Outcome, seats: Sequence[SeatRound]
) -> tuple[SeatRound, ...]:
    answered = []
    for seat, place in zip(seats, places(street.roles), strict=True):
        policy = course(seat.role, turn)
        if isinstance(policy, Path):
            response = path_response(policy, seat.role, place)
        else:
            response = own_response(seat.role, outcome.agreement.funding)
        agreed = outcome.agreement if seat.role is Role.MUNICIPALITY else None
        answered.append(
            replace(
                seat,
                respond=(response,) * street.tasks,
                deals=agreed.deals if agreed else None,
                funding=agreed.funding if agreed else None,
            )
        )
    return tuple(answered)
