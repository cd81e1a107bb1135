"""What a facilitator takes along: a spreadsheet that explains itself, and game files that play again to the same figures.

In one file because the sheets are read from the same few exported workshops, which are slow to play.
"""

import io
import json
import zipfile
from datetime import datetime
from itertools import zip_longest

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from openpyxl import Workbook, load_workbook

from game.engine.debrief.played import of_file, of_table
from game.engine.gamefile.reading import parse
from game.engine.model.roles import Role
from game.models import Game, Guess, LogLine, Person, Post
from game.protocol.commands.course import GoBack, PlayAgain, Undo
from game.protocol.commands.people import AddSeat
from game.selectors.export import build, collect
from tests.actions.room import Room, acts, decides, full_table, new_id, proposes, start
from tests.web.facilitator.test_paper import facilitator

pytestmark = pytest.mark.django_db
ALIASES = ("Egel", "Merel", "Das", "Vos", "Uil", "Mus")
SHEETS = ["overview", "workshop", "games", "tables", "seats", "people", "rounds", "tasks"]
SHEETS += ["choices", "scores", "findings", "predictions", "posts", "guesses", "log", "words", "dictionary"]
IN_DUTCH = ["overzicht", "werksessie", "spellen", "tafels", "plekken", "mensen", "rondes", "taken"]
IN_DUTCH += ["keuzes", "cijfers", "bevindingen", "voorspellingen", "teksten", "antwoorden", "logboek"]
IN_DUTCH += ["woorden", "uitleg"]


def address(room: Room) -> str:
    return f"/control/{room.workshop.pk}/export/"


def book_of(content: bytes) -> dict[str, list[dict[str, object]]]:
    """Return the rows of every sheet, by the names of their columns; sheets by what they are called in code."""
    book = load_workbook(
        io.BytesIO(content), read_only=True
    )  # in half the time, and without a row's empty end
    assert book.sheetnames in (IN_DUTCH, SHEETS)
    found = {}
    for name, sheet in zip(SHEETS, book.worksheets, strict=True):
        head, *rows = sheet.iter_rows(values_only=True)
        found[name] = [dict(zip_longest(head, row)) for row in rows]
        assert all(None not in row for row in found[name]), "a value without a column"
    return found


def raw_book(room: Room, language: str = "nl", **asked: str) -> Workbook:
    answer = facilitator(room, language).get(address(room), {"as": "xlsx", **asked})
    return load_workbook(io.BytesIO(answer.content))


def taken(room: Room, language: str = "nl", **asked: str) -> dict[str, list[dict[str, object]]]:
    answer = facilitator(room, language).get(address(room), {"as": "xlsx", **asked})
    assert answer.status_code == 200
    return book_of(answer.content)


def play(room: Room, rounds: int) -> Room:
    """Play so many rounds by default, from the lobby or from where the game is."""
    if room.game.phase == "lobby":
        room.next()
    for _ in range(rounds):
        if room.game.phase == "time_out":
            room.next()
        for _ in range(3):
            room.next()
    return room


def test_only_the_facilitator_gets_it():
    room = full_table()
    for asked in ({}, {"as": "zip"}, {"as": "xlsx"}, {"as": "json", "game": "1", "table": "1"}):
        assert Client().get(address(room), asked).status_code == 403
        other = Client()
        other.cookies["device"] = "u" * 43
        assert other.get(address(room), asked).status_code == 403
    assert facilitator(room).post(address(room)).status_code == 405
    assert facilitator(room).get(address(room), {"as": "doc"}).status_code == 404
    assert facilitator(room).get("/control/999999/export/").status_code == 403


@pytest.mark.parametrize(
    ("language", "title", "running"),
    [
        ("nl", "De resultaten meenemen", "nog een spel bezig"),
        ("en", "Take the results along", "still going on"),
    ],
)
def test_the_page_says_what_can_be_taken_and_whether_a_game_goes_on(language, title, running):
    room = full_table()
    page = facilitator(room, language).get(address(room)).content.decode()
    assert (f"<h1>{title}</h1>" in page, running in page, "json" in page) == (True, False, False)
    play(room, 1)
    page = facilitator(room, language).get(address(room)).content.decode()
    assert (running in page, "as=json&amp;game=1&amp;table=1" in page) == (True, True)
    room.end()
    assert running not in facilitator(room, language).get(address(room)).content.decode()


