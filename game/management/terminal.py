"""What a terminal can show: texts with characters that it may not have, and a QR code that scans on light and dark."""

import io
import os
import sys
from pathlib import Path
from typing import Any, Self

import segno
from django.core.management.color import supports_color

# White and black of the 256 colours, which no theme changes; blocks are the light squares.
COLOURS = "\x1b[38;5;231;48;5;16m"
USUAL = "\x1b[0m"
# How many signs a bar of progress has.
BAR = 40


def speak_plainly() -> None:
    """Let a character that this terminal or file cannot hold come out as an escape, instead of ending us."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def own_command(words: str) -> str:
    """Return what to type for another command of ours, by how this one was started and from where."""
    program = Path(sys.argv[0])
    if program.name != "manage.py":
        return f"{program.name} {words}"
    python = Path(sys.executable)
    near = python.relative_to(Path.cwd()) if python.is_relative_to(Path.cwd()) else python
    return f"{near} {program} {words}"


def can_show(text: str, stream: Any) -> bool:
    """Tell whether every character of a text exists where it is going to."""
    try:
        text.encode(getattr(stream, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


# Town hall, two homes with a lamp between them, a workshop. Nothing but ASCII: a terminal may not have more.
STREET = r"""
      |>       .-.              .-.
    .----.   _/   \_    (o)   _/   \_     /|/|/|
    | ## |   |  #  |     |    |  #  |    | # # |
  __|_[]_|___|_[]__|_____|____|_[]__|____|_[]__|__
"""
LAMP = "(o)"
LIT = "\x1b[1;33m"


def street(stream: Any) -> str:
    """Return the street that greets who starts the game, with the lamp lit where this stream has colours."""
    return STREET.replace(LAMP, f"{LIT}{LAMP}{USUAL}") if has_colours(stream) else STREET


def has_colours(stream: Any) -> bool:
    """Tell whether a stream is a terminal that shows colours."""
    return bool(stream.isatty() and supports_color() and os.environ.get("TERM") != "dumb")


def qr_code(address: str, stream: Any) -> str:
    """Return the QR code of an address for this stream, "" when it cannot show one."""
    drawn = io.StringIO()
    segno.make(address, error="l", micro=False).terminal(out=drawn, compact=True, border=2)
    plain = drawn.getvalue()
    if not can_show(plain, stream):
        return ""
    if not has_colours(stream):
        return plain
    return "".join(f"{COLOURS}{line}{USUAL}\n" for line in plain.splitlines())


class Progress:
    """A bar for something that takes minutes, on a terminal only; gone when it is done."""

    def __init__(self, stream: Any, count: int) -> None:
        self._stream = stream
        self._count = count
        self._done = 0
        self._shown = bool(stream.isatty())

    def __enter__(self) -> Self:
        self._show()
        return self

    def __exit__(self, *error: object) -> None:
        self._write("\r" + " " * (BAR + 24) + "\r")

    def step(self) -> None:
        """Say that one more is done."""
        self._done += 1
        self._show()

    def _show(self) -> None:
        full = BAR * self._done // self._count
        self._write(f"\r[{'#' * full}{'.' * (BAR - full)}] {self._done} of {self._count}")

    def _write(self, text: str) -> None:
        if self._shown:
            self._stream.write(text)
            self._stream.flush()
