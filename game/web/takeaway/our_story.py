"""*Ons verhaal*, which opens the take-home page: film, three sentences and what is the reader's own, on one A4."""

from dataclasses import dataclass

from game import content
from game.content.findings import said
from game.engine.debrief.story import shown
from game.engine.screens.voices import OwnPost
from game.selectors.take_home import Street
from game.web.takeaway.figures import Figure, Word, film, mark, worded

SENTENCES = 3
OWN_TEXTS = ("feeling", "tomorrow")


@dataclass(frozen=True, slots=True)
class OurStory:
    """A table's story: what its film is called and shows, at most three sentences, and the reader's own.

    `marks` are (round, mark) of the reader's chair, `own` (what it is, text) of what was written, for who sat there.
    """

    title: str
    film: Figure
    sentences: tuple[str, ...]
    marks_title: str
    marks: tuple[tuple[str, str], ...]
    own: tuple[tuple[str, str], ...]
    file: str


def our_story(street: Street, language: str) -> OurStory | None:
    """Return what opens a table's part of the page; None without a finished round."""
    if street.findings is None:
        return None
    words = content.words(street.game.scenario, language)
    word = worded(street.game.scenario, language)
    told = (said(turn, words, language) for turn in shown(street.findings.story)[:SENTENCES])
    return OurStory(
        title=word("take_home.story"),
        film=film(street, word),
        sentences=tuple(f"{one.what} {one.causes}".strip() for one in told),
        marks_title=word("debrief.own.marks_title"),
        marks=_marks(street, word),
        own=_own(street, word),
        file=word("take_home.file", table=street.table),
    )


def _marks(street: Street, word: Word) -> tuple[tuple[str, str], ...]:
    return tuple(
        (word("debrief.round_head", round=place), mark(one.mark, word))
        for place, one in enumerate(street.own, 1)
    )


def _own(street: Street, word: Word) -> tuple[tuple[str, str], ...]:
    """Return the reader's own word and promise, the newest of each, at the table where the reader sat."""
    if street.table != street.game.own_table:
        return ()
    newest: dict[str, OwnPost] = {post.kind: post for post in street.game.own if post.text}
    return tuple((word(f"debrief.own.{kind}"), newest[kind].text) for kind in OWN_TEXTS if kind in newest)
