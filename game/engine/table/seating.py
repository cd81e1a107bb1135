"""One more seat at a table whose first round is open: where everybody's choices go, and what the new seat starts with.

Real seats come first and in the order in which they were added, neighbours last: nobody who sits gets another number.
"""

from dataclasses import replace

from game.engine.model.choices import Choice
from game.engine.model.refusal import Refused
from game.engine.model.roles import MAX_SEATS, Role, neighbours_needed
from game.engine.model.values import By
from game.engine.table.phases import Phase
from game.engine.table.state import Filled, Picks, TableSetup, TableState

OPEN_PHASES = (Phase.AGREE, Phase.ACT)


def may_add(phase: Phase, round: int) -> bool:
    """Tell whether a table in `phase` of `round` can have another seat: until the outcome of round 1 is there."""
    return round == 1 and phase in OPEN_PHASES


def with_seat(setup: TableSetup, role: Role) -> TableSetup:
    """Return `setup` with one more real seat; a resident takes the place of a neighbour where there is one."""
    real = setup.roles[: len(setup.roles) - setup.neighbours]
    roles = (*real, role)
    neighbours = neighbours_needed(roles.count(Role.RESIDENT))
    return replace(setup, roles=roles + (Role.RESIDENT,) * neighbours, neighbours=neighbours)


def new_number(setup: TableSetup, role: Role, seat: int) -> int | None:
    """Return the number that `seat` of `setup` has after a seat of `role` is added; None for a neighbour that leaves."""
    real = len(setup.roles) - setup.neighbours
    if seat < real:
        return seat
    leaves = role is Role.RESIDENT and setup.neighbours > 0
    if leaves:
        return None if seat == real else seat
    return seat + 1


def add_seat(state: TableState, role: Role) -> TableState:
    """Return the table with one more seat of `role`, which has chosen nothing yet.

    What was closed before counts for it as if it had tapped nothing, and changes nothing that was decided. Raises Refused:
    seats_fixed from the outcome of round 1 on, seats_full with as many as a table can have.
    """
    if not may_add(state.phase, state.round):
        raise Refused("seats_fixed")
    if len(state.setup.roles) - state.setup.neighbours >= MAX_SEATS:
        raise Refused("seats_full", limit=MAX_SEATS)
    old, setup = state.setup, with_seat(state.setup, role)
    picks = [Picks()] * len(setup.roles)
    agreed = [_asked_nothing(state, role)] * len(setup.roles)
    promises: list[tuple[bool, ...] | None] = [None] * len(setup.roles)
    for seat, picked in enumerate(state.picks):
        to = new_number(old, role, seat)
        if to is not None:
            picks[to] = picked
            if state.agreed:
                agreed[to] = state.agreed[seat]
            if state.promises:
                promises[to] = state.promises[seat]
    real = len(old.roles) - old.neighbours
    return replace(
        state,
        setup=setup,
        picks=tuple(picks),
        ready=frozenset(seat for seat in state.ready if seat < real),
        agreed=tuple(agreed) if state.agreed else (),
        promises=tuple(promises) if state.promises else (),
    )


def _asked_nothing(state: TableState, role: Role) -> Filled:
    """Return what a closed agree holds for a seat that was not there: a municipal one decided as was decided."""
    if role is not Role.MUNICIPALITY:
        return Filled(Choice(), By.DEFAULT)
    return Filled(Choice(deals=state.agreement.deals, funding=state.agreement.funding), By.DEFAULT)
