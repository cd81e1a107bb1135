"""`manage.py restore`: list the copies of the embedded database, or put one of them back."""

import sqlite3
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from game.actions import copies
from game.management.lock import DatabaseInUseError, hold
from game.management.private import keep_private
from game.management.restoring import chosen, described, put_back
from game.management.terminal import own_command


class Command(BaseCommand):
    """Lists copies, and puts one back."""

    help = "List the copies that were made of the database, or put one of them back."
    requires_system_checks: list[str] = []  # they would open the database, which may be spoilt

    def add_arguments(self, parser: CommandParser) -> None:
        """Take which copy to put back."""
        parser.add_argument("copy", nargs="?", help="its number in the list, or its file name")

    def handle(self, *args: Any, copy: str | None, **options: Any) -> None:
        """List, or put back; raises CommandError with what to do."""
        if not settings.EMBEDDED_DATABASE:
            raise CommandError(
                "The database is on a server: put a dump back with pg_restore (docs/hosting.md)."
            )
        found = copies.kept(copies.folder())
        if not found:
            raise CommandError(f"There are no copies in {copies.folder()}.")
        if copy is None:
            return self._list(found)
        self._put_back(chosen(found, copy), Path(settings.DATABASES["default"]["NAME"]))

    def _list(self, found: list[copies.Copy]) -> None:
        for number, one in enumerate(found, 1):
            self.stdout.write(f"{number:3}  {described(one)}")
        self.stdout.write(f"\nTerugzetten / to put one back:  {own_command('restore NUMBER')}")

    def _put_back(self, copy: copies.Copy, database: Path) -> None:
        line = described(copy)
        try:
            lock = hold(database)
            aside = put_back(copy, database)
            keep_private(database)
            lock.release()
        except DatabaseInUseError as used:
            raise CommandError(
                f"{database} is served by process {used.pid}. Stop that one first (Ctrl+C in its window)."
            ) from None
        except (OSError, sqlite3.Error) as error:
            raise CommandError(f"Nothing was put back: {error}. Make room, or the folder writable.") from None
        self.stdout.write(f"Teruggezet / put back:  {line}")
        if aside:
            self.stdout.write(f"Wat er stond / what stood there:  {aside}")
