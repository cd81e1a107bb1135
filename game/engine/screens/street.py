"""A table's picture: what anybody walking by could see of it, and what one chair sees besides.

Carriers, incidents and paper are for all; who came and worked from the outcome on; how it looks stands with each task.
How much is in the purse is the municipality's until the debrief; that it is empty is for all to see. Who stayed in, only
neighbours see.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.engine.debrief.played import PlayedGame, of_table
from game.engine.model.choices import Holder
from game.engine.model.outcome import is_empty, leaves_empty
from game.engine.model.roles import Role
from game.engine.model.rules import Ruleset
from game.engine.model.values import SeatRound
from game.engine.screens.parts import newest
from game.engine.table.moves import current_seats, rule_won
from game.engine.table.phases import DEBRIEF_PHASES, Phase
from game.engine.table.state import PlayedRound, TableState

PUT_RIGHT = ("repaired", "pulled_in")


@dataclass(frozen=True, slots=True)
class StreetTask:
    """A task in the picture. `holder` is None until something was decided; `sheets` counts agreements and rules on paper.

    `setback` says that the incident came to every table, `mended` that it was put right since. The counts are choices, None
    before this round's outcome.
    """

    holder: Holder | None
    sheets: int
    incident: bool
    setback: bool
    mended: bool
    joined: int | None
    claimed: int | None
    took_over: int | None
    worked_along: int | None
    visited: int | None


@dataclass(frozen=True, slots=True)
class Street:
    """A table as everybody sees it: `lit` once this round is decided, `empty` for a purse that pays less than a full week.

    `residents` are the seats of that role, neighbours among them.
    """

    residents: int
    lit: bool
    empty: bool
    tasks: tuple[StreetTask, ...]


@dataclass(frozen=True, slots=True)
class StreetEnd:
    """A table's picture as its first or last finished `round` (1-based) left it, with how each task looked then (0–1)."""

    round: int
    street: Street
    looks: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class StreetOwn:
    """What one chair sees besides: `windows` says that it sees who stayed in, `reserve` is what is in the purse (money)."""

    windows: bool
    reserve: float | None


def street(state: TableState) -> Street:
    """Return the picture of a table as it is for everybody."""
    outcome = newest(state)
    lit = state.phase is not Phase.AGREE
    acted = _acted(state)
    return Street(
        residents=sum(role is Role.RESIDENT for role in state.setup.roles),
        lit=lit,
        empty=outcome is not None and _empty(state),
        tasks=tuple(_task(state, k, acted) for k in range(len(state.setup.tasks))),
    )


def film(state: TableState) -> tuple[Street, ...]:
    """Return the picture of a table as every finished round left it, first to last; for the debrief, which hides nothing."""
    game = of_table(state)
    return tuple(frame(game, index) for index in range(len(game.rounds)))


def ends(state: TableState) -> tuple[StreetEnd, ...]:
    """Return the first and the last picture of a table's game, one where it had one round; none before the debrief."""
    if state.phase not in DEBRIEF_PHASES:
        return ()
    game = of_table(state)
    shown = sorted({0, len(game.rounds) - 1}) if game.rounds else []
    return tuple(
        StreetEnd(
            index + 1,
            frame(game, index),
            tuple(task.quality for task in game.rounds[index].result.outcome.tasks),
        )
        for index in shown
    )


def frame(game: PlayedGame, index: int) -> Street:
    """Return the picture of a table as round `index` (from 0) of its game left it."""
    played = game.rounds[index]
    outcome, values = played.result.outcome, played.result.values
    return Street(
        residents=sum(seat.role is Role.RESIDENT for seat in played.seats),
        lit=True,
        empty=is_empty(game.rules, values, outcome.agreement),
        tasks=tuple(_frame_task(game, index, k) for k in range(game.count)),
    )


