"""The shape of a table's game: what it is set up with, what its seats have chosen and what came of it; no moves."""

from dataclasses import dataclass, field
from typing import Literal

from game.engine.model.choices import Choice
from game.engine.model.roles import Role
from game.engine.model.rules import RULESETS, Ruleset
from game.engine.model.values import Agreement, By, Outcome, RoundResult, SeatRound, Values
from game.engine.table.phases import Phase

Form = Literal["full", "short"]
NO_CHOICE = Choice()


@dataclass(frozen=True, slots=True)
class TableSetup:
    """What a table is started with; `roles` has every seat, the last `neighbours` of them bot households.

    `fixed` pairs a round (1-based) with the task index that has an incident at any quality in it (ruleset 1), `setbacks` with
    one that something happens to (ruleset 2). `talk_from` is the first round (1-based) played talking, None when
    none is.
    """

    ruleset: int
    form: Form
    tasks: tuple[str, ...]
    roles: tuple[Role, ...]
    neighbours: int
    rounds: int
    seed: int
    number: int = 1
    fixed: tuple[tuple[int, int], ...] = ()
    setbacks: tuple[tuple[int, int], ...] = ()
    talk_from: int | None = None

    @property
    def rules(self) -> Ruleset:
        """The constants this table is played with."""
        return RULESETS[self.ruleset]

    def setback(self, round: int) -> tuple[int, ...]:
        """Return the tasks that something happens to in a round (1-based)."""
        return tuple(sorted({task for when, task in self.setbacks if when == round}))


@dataclass(frozen=True, slots=True)
class Picks:
    """A seat's set for the open phase and who made it; empty until the first tap."""

    choice: Choice = NO_CHOICE
    by: By | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """One seat's complete set at the close of a phase; `by` is default when nothing was tapped."""

    choice: Choice
    by: By


@dataclass(frozen=True, slots=True)
class PlayedRound:
    """A finished round of a table: what every seat chose, the dice, the result, and the tasks (from 0) that were hit."""

    seats: tuple[SeatRound, ...]
    draws: tuple[float, ...]
    result: RoundResult
    setback: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TableState:
    """Everything about a table's game between two moves; `round` counts from 1, in the debrief it is the last that counts.

    `values` are those at the start of the open round; `agreement` is the last one decided; `agreed` and `acted`
    hold the closed phases of the open round; finished rounds are in `played`, with their results. `promises` has by seat
    what it promised in the open round (None: nothing), () while nobody did.
    """

    setup: TableSetup
    phase: Phase
    round: int
    values: Values
    agreement: Agreement
    picks: tuple[Picks, ...]
    ready: frozenset[int] = frozenset()
    agreed: tuple[Filled, ...] = ()
    acted: tuple[Filled, ...] = ()
    draws: tuple[float, ...] = ()
    outcome: Outcome | None = None
    played: tuple[PlayedRound, ...] = field(default=())
    promises: tuple[tuple[bool, ...] | None, ...] = ()
