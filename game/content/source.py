"""A TOML file with the places of its keys, so that a mistake can be named by its line."""

import re
import tomllib
from pathlib import Path
from typing import Any

from game.content.errors import ContentError


class Source:
    """A content file that has been read; `data` is its content."""

    def __init__(self, file: Path, text: str | None = None) -> None:
        """Read a file, or take its `text` from elsewhere; raises ContentError."""
        self.file = file
        try:
            self.text = file.read_text(encoding="utf-8") if text is None else text
        except FileNotFoundError:
            raise ContentError(file, 1, "the file is missing") from None
        except UnicodeDecodeError:
            raise ContentError(file, 1, "the file is not UTF-8 text") from None
        try:
            self.data: dict[str, Any] = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"line (\d+)", str(error))
            line = int(found[1]) if found else len(self.text.splitlines())
            raise ContentError(file, line, str(error)) from None

    def error(self, reason: str, path: str = "") -> ContentError:
        """Return the error for the entry at a dotted `path`, with the line it stands in (the file's first when unknown)."""
        return ContentError(self.file, self.line_of(path), f"{path}: {reason}" if path else reason)

    def line_of(self, path: str) -> int:
        """Return the line of the entry at a dotted `path`, or of the nearest table above it."""
        keys = path.split(".") if path else []
        table: list[str] = []
        counts: dict[str, int] = {}
        best, depth = 1, 0
        for number, line in enumerate(self.text.splitlines(), 1):
            if header := re.match(r"\s*\[\[([\w.]+)\]\]", line):
                index = counts.get(header[1], 0)
                counts[header[1]] = index + 1
                table = [*header[1].split("."), str(index)]
                here = table
            elif header := re.match(r"\s*\[([\w.]+)\]", line):
                table = header[1].split(".")
                here = table
            elif entry := re.match(r"\s*\"?([\w., ]*\w)\"?\s*=", line):
                here = [*table, *entry[1].split(".")]
            else:
                continue
            if here == keys[: len(here)] and len(here) > depth:
                best, depth = number, len(here)
        return best


def flatten(data: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    """Return nested tables and lists as one level of dotted codes (lists by position)."""
    flat: dict[str, Any] = {}
    for key, value in data.items():
        code = f"{prefix}{key}"
        if isinstance(value, list):
            value = {str(index): item for index, item in enumerate(value)}
        if isinstance(value, dict):
            flat |= flatten(value, f"{code}.")
        else:
            flat[code] = value
    return flat
