"""`manage.py replay FILE`: play a game file again and print the result as JSON; needs no database.

A file that cannot be read or does not fit exits with status 2 and one line on standard error.
"""

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from game.engine.gamefile.reading import GameFileError, replay
from game.management.gamefiles import read_game


class Command(BaseCommand):
    """Replays a game file; needs no database."""

    help = "Play a game file again and print the result as JSON."
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file."""
        parser.add_argument("file", help="a game file, or - for standard input")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the result, or one line about what does not fit."""
        try:
            result = replay(read_game(options["file"]))
        except GameFileError as error:
            self.stderr.write(str(error))
            sys.exit(2)
        self.stdout.write(json.dumps(result, indent=1, allow_nan=False))
