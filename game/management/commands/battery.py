"""`manage.py battery`: print what the model must show, ruleset by ruleset; exits 1 when a row does not hold."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from game.engine.model.rules import RULESETS
from game.engine.proof.battery import ALL, Row, must_show, rows
from game.management.proving import dice


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
    """Runs the rows of docs/model.md for every ruleset; needs no database."""

    help = "Print what the model must show, row by row; exits 1 if a row fails."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the number of a ruleset and rows to leave it at."""
        parser.add_argument("--ruleset", type=int, choices=sorted(RULESETS), help="only this ruleset")
        parser.add_argument("--row", action="append", choices=ALL, help="only this row (may be repeated)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print a table per ruleset, each as soon as it is known."""
        chosen, asked = options["ruleset"], options["row"]
        holds, tables = True, 0
        for number in sorted(RULESETS) if chosen is None else [chosen]:
            codes = [code for code in must_show(RULESETS[number]) if asked is None or code in asked]
            if not codes:
                continue
            found = list(rows(RULESETS[number], dice, codes))
            self.stdout.write(f"{chr(10) if tables else ''}Ruleset {number}\n{as_table(found)}")
            self.stdout.flush()
            tables += 1
            holds = holds and all(row.ok for row in found)
        if not tables:
            raise CommandError(f"Ruleset {chosen} need not show {', '.join(asked)}.")
        if not holds:
            sys.exit(1)
