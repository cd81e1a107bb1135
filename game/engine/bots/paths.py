"""The reference paths of docs/model.md, as what each chair does on them in any round.

They answer for the battery, for the bots that follow one of them and for the debrief's comparisons.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from game.engine.model.choices import (
    CLAIM,
    INSPECT,
    JOIN,
    LEAVE,
    STEP_BACK,
    TAKE_OVER,
    VISIT,
    WAIT,
    WORK_ALONG,
    Act,
    Deal,
    Funding,
    Holder,
    Response,
)
from game.engine.model.roles import Role
from game.engine.model.rules import Ruleset
from game.engine.model.values import Agreement, SeatRound


class Path(StrEnum):
    """A reference path; *mixed* is the first half of the tasks, rounded up, together and the others by professionals."""

    TRAP = "trap"
    MILD_TRAP = "mild_trap"
    TOGETHER = "together"
    LETTING_GO = "letting_go"
    MIXED = "mixed"


# What a role follows that follows no path: its own score.
OWN = "own_score"

_DEALS = {
    Path.TRAP: (Deal(Holder.PROFESSIONALS, True), Funding.OUTPUT),
    Path.MILD_TRAP: (Deal(Holder.PROFESSIONALS, False), Funding.OUTPUT),
    Path.TOGETHER: (Deal(Holder.TOGETHER, False), Funding.TRUST),
    Path.LETTING_GO: (Deal(Holder.RESIDENTS, False), Funding.TRUST),
}
_WORK: Mapping[Path, Act] = {
    Path.TRAP: TAKE_OVER,
    Path.MILD_TRAP: TAKE_OVER,
    Path.TOGETHER: WORK_ALONG,
    Path.LETTING_GO: STEP_BACK,
}
_LOOK: Mapping[Path, Act] = {
    Path.TRAP: INSPECT,
    Path.MILD_TRAP: LEAVE,
    Path.TOGETHER: VISIT,
    Path.LETTING_GO: LEAVE,
}
_RESPONSES: dict[Path, dict[Role, Response]] = {
    Path.TRAP: {
        Role.MUNICIPALITY: Response.ADD_RULE,
        Role.PROFESSIONAL: Response.PULL_IN,
        Role.RESIDENT: Response.GUARANTEE,
    },
    Path.MILD_TRAP: {},
    Path.TOGETHER: {
        Role.MUNICIPALITY: Response.BACK,
        Role.PROFESSIONAL: Response.EVALUATE,
        Role.RESIDENT: Response.REPAIR,
    },
    Path.LETTING_GO: {Role.RESIDENT: Response.REPAIR},
}


def path_agreement(path: Path, tasks: int) -> Agreement:
    """Return what the municipality decides every round on `path`."""
    if path is Path.MIXED:
        return Agreement(
            tuple(path_agreement(_half(task, tasks), 1).deals[0] for task in range(tasks)), Funding.TRUST
        )
    deal, funding = _DEALS[path]
    return Agreement((deal,) * tasks, funding)


def path_act(rules: Ruleset, path: Path, role: Role, place: int, turn: int, tasks: int) -> tuple[str, ...]:
    """Return the acts of the seat at `place` among its role (from 0) in round `turn` (from 0)."""
    if path is Path.MIXED:
        return _mixed_act(rules, role, place, turn, tasks)
    if role is Role.PROFESSIONAL:
        return (_WORK[path].word,) * tasks
    if role is Role.MUNICIPALITY:
        seen = _seen(rules, turn, tasks)
        return tuple((_LOOK[path] if task in seen else LEAVE).word for task in range(tasks))
    return tuple(_resident_act(rules, path, place, turn, task, tasks).word for task in range(tasks))


def _seen(rules: Ruleset, turn: int, tasks: int) -> set[int]:
    """Return the tasks that the municipality looks at in round `turn` (from 0): the next ones in turn, as its looks allow."""
    return {(turn + look) % tasks for look in range(rules.looks)}


def _half(task: int, tasks: int) -> Path:
    """Return the path that a task is on where half of them are done together."""
    return Path.TOGETHER if 2 * task < tasks else Path.MILD_TRAP


def _mixed_act(rules: Ruleset, role: Role, place: int, turn: int, tasks: int) -> tuple[str, ...]:
    """Return the acts on *mixed*: residents come to every task done together, the municipality visits as many as it can."""
    shared = sum(_half(task, tasks) is Path.TOGETHER for task in range(tasks))
    if role is Role.PROFESSIONAL:
        return tuple(_WORK[_half(task, tasks)].word for task in range(tasks))
    if role is Role.RESIDENT:
        evenings = min(shared, rules.evenings(tasks))
        return tuple((JOIN if task < evenings else WAIT).word for task in range(tasks))
    seen = _seen(rules, turn, shared)
    return tuple((VISIT if task in seen else LEAVE).word for task in range(tasks))


def _resident_act(rules: Ruleset, path: Path, place: int, turn: int, task: int, tasks: int) -> Act:
    match path:
        case Path.TRAP:
            return CLAIM if (place + task) % 2 == 0 else WAIT
        case Path.MILD_TRAP:
            return WAIT
        case _:
            return JOIN if (task + place + turn) % tasks < rules.evenings(tasks) else WAIT


def path_response(path: Path, role: Role, place: int) -> Response:
    """Return what the seat at `place` among its role does about a task in trouble; every second resident repairs."""
    path = Path.TOGETHER if path is Path.MIXED else path
    response = _RESPONSES[path].get(role, Response.LET_BE)
    return Response.LET_BE if response is Response.REPAIR and place % 2 else response


def places(roles: Sequence[Role]) -> tuple[int, ...]:
    """Return for each seat how many seats of its role come before it."""
    return tuple(roles[:seat].count(role) for seat, role in enumerate(roles))


def before_round_one(roles: Sequence[Role], tasks: int) -> tuple[SeatRound, ...]:
    """Return what own-score seats take for "last round" before there is one, in seat order."""
    return tuple(
        SeatRound(role, _start_act(role, place, tasks), (Response.LET_BE,) * tasks)
        for role, place in zip(roles, places(roles), strict=True)
    )


def _start_act(role: Role, place: int, tasks: int) -> tuple[str, ...]:
    match role:
        case Role.MUNICIPALITY:
            return (LEAVE.word,) * tasks
        case Role.PROFESSIONAL:
            return tuple((WORK_ALONG if task % 2 else TAKE_OVER).word for task in range(tasks))
        case _:
            return tuple(
                (JOIN if (task + place) % tasks < tasks // 2 else WAIT).word for task in range(tasks)
            )
