"""The command line as people meet it: a database that cannot be used is one line, and Ctrl+C no complaint."""

import os
import sys


def run(arguments: list[str]) -> None:
    """Run the command that the arguments name, the program's own name first; may end the process.

    `--traceback` shows where an error came from.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line
    from django.db import DatabaseError

    from game.management.terminal import speak_plainly

    speak_plainly()
    try:
        execute_from_command_line(arguments)
    except DatabaseError as error:
        from game.management.database import explain

        line = explain(error)
        if line is None or "--traceback" in arguments:
            raise
        sys.exit(f"CommandError: {line}")
    except KeyboardInterrupt:
        sys.exit(130)
