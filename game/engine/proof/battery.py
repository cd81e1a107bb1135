"""The acceptance battery of docs/model.md: which rows a ruleset must show, and what was found.

Dice are handed in per seed; required and found are terse figures for builders, not texts for players.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from game.engine.model.rules import Ruleset
from game.engine.proof import chairs, second, sizes
from game.engine.proof import rows as first
from game.engine.proof.bench import SEEDS, Bench, Finding
from game.engine.proof.courses import Dice

ROWS: Mapping[str, Callable[[Bench], Finding]] = MappingProxyType(
    {
        "A1": first.own_score_sinks,
        "A2": first.lure,
        "A3": first.dearer_then_cut,
        "A4": first.good_then_bad,
        "A5": first.together_thrives,
        "A6": first.unaffordable,
        "A7": first.together_pays,
        "A8": first.trap_pays_first,
        "A9": first.letting_go_fails,
        "A10": first.cannot_turn_alone,
        "A11": first.can_break_alone,
        "A12": first.way_back_is_long,
        "A13": first.escapable,
        "A14": first.luck_decides_nothing,
        "A15": chairs.many_hands_lean_back,
        "A16": chairs.pay_pulls,
        "A17": chairs.shares_only,
        "A18": first.any_number_of_tasks,
        "A19": first.mild_trap,
        "B3": second.dearer_per_quality,
        "B19": second.mild_trap_dearer_per_quality,
        "N1": second.mended_or_lost,
        "N1b": second.trouble_comes,
        "N1c": second.taken_back_is_lost,
        "N2": second.no_stop_and_go,
        "N3": second.a_turn_pays,
        "N4": second.no_purse_is_a_way_out,
        "N5": second.short_form_stands,
        "N6": sizes.any_table,
    }
)
ALL = tuple(ROWS)
# What every ruleset must show, and of the others those that nothing but setbacks can show.
EVERY = tuple(code for code in ALL if code.startswith("A"))
OF_SETBACKS = ("N1", "N1b", "N1c")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the battery: its code, what must hold, what was found, and whether it holds."""

    code: str
    required: str
    found: str
    ok: bool


def must_show(rules: Ruleset) -> tuple[str, ...]:
    """Return the codes of the rows that a ruleset must show: all where it has setbacks, else those of ruleset 1."""
    return ALL if rules.has_setbacks else EVERY


def can_show(rules: Ruleset) -> tuple[str, ...]:
    """Return the codes of the rows that mean something for a ruleset: not those on setbacks where it has none."""
    return ALL if rules.has_setbacks else tuple(code for code in ALL if code not in OF_SETBACKS)


def rows(
    rules: Ruleset, dice: Dice, codes: Collection[str] | None = None, seeds: Collection[int] = SEEDS
) -> Iterator[Row]:
    """Yield the rows in `codes`, or those that `rules` must show, in order.

    `dice(seed)` gives the draws of one game in [0, 1), in task order; `seeds` has those of most games, while rows on luck
    and on setbacks have seeds of their own.
    """
    bench = Bench(rules, dice, seeds)
    asked = must_show(rules) if codes is None else codes
    for code, row in ROWS.items():
        if code in asked:
            required, found, ok = row(bench)
            yield Row(code, required, found, ok)
