"""A ruleset with every constant moved a little: how far its rows depend on fine-tuned numbers.

Factors are handed in; what counts as a constant, what is a unit and what is tied to another is said here.
"""

from collections.abc import Iterator
from dataclasses import fields, replace

from game.engine.model.rules import ByFunding, ByHolder, Ruleset

# Not drawn: the unit of hours that all others are measured in, and what only scales or bounds figures on screens. What
# chairs can choose, evenings, looks and yes-or-no are whole things, no constants; and a zero stays zero.
UNITS = frozenset({"take_over_hours"})
SCALES = frozenset({"score_tasks", "mark_base", "mark_divisor", "mark_lowest", "mark_highest"})
# A full week is one take-over per task; a purse that starts full is as large as its limit.
_TIED = {"hours_per_task": "take_over_hours", "reserve_cap": "start_reserve"}


def constants(rules: Ruleset) -> tuple[tuple[str, int], ...]:
    """Return the constants of a ruleset that can be moved, in its order: name and place in a triple (0 where it is one)."""
    found: list[tuple[str, int]] = []
    for field in fields(rules):
        value = getattr(rules, field.name)
        if field.name in UNITS | SCALES or _is_tied(rules, field.name):
            continue
        if isinstance(value, ByHolder | ByFunding):
            found += [(field.name, place) for place, part in enumerate(value) if part]
        elif isinstance(value, float) and value:
            found.append((field.name, 0))
    return tuple(found)


def _is_tied(rules: Ruleset, name: str) -> bool:
    """Tell whether a constant is the same thing as another: only where a ruleset gives them the same value."""
    return name in _TIED and bool(getattr(rules, name) == getattr(rules, _TIED[name]))


def shaken(rules: Ruleset, factors: Iterator[float]) -> Ruleset:
    """Return `rules` with every constant multiplied by the next of `factors`, one for each of `constants`."""
    moved: dict[str, float | ByHolder | ByFunding] = {}
    for name, place in constants(rules):
        value = moved.get(name, getattr(rules, name))
        factor = next(factors)
        if isinstance(value, ByHolder | ByFunding):
            parts = list(value)
            parts[place] *= factor
            moved[name] = type(value)(*parts)
        else:
            moved[name] = value * factor
    for name, other in _TIED.items():
        if _is_tied(rules, name):
            moved[name] = moved.get(other, getattr(rules, other))
    # The names are those of its own fields.
    return replace(rules, **moved)  # type: ignore[arg-type]
