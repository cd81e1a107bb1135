"""What people write – names, titles, texts: what is kept of it, how long it is to the eye, and when two names are the same.

Pure, and the one place that decides it. What holds letters and emoji together stays (joiners, variation selectors, skin
tones, flags), also where Python does not know the emoji yet; what only turns or hides text goes; what nobody can see is no
name; and marks do not pile up.
"""

import unicodedata
from enum import StrEnum

ZWNJ, ZWJ = "\u200c", "\u200d"
BLACK_FLAG = "\U0001f3f4"
TAG_END = "\U000e007f"
MAX_MARKS = 6  # on one letter: a Burmese syllable can have that many
MAX_DIACRITICS = 3  # of those that go with any letter, and would pile up over the lines around
POINTS_PER_CHARACTER = (
    5  # of what is kept: a family with skin tones is eleven points and one character to the eye
)

# They look like a space, or like nothing: Hangul fillers and blank Braille.
_BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800")
# Format characters that are seen: signs that stand around Arabic, Syriac and Kaithi numbers.
_SEEN_FORMAT = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
# Marks that are never seen, and no selectors: they only make two names out of one.
_UNSEEN_MARKS = frozenset("\u034f\u17b4\u17b5")
_DIACRITICS = ((0x0300, 0x036F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F))
_MARKS = ("Mn", "Mc", "Me")


class Fault(StrEnum):
    """Why something is not kept as it was written."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    CHARACTERS = "characters"


class Unfit(ValueError):
    """What was written cannot be kept; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def clean(written: str, most: int, *, strict: bool = False) -> str:
    """Return `written` as one line of at most `most` characters to the eye, composed, with plain single spaces.

    `strict` (names, titles) refuses characters that cannot be shown; else they are left out. Raises Unfit.
    """
    if strict and any(is_unshowable(point) for point in written):
        raise Unfit(Fault.CHARACTERS)
    line = " ".join(_sift(unicodedata.normalize("NFC", written)).split())
    kept = unicodedata.normalize("NFC", line)
    if not kept:
        raise Unfit(Fault.EMPTY)
    if width(kept) > most or len(kept) > most * POINTS_PER_CHARACTER:
        raise Unfit(Fault.TOO_LONG)
    return kept


def is_unshowable(point: str) -> bool:
    """Tell whether a character can never be shown: a control that is no space, half a pair, private, or none at all.

    Characters that Python's tables do not have yet are shown, where characters can come (the first four planes).
    """
    category = unicodedata.category(point)
    if category != "Cn":
        return category in ("Cs", "Co") or (category == "Cc" and not point.isspace())
    code = ord(point)
    is_none = 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
    return is_none or code > 0x3FFFF or code == 0x2065 or 0xFFF0 <= code <= 0xFFF8


def width(text: str) -> int:
    """Return how many characters the eye counts in text that `clean` returned, near enough for a limit."""
    count, before, flags = 0, "", 0
    for point in text:
        flags = flags + 1 if _is_regional(point) else 0
        rides = _is_mark(point) or _is_format(point) or (0x1F3FB <= ord(point) <= 0x1F3FF and before != "")
        joined = before == ZWJ and unicodedata.category(point) in ("So", "Cn", "Sm")
        if not (rides or joined or (flags and flags % 2 == 0)):
            count += 1
        before = point
    return count


def same(name: str) -> str:
    """Return what two names have in common when they are the same to the eye, whatever their case and form."""
    if name.isascii():  # most are, and a whole room's are compared for each who joins
        return " ".join(name.casefold().split())
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    seen = (point for point in folded if not (_is_format(point) or _is_selector(point)))
    return " ".join(
        "".join(" " if point in _BLANK else point for point in seen if point not in _UNSEEN_MARKS).split()
    )


def isolated(text: str) -> str:
    """Return a text for the middle of a sentence: one with letters that run from right to left does not turn the rest."""
    return f"\u2068{text}\u2069" if any(_runs_left(point) for point in text) else text


def _sift(text: str) -> str:
    """Leave out what cannot be shown or only turns or hides text; keep joiners and marks where they do something."""
    kept: list[str] = []
    marks = diacritics = 0
    for point in text:
        if point.isspace() or point in _BLANK:
            _end_of_word(kept)
            kept.append(" ")
            continue
        if is_unshowable(point) or point in _UNSEEN_MARKS:
            continue
        stands_on_something = bool(kept) and kept[-1] != " "
        if _is_format(point):
            if stands_on_something and _does_something(point, kept):
                kept.append(point)
        elif _is_mark(point):
            marks, diacritics = marks + 1, diacritics + _is_diacritic(point)
            doubled = _is_selector(point) and stands_on_something and _is_selector(kept[-1])
            piles_up = marks > MAX_MARKS or (_is_diacritic(point) and diacritics > MAX_DIACRITICS)
            if stands_on_something and not doubled and not piles_up:
                kept.append(point)
        else:
            marks = diacritics = 0
            kept.append(point)
    _end_of_word(kept)
    return "".join(kept)


def _end_of_word(kept: list[str]) -> None:
    """Take joiners off the end of a word, where they join nothing."""
    while kept and kept[-1] in (ZWJ, ZWNJ):
        kept.pop()


def _does_something(point: str, kept: list[str]) -> bool:
    """Tell whether a format character belongs after what is kept: a joiner once, tags in a flag only."""
    if point in (ZWJ, ZWNJ):
        return kept[-1] not in (ZWJ, ZWNJ)
    if _is_tag(point):
        return kept[-1] == BLACK_FLAG or (_is_tag(kept[-1]) and kept[-1] != TAG_END)
    return point in _SEEN_FORMAT


def _is_format(point: str) -> bool:
    return unicodedata.category(point) == "Cf" and point not in _SEEN_FORMAT


def _is_mark(point: str) -> bool:
    return unicodedata.category(point) in _MARKS


def _is_tag(point: str) -> bool:
    return 0xE0020 <= ord(point) <= 0xE007F


def _is_selector(point: str) -> bool:
    code = ord(point)
    return 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF or code in (0x180B, 0x180C, 0x180D, 0x180F)


def _is_diacritic(point: str) -> bool:
    return any(first <= ord(point) <= last for first, last in _DIACRITICS)


def _is_regional(point: str) -> bool:
    return 0x1F1E6 <= ord(point) <= 0x1F1FF


def _runs_left(point: str) -> bool:
    return unicodedata.bidirectional(point) in ("R", "AL", "AN")
