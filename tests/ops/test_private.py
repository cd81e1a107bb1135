"""What is in the data folder is its owner's: names, choices, and the keys that run every workshop."""

import os
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ops.laptop import ROOT, environment, read_until

pytestmark = [
    pytest.mark.servers,
    pytest.mark.skipif(os.name != "posix", reason="file modes are Unix"),
]
# Among them what means something in a URL, in SQLite's file names and in a shell.
NAMES = ["#1 50%25 50% is dit zo? a+b&c=d;e@f", "file:x?mode=memory", "'straße\" met\nregel "]
OPEN = ("game.sqlite3-wal", "game.sqlite3-shm")


def modes(folder: Path) -> dict[str, str]:
    """Return who may do what with each file of a folder, and with the folder itself (".")."""
    files = {path.name: path for path in folder.iterdir()} | {".": folder}
    return {name: oct(stat.S_IMODE(path.stat().st_mode)) for name, path in sorted(files.items())}


def serve(folder: Path, encoding: str | None = None, **given: str) -> Iterator[str]:
    """Start the server under the widest umask, yield what it printed (in `encoding`, if another one), and end it."""
    process = subprocess.Popen(
        [sys.executable, "manage.py", "play", "--host", "127.0.0.1", "--port", "0"],
        cwd=ROOT, env=environment(folder, **given), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        encoding=encoding, umask=0,
    )  # fmt: skip
    try:
        yield read_until(process)
    finally:
        process.kill()
        process.communicate()


def private(folder: Path) -> dict[str, str]:
    """Start and return the modes; the database's own files have to be there."""
    for printed in serve(folder):
        assert "Ctrl+C" in printed, printed
        until = time.monotonic() + 10  # the server's lanes open the database in their own time
        while not set(OPEN) <= set(os.listdir(folder)) and time.monotonic() < until:
            time.sleep(0.02)
        found = modes(folder)
    assert {"game.sqlite3", *OPEN, "secret-key", "start-key"} <= set(found)
    return found


def all_private(found: dict[str, str]) -> bool:
    return {mode for name, mode in found.items() if name != "."} == {"0o600"} and found["."] == "0o700"


def test_new_files_are_the_owners(tmp_path: Path) -> None:
    found = private(tmp_path / "data")

    assert all_private(found), found


def test_files_that_others_could_read_become_the_owners(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    private(folder)
    for path in folder.iterdir():
        path.chmod(0o666)
    folder.chmod(0o777)

    found = private(folder)

    assert all_private(found), found


def test_a_folder_that_everybody_works_in_stays_open(tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(0o1777)

    found = private(folder)

    assert found.pop(".") == "0o1777"
    assert set(found.values()) == {"0o600"}


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_of_any_name_holds_its_data(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "in" / name

    private(folder)

    assert [path.name for path in (tmp_path / "in").iterdir()] == [name]


def test_a_folder_whose_name_is_no_text(tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/in/\xff\xfe"))

    private(folder)

    assert len(list((tmp_path / "in").iterdir())) == 1
