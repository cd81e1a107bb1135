"""The spreadsheet of an export as somebody opens it: texts that stay texts, sheets in their language, when it ended."""

from datetime import datetime

import pytest
import time_machine
from django.utils import timezone
from openpyxl.utils.escape import unescape

from game.models import Person, Post
from game.protocol.commands.course import GoBack, PlayAgain, Undo
from game.protocol.messages import Ack
from tests.actions.room import full_table, new_id
from tests.web.takeaway.test_export import ALIASES, IN_DUTCH, SHEETS, play, raw_book, taken

pytestmark = pytest.mark.django_db
FORMULAS = ["=1+1", "+31", "-5", "-1", "@x", "@SUM(A1)", "\t=1", "\x07=cmd|' /C calc'!A0"]
ERRORS = ["#REF!", "#N/A", "#NAME?", "#DIV/0!", "#VALUE!", "#NUM!", "#NULL!", "#WAARDE!"]
NUMBERS = ["1E5", "007", "12:30", "1-2", "½", "TRUE", "false", "Waar", "ONWAAR", "'s avonds"]
PLAIN = ["<b>é\u202e🙂</b>", "Egel", " a  b "]


def test_what_people_wrote_is_text_and_stays_the_same():
    texts = [*FORMULAS, *ERRORS, *NUMBERS, *PLAIN]
    room = play(full_table(rounds=1), 1)
    person = Person.objects.first()
    for text in texts:
        Post.objects.create(
            game=room.game, person=person, table=1, kind="at_work", text=text, at=timezone.now()
        )
    for alias, one in zip(ERRORS, Person.objects.all(), strict=False):
        Person.objects.filter(pk=one.pk).update(alias=alias)
    room.workshop.title = "#REF!"
    room.workshop.save()

    book = raw_book(room, names="on")
    title = book["werksessie"]["A2"]
    aliases = [book["mensen"][f"H{row}"] for row in range(2, len(ALIASES) + 2)]
    assert {(cell.data_type, cell.quotePrefix) for cell in [title, *aliases]} == {("s", True)}
    assert (title.value, sorted(cell.value for cell in aliases)) == ("#REF!", sorted(ERRORS[: len(ALIASES)]))
    cells = [book["teksten"][f"E{row}"] for row in range(2, len(texts) + 2)]
    assert [(cell.data_type, cell.value) for cell in cells] == [
        ("s", text.replace("\x07", "")) for text in texts
    ]
    quoted = [text for text, cell in zip(texts, cells, strict=True) if cell.quotePrefix]
    assert [text for text in [*FORMULAS, *ERRORS, *NUMBERS] if text not in quoted] == []
    assert "Egel" not in quoted


def test_what_looks_like_a_spreadsheets_own_spelling_of_a_character_stays_as_typed():
    room = play(full_table(rounds=1), 1)
    room.workshop.title = "_x0041_ of _x41_"
    room.workshop.save()

    written = raw_book(room)["werksessie"]["A2"].value

    # As the format has it; spreadsheets turn it back, this library's reader does not.
    assert written == "_x005F_x0041_ of _x41_"
    assert unescape(written) == "_x0041_ of _x41_"


@pytest.mark.parametrize(("language", "names"), [("nl", IN_DUTCH), ("en", SHEETS)])
def test_sheets_have_names_in_the_facilitators_language(language, names):
    book = raw_book(play(full_table(rounds=1), 1), language)
    assert book.sheetnames == names
    assert {name: len(name) <= 31 and name.isalpha() for name in names} == dict.fromkeys(names, True)
    described = [row[0] for row in book[names[-1]].iter_rows(min_row=2, values_only=True)]
    assert list(dict.fromkeys(described)) == names
    meanings = " ".join(str(row[2]) for row in book[names[-1]].iter_rows(min_row=2, values_only=True))
    assert {"nl": "zie het blad woorden", "en": "see the sheet words"}[language] in meanings


def at(*moment: int) -> datetime:
    return datetime(2026, 5, 7, *moment, tzinfo=timezone.get_default_timezone())


def moments(row: dict[str, object]) -> tuple[datetime | None, ...]:
    """Return when the play ended and the debrief closed; the spreadsheet has local time without a zone."""
    return tuple(
        one and one.replace(tzinfo=timezone.get_default_timezone()) for one in (row["ended"], row["closed"])
    )


def test_when_a_game_and_the_workshop_ended():
    room = play(full_table(rounds=1), 0)

    def ended():
        book = taken(room)
        [workshop] = book["workshop"]
        return [moments(row) for row in book["games"]], moments(workshop)

    assert ended() == ([(None, None)], (None, None))
    played = at(21, 0, 5)
    with time_machine.travel(played, tick=False):
        play(room, 1)
    assert ended() == ([(played, None)], (played, None)), "in the debrief"
    closed = at(21, 40)
    with time_machine.travel(closed, tick=False):
        room.next()
    assert ended() == ([(played, closed)], (played, closed))
    room.run(PlayAgain(new_id(), room.game.step, rotate=False))
    assert ended() == ([(played, closed), (None, None)], (None, None)), "a second game goes on"
    early = at(22, 10)
    room.next()
    with time_machine.travel(early, tick=False):
        room.end()
    assert ended() == ([(played, closed), (early, None)], (early, None))


def test_a_closing_that_was_taken_back_has_not_happened():
    room = play(full_table(rounds=1), 1)
    room.next()
    room.run(Undo(new_id(), room.game.step))
    [game] = taken(room)["games"]
    assert (game["ended"] is None, game["closed"]) == (False, None)
    answer = room.run(GoBack(new_id(), room.game.step, "outcome", 1))
    assert isinstance(answer, Ack), answer
    [game] = taken(room)["games"]
    assert (game["ended"], game["closed"]) == (None, None)
