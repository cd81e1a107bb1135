"""Pieces that several screens share: counts per role, proposals per task, what a task looked like."""

from collections import Counter
from dataclasses import dataclass

from game.engine.debrief.series import share_of
from game.engine.model.choices import Holder
from game.engine.model.roles import Role
from game.engine.model.seen import hundredths
from game.engine.model.values import By, Outcome, SeatRound, TaskOutcome
from game.engine.screens.room import TableRoom
from game.engine.table import promises
from game.engine.table.phases import PLAY_PHASES, Phase
from game.engine.table.state import TableState


@dataclass(frozen=True, slots=True)
class RoleReady:
    """How many seats of a role with someone on it are ready, of how many; bots and empty seats are not counted."""

    role: Role
    ready: int
    seats: int


@dataclass(frozen=True, slots=True)
class Asked:
    """How many residents and professionals proposed each holder for a task; neighbours do not count."""

    residents: int
    together: int
    professionals: int


@dataclass(frozen=True, slots=True)
class Promised:
    """How many seats of each role, neighbours among the residents, said that they will carry a task; `nobody` of those who
    can do it.
    """

    municipality: int
    professionals: int
    residents: int
    nobody: bool


@dataclass(frozen=True, slots=True)
class DealLine:
    """What was decided on a task."""

    holder: Holder
    requirements: bool


@dataclass(frozen=True, slots=True)
class RoleCounts:
    """How many seats of a role (neighbours among the residents) chose each word on a task."""

    role: Role
    counts: dict[str, int]


def ready_by_role(state: TableState, room: TableRoom) -> tuple[RoleReady, ...]:
    """Return the ready counts of the open phase, over the seats that a connected person holds."""
    people = [seat for seat in room.seats if seat.alias and seat.present and not seat.bot]
    return tuple(
        RoleReady(
            role=role,
            ready=sum(seat.seat in state.ready for seat in people if state.setup.roles[seat.seat] is role),
            seats=sum(state.setup.roles[seat.seat] is role for seat in people),
        )
        for role in Role
    )


def asked(state: TableState, *, with_bots: bool = True) -> tuple[Asked, ...]:
    """Return the proposals per task: so far while agree is open (with or without those of bots), afterwards this round's.

    Who may see them when is in tally.
    """
    seats = range(len(state.setup.roles) - state.setup.neighbours)
    if state.phase is Phase.AGREE:
        picks = [state.picks[seat] for seat in seats]
        sets = [one.choice.propose for one in picks if with_bots or one.by is not By.BOT]
    else:
        sets = [state.agreed[seat].choice.propose if state.agreed else None for seat in seats]
    return tuple(
        _asked(Counter(proposed[k] for proposed in sets if proposed is not None))
        for k in range(len(state.setup.tasks))
    )


def _asked(votes: Counter[Holder | None]) -> Asked:
    return Asked(votes[Holder.RESIDENTS], votes[Holder.TOGETHER], votes[Holder.PROFESSIONALS])


def promised(state: TableState) -> tuple[Promised | None, ...]:
    """Return what was promised per task in the open round, so far or until act closed; None without promises."""
    if not promises.has_promises(state):
        return (None,) * len(state.setup.tasks)
    nobody = promises.unpromised(state)
    return tuple(
        Promised(
            municipality=promises.promised_by(state, Role.MUNICIPALITY, k),
            professionals=promises.promised_by(state, Role.PROFESSIONAL, k),
            residents=promises.promised_by(state, Role.RESIDENT, k),
            nobody=nobody[k],
        )
        for k in range(len(state.setup.tasks))
    )


def deals(state: TableState) -> tuple[DealLine, ...]:
    """Return what holds now: in agree last round's deals, afterwards this round's."""
    return tuple(DealLine(deal.holder, deal.requirements) for deal in state.agreement.deals)


def latest_qualities(state: TableState) -> tuple[float | None, ...]:
    """Return per task the newest quality there is to see, None before the first outcome."""
    if state.outcome is not None:
        return tuple(hundredths(task.quality) for task in state.outcome.tasks)
    if state.played:
        return tuple(hundredths(task.quality) for task in state.played[-1].result.outcome.tasks)
    return (None,) * len(state.setup.tasks)


def earlier_qualities(state: TableState) -> tuple[float | None, ...]:
    """Return per task the quality of the round before the one in `latest_qualities`."""
    back = 1 if state.outcome is not None else 2
    if len(state.played) < back:
        return (None,) * len(state.setup.tasks)
    return tuple(hundredths(task.quality) for task in state.played[-back].result.outcome.tasks)


def outcomes(state: TableState) -> tuple[Outcome, ...]:
    """Return every outcome of a table so far, the open one last."""
    played = tuple(one.result.outcome for one in state.played)
    return played if state.outcome is None else (*played, state.outcome)


def newest(state: TableState) -> Outcome | None:
    """Return the open outcome, or else that of the last finished round; None before the first."""
    if state.outcome is not None:
        return state.outcome
    return state.played[-1].result.outcome if state.played else None


def mean_quality(state: TableState) -> float | None:
    """Return the table's mean of the newest qualities, None before the first outcome."""
    outcome = newest(state)
    return mean_of(outcome) if outcome else None


def professional_share(task: TaskOutcome) -> float | None:
    """Return the professionals' share of the hours of a task (0–1), None where nobody did it."""
    share = share_of(task)
    return None if share is None else hundredths(share)


def mean_of(outcome: Outcome) -> float:
    """Return the mean quality of a round (0–1)."""
    return hundredths(sum(task.quality for task in outcome.tasks) / len(outcome.tasks))


def act_counts(seats: tuple[SeatRound, ...], task: int) -> tuple[RoleCounts, ...]:
    """Return per role how many chose what on `task` when acting; in an order that does not tell who chose it."""
    chosen = {role: Counter(seat.act[task] for seat in seats if seat.role is role) for role in Role}
    return tuple(RoleCounts(role, dict(sorted(counts.items()))) for role, counts in chosen.items())


def is_playing(state: TableState) -> bool:
    """Tell whether a round is open."""
    return state.phase in PLAY_PHASES
