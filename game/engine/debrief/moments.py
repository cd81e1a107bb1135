"""Moments of a chair, one by one and counted: at which of them an option paid more, and what joining brought.

How a moment is found is told in `sensible`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from game.engine.model.values import Outcome


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a chair in a round: at how many `moments` it could be chosen, at which share of them (0–1) it alone
    `paid` more than doing it together, and at which it was `done`.
    """

    moments: int
    paid: float
    done: float


@dataclass(frozen=True, slots=True)
class Gain:
    """What joining pays a resident more than waiting, in points of its own score: the mean over `moments`; 0 without any."""

    mean: float
    moments: int


@dataclass(frozen=True, slots=True)
class Moment:
    """One task of one seat, or its funding: whether less paid more, and whether less was done.

    `options` has per option whether it paid more, and whether it was done; `gain` what joining paid a resident more than
    waiting, on `task`.
    """

    paid_more: bool
    taken: bool
    is_answer: bool = False
    options: Mapping[str, tuple[bool, bool]] = field(default_factory=dict)
    gain: float | None = None
    task: int = 0


def options_of(found: Sequence[Moment]) -> dict[str, Option]:
    """Return every option that could be chosen at these moments, counted, by its word."""
    by_word: dict[str, list[tuple[bool, bool]]] = {}
    for moment in found:
        for word, one in moment.options.items():
            by_word.setdefault(word, []).append(one)
    return {
        word: Option(len(all), share(paid for paid, _ in all), share(done for _, done in all))
        for word, all in by_word.items()
    }


def gains_of(found: Sequence[Moment], outcome: Outcome) -> dict[str, Gain]:
    """Return the gains of joining on all tasks, on those that professionals mostly took over, and on those they shared."""
    taken_over = {k for k, task in enumerate(outcome.tasks) if task.take_over > task.together}
    shared = {k for k, task in enumerate(outcome.tasks) if k not in taken_over and task.together > 0.0}
    tasks = {"all": set(range(len(outcome.tasks))), "taken_over": taken_over, "shared": shared}
    return {name: _gain([one for one in found if one.task in these]) for name, these in tasks.items()}


def _gain(found: Sequence[Moment]) -> Gain:
    gains = [one.gain for one in found if one.gain is not None]
    return Gain(sum(gains) / len(gains) if gains else 0.0, len(gains))


def share(found: Iterable[bool]) -> float:
    """Return the share (0–1) of what is true; 0 of nothing."""
    listed = list(found)
    return sum(listed) / len(listed) if listed else 0.0
