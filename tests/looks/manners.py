"""How tables play that show what no quick game comes by: each manner is what a seat chooses in the open phase."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import cycle

from game.engine.bots import paths
from game.engine.bots.policies import Policy
from game.engine.bots.seat import bot_choice
from game.engine.model.choices import Choice, Deal, Funding, Holder, Response
from game.engine.model.roles import Role
from game.engine.table.phases import Phase
from game.engine.table.state import TableState

Manner = Callable[[TableState, int], Choice]


def as_bots(policy: Policy) -> Manner:
    """Return the manner in which every seat follows this policy."""
    return lambda state, seat: bot_choice(state, seat, policy)


def divided(state: TableState, seat: int) -> Choice:
    """Choose as where half of the tasks are done together, and the others by professionals."""
    setup, role = state.setup, state.setup.roles[seat]
    tasks, place = len(setup.tasks), paths.places(setup.roles)[seat]
    if state.phase is Phase.AGREE:
        agreed = paths.path_agreement(paths.Path.MIXED, tasks)
        if role is Role.MUNICIPALITY:
            return Choice(deals=agreed.deals, funding=agreed.funding)
        return Choice(propose=tuple(deal.holder for deal in agreed.deals))
    if state.phase is Phase.ACT:
        return Choice(act=paths.path_act(setup.rules, paths.Path.MIXED, role, place, state.round - 1, tasks))
    assert state.outcome is not None
    answer = paths.path_response(paths.Path.MIXED, role, place)
    return Choice(respond=tuple(answer if task.trouble else None for task in state.outcome.tasks))


def turned(state: TableState, seat: int) -> Choice:
    """Choose as where professionals do it all in the first half, and everybody together in the second."""
    return bot_choice(
        state, seat, Policy.TAKE_OVER if state.round <= state.setup.rounds // 2 else Policy.TOGETHER
    )


def mixed(state: TableState, seat: int) -> Choice:
    """Choose as one of five tables, by the number of the own."""
    manners = (Policy.HABIT, Policy.TOGETHER, Policy.TAKE_OVER, Policy.OWN_SCORE, Policy.HABIT)
    return bot_choice(state, seat, manners[state.setup.number % len(manners)])


@dataclass(frozen=True, slots=True)
class Fixed:
    """A table whose chairs do the same every round, by role; each task in turn of what stands there."""

    holder: Holder
    requirements: bool
    funding: Funding
    acts: Mapping[Role, tuple[str, ...]]
    answers: Mapping[Role, Response]

    def __call__(self, state: TableState, seat: int) -> Choice:
        """Return what a seat chooses in the open phase."""
        role, tasks = state.setup.roles[seat], len(state.setup.tasks)
        if state.phase is Phase.AGREE:
            if role is Role.MUNICIPALITY:
                return Choice(deals=(Deal(self.holder, self.requirements),) * tasks, funding=self.funding)
            return Choice(propose=(self.holder,) * tasks)
        if state.phase is Phase.ACT:
            acts = cycle(self.acts[role])
            return Choice(act=tuple(next(acts) for _ in range(tasks)))
        assert state.outcome is not None
        asked = [task.trouble for task in state.outcome.tasks]
        return (
            Choice(respond=tuple(self.answers[role] if one else None for one in asked))
            if any(asked)
            else Choice()
        )


def under_rules(
    holder: Holder,
    professional: tuple[str, Response],
    resident: tuple[tuple[str, ...], Response],
) -> Fixed:
    """Return a table with requirements, paid on trust, whose municipality inspects and makes rules of what goes wrong."""
    (on_tasks, answer), (in_turn, reply) = professional, resident
    return Fixed(
        holder,
        True,
        Funding.TRUST,
        {
            Role.MUNICIPALITY: ("inspect", "inspect", "leave", "leave"),
            Role.PROFESSIONAL: (on_tasks,),
            Role.RESIDENT: in_turn,
        },
        {Role.MUNICIPALITY: Response.ADD_RULE, Role.PROFESSIONAL: answer, Role.RESIDENT: reply},
    )


GUARANTEES = under_rules(
    Holder.TOGETHER,
    ("together", Response.PULL_IN),
    (("claim", "claim", "join", "claim"), Response.GUARANTEE),
)
BLAME = under_rules(
    Holder.RESIDENTS, ("step_back", Response.LET_BE), (("join", "join", "wait", "wait"), Response.REPAIR)
)
