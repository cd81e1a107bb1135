"""`manage.py migrate`: Django's, after a look at whether the database is ours to change."""

from pathlib import Path
from typing import Any

from django.core.management.commands.migrate import Command as Migrate
from django.db import connection

from game.management.database import check_file, check_server
from game.management.private import keep_private


class Command(Migrate):
    """Brings the database up to date; refuses one that is damaged, another program's, or of a newer release."""

    def execute(self, *args: Any, **options: Any) -> Any:
        """Look, before Django's own checks connect and so write; then migrate. Raises CommandError."""
        name = str(connection.settings_dict["NAME"])
        if connection.vendor != "sqlite":
            check_server()
        elif not name.startswith((":memory:", "file:")):
            check_file(Path(name))
            keep_private(Path(name))
        return super().execute(*args, **options)