def test_every_sheet_and_column_is_in_the_dictionary():
    room = play(full_table(rounds=2), 2)
    book = taken(room)
    assert list(book) == SHEETS
    described = {(row["sheet"], row["column"]) for row in book["dictionary"]}
    called = dict(zip(SHEETS, IN_DUTCH, strict=True))
    columns = {(called[name], column) for name, rows in book.items() for column in (rows[0] if rows else {})}
    assert columns - described == set()
    assert all(row["meaning"] for row in book["dictionary"])
    assert taken(room, "en")["dictionary"][0]["meaning"].startswith("To begin with")


def test_the_figures_are_those_of_the_table():
    room = play(full_table(), 2)
    book, state = taken(room), room.state()
    assert [row["reserve"] for row in book["rounds"]] == pytest.approx(
        [one.result.values.reserve for one in state.played]
    )
    assert [(row["round"], row["talking"]) for row in book["rounds"]] == [(1, False), (2, False)]
    assert len(book["tasks"]) == 2 * 4
    assert [row["score"] for row in book["scores"]] == pytest.approx(
        [score.total for one in state.played for score in one.result.scores]
    )
    assert [row["neighbour"] for row in book["seats"]] == [False] * 6 + [True]
    assert (book["games"][0]["rounds_finished"], book["workshop"][0]["is_over"]) == (2, False)
    assert isinstance(book["workshop"][0]["exported_at"], datetime)


def test_a_game_file_plays_again_to_the_same_game():
    room = play(full_table(rounds=2), 2)
    answer = facilitator(room).get(address(room), {"as": "zip"})
    assert answer.headers["Content-Disposition"].endswith(f'-{room.workshop.code}.zip"')
    box = zipfile.ZipFile(io.BytesIO(answer.content))
    assert box.namelist() == [f"wie-pakt-het-op-{room.workshop.code}.xlsx", "games/game-1-table-01.json"]
    file = json.loads(box.read("games/game-1-table-01.json"))
    assert of_file(parse(file)) == of_table(room.state())
    single = facilitator(room).get(address(room), {"as": "json", "game": "1", "table": "1"})
    assert json.loads(single.content) == file
    for table in ("2", "x", ""):
        asked = {"as": "json", "game": "1", "table": table}
        assert facilitator(room).get(address(room), asked).status_code == 404


def test_who_chose_what_and_who_did_not():
    room = full_table()
    room.next()
    room.players[3].choose(proposes("residents", "together", "together", "professionals"))
    room.players[0].choose(decides("professionals", True))
    room.next()
    room.players[3].choose(acts("join", "claim", None, None))
    room.next()
    room.next()
    rows = [row for row in taken(room)["choices"] if row["status"] == "counts"]
    of = [
        (row["task"], row["choice"], row["by"]) for row in rows if row["seat"] == 4 and row["about"] == "act"
    ]
    assert of == [
        ("green", "join", "player"),
        ("safety", "claim", "player"),
        ("neighbours", "wait", "player"),
        ("play", "wait", "player"),
    ]
    assert {row["person"] for row in rows if row["seat"] == 4} == {"bewoner 1 van tafel 1"}
    assert {(row["by"], row["automatic"]) for row in rows} == {
        ("player", False),
        ("default", True),
        ("bot", True),
    }
    assert {row["by"] for row in rows if row["seat"] == 7} == {"bot"}, "the neighbour"
    asked = [row for row in rows if row["seat"] == 1 and row["phase"] == "agree"]
    assert [(row["about"], row["choice"]) for row in asked[:2]] == [
        ("holder", "professionals"),
        ("requirements", "yes"),
    ]
    assert [(row["about"], row["choice"], row["task"]) for row in asked[8:]] == [("funding", "output", None)]


def test_what_a_step_back_replaced_is_marked_and_out_of_the_results():
    room = play(full_table(), 1)
    room.players[3].choose(proposes(*["residents"] * 4))
    room.run(GoBack(new_id(), room.game.step, "agree", 1))
    book = taken(room)
    assert book["rounds"] == book["tasks"] == book["scores"] == []
    assert {row["status"] for row in book["choices"] if row["seat"] != 7} == {"replaced"}
    assert {(row["round"], row["phase"]) for row in book["choices"]} >= {
        (1, "agree"),
        (1, "act"),
        (2, "agree"),
    }
    play(room, 1)
    book = taken(room)
    assert len(book["rounds"]) == 1
    counting = [row for row in book["choices"] if row["status"] == "counts"]
    assert {(row["round"], row["phase"]) for row in counting} >= {(1, "agree"), (1, "act")}


