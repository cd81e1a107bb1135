"""`manage.py battery`: print the model's acceptance battery as a table; exits 1 when a row does not hold."""

import random
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand

from game.engine.model.rules import RULESETS
from game.engine.proof.battery import CODES, Row, rows


def dice(seed: int) -> Iterator[float]:
    """Yield the draws of the battery's game with `seed`."""
    drawn = random.Random(seed)
    while True:
        yield drawn.random()


def as_table(found: list[Row]) -> str:
    """Return the rows as aligned text under a heading."""
    lines = [("row", "required", "found", "ok")]
    lines += [(row.code, row.required, row.found, "yes" if row.ok else "NO") for row in found]
    widths = [max(len(line[column]) for line in lines) for column in range(4)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


class Command(BaseCommand):
    """Runs A1–A19 of docs/model.md for a ruleset; needs no database."""

    help = "Print what the model must show, row by row; exits 1 if a row fails."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the number of a ruleset and rows to leave it at."""
        parser.add_argument("--ruleset", type=int, default=max(RULESETS), choices=sorted(RULESETS))
        parser.add_argument("--row", action="append", choices=CODES, help="only this row (may be repeated)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the table."""
        found = list(rows(RULESETS[options["ruleset"]], dice, options["row"]))
        self.stdout.write(as_table(found))
        if not all(row.ok for row in found):
            sys.exit(1)