def _frame_task(game: PlayedGame, index: int, k: int) -> StreetTask:
    played = game.rounds[index]
    task = played.result.outcome.tasks[k]
    return StreetTask(
        holder=task.deal.holder,
        sheets=_sheets(game.rules, game.rounds[:index], k, task.deal.requirements),
        incident=task.incident,
        setback=task.setback,
        mended=False,
        **_counts(game.rules, played.seats, k),
    )


def street_own(state: TableState, role: Role | None) -> StreetOwn:
    """Return what a chair of `role` sees besides; None is the room, which in play sees what is everybody's."""
    outcome = newest(state)
    is_over = state.phase in DEBRIEF_PHASES
    sees_purse = outcome is not None and (is_over or role is Role.MUNICIPALITY)
    return StreetOwn(
        windows=is_over or role is Role.RESIDENT,
        reserve=round(outcome.reserve, 1) if outcome is not None and sees_purse else None,
    )


def _empty(state: TableState) -> bool:
    rules = state.setup.rules
    if state.outcome is not None:
        return leaves_empty(rules, state.values, state.outcome)
    return is_empty(rules, state.values, state.agreement)


def _task(state: TableState, k: int, acted: Sequence[SeatRound] | None) -> StreetTask:
    past = state.played[-1] if state.played and state.outcome is None else None
    outcome = newest(state)
    deal = state.agreement.deals[k]
    is_decided = state.phase is not Phase.AGREE or bool(state.played)
    return StreetTask(
        holder=deal.holder if is_decided else None,
        sheets=_sheets(state.setup.rules, state.played, k, is_decided and deal.requirements),
        incident=outcome is not None and outcome.tasks[k].incident,
        setback=outcome is not None and outcome.tasks[k].setback,
        mended=past is not None and _mended(state, past, k),
        **_counts(state.setup.rules, acted, k),
    )


def _acted(state: TableState) -> Sequence[SeatRound] | None:
    """Return who chose what in the round whose outcome is shown, None while a round is still being played."""
    if state.outcome is not None:
        return current_seats(state, ())
    return state.played[-1].seats if state.phase in DEBRIEF_PHASES and state.played else None


def _counts(rules: Ruleset, seats: Sequence[SeatRound] | None, k: int) -> dict[str, int | None]:
    """Return who came, reported, worked and looked in on a task, as a picture has it."""
    return {
        "joined": _count(rules, seats, k, Role.RESIDENT, "joined"),
        "claimed": _count(rules, seats, k, Role.RESIDENT, "claimed"),
        "took_over": _count(rules, seats, k, Role.PROFESSIONAL, "took_over"),
        "worked_along": _count(rules, seats, k, Role.PROFESSIONAL, "worked_along"),
        "visited": _count(rules, seats, k, Role.MUNICIPALITY, "visited"),
    }


def _count(rules: Ruleset, seats: Sequence[SeatRound] | None, k: int, role: Role, code: str) -> int | None:
    if seats is None:
        return None
    words = rules.choices.words(role, code)
    return sum(seat.act[k] in words for seat in seats if seat.role is role)


def _sheets(rules: Ruleset, past: Sequence[PlayedRound], k: int, stands: bool) -> int:
    """Return how many agreements are on paper: the first, and every rule that was written since it stands; 0 without any.

    A rule that put a task on paper is that first one. What was taken off is gone.
    """
    sheets, won = 0, False
    for played in past:
        sheets = _stacked(sheets, played.result.outcome.tasks[k].deal.requirements, won)
        won = rule_won(rules, played)[k]
    return _stacked(sheets, stands, won)


def _stacked(sheets: int, stands: bool, won: bool) -> int:
    """Return how many there are a round later, where `won` says that a rule was written in between."""
    return max(1, sheets + (won and sheets > 0)) if stands else 0


def _mended(state: TableState, played: PlayedRound, k: int) -> bool:
    """Tell whether somebody put right what went wrong on a task in a finished round."""
    choices = state.setup.rules.choices
    return played.result.outcome.tasks[k].incident and any(
        seat.respond[k] in choices.words(seat.role, code) for seat in played.seats for code in PUT_RIGHT
    )
