"""Which arrow of its circle a room is asked to doubt: one whose two ends it saw at its own table.

How far the constants behind arrows can be moved is in doubts.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from game.engine.debrief.doubts import sliders
from game.engine.debrief.stretch import WENT, Stretch


@dataclass(frozen=True, slots=True)
class InDoubt:
    """An arrow that people are asked to doubt: the constant that weighs it, and the states (`circles.STATES`) it joins."""

    constant: str
    states: tuple[str, str]


# One of every circle that is told, by its loop (what residents lose when others do it, gain when they come; what paper and
# rules cost), and four for tables whose own arrow was not borne out; in the order in which they then have their turn.
DOUBTED: Mapping[str, InDoubt] = MappingProxyType(
    {
        "R1": InDoubt("o_down", ("alone", "less_ours")),
        "R6": InDoubt("o_up", ("along", "ours")),
        "came": InDoubt("o_up", ("take_up", "ours")),
        "met": InDoubt("a_syn", ("along", "better")),
        "R2": InDoubt("acc_req", ("paper", "worse")),
        "lost": InDoubt("o_loss", ("wrong", "less_ours")),
        "dented": InDoubt("dent", ("wrong", "worse")),
        "R5": InDoubt("o_blame", ("paper", "less_ours")),
    }
)


def _at_all(code: str) -> Callable[[Stretch], bool]:
    return lambda stretch: stretch.share(code) > 0.0


# Whether what an arrow begins with happened at all.
HAPPENED: Mapping[str, Callable[[Stretch], bool]] = MappingProxyType(
    {
        "alone": _at_all("took_over"),
        "along": _at_all("worked_along"),
        "paper": _at_all("required"),
        "take_up": WENT["take_up"],
        "wrong": WENT["wrong"],
    }
)


def asked_of(stretch: Stretch, own: str) -> str:
    """Return the arrow (a code of `DOUBTED`) that is asked about of a circle with its `own` loop, else another; "" for none.

    What it begins with has happened and what it leads to went as it says: nobody can doubt what was not so. First those of
    which both went so.
    """
    known = sliders(stretch.game.rules)
    all_known = [code for code, one in DOUBTED.items() if one.constant in known]
    codes = sorted(all_known, key=lambda code: code != own)
    for began in (WENT, HAPPENED):
        for code in codes:
            cause, effect = DOUBTED[code].states
            if began[cause](stretch) and WENT[effect](stretch):
                return code
    return ""
