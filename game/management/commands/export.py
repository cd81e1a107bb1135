"""`manage.py export WORKSHOP --to DIR`: write a workshop's spreadsheet and game files to a folder.

An unknown workshop, or a folder that cannot be written, exits with status 2 and one line on standard error.
"""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from game import content
from game.selectors.export import Collected, collect
from game.web.takeaway.export import exported, whole
from game.web.takeaway.workbook import game_json


class Command(BaseCommand):
    """Writes what the facilitator can take along, as the panel's page does."""

    help = "Write a workshop's spreadsheet and game files to a folder."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the workshop, the folder, and what may be in the files."""
        parser.add_argument("workshop", type=int, help="the workshop's number, as in /control/NUMBER/")
        parser.add_argument("--to", type=Path, required=True, help="the folder to write to")
        parser.add_argument("--names", action="store_true", help="with the names that people chose")
        parser.add_argument("--lang", choices=content.LANGUAGES, default="nl", help="language of the texts")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the files and print their names, or one line about what does not work."""
        found = collect(options["workshop"])
        if found is None:
            self._stop("there is no such workshop")
            return
        try:
            self._write(found, options["to"], options["lang"], names=options["names"])
        except OSError as error:
            self._stop(f"cannot write to the folder ({error.strerror})")

    def _write(self, found: Collected, folder: Path, language: str, *, names: bool) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        book = whole(found, "xlsx", language, names=names)
        games = exported(found, language, names=names).files
        files = {book.name: book.content, **{name: game_json(game) for name, game in games.items()}}
        for name, written in files.items():
            (folder / name).write_bytes(written)
            self.stdout.write(str(folder / name))

    def _stop(self, reason: str) -> None:
        self.stderr.write(reason)
        sys.exit(2)
