"""Reading a game file from disk or standard input, for the commands that take one."""

import json
import sys
from pathlib import Path

from game.engine.gamefile.reading import GameFile, GameFileError, parse


def read_game(name: str) -> GameFile:
    """Return the game in the file `name`, or on standard input for `-`; raises GameFileError."""
    return parse_bytes(read(name))


def parse_bytes(content: bytes) -> GameFile:
    """Return the game file in `content`; raises GameFileError when it is not a JSON game that fits."""
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
    return parse(data)


def read(name: str) -> bytes:
    """Return what is in the file `name`, or on standard input for `-`; raises GameFileError when it cannot be read."""
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise GameFileError(f"file: cannot be read ({error.strerror})") from None
