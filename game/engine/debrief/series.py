"""A finished game as the series that the debrief draws, from a table's state alone; sentences are not made here."""

from dataclasses import dataclass, replace

from game.engine.debrief.circles import Circle, circles
from game.engine.debrief.levers import count
from game.engine.debrief.played import PlayedGame, of_table
from game.engine.debrief.strengths import loops
from game.engine.model.choices import Holder
from game.engine.model.outcome import incident_chance, is_empty
from game.engine.model.roles import Role
from game.engine.model.rules import Ruleset, start_values
from game.engine.model.values import TaskOutcome, Values
from game.engine.table.promises import RolePromises, promises_of
from game.engine.table.state import PlayedRound, TableState

UNDERCURRENT = ("ownership", "expectation", "bureaucracy", "trust")


@dataclass(frozen=True, slots=True)
class TaskRound:
    """One task in one round: the deal, what was asked, and values at the round's end (0–1). Nobody's task
    has no share.

    `chance` is that of an incident as the task looked, `setback` says that it came to every table, whatever the dice.
    `promises` has per role what was promised and what came of it, () in a round in which nobody promised anything.
    `done` is who did the task, by what people chose: nobody (None), or together when somebody came and most professionals
    worked along with them; `apart` says that residents came, too, and most professionals did it by themselves.
    """

    holder: Holder
    done: Holder | None
    apart: bool
    requirements: bool
    asked: dict[str, int]
    quality: float
    incident: bool
    chance: float
    trouble: bool
    professional_share: float | None
    ownership: float
    expectation: float
    bureaucracy: float
    setback: bool
    promises: tuple[RolePromises, ...]


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One round of a table; means over its tasks (0–1), money in budget units, dice as drawn.

    `hours` are those that the purse paid a professional, `evenings` is the share of their evenings that residents spent,
    `claims` the number of reported problems. `joined`, `took_over` and `worked_along` count what all seats chose, neighbours
    and bots among them. `empty` says that the round left a purse that pays fewer hours than a full week.
    `professional_share` is None when nobody did anything.
    """

    round: int
    draws: tuple[float, ...]
    funding: str
    quality: float
    cost: float
    hours: float
    reserve: float
    professional_share: float | None
    evenings: float
    claims: int
    joined: int
    took_over: int
    worked_along: int
    ownership: float
    expectation: float
    bureaucracy: float
    trust: float
    empty: bool
    tasks: tuple[TaskRound, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A table's whole game; `start` are the four undercurrent values before round 1.

    `professionals` and `residents` are the seats of those roles, neighbours among them; `full_week` the hours that a
    professional has in a round, `evenings_each` the evenings that a resident has. `circles` are told of a game that lies
    beside another; of the one that is shown they are among its findings.
    """

    tasks: tuple[str, ...]
    professionals: int
    residents: int
    evenings_each: int
    full_week: float
    start: dict[str, float]
    rounds: tuple[RoundLine, ...]
    circles: tuple[Circle, ...] = ()


def story(state: TableState) -> Story:
    """Return the series of a table's finished rounds."""
    from_values, game = start_of(state), of_table(state)
    return Story(
        tasks=state.setup.tasks,
        professionals=state.setup.roles.count(Role.PROFESSIONAL),
        residents=state.setup.roles.count(Role.RESIDENT),
        evenings_each=state.setup.rules.evenings(len(state.setup.tasks)),
        full_week=state.setup.rules.full_week(len(state.setup.tasks)),
        start={
            "ownership": _mean(from_values.ownership),
            "expectation": _mean(from_values.expectation),
            "bureaucracy": _mean(from_values.bureaucracy),
            "trust": from_values.trust,
        },
        rounds=tuple(_line(state, game, index, played) for index, played in enumerate(state.played)),
    )


def story_beside(state: TableState) -> Story:
    """Return the series of a table's finished rounds with its circles, as they lie beside another game."""
    game = of_table(state)
    return replace(story(state), circles=circles(game, loops(game)))


def start_of(state: TableState) -> Values:
    """Return the values before round 1."""
    return start_values(state.setup.rules, len(state.setup.tasks))


