"""What tells that nothing can be written: real errors of a real database, said once a minute, over once there is room."""

import sqlite3
from contextlib import closing, suppress

import psycopg
import pytest
from django.db import InterfaceError, OperationalError, connection, transaction
from django.utils import timezone

from game.actions import heartbeat
from game.actions.storage import (
    HELD_TRIES,
    Storage,
    despite_others,
    is_read_only,
    is_unwritable,
    why_unstored,
)
from game.models import Device, Heartbeat, LogLine
from tests.actions.room import full_table
from tests.actions.test_heartbeat import silence

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def embedded() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("asks SQLite to take nothing")


def pragma(text: str) -> int | None:
    with connection.cursor() as cursor:
        row = cursor.execute(f"PRAGMA {text}").fetchone()
    return row[0] if row else None


def failing(write) -> OperationalError:
    with pytest.raises(OperationalError) as raised:
        write()
    return raised.value


def write() -> None:
    Device.objects.create(token_hash=f"{timezone.now()}")


@pytest.fixture
def read_only():
    pragma("query_only = 1")
    yield
    pragma("query_only = 0")


def add_line(room) -> None:
    LogLine.objects.create(
        game=room.game, phase="agree", code="stood_still", at=timezone.now(), params={"seconds": 1}
    )


@pytest.fixture
def full():
    """Let the database not grow, and have no room left inside for another line of the log."""
    room = full_table()
    room.next()
    pragma(f"max_page_count = {pragma('page_count')}")
    with suppress(OperationalError):
        while True:
            add_line(room)
    yield room
    pragma("max_page_count = 1000000")


def test_a_database_that_may_only_be_read(read_only):
    error = failing(write)
    assert (is_unwritable(error), is_read_only(error)) == (True, True)


def test_a_full_disk_also_where_a_savepoint_is_what_fails(full):
    def nested():
        with transaction.atomic(), transaction.atomic():
            LogLine.objects.bulk_create(
                LogLine(game=full.game, phase="agree", code="x" * 40, at=timezone.now()) for _ in range(500)
            )

    error = failing(nested)
    assert (is_unwritable(error), is_read_only(error)) == (True, False)


def test_other_errors_are_others(tmp_path):
    with pytest.raises(OperationalError) as raised, connection.cursor() as cursor:
        cursor.execute("SELECT nothing FROM nowhere")
    assert is_unwritable(raised.value) is False
    with pytest.raises(sqlite3.OperationalError) as nowhere:
        sqlite3.connect(tmp_path / "no folder" / "x").execute("SELECT 1")
    assert is_unwritable(nowhere.value) is True
    storage = Storage()
    assert (storage.note(ValueError("ours")), storage.why, storage.is_failing) == ("", "", False)


def test_it_is_said_once_a_minute_and_over_once_nothing_failed_for_a_while(read_only, caplog):
    now = 100.0
    storage = Storage(lambda: now)
    error = failing(write)
    for _ in range(3):
        assert (storage.note(error), storage.why, storage.is_failing) == ("not_stored", "not_stored", True)
        now += 19.0
    assert len(caplog.messages) == 1
    now = 160.0
    storage.note(error)
    assert len(caplog.messages) == 2
    now = 162.0
    storage.worked()
    assert storage.is_failing, "a phone may still fail"
    now = 163.5
    storage.worked()
    storage.worked()
    assert (storage.is_failing, [one.split(":")[0] for one in caplog.messages]) == (
        False,
        [*["nothing is stored until this is over"] * 2, "what people do is stored again"],
    )
    storage.note(error)
    assert len(caplog.messages) == 4, "a new time is said anew"


def test_what_fits_by_luck_does_not_end_it(read_only, settings, tmp_path, monkeypatch):
    now = 0.0
    storage = Storage(lambda: now)
    storage.note(failing(write))
    now = 60.0
    least = "game.actions.storage.LEAST_BYTES"
    monkeypatch.setattr(least, 2**60)
    storage.worked()
    assert storage.is_failing
    monkeypatch.setitem(settings.DATABASES["default"], "NAME", str(tmp_path / "gone" / "game.sqlite3"))
    storage.worked()
    assert storage.is_failing is False, "a disk that says nothing of its room"


def test_a_server_elsewhere_is_asked_by_writing_only(read_only, settings):
    settings.EMBEDDED_DATABASE = False
    now = 0.0
    storage = Storage(lambda: now)
    storage.note(failing(write))
    now = 60.0
    storage.worked()
    assert storage.is_failing is False


def test_clocks_are_put_right_once_there_is_room(full, caplog):
    silence()
    before = Heartbeat.objects.get().at
    lines = LogLine.objects.filter(code="stood_still").count()
    assert is_unwritable(failing(heartbeat.beat))
    assert (Heartbeat.objects.get().at, caplog.messages) == (before, []), "the silence goes on"
    pragma("max_page_count = 1000000")
    assert heartbeat.beat() is True
    assert LogLine.objects.filter(code="stood_still").count() == lines + 1


def test_a_database_that_another_program_holds_is_busy(tmp_path):
    path = tmp_path / "held.sqlite3"
    with closing(sqlite3.connect(path)) as one, closing(sqlite3.connect(path, timeout=0)) as other:
        one.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError) as locked:
            other.execute("BEGIN IMMEDIATE")
    assert why_unstored(locked.value) == "busy"


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("55P03", "busy"),
        ("57014", "busy"),
        ("40P01", "busy"),
        ("53300", "no_database"),
        ("57P01", "no_database"),
        ("57P03", "no_database"),
        ("25P03", "no_database"),
        ("08006", "no_database"),
        ("53100", "not_stored"),
        ("42P01", ""),
        ("23505", ""),
    ],
)
def test_what_a_database_server_says_of_itself(settings, code, why):
    settings.EMBEDDED_DATABASE = False
    error = OperationalError("as Django passes it on")
    error.__cause__ = psycopg.errors.lookup(code)("as it came")
    assert why_unstored(error) == why


def test_a_connection_that_fails_is_a_database_that_is_away(settings):
    with pytest.raises(psycopg.OperationalError) as refused:
        psycopg.connect("postgres://127.0.0.1:1/nowhere", connect_timeout=2)
    error = OperationalError("as Django passes it on")
    error.__cause__ = refused.value
    assert why_unstored(error) == ""  # an embedded one has no connection to lose
    settings.EMBEDDED_DATABASE = False
    assert why_unstored(error) == "no_database"
    assert why_unstored(InterfaceError("connection already closed")) == "no_database"
    assert why_unstored(ValueError("ours")) == ""


def test_a_form_is_stored_once_others_let_go_and_nothing_is_tried_again_that_failed_for_good():
    def busy() -> OperationalError:
        error = OperationalError("database is locked")
        error.__cause__ = sqlite3.OperationalError("database is locked")
        error.__cause__.sqlite_errorcode = sqlite3.SQLITE_BUSY
        return error

    def tried(*ends: Exception | str) -> tuple[int, str]:
        left = list(ends)

        def end() -> str:
            match left.pop(0):
                case Exception() as error:
                    raise error
                case str(text):
                    return text

        try:
            said = despite_others(end)
        except OperationalError as error:
            said = str(error)
        return len(ends) - len(left), said

    assert tried("stored") == (1, "stored")
    assert tried(busy(), busy(), "stored") == (3, "stored")
    assert tried(*[busy()] * HELD_TRIES, "never") == (HELD_TRIES, "database is locked")
    assert tried(OperationalError("no such table"), "never") == (1, "no such table")
