"""`manage.py replay FILE`: play a game file again and print the result as JSON; needs no database.

A file that cannot be read or does not fit exits with status 2 and one line on standard error.
"""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from game.engine.gamefile import GameFileError, parse, replay


def replay_bytes(content: bytes) -> dict[str, object]:
    """Return the result of the game file in `content`; raises GameFileError when it is not a JSON game that fits."""
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise GameFileError("file: not UTF-8 text") from None
    except json.JSONDecodeError as error:
        raise GameFileError(f"file: not JSON, line {error.lineno} column {error.colno}") from None
    except RecursionError:
        raise GameFileError("file: nested too deeply") from None
    except ValueError:
        raise GameFileError("file: a number is too long") from None
    return replay(parse(data))


def read(name: str) -> bytes:
    """Return what is in the file `name`, or on standard input for `-`; raises GameFileError when it cannot be read."""
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise GameFileError(f"file: cannot be read ({error.strerror})") from None


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
            result = replay_bytes(read(options["file"]))
        except GameFileError as error:
            self.stderr.write(str(error))
            sys.exit(2)
        self.stdout.write(json.dumps(result, indent=1, allow_nan=False))
