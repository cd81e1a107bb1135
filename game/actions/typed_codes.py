"""What people type or paste where a code is asked: six digits, a code with letters, or the link that carries either.

Read here and nowhere else. People type in their own script, with what they see around the code, and paste what they got.
"""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import unquote

# No vowels (a code is no word), and of each pair that looks alike (0 O, 1 I L, 2 Z, 5 S, 6 G, 8 B) one at most.
ALPHABET = "23456789CDFHJKMNPQRTVWXY"
LOOKS_LIKE = str.maketrans("ZSGB", "2568")
CODE_LENGTH = 8
DIGITS = 6
MAX_TYPED = 500  # characters; a link with all that a messenger puts around it
JOIN_LINK = re.compile(r"(?:^|/)j/([^/?#]+)(?:/([^/?#]+))?", re.IGNORECASE)
PAIR_LINK = re.compile(r"(?:^|/)pair/([^/?#]+)", re.IGNORECASE)
SIX_DIGITS = re.compile(r"(?<!\d)\d{6}(?!\d)")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was meant: a workshop's six digits, and the table of a table's own link; or a code with letters; or neither."""

    join: str = ""
    table: int | None = None
    pair: str = ""


def read(text: str) -> Typed:
    """Return what somebody meant; an empty Typed for what holds no code."""
    if len(text) > MAX_TYPED:
        return Typed()
    plain = _plain(unquote(text))
    link = JOIN_LINK.search(plain)
    if link and (code := _six(link[1])):
        return Typed(join=code, table=_table(link[2] or ""))
    letters = PAIR_LINK.search(plain)
    if pair := _letters(letters[1] if letters else plain):
        return Typed(pair=pair)
    return Typed(join=_six(plain))


def _plain(text: str) -> str:
    """Return a text in its plainest form: fullwidth becomes ordinary, and digits of every script 0 to 9."""
    usual = unicodedata.normalize("NFKC", text)
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in usual)


def _bare(plain: str) -> str:
    """Return a text without what people put between and around: spaces, dashes, #, quotes, marks nobody sees."""
    return "".join(c for c in plain if c.isalnum())


def _six(plain: str) -> str:
    """Return the six digits of a text, or those that stand alone among its words, or ""."""
    bare = _bare(plain)
    if len(bare) == DIGITS and bare.isdecimal():
        return bare
    alone = SIX_DIGITS.findall(plain)
    return str(alone[0]) if len(alone) == 1 else ""


def _letters(plain: str) -> str:
    code = _bare(plain).upper().translate(LOOKS_LIKE)
    return code if len(code) == CODE_LENGTH and all(c in ALPHABET for c in code) else ""


def _table(plain: str) -> int | None:
    bare = _bare(plain)
    return int(bare) if bare.isdecimal() and len(bare) <= 3 else None
