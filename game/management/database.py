"""Whether a database is one that we can serve: whole, ours, not of a newer release, and open for writing.

Looked at before anything is written to it: another program's file must not get our tables.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from django.core.management.base import CommandError
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader

from game.actions import copies
from game.management.terminal import own_command

HISTORY = "django_migrations"
ELSEWHERE = "or set DATA_DIR to another folder to begin anew"
WHY = {
    sqlite3.SQLITE_NOTADB: "is no database of this game. Move it away, " + ELSEWHERE + ".",
    sqlite3.SQLITE_CORRUPT: "is damaged. Put a copy from before in its place, " + ELSEWHERE + ".",
    sqlite3.SQLITE_READONLY: "cannot be written. Make it and its folder writable for this account, "
    + ELSEWHERE
    + ".",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened. Make it and its folder writable for this account, "
    + ELSEWHERE
    + ".",
    sqlite3.SQLITE_FULL: "cannot grow: the disk is full. Make room, " + ELSEWHERE + ".",
    sqlite3.SQLITE_IOERR: "cannot be read or written: the disk fails or is full. Make room, "
    + ELSEWHERE
    + ".",
    sqlite3.SQLITE_BUSY: "is busy: another program has it open. Close that one and try again.",
}
SPOILT = {
    sqlite3.SQLITE_NOTADB: "is no database of this game.",
    sqlite3.SQLITE_CORRUPT: "is damaged.",
}
BEHIND = "The database is behind: run `manage.py migrate` first."


def check_file(path: Path) -> None:
    """Look at an SQLite file, which need not be there yet; raises CommandError with what is wrong and what to do."""
    try:
        if not path.exists() or not path.stat().st_size:
            return  # a new one; or one whose every word is still in its journal
        with closing(sqlite3.connect(path, timeout=20)) as file:
            file.isolation_level = None
            if file.execute("PRAGMA application_id").fetchone() != (0,):
                raise CommandError(_not_ours(path))
            if file.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise CommandError(f"{path} {_what_to_do(sqlite3.SQLITE_CORRUPT)}")
            _check_tables(path, *_tables(file))
            _check_writable(file)
    except sqlite3.DatabaseError as error:
        raise CommandError(f"{path} {_why(error)}") from None
    except OSError as error:
        raise CommandError(f"{path} cannot be read ({error.strerror}).") from None


def check_server() -> None:
    """Look at the tables of a database server; raises CommandError, or DatabaseError when it does not answer."""
    loader = MigrationLoader(connection)
    where = f"The database {connection.settings_dict['NAME']}"
    _check_tables(where, connection.introspection.table_names(), loader.applied_migrations)


def explain(error: DatabaseError) -> str | None:
    """Return one line about a database that cannot be used, None for an error that is ours."""
    cause = error.__cause__
    message = str(error).strip().partition("\n")[0]
    if "no such table" in message or (message.startswith("relation ") and "does not exist" in message):
        return BEHIND
    if isinstance(cause, sqlite3.Error):
        known = _code(cause) in WHY
        return f"{connection.settings_dict['NAME']} {_why(cause)}" if known else None
    if connection.vendor == "postgresql" and connection.connection is None:
        return f"The database server cannot be reached: {message}. Check DATABASE_URL, and that it runs."
    return None


def _tables(file: sqlite3.Connection) -> tuple[list[str], list[tuple[str, str]]]:
    tables = [name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    if HISTORY not in tables:
        return tables, []
    return tables, file.execute(f"SELECT app, name FROM {HISTORY}").fetchall()


def _check_tables(where: object, tables: Iterable[str], applied: Iterable[tuple[str, str]]) -> None:
    """Refuse the tables of another program, and those of a newer release."""
    done = set(applied)
    known = set(MigrationLoader(None).disk_migrations)
    others = {app for app, _ in done} - {app for app, _ in known}
    if others or (not done and set(tables) - {HISTORY, "sqlite_sequence"}):
        raise CommandError(_not_ours(where))
    if done - known:
        raise CommandError(
            f"{where} was made by a newer release of the game. Start that one, or set DATA_DIR (DATABASE_URL) to another."
        )


def _not_ours(where: object) -> str:
    return f"{where} belongs to another program. Move it away, or set DATA_DIR (DATABASE_URL) to another."


def _check_writable(file: sqlite3.Connection) -> None:
    """Write something that changes nothing; raises sqlite3.OperationalError when that does not work."""
    (version,) = file.execute("PRAGMA user_version").fetchone()
    file.execute("BEGIN IMMEDIATE")
    file.execute(f"PRAGMA user_version = {version}")
    file.execute("COMMIT")


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF  # the rest says more precisely which


def _why(error: sqlite3.Error) -> str:
    code = _code(error)
    return _what_to_do(code) if code in WHY else f"cannot be used ({error}). Move it away, {ELSEWHERE}."


def _what_to_do(code: int) -> str:
    """Return what is wrong and what to do: a spoilt database is put right by a copy, where there is one."""
    found = len(copies.kept(copies.folder())) if code in SPOILT else 0
    if not found:
        return WHY[code]
    count = "the copy that was" if found == 1 else f"one of the {found} copies that were"
    return f"{SPOILT[code]} Put back {count} kept: {own_command('restore')} shows them, {ELSEWHERE}."
