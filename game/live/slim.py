"""What of a script or a style sheet a browser does not need: lines that are only a comment. They are left empty, so that
the lines of what is said to have failed keep their numbers."""

import re

# From the beginning of a line to the end of one; a comment beside code stays. No string that goes over lines has a line that
# begins like one (tests/house/test_scripts.py).
COMMENT = re.compile(rb"^[ \t]*(?:/\*(?:(?!\*/).)*\*/[ \t]*$|//[^\n]*)", re.MULTILINE | re.DOTALL)
LINE = re.compile(rb"[^\n]+")


def without_comments(content: bytes) -> bytes:
    """Return a script or style sheet with lines that are only a comment left empty; the others stay as they are."""
    return COMMENT.sub(lambda found: LINE.sub(b"", found[0]), content)
