"""What a facilitator may want to come back to: the turns at a table, found when a phase closes, as codes with parameters.

Knows the game of one table only; words for the codes are in the catalogue under `log`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from game.engine.model.choices import Holder
from game.engine.model.outcome import leaves_empty
from game.engine.model.roles import Role
from game.engine.model.rules import start_values
from game.engine.model.values import Agreement, Outcome
from game.engine.screens.parts import Asked, asked
from game.engine.table.phases import Phase
from game.engine.table.state import TableState

AGAINST_FROM = 2  # decisions against what was asked most, in one round, that are worth a line
FELL_OR_ROSE = 0.08  # change of the mean quality between two rounds that the eye sees at once
ALL_TO = {
    Holder.PROFESSIONALS: "all_professionals",
    Holder.RESIDENTS: "all_residents",
    Holder.TOGETHER: "all_together",
}
# What the first answer that counts as something is called in the log, in the order in which they are told.
FIRST = {
    "guaranteed": "first_guarantee",
    "ruled": "first_rule",
    "backed": "backed",
    "pulled_in": "pulled_in",
    "repaired": "repaired",
    "evaluated": "evaluated",
}


@dataclass(frozen=True, slots=True)
class Cue:
    """One thing worth coming back to; params are words' codes (task, funding) or whole numbers."""

    code: str
    params: dict[str, str | int] = field(default_factory=dict)


def cues(before: TableState, after: TableState) -> tuple[Cue, ...]:
    """Return what closing the phase of `before`, which led to `after`, showed; a turn is told once, not every round."""
    match before.phase:
        case Phase.AGREE:
            return tuple(_agreed(before, after))
        case Phase.ACT:
            return tuple(_acted(before, after))
        case _:
            return tuple(_responded(before, after))


def _agreed(before: TableState, after: TableState) -> Iterator[Cue]:
    was, now = before.agreement, after.agreement
    holder = _only_holder(now)
    if holder is not None and (before.round == 1 or _only_holder(was) is not holder):
        yield Cue(ALL_TO[holder])
    on_paper = [k for k, deal in enumerate(now.deals) if deal.requirements]
    if on_paper and not _had_requirements(before):
        yield Cue("first_requirements", {"task": after.setup.tasks[on_paper[0]]})
    if not on_paper and any(deal.requirements for deal in was.deals):
        yield Cue("requirements_dropped")
    if now.funding is not was.funding:
        yield Cue("funding_changed", {"funding": now.funding.value})
    pairs = zip(now.deals, asked(before), strict=True)
    against = sum(_is_against(deal.holder, wished) for deal, wished in pairs)
    if against >= AGAINST_FROM:
        yield Cue("against_asked", {"count": against})


def _only_holder(agreement: Agreement) -> Holder | None:
    holders = {deal.holder for deal in agreement.deals}
    return next(iter(holders)) if len(holders) == 1 else None


def _had_requirements(state: TableState) -> bool:
    return any(task.deal.requirements for outcome in _outcomes(state) for task in outcome.tasks)


def _is_against(holder: Holder, wished: Asked) -> bool:
    votes = {
        Holder.RESIDENTS: wished.residents,
        Holder.TOGETHER: wished.together,
        Holder.PROFESSIONALS: wished.professionals,
    }
    return votes[holder] < max(votes.values())


def _acted(before: TableState, after: TableState) -> Iterator[Cue]:
    assert after.outcome is not None, "act closes into an outcome"
    residents = _acts(after, Role.RESIDENT)
    joining = after.setup.rules.choices.words(Role.RESIDENT, "joined")
    if not any(joining & set(acts) for acts in residents):
        yield Cue("nobody_joined")
    elif all(joining & set(acts) for acts in residents):
        yield Cue("everybody_joined")
    professionals = _acts(after, Role.PROFESSIONAL)
    taking = after.setup.rules.choices.words(Role.PROFESSIONAL, "took_over")
    if all(set(acts) <= taking for acts in professionals):
        yield Cue("all_taken_over")
    for name, task in zip(after.setup.tasks, after.outcome.tasks, strict=True):
        if task.incident:
            yield Cue("setback" if task.setback else "incident", {"task": name})
    yield from _looks(before, after.outcome)


def _acts(state: TableState, role: Role) -> list[tuple[str | None, ...]]:
    """Return what each seat of a role did, the neighbours among them: everybody is also who is not at the table."""
    return [
        one.choice.act or () for one, its in zip(state.acted, state.setup.roles, strict=True) if its is role
    ]


def _looks(before: TableState, now: Outcome) -> Iterator[Cue]:
    earlier = _outcomes(before)
    trouble = sum(task.trouble for task in now.tasks)
    if trouble:
        yield Cue("trouble", {"count": trouble})
    elif earlier and any(task.trouble for task in earlier[-1].tasks):
        yield Cue("no_trouble")
    if leaves_empty(before.setup.rules, before.values, now) and not _was_empty(before):
        yield Cue("purse_empty")
    if earlier:
        was, is_now = _quality(earlier[-1]), _quality(now)
        if abs(is_now - was) >= FELL_OR_ROSE:
            code = "street_rose" if is_now > was else "street_fell"
            yield Cue(code, {"from": round(was * 100), "to": round(is_now * 100)})


def _was_empty(state: TableState) -> bool:
    """Tell whether the round before left the purse empty."""
    if not state.played:
        return False
    rules, last = state.setup.rules, state.played[-1].result.outcome
    start = start_values(rules, len(last.tasks))
    return leaves_empty(rules, state.played[-2].result.values if len(state.played) > 1 else start, last)


def _responded(before: TableState, after: TableState) -> Iterator[Cue]:
    newest = after.played[-1]
    earlier = {str(word) for played in before.played for seat in played.seats for word in seat.respond}
    choices = after.setup.rules.choices
    for counted, code in FIRST.items():
        words = frozenset[str]().union(*(choices.words(role, counted) for role in Role))
        if words & earlier:
            continue
        for k, task in enumerate(newest.result.outcome.tasks):
            if task.trouble and any(seat.respond[k] in words for seat in newest.seats):
                yield Cue(code, {"task": after.setup.tasks[k]})
                break


def _outcomes(state: TableState) -> list[Outcome]:
    return [played.result.outcome for played in state.played]


def _quality(outcome: Outcome) -> float:
    return sum(task.quality for task in outcome.tasks) / len(outcome.tasks)
