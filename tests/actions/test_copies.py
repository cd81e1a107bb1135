"""Copies of the embedded database: made at each change of phase while the game writes, twenty kept, none in the way."""

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

from game.actions import copies
from game.actions.copies import Keeper, Moment
from game.engine.table.phases import Phase
from game.models import JournalEntry
from tests.actions.room import full_table, proposes

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="copies files of SQLite")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Give a database with a number in it, that somebody writes to."""
    path = tmp_path / "game.sqlite3"
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA journal_mode=WAL")
        file.execute("CREATE TABLE numbers (value)")
        file.execute("INSERT INTO numbers VALUES (1)")
        file.commit()
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def keeper(database: Path, folder: Path) -> Iterator[Keeper]:
    made = Keeper(pause=0)
    made.start(database, folder)
    yield made
    made.stop()


def moment(round: int = 1) -> Moment:
    return Moment(7, round, Phase.ACT)


def values(path: Path) -> list[tuple[int]]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as file:
        return file.execute("SELECT value FROM numbers").fetchall()


def make(keeper: Keeper, of: Moment) -> None:
    keeper.want(of)
    keeper.wait()


def test_a_copy_is_one_whole_private_file(database: Path, folder: Path, keeper: Keeper) -> None:
    with closing(sqlite3.connect(database)) as writer:
        writer.execute("INSERT INTO numbers VALUES (2)")
        writer.commit()
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("INSERT INTO numbers VALUES (3)")
        make(keeper, moment(3))  # nobody waits for the other
        writer.commit()

    [one] = copies.kept(folder)
    assert (one.workshop, one.round, one.what) == (7, 3, "act")
    assert values(one.path) == [(1,), (2,)]
    assert sorted(path.name for path in folder.iterdir()) == [".lock", one.path.name]
    assert [stat.S_IMODE(path.stat().st_mode) for path in (folder, one.path)] == [0o700, 0o600]


def test_the_last_twenty_are_kept(folder: Path, keeper: Keeper) -> None:
    for round in range(23):
        make(keeper, moment(round))

    assert [one.round for one in copies.kept(folder)] == [*reversed(range(3, 23))]


def test_what_is_wanted_meanwhile_is_one_copy_more(folder: Path, keeper: Keeper) -> None:
    with copies.alone(folder):  # somebody else has them
        for round in range(5):
            keeper.want(moment(round))
    keeper.wait()

    made = [one.round for one in copies.kept(folder)]
    assert (made[0], len(made) <= 2) == (4, True)


def test_who_was_killed_over_one_is_tidied_up(folder: Path, keeper: Keeper) -> None:
    folder.mkdir()
    for name in (
        "20260101-120000-000000-act.sqlite3.part",
        "20260101-120000-000000-act.sqlite3.part-journal",
    ):
        (folder / name).write_text("half")
    (folder / "holiday.sqlite3").write_text("not one of ours")
    make(keeper, moment())

    assert len(copies.kept(folder)) == 1
    assert sorted(path.suffix for path in folder.iterdir()) == ["", ".sqlite3", ".sqlite3"]


@pytest.mark.usefixtures("keeper")
def test_a_nearly_full_disk_is_left_to_the_game(
    folder: Path, keeper: Keeper, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(copies, "RESERVE_BYTES", 2**62)
    for _ in range(2):
        make(keeper, moment())
    assert copies.kept(folder) == []
    assert [record.message for record in caplog.records] == [
        "no copy of the database could be made: the disk is nearly full; what is left is for the game"
    ]

    monkeypatch.undo()
    make(keeper, moment())
    assert len(copies.kept(folder)) == 1


def test_what_cannot_be_copied_leaves_nothing(database: Path, folder: Path, keeper: Keeper) -> None:
    database.write_bytes(b"no database at all" * 500)
    make(keeper, moment())

    assert [path.name for path in folder.iterdir()] == [".lock"]


def test_nothing_is_made_before_the_start_and_after_the_end(database: Path, folder: Path) -> None:
    keeper = Keeper()
    make(keeper, moment())
    keeper.stop()
    keeper.start(database, folder)
    make(keeper, moment())
    keeper.stop()
    make(keeper, moment())

    assert len(copies.kept(folder)) == 1


@pytest.mark.django_db(transaction=True)
def test_each_change_of_phase_is_copied_and_a_choice_is_not(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = Keeper()
    monkeypatch.setattr(copies, "keeper", keeper)
    keeper.start(Path(connection.settings_dict["NAME"]), folder)
    room = full_table(rounds=2)
    for _ in range(2):
        room.next()
        room.players[5].choose(proposes("together", None, None, None))
        keeper.wait()
    keeper.stop()

    number = room.workshop.pk
    found = copies.kept(folder)
    assert [(one.workshop, one.round, one.what) for one in found] == [
        (number, 1, "act"),
        (number, 1, "agree"),
    ]
    with closing(sqlite3.connect(found[0].path)) as file:
        assert file.execute("SELECT phase FROM game_game").fetchall() == [("act",)]
        assert file.execute("SELECT count(*) FROM game_journalentry WHERE seat IS NOT NULL").fetchone() == (
            JournalEntry.objects.exclude(seat=None).count(),
        )
