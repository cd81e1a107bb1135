"""A whole round as one step: from what everyone chose to its outcome, the values after it and the scores."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Literal

from game.engine.model import dynamics, scores
from game.engine.model.choices import Response
from game.engine.model.outcome import decide, play
from game.engine.model.roles import Role
from game.engine.model.rules import Ruleset
from game.engine.model.values import Agreement, Outcome, RoundResult, SeatRound, Values


def finish_round(rules: Ruleset, values: Values, outcome: Outcome, seats: Sequence[SeatRound]) -> RoundResult:
    """Return the finished round after everyone responded; `values` are those at its start."""
    return RoundResult(
        outcome=outcome,
        values=dynamics.after(rules, values, outcome, seats),
        scores=scores.score_all(rules, values, outcome, seats),
    )


def play_round(
    rules: Ruleset,
    values: Values,
    previous_agreement: Agreement,
    seats: Sequence[SeatRound],
    draws: Sequence[float],
    form: Literal["full", "short"] = "full",
    setback: Collection[int] = (),
    hours: float | None = None,
    is_scored: bool = True,
) -> RoundResult:
    """Return the round in which `seats` agree, act and respond; in the short form nobody responds.

    `setback` has the tasks (from 0) that something happens to. A professional has `hours` hours, by default those that the
    purse pays. Scores are left out, as an empty tuple, unless the round `is_scored`.
    """
    municipal = [seat for seat in seats if seat.role is Role.MUNICIPALITY]
    agreement = decide(previous_agreement, municipal)
    outcome = play(rules, values, agreement, seats, draws, setback, hours)
    if form == "short":
        seats = [replace(seat, respond=(Response.LET_BE,) * len(outcome.tasks)) for seat in seats]
    if not is_scored:
        return RoundResult(outcome, dynamics.after(rules, values, outcome, seats), ())
    return finish_round(rules, values, outcome, seats)
