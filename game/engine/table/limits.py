"""What a seat may choose in the open phase, and how an unfinished set is completed within the limits."""

from collections.abc import Sequence
from typing import TypeVar

from game.engine.model.choices import Choice, Response
from game.engine.model.outcome import role_limit
from game.engine.model.refusal import Refused
from game.engine.model.roles import Role
from game.engine.model.seen import whole_tenths
from game.engine.table.phases import Phase
from game.engine.table.state import TableState

Item = TypeVar("Item")
ROUNDING = 1e-9


def whole(items: Sequence[Item | None]) -> tuple[Item, ...]:
    """Return `items` without gaps; raises ValueError when one is missing."""
    found = tuple(item for item in items if item is not None)
    if len(found) != len(items):
        raise ValueError("a set with gaps")
    return found


def limit(state: TableState, seat: int) -> float:
    """Return what `seat` may spend on acts this round: evenings, hours, or tasks visited and inspected."""
    return role_limit(state.setup.rules, state.values, state.agreement, state.setup.roles[seat])


OVER_LIMIT = {
    Role.RESIDENT: "too_many_evenings",
    Role.PROFESSIONAL: "too_many_hours",
    Role.MUNICIPALITY: "too_many_visits",
}


def check(state: TableState, seat: int, choice: Choice) -> None:
    """Raise Refused unless `choice` is one this seat may make in the open phase."""
    role = state.setup.roles[seat]
    given = _the_set(state, role, choice)
    if len(given) != len(state.setup.tasks):
        raise Refused("unknown_task")
    rules = state.setup.rules
    if choice.act is not None:
        if any(item is not None and item not in rules.choices.act_words[role] for item in choice.act):
            raise Refused("unknown_choice")
        allowed = limit(state, seat)
        if rules.binds(role) and rules.spent(role, choice.act) > allowed + ROUNDING:
            raise Refused(OVER_LIMIT[role], limit=whole_tenths(allowed))
    if choice.respond is not None:
        _check_responses(state, role, choice.respond)


def set_of(role: Role, phase: Phase) -> str:
    """Return which set of a choice a role fills in during a phase of a round; raises KeyError for another phase."""
    return {
        Phase.AGREE: "deals" if role is Role.MUNICIPALITY else "propose",
        Phase.ACT: "act",
        Phase.OUTCOME: "respond",
    }[phase]


def _the_set(state: TableState, role: Role, choice: Choice) -> Sequence[object]:
    """Return the one set that belongs to phase and role; raises Refused when another one is filled in."""
    wanted = set_of(role, state.phase)
    sets = {name: getattr(choice, name) for name in ("deals", "propose", "act", "respond")}
    given = [name for name, items in sets.items() if items is not None]
    if given != [wanted]:
        both = {"deals", "propose"}
        raise Refused("wrong_role" if state.phase is Phase.AGREE and set(given) <= both else "wrong_phase")
    if choice.funding is not None and wanted != "deals":
        raise Refused("wrong_role")
    items: Sequence[object] = sets[wanted]
    return items


def _check_responses(state: TableState, role: Role, respond: Sequence[Response | None]) -> None:
    assert state.outcome is not None, "responding is only open with an outcome"
    if state.setup.form == "short":
        raise Refused("wrong_phase")
    for item, task in zip(respond, state.outcome.tasks, strict=True):
        if item is None or item is Response.LET_BE:
            continue
        if item not in state.setup.rules.choices.answer_words[role]:
            raise Refused("unknown_choice")
        if not task.trouble:
            raise Refused("not_in_trouble")


def complete(state: TableState, seat: int, tapped: Choice, default: Choice) -> Choice:
    """Return `tapped` with every gap filled from `default`, never above the evening or visit limit.

    A repeated evening or visit that no longer fits beside what was tapped is left out, in task order;
    a professional's hours may go over and are scaled by the model.
    """
    act = _merge(tapped.act, default.act)
    role = state.setup.roles[seat]
    if act is not None and tapped.act is not None and role is not Role.PROFESSIONAL:
        rules = state.setup.rules
        kept = list(tapped.act)
        for k, item in enumerate(tapped.act):
            if item is None:
                kept[k] = act[k]
                if rules.spent(role, kept) > limit(state, seat):
                    kept[k] = rules.choices.resting_act(role)
        act = tuple(kept)
    return Choice(
        deals=_merge(tapped.deals, default.deals),
        funding=tapped.funding or default.funding,
        propose=_merge(tapped.propose, default.propose),
        act=act,
        respond=_merge(tapped.respond, default.respond),
    )


def _merge(
    tapped: Sequence[Item | None] | None, default: Sequence[Item | None] | None
) -> tuple[Item | None, ...] | None:
    if tapped is None or default is None:
        return None if default is None else tuple(default)
    return tuple(mine if mine is not None else other for mine, other in zip(tapped, default, strict=True))