def test_an_open_round_is_unfinished_and_one_that_was_ended_early_too():
    room = play(full_table(), 1)
    room.players[3].choose(proposes(*["residents"] * 4))
    status = lambda: {row["status"] for row in taken(room)["choices"] if row["round"] == 2}  # noqa: E731
    assert status() == set(), "what is chosen in an open phase is told to nobody"
    room.next()
    assert status() == {"unfinished"}
    room.end()
    assert status() == {"unfinished"}
    book = taken(room)
    assert (len(book["rounds"]), book["games"][0]["rounds_planned"], book["games"][0]["is_over"]) == (
        1,
        6,
        True,
    )


def test_a_game_ended_in_its_first_outcome_has_a_round():
    room = full_table()
    for _ in range(3):
        room.next()
    room.end()
    book = taken(room)
    assert (len(book["rounds"]), book["tables"][0]["game_file"]) == (1, "game-1-table-01.json")
    assert {row["status"] for row in book["choices"]} == {"counts"}


def test_a_game_without_any_round_has_no_game_file():
    room = full_table()
    assert taken(room)["choices"] == []
    room.next()
    room.end()
    book = taken(room)
    assert (book["rounds"], book["tables"][0]["game_file"]) == ([], None)
    box = facilitator(room).get(address(room), {"as": "zip"})
    assert len(zipfile.ZipFile(io.BytesIO(box.content)).namelist()) == 1


def test_names_only_when_asked():
    room = play(full_table(), 1)
    people = {alias: Person.objects.get(alias=alias).pk for alias in ("Egel", "Das")}
    for code, who in (("renamed", people["Egel"]), ("removed", people["Das"]), ("blocked", 999_999)):
        LogLine.objects.create(
            game=room.game, round=1, phase="agree", code=code, at=timezone.now(), who={"alias": [who]}
        )
    answer = facilitator(room).get(address(room), {"as": "xlsx"})
    book = load_workbook(io.BytesIO(answer.content))
    said = " ".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
    assert [alias for alias in ALIASES if alias in said.split()] == []
    texts = [row["text"] for row in taken(room)["log"]][-3:]
    [egel] = {row["person"] for row in taken(room, names="on")["people"] if row["alias"] == "Egel"}
    [das] = {row["person"] for row in taken(room, names="on")["people"] if row["alias"] == "Das"}
    assert texts == [f"iemand heet nu {egel}", f"{das} is weggehaald", "… is geblokkeerd"]
    named = taken(room, names="on")
    assert sorted(row["alias"] for row in named["people"]) == sorted(ALIASES)
    assert [row["text"] for row in named["log"]][-2:] == ["Das is weggehaald", "… is geblokkeerd"]


def test_what_was_said_is_by_table_and_guesses_are_counts():
    room = play(full_table(rounds=1), 1)
    people = list(Person.objects.all())
    for person in people[:3]:
        Guess.objects.create(game=room.game, person=person, about="luck", answer="4")
    Post.objects.create(
        game=room.game, person=people[0], table=1, kind="feeling", mood="calm", at=timezone.now()
    )
    book = taken(room)
    assert [tuple(row.values()) for row in book["guesses"]] == [(1, "luck", "4", 3)]
    [post] = book["posts"]
    assert (post["table"], post["mood"], post["text"], "person" in post) == (1, "calm", None, False)


def test_a_second_game_and_the_chairs_of_both():
    room = play(full_table(rounds=1), 1)
    room.run(PlayAgain(new_id(), room.game.step, rotate=True))
    play(room, 1)
    book = taken(room)
    assert [row["game"] for row in book["rounds"]] == [1, 2]
    assert [row["game_file"] for row in book["tables"]] == ["game-1-table-01.json", "game-2-table-01.json"]
    per_person = {row["person"] for row in book["people"]}
    assert (len(per_person), len(book["people"])) == (6, 12)


def test_two_people_on_the_same_chair_are_told_apart():
    room = start(seats=3, tables=1)
    room.join("Egel", role="resident")
    collected = collect(room.workshop.pk)
    [occupancy] = collected.held[room.players[0].seat_id]
    other = Person.objects.create(workshop=room.workshop, device=room.facilitator, alias="Kat")
    occupancy.until = timezone.now()
    occupancy.save()
    occupancy.pk, occupancy.person, occupancy.until = None, other, None
    occupancy.save()
    nobody = Person.objects.create(workshop=room.workshop, device=room_device(), alias="Hond")
    assert nobody.pk
    rows = taken(room, names="on")["people"]
    assert [(row["person"], row["alias"]) for row in rows] == [
        ("bewoner 1 van tafel 1", "Egel"),
        ("bewoner 1 van tafel 1 (2)", "Kat"),
    ]


def room_device():
    return start().facilitator


