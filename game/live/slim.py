"""What of a script or a style sheet a browser does not need. Lines that are only a comment are left empty, so that the lines
of what is said to have failed keep their numbers; indentation and empty lines go where those are lost anyway."""

import re

# From the beginning of a line to the end of one; a comment beside code stays. No string that goes over lines has a line that
# begins like one (tests/house/test_scripts.py).
COMMENT = re.compile(rb"^[ \t]*(?:/\*(?:(?!\*/).)*\*/[ \t]*$|//[^\n]*)", re.MULTILINE | re.DOTALL)
LINE = re.compile(rb"[^\n]+")
BESIDE = re.compile(r" // [^\"'`/]*$")  # a comment beside code, not the end of a string that looks like one
INDENTED = re.compile(rb"^[ \t]+", re.MULTILINE)


def without_comments(content: bytes) -> bytes:
    """Return a script or style sheet with lines that are only a comment left empty; the others stay as they are."""
    return COMMENT.sub(lambda found: LINE.sub(b"", found[0]), content)


def flush(sheet: bytes) -> bytes:
    """Return a style sheet without indentation: none of its strings goes over lines."""
    return INDENTED.sub(b"", sheet)


def without_air(script: str) -> str:
    """Return a script without indentation, empty lines and comments beside code, but for a string over several lines.

    Such a string begins and ends in a line with an odd number of backticks; that this holds for all scripts is tried
    by comparing what a parser finds in them (tests/house/test_joined.py). Raises ValueError for one without an end.
    """
    kept: list[str] = []
    is_open = False
    for line in script.split("\n"):
        turns = line.count("`") % 2 == 1
        left = line.lstrip(" ")
        kept += [line] if is_open else filter(None, [left if turns else BESIDE.sub("", left)])
        is_open ^= turns
    if is_open:
        raise ValueError("a string in backticks has no end")
    return "\n".join(kept) + "\n"
