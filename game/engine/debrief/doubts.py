"""Which constants of the rules can be doubted in the debrief, and how far their sliders go."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.engine.debrief.loops import arrows_of
from game.engine.model.refusal import Refused
from game.engine.model.rules import Ruleset

# Shares and factors up to 1 mean nothing above it.
_SHARES = ("o_", "r_", "t_", "drag_", "acc_", "room_", "blame_", "inc", "debt_", "dent")


@dataclass(frozen=True, slots=True)
class Slider:
    """How far a constant can be moved: from `low` to `high`; `value` is what the rules have."""

    low: float
    value: float
    high: float


def sliders(rules: Ruleset) -> Mapping[str, Slider]:
    """Return the sliders of all constants behind the arrows, by name."""
    names = sorted({name for arrow in arrows_of(rules).values() for name in arrow.constants})
    return {name: _slider(rules, name) for name in names}


def _slider(rules: Ruleset, name: str) -> Slider:
    value: float = getattr(rules, name)
    high = 2.0 * value
    return Slider(0.0, value, min(1.0, high) if name.startswith(_SHARES) else high)


def check(rules: Ruleset, name: str, value: float) -> None:
    """Raise Refused("unknown_choice") unless `name` can be doubted and `value` is on its slider."""
    slider = sliders(rules).get(name)
    if slider is None or not slider.low <= value <= slider.high:
        raise Refused("unknown_choice")
