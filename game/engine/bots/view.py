"""What a bot knows when it chooses, and fitting its acts into the hours there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from game.engine.bots.paths import before_round_one, places
from game.engine.model.choices import Holder
from game.engine.model.outcome import hours_limit, start_agreement
from game.engine.model.roles import Role
from game.engine.model.rules import Ruleset
from game.engine.model.values import Agreement, Outcome, SeatRound, Values

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class BotView:
    """A seat's view of its table; `round` counts from 1 and `values` are those at the round's start.

    `agreement` is this round's (None while agreeing), `outcome` this round's (None before responding), `last` and
    `last_outcome` are the previous round's (None in round 1). `persona` in [0, 1) is the seat's for the whole game.
    """

    rules: Ruleset
    values: Values
    roles: tuple[Role, ...]
    seat: int
    tasks: int
    round: int
    persona: float
    form: Literal["full", "short"] = "full"
    agreement: Agreement | None = None
    last: tuple[SeatRound, ...] | None = None
    last_outcome: Outcome | None = None
    outcome: Outcome | None = None

    @property
    def role(self) -> Role:
        """The seat's role."""
        return self.roles[self.seat]

    @property
    def place(self) -> int:
        """How many seats of the role come before this one."""
        return places(self.roles)[self.seat]

    @property
    def previous(self) -> Agreement:
        """What was decided last round, or holds before round 1."""
        return self.last_outcome.agreement if self.last_outcome else start_agreement(self.tasks)

    @property
    def last_seats(self) -> tuple[SeatRound, ...]:
        """What everyone did last round; before round 1 what own-score seats take for it."""
        return self.last or before_round_one(self.roles, self.tasks)

    @property
    def previous_proposal(self) -> tuple[Holder, ...]:
        """What this seat proposed last round, or else what was decided."""
        mine = self.last[self.seat].propose if self.last else None
        return mine or tuple(deal.holder for deal in self.previous.deals)

    @property
    def agreed(self) -> Agreement:
        """This round's agreement; only once agree has closed."""
        assert self.agreement is not None, "agree has not closed"
        return self.agreement

    @property
    def happened(self) -> Outcome:
        """This round's outcome; only once act has closed."""
        assert self.outcome is not None, "act has not closed"
        return self.outcome

    @property
    def hours(self) -> float:
        """The hours of task work a professional has this round."""
        return hours_limit(self.rules, self.values, self.agreed)


def fit_hours(rules: Ruleset, acts: Sequence[str], hours: float) -> tuple[str, ...]:
    """Return a professional's `acts` within `hours`: in task order each keeps what still fits, or takes a smaller one."""
    smaller = sorted(rules.choices.acts[Role.PROFESSIONAL], key=rules.hours_of, reverse=True)
    left = hours + _ROUNDING
    fitted = []
    for word in acts:
        act = rules.choices.act(Role.PROFESSIONAL, word)
        if rules.hours_of(act) > left:
            act = next(one for one in smaller if rules.hours_of(one) <= left)
        left -= rules.hours_of(act)
        fitted.append(act.word)
    return tuple(fitted)
