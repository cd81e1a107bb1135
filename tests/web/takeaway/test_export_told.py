"""What an export tells in sentences: a first sheet to read, and every finding of every table."""

import pytest

from game import content
from game.content.findings import sentence
from game.engine.debrief.played import of_table
from game.engine.debrief.series import story
from game.selectors.findings import findings
from tests.actions.room import full_table
from tests.web.takeaway.test_export import play, taken

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "heads"),
    [
        ("nl", ("kwaliteit aan het eind (van 100)", "wat het meest vertelt")),
        ("en", ("quality at the end (of 100)", "what tells most")),
    ],
)
def test_it_opens_with_a_sheet_to_read_and_has_every_finding(language, heads):
    room = play(full_table(rounds=2), 2)
    book, state = taken(room, language), room.state()
    [row] = book["overview"]
    quality, told = heads
    last = story(state).rounds[-1]
    assert list(row)[:2] == (["spel", "tafel"] if language == "nl" else ["game", "table"])
    assert row[quality] == round(100 * last.quality)
    assert max(round(100 * line.quality) for line in story(state).rounds) in row.values()
    every = findings(of_table(state)).story
    assert [(one["kind"], one["from_round"]) for one in book["findings"]] == [
        (turn.kind, turn.round) for turn in every
    ]
    words = content.words("street", language)
    assert [one["sentence"] for one in book["findings"]] == [
        sentence(turn, words, language) for turn in every
    ]
    assert row[told] in [one["sentence"] for one in book["findings"]]
