"""A database that is damaged, another program's, newer than we are, or closed to us: one line, and nothing is done to it."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.ops.laptop import ROOT, environment, refusal, run

pytestmark = pytest.mark.servers

ANEW = "or set DATA_DIR to another folder to begin anew."
NO_DATABASE = f"is no database of this game. Move it away, {ANEW}"
DAMAGED = f"is damaged. Put a copy from before in its place, {ANEW}"
OTHERS = "belongs to another program. Move it away, or set DATA_DIR (DATABASE_URL) to another."
NEWER = "was made by a newer release of the game. Start that one, or set DATA_DIR (DATABASE_URL) to another."


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a sound database."""
    folder = tmp_path_factory.mktemp("whole")
    assert run(folder, "migrate", "-v", "0").returncode == 0
    database = folder / "game.sqlite3"
    with closing(sqlite3.connect(database)) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return database


@pytest.fixture
def database(whole: Path, tmp_path: Path) -> Path:
    """Give a copy of it, in a data folder of its own."""
    return Path(shutil.copy(whole, tmp_path / "game.sqlite3"))


def truncate(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def zero(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def scramble(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\x5a" * (len(content) - 4096))


def text(path: Path) -> None:
    path.write_text("Boodschappen: brood, melk, kaas\n" * 200)


def sql(*statements: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with closing(sqlite3.connect(path)) as file:
            for statement in statements:
                file.execute(statement)
            file.commit()

    return change


def another(*statements: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.unlink()
        sql(*statements)(path)

    return make


APPLY = "INSERT INTO django_migrations (app, name, applied) VALUES ({}, '2026-01-01')"
BROKEN = {
    "truncated": (truncate, DAMAGED),
    "zeroed": (zero, NO_DATABASE),
    "scrambled": (scramble, DAMAGED),
    "text": (text, NO_DATABASE),
    "marked": (another("PRAGMA application_id = 7", "CREATE TABLE songs (name)"), OTHERS),
    "unmarked": (another("CREATE TABLE songs (name)"), OTHERS),
    "django": (
        another(
            "CREATE TABLE django_migrations (id INTEGER PRIMARY KEY, app, name, applied)",
            APPLY.format("'blog', '0001_initial'"),
        ),
        OTHERS,
    ),
    "newer": (sql(APPLY.format("'game', '9999_later'")), NEWER),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_play_says_what_is_wrong_and_leaves_it(database: Path, kind: str) -> None:
    breaks, says = BROKEN[kind]
    breaks(database)
    before = database.read_bytes()

    assert refusal(database.parent, "play", "--port", "0") == f"CommandError: {database} {says}"
    assert database.read_bytes() == before


@pytest.mark.parametrize("kind", BROKEN)
def test_migrate_does_not_touch_it_either(database: Path, kind: str) -> None:
    breaks, says = BROKEN[kind]
    breaks(database)
    before = database.read_bytes()

    assert refusal(database.parent, "migrate", "-v", "0") == f"CommandError: {database} {says}"
    assert database.read_bytes() == before


@pytest.mark.parametrize("kind", ["zeroed", "text", "scrambled"])
def test_other_commands_say_it_in_one_line_too(database: Path, kind: str) -> None:
    breaks, _ = BROKEN[kind]
    breaks(database)

    says = refusal(database.parent, "export", "1", "--to", str(database.parent / "out"))

    assert says.startswith(f"CommandError: {database} is ")


def test_hosted_it_looks_as_well(database: Path) -> None:
    sql(APPLY.format("'game', '9999_later'"))(database)

    assert refusal(database.parent, "play", "--hosted", "--port", "0") == f"CommandError: {database} {NEWER}"


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "game.sqlite3").mkdir()

    assert refusal(tmp_path, "play", "--port", "0").startswith(
        f"CommandError: {tmp_path / 'game.sqlite3'} cannot be "
    )


@pytest.mark.parametrize("begun", [False, True])
def test_an_empty_file_is_a_new_database(tmp_path: Path, begun: bool) -> None:
    """As a first start leaves it that was cut off."""
    (tmp_path / "game.sqlite3").touch()
    if begun:
        sql("CREATE TABLE django_migrations (id INTEGER PRIMARY KEY, app, name, applied)")(
            tmp_path / "game.sqlite3"
        )

    assert run(tmp_path, "migrate", "-v", "0").returncode == 0


def without_privilege(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run manage.py as somebody whom file modes hold back, which root is not."""
    command = [sys.executable, "manage.py", *arguments]
    if os.geteuid() == 0:
        command = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search,-fowner", *command]
    return subprocess.run(
        command, cwd=ROOT, env=environment(folder), capture_output=True, text=True, timeout=180
    )


@pytest.mark.skipif(os.name != "posix", reason="file modes are Unix")
@pytest.mark.parametrize(
    ("name", "mode", "says"),
    [
        (
            "game.sqlite3",
            0o400,
            "CommandError: {database} cannot be written. Make it and its folder writable for this account, ",
        ),
        ("game.sqlite3", 0o000, "CommandError: {database} cannot be "),
        (
            ".",
            0o500,
            "CommandError: {folder} cannot be written (Permission denied). Make it writable for this account, ",
        ),
    ],
)
def test_what_may_not_be_written(database: Path, name: str, mode: int, says: str) -> None:
    folder = database.parent
    for key in ("secret-key", "start-key"):
        (folder / key).write_text("k" * 43)
    (folder / name).chmod(mode)
    done = without_privilege(folder, "play", "--port", "0")
    (folder / name).chmod(0o700)

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert done.stderr.startswith(says.format(database=database, folder=folder))


def mounts() -> bool:
    """Tell whether we may make a small disk of our own."""
    try:
        return subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode == 0
    except OSError:
        return False


@pytest.mark.skipif(not mounts(), reason="needs root and unshare, to make a small disk")
@pytest.mark.parametrize(
    ("options", "fill", "says"),
    [
        ("size=600k", True, "is full. Make room, "),
        (
            "size=4m,ro",
            False,
            "cannot be written (Read-only file system). Make it writable for this account, ",
        ),
    ],
    ids=["full", "read-only"],
)
def test_a_disk_that_takes_nothing(database: Path, options: str, fill: bool, says: str) -> None:
    disk = database.parent / "disk"
    disk.mkdir()
    for key in ("secret-key", "start-key"):
        (database.parent / key).write_text("k" * 43)
    steps = [
        f"mount -t tmpfs -o size=4m none {disk}",
        f"cp {database} {database.parent}/*-key {disk}",
        f"touch {disk}/game.sqlite3.lock; printf '12345678' > {disk}/game.sqlite3.pid",
        f"mount -o remount,{options} {disk}",
        f"cat /dev/zero > {disk}/zeros 2>/dev/null" if fill else "true",
        f"exec {sys.executable} manage.py play --port 0",
    ]
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", "\n".join(steps)],
        cwd=ROOT, env=environment(disk), capture_output=True, text=True, timeout=180,
    )  # fmt: skip

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), done.stderr
    assert says in done.stderr