def test_forty_tables():
    room = start(tables=40, seats=6, rehearsal=True, rounds=6)
    play(room, 1)
    made = build(collect(room.workshop.pk), "nl", str, timezone.now(), names=False)
    assert len(made.files) == 40
    assert [len(sheet.rows) for sheet in made.sheets if sheet.name == "rounds"] == [40]


def test_on_the_command_line(tmp_path, capsys):
    room = play(full_table(rounds=1), 1)
    call_command("export", str(room.workshop.pk), "--to", str(tmp_path / "out"), "--lang", "en")
    names = sorted(file.name for file in (tmp_path / "out").iterdir())
    assert names == ["game-1-table-01.json", f"who-picks-it-up-{room.workshop.code}.xlsx"]
    with pytest.raises(SystemExit) as stopped:
        call_command("export", "999999", "--to", str(tmp_path))
    assert (stopped.value.code, "no such workshop" in capsys.readouterr().err) == (2, True)
    (tmp_path / "file").write_text("")
    with pytest.raises(SystemExit) as stopped:
        call_command("export", str(room.workshop.pk), "--to", str(tmp_path / "file"))
    assert stopped.value.code == 2


def test_a_workshop_that_is_gone():
    room = full_table()
    pk = room.workshop.pk
    Game.objects.all().delete()
    assert facilitator(room).get(address(room), {"as": "zip"}).status_code == 200
    room.workshop.delete()
    assert Client().get(f"/control/{pk}/export/").status_code == 403
    assert collect(pk) is None


def test_a_press_that_was_undone_leaves_its_choices_replaced_and_those_before_it_counting():
    room = full_table(rounds=1)
    room.next()
    room.players[3].choose(proposes(*["residents"] * 4))
    room.next()
    room.players[3].choose(acts("join", "wait", "claim", "join"))
    room.run(Undo(new_id(), room.game.step))
    play(room, 1)
    mine = [row for row in taken(room)["choices"] if row["seat"] == 4]
    proposals = [(row["choice"], row["by"], row["status"]) for row in mine if row["about"] == "proposal"]
    assert proposals == [("residents", "player", "replaced")] * 4 + [("residents", "player", "counts")] * 4
    acted = [(row["by"], row["status"]) for row in mine if row["about"] == "act"]
    assert acted == [("player", "replaced")] * 4 + [("default", "counts")] * 4


def chosen(room: Room, about: str, *columns: str) -> list[tuple[object, ...]]:
    """Return these columns of every seat's choice on the first task."""
    rows = [row for row in taken(room)["choices"] if (row["task"], row["about"]) == ("green", about)]
    return [tuple(row[column] for column in columns) for row in rows]


@pytest.mark.parametrize("role", list(Role))
def test_a_chair_that_was_added_in_round_1_has_choices_of_its_own_only(role):
    room = full_table(rounds=1)
    room.next()
    room.next()
    neighbour = chosen(room, "proposal", "seat", "choice")[-1]
    assert neighbour[0] == 7
    room.run(AddSeat(new_id(), room.game.step, 1, role))
    room.next()
    room.next()
    asked = [row for row in chosen(room, "proposal", "seat", "role", "choice") if row[0] > 6]
    stays = [] if role is Role.RESIDENT else [(8, "resident", neighbour[1])]
    assert asked == stays, "it asked nothing, and the neighbour's answer is the neighbour's"
    acted = chosen(room, "act", "seat", "role", "by", "status")
    assert acted[6] == (7, role.value, "bot", "counts")
    assert len(acted) == (7 if role is Role.RESIDENT else 8)


def test_what_was_chosen_before_the_lobby_opened_again_is_replaced():
    room = full_table(rounds=1)
    room.next()
    room.players[3].choose(proposes(*["residents"] * 4))
    room.next()
    room.players[3].choose(acts("join", "wait", "claim", "join"))
    room.run(GoBack(new_id(), room.game.step, "lobby", 0))
    assert taken(room)["choices"] == []
    room.run(AddSeat(new_id(), room.game.step, 1, Role.MUNICIPALITY))
    play(room, 1)
    mine = [row for row in chosen(room, "proposal", "seat", "role", "by", "status") if row[2] == "player"]
    assert mine == [(4, "resident", "player", "replaced")]
    assert {row[1] for row in chosen(room, "act", "status", "by") if row[0] == "replaced"} == {"player"} | {
        "bot"
    }
    counting = [row for row in chosen(room, "act", "seat", "status") if row[1] == "counts"]
    assert [seat for seat, _ in counting] == list(range(1, 9))
