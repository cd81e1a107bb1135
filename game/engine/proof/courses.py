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
from game.engine.bots.policies import Policy, bot_stream, persona
from game.engine.bots.policies import act as bot_act
from game.engine.bots.policies import respond as bot_answers
from game.engine.bots.view import BotView
from game.engine.model.choices import Response
from game.engine.model.outcome import play, start_agreement
from game.engine.model.roles import Role
from game.engine.model.rounds import finish_round
from game.engine.model.rules import Ruleset, start_values
from game.engine.model.values import Agreement, Outcome, SeatRound, Values
from game.engine.table.phases import Phase
from game.engine.table.state import PlayedRound

# For every role what it follows in a round counted from 0: a reference path or its own score.
Course = Callable[[Role, int], "Path | str"]
Dice = Callable[[int], Iterator[float]]
# What the seat at a place among its role says about trouble on a path.
Answering = Callable[[Path, Role, int], Response]
Setbacks = Mapping[int, tuple[int, ...]]
NO_SETBACKS: Setbacks = MappingProxyType({})
_TABLE = 1


@dataclass(frozen=True, slots=True)
class Street:
    """A table to try a course on: its rules, its number of tasks and the roles of its seats in order.

    The last `neighbours` seats are residents who follow no course: bots on habit, as a small table has them.
    """

    rules: Ruleset
    tasks: int
    roles: tuple[Role, ...]
    neighbours: int = 0


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A task (from 0) that who follows a path takes back after round `after` (from 0).

    Trouble in that round is answered as on the trap already; from the next round on all is done there as on the trap.
    """

    task: int
    after: int


def always(policy: Path | str) -> Course:
    """Return the course in which everyone follows `policy` all game."""
    return lambda role, turn: policy


def only(role: Role, policy: Path | str, others: Path | str) -> Course:
    """Return the course in which one role follows `policy` and the others `others`."""
    return lambda asked, turn: policy if asked is role else others


def switch(first: Path | str, turns: int, then: Path | str) -> Course:
    """Return the course in which everyone follows `first` for `turns` rounds and `then` afterwards."""
    return lambda role, turn: first if turn < turns else then


@dataclass(frozen=True, slots=True)
class _Game:
    """What stays the same through a game."""

    street: Street
    course: Course
    answer: Answering
    taken_back: TakenBack | None
    seed: int

    def is_neighbour(self, index: int) -> bool:
        return index >= len(self.street.roles) - self.street.neighbours

    def acts_on(self, task: int, turn: int, path: Path) -> Path:
        """Return the path on which who follows `path` agrees and acts about a task."""
        back = self.taken_back
        return Path.TRAP if back and back.task == task and turn > back.after else path

    def answers_on(self, task: int, turn: int, path: Path) -> Path:
        """Return the path on which who follows `path` answers trouble with a task."""
        return self.acts_on(task, turn + 1, path)


@dataclass(frozen=True, slots=True)
class _Moment:
    """Where a game stands at the start of a round (from 0); `outcome` is that of the round before, if there was one."""

    turn: int
    values: Values
    agreement: Agreement
    last: tuple[SeatRound, ...]
    outcome: Outcome | None = None


def run(
    street: Street,
    course: Course,
    rounds: int,
    draws: Iterator[float],
    setbacks: Setbacks = NO_SETBACKS,
    answer: Answering | None = None,
    taken_back: TakenBack | None = None,
    seed: int = 0,
) -> tuple[PlayedRound, ...]:
    """Return the rounds of one game; `draws` gives one number in [0, 1) per task and round, in task order.

    `setbacks` has the tasks (from 0) that are hit by round (from 1); `answer`, where given, is what seats on a path say.
    `seed` is that of the neighbours.
    """
    game = _Game(street, course, answer or path_response, taken_back, seed)
    values = start_values(street.rules, street.tasks)
    now = _Moment(0, values, start_agreement(street.tasks), before_round_one(street.roles, street.tasks))
    played = []
    for turn in range(rounds):
        dice = tuple(next(draws) for _ in range(street.tasks))
        agreement = _agree(game, now)
        seats = _act(game, now, agreement)
        setback = setbacks.get(turn + 1, ())
        outcome = play(street.rules, now.values, agreement, seats, dice, setback)
        seats = _respond(game, now, outcome, seats)
        result = finish_round(street.rules, now.values, outcome, seats)
        played.append(PlayedRound(seats, dice, result, setback))
        now = _Moment(turn + 1, result.values, agreement, seats, outcome)
    return tuple(played)


def _agree(game: _Game, now: _Moment) -> Agreement:
    street = game.street
    policy = game.course(Role.MUNICIPALITY, now.turn)
    if isinstance(policy, Path):
        agreed = path_agreement(policy, street.tasks)
        paths = [game.acts_on(task, now.turn, policy) for task in range(street.tasks)]
        return replace(
            agreed, deals=tuple(path_agreement(p, street.tasks).deals[k] for k, p in enumerate(paths))
        )
    chair = street.roles.index(Role.MUNICIPALITY)
    return own_score.best_agreement(street.rules, now.values, now.agreement, now.last, chair)


def _act(game: _Game, now: _Moment, agreement: Agreement) -> tuple[SeatRound, ...]:
    """Return what everyone does: professionals on last round, residents on professionals, the municipality on all."""
    street, seats = game.street, now.last
    for role in (Role.PROFESSIONAL, Role.RESIDENT, Role.MUNICIPALITY):
        policy = game.course(role, now.turn)
        acts = {}
        for index, place in enumerate(places(street.roles)):
            if street.roles[index] is not role:
                continue
            if game.is_neighbour(index):
                view = _view(game, now, index, agreement)
                stream = bot_stream(game.seed, _TABLE, index, view.round, Phase.ACT)
                acts[index] = bot_act(Policy.HABIT, view, stream)
            elif isinstance(policy, Path):
                acts[index] = _path_acts(game, now.turn, policy, role, place)
            else:
                acts[index] = own_score.best_act(street.rules, now.values, agreement, seats, index)
        seats = tuple(
            replace(seat, act=acts[index]) if index in acts else seat for index, seat in enumerate(seats)
        )
    return seats


def _path_acts(game: _Game, turn: int, policy: Path, role: Role, place: int) -> tuple[str, ...]:
    rules, tasks = game.street.rules, game.street.tasks
    paths = [game.acts_on(task, turn, policy) for task in range(tasks)]
    acts = {path: path_act(rules, path, role, place, turn, tasks) for path in {*paths}}
    return tuple(acts[path][task] for task, path in enumerate(paths))


def _view(
    game: _Game, now: _Moment, index: int, agreement: Agreement, outcome: Outcome | None = None
) -> BotView:
    street = game.street
    return BotView(
        rules=street.rules,
        values=now.values,
        roles=street.roles,
        seat=index,
        tasks=street.tasks,
        round=now.turn + 1,
        persona=persona(game.seed, _TABLE, index),
        agreement=agreement,
        last=now.last if now.outcome else None,
        last_outcome=now.outcome,
        outcome=outcome,
    )


def _respond(
    game: _Game, now: _Moment, outcome: Outcome, seats: Sequence[SeatRound]
) -> tuple[SeatRound, ...]:
    street, answered = game.street, []
    for index, (seat, place) in enumerate(zip(seats, places(street.roles), strict=True)):
        policy = game.course(seat.role, now.turn)
        if game.is_neighbour(index):
            view = _view(game, now, index, outcome.agreement, outcome)
            stream = bot_stream(game.seed, _TABLE, index, view.round, Phase.OUTCOME)
            respond = bot_answers(Policy.HABIT, view, stream)
        elif isinstance(policy, Path):
            respond = tuple(
                game.answer(game.answers_on(task, now.turn, policy), seat.role, place)
                for task in range(street.tasks)
            )
        else:
            respond = own_score.best_answers(street.rules, now.values, outcome, seat.role)
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
