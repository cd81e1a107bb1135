"""What a terminal can show: texts with characters that it may not have, and a QR code that scans on light and dark."""

import io
import os
import sys
from typing import Any

import segno
from django.core.management.color import supports_color

# White and black of the 256 colours, which no theme changes; blocks are the light squares.
COLOURS = "\x1b[38;5;231;48;5;16m"
USUAL = "\x1b[0m"


def speak_plainly() -> None:
    """Let a character that this terminal or file cannot hold come out as an escape, instead of ending us."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def can_show(text: str, stream: Any) -> bool:
    """Tell whether every character of a text exists where it is going to."""
    try:
        text.encode(getattr(stream, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def qr_code(address: str, stream: Any) -> str:
    """Return the QR code of an address for this stream, "" when it cannot show one."""
    drawn = io.StringIO()
    segno.make(address, error="l", micro=False).terminal(out=drawn, compact=True, border=2)
    plain = drawn.getvalue()
    if not can_show(plain, stream):
        return ""
    if not stream.isatty() or not supports_color() or os.environ.get("TERM") == "dumb":
        return plain
    return "".join(f"{COLOURS}{line}{USUAL}\n" for line in plain.splitlines())
