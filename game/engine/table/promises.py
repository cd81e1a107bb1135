"""Who said to carry what: from the first round with talking, between what was decided and the end of doing.

A promise binds nobody, is in no equation and can be taken back until act closes. What keeping one means is said here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from game.engine.model.choices import Holder
from game.engine.model.refusal import Refused
from game.engine.model.roles import Role
from game.engine.model.rules import Ruleset
from game.engine.model.values import SeatRound
from game.engine.table.phases import Phase
from game.engine.table.state import TableState

# As what an act has to count (see choices) to be what a chair promised.
KEPT_AS: Mapping[Role, tuple[str, ...]] = {
    Role.MUNICIPALITY: ("visited", "inspected"),
    Role.PROFESSIONAL: ("took_over", "worked_along"),
    Role.RESIDENT: ("joined",),
}


@dataclass(frozen=True, slots=True)
class RolePromises:
    """What a role promised about one task in a finished round: seats that `promised`, of these who `kept` it, and all who
    `did` it, asked or not.
    """

    role: Role
    promised: int
    kept: int
    did: int


def has_promises(state: TableState) -> bool:
    """Tell whether promises belong to the open round: talking, and something was decided."""
    first = state.setup.talk_from
    return first is not None and state.round >= first and state.phase in (Phase.ACT, Phase.OUTCOME)


def may_promise(state: TableState) -> bool:
    """Tell whether a seat can promise now: until act closes."""
    return has_promises(state) and state.phase is Phase.ACT


def promise(state: TableState, seat: int, tasks: tuple[bool, ...]) -> TableState:
    """Return the state in which `seat` promises these tasks and no others.

    Raises Refused: not_seated, wrong_phase when nothing can be promised now, unknown_task for another number of tasks.
    """
    if not 0 <= seat < len(state.setup.roles):
        raise Refused("not_seated")
    if not may_promise(state):
        raise Refused("wrong_phase")
    if len(tasks) != len(state.setup.tasks):
        raise Refused("unknown_task")
    promises = list(state.promises or (None,) * len(state.setup.roles))
    promises[seat] = tasks
    return replace(state, promises=tuple(promises))


def promised_by(state: TableState, role: Role, task: int) -> int:
    """Return how many seats of `role`, neighbours included, promise a task in the open round."""
    roles = state.setup.roles
    return sum(
        roles[seat] is role and said is not None and said[task] for seat, said in enumerate(state.promises)
    )


def unpromised(state: TableState) -> tuple[bool, ...]:
    """Return per task whether nobody who can do it promised to, in the open round; the municipality only keeps an eye."""
    tasks = range(len(state.setup.tasks))
    return tuple(
        not any(promised_by(state, role, task) for role in Holder.TOGETHER.carriers) for task in tasks
    )


def did(rules: Ruleset, role: Role, act: str | None) -> bool:
    """Tell whether a chair of `role` that chose `act` on a task did what promising it means."""
    return any(act in rules.choices.words(role, code) for code in KEPT_AS[role])


def promises_of(rules: Ruleset, seats: Sequence[SeatRound], task: int) -> tuple[RolePromises, ...]:
    """Return per role what became of promises about a task in a round; () when nobody promised anything in it."""
    if all(seat.promise is None for seat in seats):
        return ()
    return tuple(_of_role(rules, seats, task))


def _of_role(rules: Ruleset, seats: Sequence[SeatRound], task: int) -> Iterator[RolePromises]:
    for role in Role:
        mine = [seat for seat in seats if seat.role is role]
        promising = [seat for seat in mine if seat.promise is not None and seat.promise[task]]
        yield RolePromises(
            role,
            promised=len(promising),
            kept=sum(did(rules, role, seat.act[task]) for seat in promising),
            did=sum(did(rules, role, seat.act[task]) for seat in mine),
        )
