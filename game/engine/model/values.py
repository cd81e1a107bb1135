"""The plain values that the equations read and write: a street's state, a round's choices and its result.

Owns their shape only; the equations are in outcome, dynamics and scores.
"""

from dataclasses import dataclass
from enum import StrEnum

from game.engine.model.choices import Deal, Funding, Holder, Response
from game.engine.model.roles import Role


class By(StrEnum):
    """Who made a choice."""

    PLAYER = "player"
    FACILITATOR = "facilitator"
    BOT = "bot"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Values:
    """A street between two rounds; tuples have one number per task, 0–1; money is in budget units."""

    ownership: tuple[float, ...]
    expectation: tuple[float, ...]
    bureaucracy: tuple[float, ...]
    trust: float
    reserve: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the municipality decided for a round: a deal per task and one funding."""

    deals: tuple[Deal, ...]
    funding: Funding


@dataclass(frozen=True, slots=True)
class SeatRound:
    """Everything one seat chose in one round; `deals` and `funding` for municipal seats, `propose` for others.

    `promise` says per task whether the seat promised, in the talk, to do something there; None when it was not asked. It
    binds nobody and enters no equation.
    """

    role: Role
    act: tuple[str, ...]
    respond: tuple[Response, ...]
    deals: tuple[Deal, ...] | None = None
    funding: Funding | None = None
    propose: tuple[Holder, ...] | None = None
    by: By = By.PLAYER
    promise: tuple[bool, ...] | None = None


@dataclass(frozen=True, slots=True)
class TaskOutcome:
    """What one task looked like this round, before anyone responds.

    Quality and complaints are 0–1, what people did is the mean over the seats of their role (0–1), a professional's as far as
    its hours went. `professional_share` is that of all hours there (0–1), 0 where nobody did anything.
    """

    deal: Deal
    quality: float
    complaints: float
    incident: bool
    trouble: bool
    joined: float
    claimed: float
    take_over: float
    together: float
    professional_share: float
    setback: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """A round after the acts: per task what it looks like, and hours and money of the table.

    `hours` is H, the hours of task work that a professional could do; `worked` the mean hours of it per professional; `load`
    paid hours per hour of task work (1 or more); `cost` and `reserve`, that after this round, are money in budget units.
    """

    agreement: Agreement
    tasks: tuple[TaskOutcome, ...]
    hours: float
    worked: float
    load: float
    cost: float
    reserve: float


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One of at most three reasons behind a score: a code (see scores) and its signed amount in score points."""

    code: str
    amount: float


@dataclass(frozen=True, slots=True)
class Score:
    """A seat's own score of one round, unbounded, with the lines that add up to it (less a constant)."""

    total: float
    lines: tuple[ScoreLine, ...]


@dataclass(frozen=True, slots=True)
class RoundResult:
    """A finished round: its outcome, the values at its end and one score per seat in seat order."""

    outcome: Outcome
    values: Values
    scores: tuple[Score, ...]
