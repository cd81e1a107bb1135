"""Logs as one JSON object per line, for machines: what happened and where in the code, and nobody's name or address.

An error's own words are left out, since a database quotes what it refuses; the lines for people (LOG_FORMAT=line) have them.
"""

import ipaddress
import json
import logging
import re
import traceback
from datetime import UTC, datetime
from pathlib import Path

USUAL = {*logging.LogRecord("", 0, "", 0, "", (), None).__dict__, "message", "asctime", "taskName"}
MAY_BE_ADDRESS = re.compile(r"(?<![\w.:])[0-9A-Fa-f]*[.:][0-9A-Fa-f.:]+(?:%\w+)?(?![\w:])")
QUOTED = re.compile(r"=\([^)]*\)")  # PostgreSQL: Key (alias)=(…) already exists


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON: at, level, logger, event, what was given with it, error and where."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, without an end."""
        said: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "event": without_addresses(_message(record)),
        }
        said |= {
            name: value for name, value in record.__dict__.items() if name not in USUAL and _is_plain(value)
        }
        if record.exc_info and record.exc_info[0]:
            said["error"] = record.exc_info[0].__name__
            said["where"] = [
                f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
                for frame in traceback.extract_tb(record.exc_info[2])
            ]
        return json.dumps(said, ensure_ascii=False)


def without_addresses(text: str) -> str:
    """Return a text with network addresses, and what a database quotes from a row, left out."""
    return MAY_BE_ADDRESS.sub(_hidden, QUOTED.sub("=(…)", text))


def _hidden(found: re.Match[str]) -> str:
    whole = found[0].strip(".:") if found[0].count(":") < 2 else found[0]
    for candidate in (whole, whole.rpartition(":")[0], found[0].rstrip(".:")):
        try:
            ipaddress.ip_address(candidate)
        except ValueError:
            continue
        return found[0].replace(candidate, "…")
    return found[0]


def _message(record: logging.LogRecord) -> str:
    """Return what was said, on one line, with errors among its parts by their kind alone."""
    parts = record.args
    if isinstance(parts, tuple):
        parts = tuple(type(one).__name__ if isinstance(one, BaseException) else one for one in parts)
    text = str(record.msg) % parts if parts else str(record.msg)
    return " ".join(text.split())


def _is_plain(value: object) -> bool:
    return isinstance(value, str | int | float | bool) or value is None
