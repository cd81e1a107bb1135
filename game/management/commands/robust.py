"""`manage.py robust`: print in which share of rulesets drawn around one each row of the battery holds; changes nothing."""

import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from django.core.management.base import BaseCommand

from game.engine.model.rules import NEWEST, RULESETS
from game.engine.proof.battery import EVERY, can_show
from game.management.proving import GAMES, draws, held_in
from game.management.terminal import Progress

_BY_PRICE = frozenset(EVERY) - {"A3", "A19"} | {"B3", "B19"}


def sums(ruleset: int) -> dict[str, frozenset[str]]:
    """Return the sets of rows that are counted as holding together, by what they are called."""
    return {
        "A1-A19": frozenset(EVERY),
        "the same, B3 for A3, B19 for A19": _BY_PRICE,
        "all rows": frozenset(can_show(RULESETS[ruleset])),
    }


def as_table(ruleset: int, found: Sequence[frozenset[str]]) -> str:
    """Return in how many of the draws `found` each row holds, and the rows of each of the sums together."""
    counted = Counter(code for codes in found for code in codes)
    lines = [(code, counted[code]) for code in can_show(RULESETS[ruleset])]
    lines += [(name, sum(codes <= row for row in found)) for name, codes in sums(ruleset).items()]
    width = max(len(name) for name, _ in lines)
    digits = len(str(len(found)))
    return "\n".join(f"{name.ljust(width)}  {count:{digits}} of {len(found)}" for name, count in lines)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text} is not a number of 1 or more")
    return int(text)


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0.0 <= share < 1.0:
        raise ArgumentTypeError(f"{text} is not a share from 0 to below 1, such as 0.15")
    return share


class Command(BaseCommand):
    """Moves every constant of a ruleset at random and runs the battery on it, on all cores; needs no database."""

    help = "Print how often the model's rows hold when every constant is moved at random."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take how many draws, how far, around which ruleset, and from which seed."""
        parser.add_argument("--draws", type=_count, default=100)
        parser.add_argument("--spread", type=_share, default=0.15, help="how far each constant moves (0.15)")
        parser.add_argument("--ruleset", type=int, default=NEWEST, choices=sorted(RULESETS))
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *args: Any, **options: Any) -> None:
        """Draw, try and count."""
        number, count, spread = options["ruleset"], options["draws"], options["spread"]
        drawn = draws(number, count, spread, options["seed"])
        found = list(self._with_progress(held_in(drawn), count))
        self.stdout.write(
            f"Ruleset {number}: {count} draws, {len(drawn[0].factors)} constants each moved by up to {spread:.0%}, "
            f"{GAMES} dice a draw, seed {options['seed']}"
        )
        self.stdout.write(as_table(number, found))

    def _with_progress(self, found: Iterable[frozenset[str]], count: int) -> Iterable[frozenset[str]]:
        with Progress(sys.stderr, count) as progress:
            for one in found:
                progress.step()
                yield one
