"""What people would do under another pay: only where that changes what is best for their own chair, else as they did."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from game.engine.bots import own_score
from game.engine.model.choices import Funding
from game.engine.model.outcome import decide, play
from game.engine.model.roles import Role
from game.engine.model.rules import Ruleset
from game.engine.model.values import Agreement, SeatRound, Values

Item = TypeVar("Item")


def reacting(
    rules: Ruleset,
    values: Values,
    before: Agreement,
    seats: Sequence[SeatRound],
    pay: tuple[Funding, Funding],
    draws: tuple[float, ...],
    setback: tuple[int, ...],
) -> tuple[SeatRound, ...]:
    """Return what `seats` choose in a round when they are paid by the second of `pay` instead of the first.

    Each changes a task only where its best own act, or answer, under the one differs from that under the other, everything
    else as it is: so with the same pay twice nothing changes. `before` is what was agreed in the round before.
    """
    paid, funding = pay
    new = tuple(
        replace(seat, funding=funding) if seat.role is Role.MUNICIPALITY and seat.funding else seat
        for seat in seats
    )
    deals = decide(before, [seat for seat in seats if seat.role is Role.MUNICIPALITY]).deals
    was, now = Agreement(deals, paid), Agreement(deals, funding)
    acted = _acts(rules, values, new, was, now)
    outcome = play(rules, values, now, acted, draws, setback)
    answers = {
        role: tuple(
            own_score.best_answers(rules, values, replace(outcome, agreement=agreement), role)
            for agreement in (was, now)
        )
        for role in Role
    }
    return tuple(replace(seat, respond=_changed(seat.respond, *answers[seat.role])) for seat in acted)


def _acts(
    rules: Ruleset, values: Values, seats: tuple[SeatRound, ...], was: Agreement, now: Agreement
) -> tuple[SeatRound, ...]:
    """Return `seats` with professionals on what the other pay makes best; those that did the same do the same."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for index, seat in enumerate(seats):
        if seat.role is Role.PROFESSIONAL and seat.act not in found:
            best = (own_score.best_act(rules, values, agreement, seats, index) for agreement in (was, now))
            found[seat.act] = _changed(seat.act, *best)
    return tuple(
        replace(seat, act=found[seat.act]) if seat.role is Role.PROFESSIONAL else seat for seat in seats
    )


def _changed(chosen: tuple[Item, ...], was: tuple[Item, ...], now: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return `chosen` with what is best now wherever that is not what was best."""
    return tuple(then if then != best else mine for mine, best, then in zip(chosen, was, now, strict=True))