def _line(state: TableState, game: PlayedGame, index: int, played: PlayedRound) -> RoundLine:
    outcome, values = played.result.outcome, played.result.values
    residents = [seat for seat in played.seats if seat.role is Role.RESIDENT]
    rules = state.setup.rules
    spent = count(game, "joined", index + 1, index + 1)
    return RoundLine(
        round=index + 1,
        draws=played.draws,
        funding=outcome.agreement.funding,
        quality=_mean(tuple(task.quality for task in outcome.tasks)),
        cost=outcome.cost,
        hours=outcome.hours,
        reserve=values.reserve,
        professional_share=professional_share(rules, played),
        evenings=spent.count / spent.of if spent.of else 0.0,
        claims=int(sum(rules.choices.counted(Role.RESIDENT, "claimed", seat.act) for seat in residents)),
        joined=_chosen(rules, played, Role.RESIDENT, "joined"),
        took_over=_chosen(rules, played, Role.PROFESSIONAL, "took_over"),
        worked_along=_chosen(rules, played, Role.PROFESSIONAL, "worked_along"),
        ownership=_mean(values.ownership),
        expectation=_mean(values.expectation),
        bureaucracy=_mean(values.bureaucracy),
        trust=values.trust,
        empty=is_empty(rules, values, outcome.agreement),
        tasks=_tasks(state, played),
    )


def _chosen(rules: Ruleset, played: PlayedRound, role: Role, code: str) -> int:
    """Return how often seats of a role chose in a round, over all tasks, what counts as `code`."""
    words = rules.choices.words(role, code)
    return sum(act in words for seat in played.seats if seat.role is role for act in seat.act)


def professional_share(rules: Ruleset, played: PlayedRound) -> float | None:
    """Return the professionals' share (0–1) of all hours of a round, pooled over tasks; None if nobody did anything."""
    outcome = played.result.outcome
    paid = outcome.worked
    total = paid + sum(rules.join_hours * task.joined for task in outcome.tasks)
    return paid / total if total else None


def share_of(task: TaskOutcome) -> float | None:
    """Return the professionals' share (0–1) of the hours of a task; None if nobody did it: then it is nobody's work."""
    is_done = task.joined or task.take_over or task.together
    return task.professional_share if is_done else None


def _tasks(state: TableState, played: PlayedRound) -> tuple[TaskRound, ...]:
    seats = played.seats[: len(played.seats) - state.setup.neighbours]
    values = played.result.values
    done = [_done(state.setup.rules, played, k) for k in range(len(state.setup.tasks))]
    return tuple(
        TaskRound(
            holder=task.deal.holder,
            done=done[k][0],
            apart=done[k][1],
            requirements=task.deal.requirements,
            asked={h.value: sum(s.propose is not None and s.propose[k] is h for s in seats) for h in Holder},
            quality=task.quality,
            incident=task.incident,
            chance=incident_chance(state.setup.rules, task.quality),
            trouble=task.trouble,
            professional_share=share_of(task),
            ownership=values.ownership[k],
            expectation=values.expectation[k],
            bureaucracy=values.bureaucracy[k],
            setback=task.setback,
            promises=promises_of(state.setup.rules, played.seats, k),
        )
        for k, task in enumerate(played.result.outcome.tasks)
    )


def _done(rules: Ruleset, played: PlayedRound, k: int) -> tuple[Holder | None, bool]:
    """Return who did a task, and whether residents and professionals did it apart."""

    def count(role: Role, code: str) -> int:
        words = rules.choices.words(role, code)
        return sum(seat.act[k] in words for seat in played.seats if seat.role is role)

    came = count(Role.RESIDENT, "joined")
    alone, along = count(Role.PROFESSIONAL, "took_over"), count(Role.PROFESSIONAL, "worked_along")
    if came and along and along >= alone:
        return Holder.TOGETHER, False
    if alone + along:
        return Holder.PROFESSIONALS, came > 0
    return (Holder.RESIDENTS if came else None), False


def _mean(numbers: tuple[float, ...]) -> float:
    return sum(numbers) / len(numbers)
