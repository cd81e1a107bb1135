"""What a bad network makes of what phones and a panel send: doubled, late, out of order, lost; and what must come of it.

The oracle knows the promises of docs/protocol.md and nothing of how the server keeps them.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from game.engine.model.choices import Choice, Deal, Funding

COPIES = {0: 1, 1: 6, 2: 3, 3: 1}  # how often a frame arrives, and how likely that is
LATEST = 12.0  # frames overtake each other by so many places at most, or come steps later
FORGETS = 0.05  # the chance that a phone counts from zero again, as after its storage was cleared
HOLDERS = ("residents", "professionals", "together")
ACTS = {
    "municipality": (("visit", "leave", "leave", "inspect"), ("leave", "visit", "inspect", None)),
    "professional": (
        ("together", "step_back", "take_over", "together"),
        ("step_back", None, None, "together"),
    ),
    "resident": (
        ("join", "wait", "wait", "claim"),
        ("wait", "join", None, None),
        (None, None, "claim", "wait"),
    ),
}


@dataclass(frozen=True)
class Frame:
    """One command as a client made it; `phone` is None for the facilitator's panel, whose `kind` is next."""

    id: str
    kind: str
    step: int
    phone: int | None = None
    n: int = 0
    choice: Choice | None = None
    ready: bool = False


@dataclass
class Oracle:
    """What the server must hold and answer, from the frames in the order in which they arrive."""

    seats: Sequence[int]
    step: int
    picks: dict[int, Choice] = field(default_factory=dict)
    ready: set[int] = field(default_factory=set)
    kept: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    of_phones: list[str] = field(default_factory=list)
    _newest: dict[int, int] = field(default_factory=dict)

    def answer(self, frame: Frame) -> tuple[Any, ...]:
        """Return what is answered to a frame that arrives now, and remember what it does."""
        if frame.id in self.kept:
            return self.kept[frame.id]
        if frame.step != self.step:
            is_behind = frame.phone is not None and frame.step < self.step
            return ("refused", "phase_closed" if is_behind else "stale_step")
        if frame.phone is None:
            self._go_on()
            return self._keep(frame, ("ack", None, None))
        seat = self.seats[frame.phone]
        if frame.kind == "ready":
            (self.ready.add if frame.ready else self.ready.discard)(seat)
            return self._keep(frame, ("ack", None, None))
        newest = self._newest.get(frame.phone)
        if newest is not None and frame.n < newest:
            return ("ack", newest, self.picks[seat])  # nothing is kept of it
        assert frame.choice is not None
        self._newest[frame.phone] = frame.n
        self.picks[seat] = frame.choice
        return self._keep(frame, ("ack", frame.n, frame.choice))

    def _go_on(self) -> None:
        self.step += 1
        self.picks.clear()
        self.ready.clear()
        self._newest.clear()

    def _keep(self, frame: Frame, answer: tuple[Any, ...]) -> tuple[Any, ...]:
        self.kept[frame.id] = answer
        if frame.phone is not None:
            self.of_phones.append(frame.id)
        return answer


class Network:
    """Phones on these roles and a panel, and what their network delivers; the same dice, the same frames."""

    def __init__(self, dice: random.Random, roles: Sequence[str]) -> None:
        self.dice = dice
        self.roles = roles
        self._made = 0
        self._n = [0] * len(roles)
        self._late: list[Frame] = []

    def burst(self, step: int, phase: str) -> Iterator[list[Frame]]:
        """Give, in batches, what arrives while one step is played; some of it comes steps later."""
        phones = range(len(self.roles)) if phase != "time_out" else ()  # in which nobody can tap
        sent = [frame for phone in phones for frame in self._of_phone(phone, step, phase)]
        self.dice.shuffle(sent)
        presses = [self._frame("next", step) for _ in range(self.dice.choice((1, 1, 2)))]
        when = [(place + self.dice.uniform(0, LATEST), frame) for place, frame in enumerate(sent)]
        when += [(len(sent) * self.dice.uniform(0.6, 1.1), press) for press in presses]
        arrives = [
            (at + self.dice.uniform(0, LATEST), frame) for at, frame in when for _ in range(self._copies())
        ]
        arrives += [(self.dice.uniform(0, len(sent)), frame) for frame in self._late]
        self._late = [frame for _, frame in when if self.dice.random() < 0.1]
        arrives.append((len(sent) + 2 * LATEST, presses[0]))  # a panel sends its press until it is answered
        ordered = [frame for _, frame in sorted(arrives, key=lambda one: one[0])]
        while ordered:
            size = self.dice.randint(1, 9)
            yield ordered[:size]
            ordered = ordered[size:]

    def _of_phone(self, phone: int, step: int, phase: str) -> Iterator[Frame]:
        if self.dice.random() < FORGETS:
            self._n[phone] = 0
        for _ in range(self.dice.randint(0, 4) if phase != "outcome" else 0):
            self._n[phone] += 1
            choice = self._choice(self.roles[phone], phase)
            yield self._frame("choose", step, phone, n=self._n[phone], choice=choice)
        for _ in range(self.dice.randint(0, 2)):
            yield self._frame("ready", step, phone, ready=self.dice.random() < 0.7)

    def _frame(self, kind: str, step: int, phone: int | None = None, **what: Any) -> Frame:
        self._made += 1
        return Frame(f"f{self._made}", kind, step, phone, **what)

    def _copies(self) -> int:
        return self.dice.choices(list(COPIES), list(COPIES.values()))[0]

    def _choice(self, role: str, phase: str) -> Choice:
        if phase == "act":
            return Choice(act=self.dice.choice(ACTS[role]))
        if role != "municipality":
            return Choice(propose=tuple(self.dice.choice((*HOLDERS, None)) for _ in range(4)))
        deals = tuple(Deal(self.dice.choice(HOLDERS), self.dice.random() < 0.3) for _ in range(4))
        return Choice(deals=deals, funding=Funding("output"))
