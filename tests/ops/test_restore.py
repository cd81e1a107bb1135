"""A database that was spoilt in the middle of a game: `restore` puts a copy back, and the game goes on from that phase."""

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.cluster import wait_until
from tests.live.server import Server
from tests.ops.evenings import Evening
from tests.ops.laptop import refusal, run

pytestmark = pytest.mark.servers
LINE = re.compile(r" +(\d+)  \d{4}-\d\d-\d\d \d\d:\d\d:\d\d  (.+)  \(\d+\.\d MB\)")


class Copied(Evening):
    """A game on a laptop in round 1's act, of which each phase was copied."""

    def __init__(self, data: Path) -> None:
        self.data, self.database = data, data / "game.sqlite3"
        server = Server({"DATA_DIR": str(data)})
        server.start()
        super().__init__(server)
        self.about = f"Straatavond ({self.code})"
        self.go_on("agree", "act")

    def arrived(self, phase: str) -> None:
        wait_until(lambda: [*self.data.glob(f"backups/*-{phase}.sqlite3")] != [], "a copy")


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Copied:
    made = Copied(tmp_path_factory.mktemp("evening") / "data")
    made.server.terminate()
    assert made.server.errors() == ""
    return made


def listed(data: Path) -> list[str]:
    """Return what stands in the list of copies, and check that it is numbered and says how to go on."""
    done = run(data, "restore")
    assert (done.returncode, done.stderr) == (0, "")
    *lines, empty, how = done.stdout.splitlines()
    assert (empty, how.endswith("manage.py restore NUMBER")) == ("", True)
    found = [LINE.fullmatch(line) for line in lines]
    assert [one and one[1] for one in found] == [str(number) for number in range(1, len(lines) + 1)]
    return [one[2] for one in found if one]


def spoil(database: Path) -> bytes:
    content = database.read_bytes()
    database.write_bytes(content[:4096] + b"\x5a" * (len(content) - 4096))
    return database.read_bytes()


def test_a_spoilt_database_is_put_right_and_play_goes_on(evening: Copied) -> None:
    spoilt = spoil(evening.database)
    says = refusal(evening.data, "play", "--port", "0")
    assert re.fullmatch(
        rf"CommandError: {re.escape(str(evening.database))} is damaged\. Put back one of the 2 copies that were kept: "
        r"\S+ manage\.py restore shows them, or set DATA_DIR to another folder to begin anew\.",
        says,
    )
    moments = [f"{evening.about}: {phase} of round 1" for phase in ("act", "agree")]
    assert listed(evening.data) == moments

    done = run(evening.data, "restore", "1")

    back, aside = done.stdout.splitlines()
    assert (done.returncode, done.stderr, moments[0] in back) == (0, "", True)
    kept = Path(aside.split()[-1]).read_bytes()  # whoever opened it may have put its log of writes in since
    assert (len(kept) >= len(spoilt), b"Z" * 1000 in kept) == (True, True)
    assert listed(evening.data) == ["damaged", *moments]
    assert [path.name for path in evening.data.glob("game.sqlite3-*")] == []

    rev = evening.rev
    evening.server.start()
    evening.go_on("outcome")
    assert evening.rev > rev, "pages that are open take what is shown now"
    evening.server.terminate()
    assert evening.server.errors() == ""


def test_what_was_replaced_can_be_put_back_too(evening: Copied, tmp_path: Path) -> None:
    data = shutil.copytree(evening.data, tmp_path / "data")
    [agree] = [number for number, line in enumerate(listed(data), 1) if line.endswith("agree of round 1")]

    assert run(data, "restore", str(agree)).returncode == 0
    assert listed(data)[0] == "what an earlier restore replaced"
    aside = sorted((data / "backups").glob("*-replaced.sqlite3"))[-1].name
    assert run(data, "restore", aside).returncode == 0

    with closing(sqlite3.connect(data / "game.sqlite3")) as file:
        assert file.execute("SELECT phase FROM game_game").fetchone() == ("outcome",)


def test_a_database_that_is_gone_is_not_begun_anew_in_silence(evening: Copied, tmp_path: Path) -> None:
    data = shutil.copytree(evening.data, tmp_path / "data")
    (data / "game.sqlite3").unlink()
    count = len(listed(data))
    with Server({"DATA_DIR": str(data)}) as server:
        said = server.log.read_text()

    assert f"there are {count} copies of an earlier one:\n" in said
    assert re.search(r"^  \S+ manage\.py restore$", said, re.M)


def test_not_while_a_server_runs(evening: Copied) -> None:
    with evening.server:
        before = evening.database.read_bytes()
        says = refusal(evening.data, "restore", "1")
        assert says.endswith("Stop that one first (Ctrl+C in its window).")
        assert evening.database.read_bytes() == before


def test_it_says_what_it_cannot_do(evening: Copied, tmp_path: Path) -> None:
    database = evening.database.read_bytes()
    for given in ("0", "99", "elsewhere.sqlite3", "../game.sqlite3"):
        says = refusal(evening.data, "restore", given)
        assert says == f"CommandError: There is no copy {given}; without a number this command lists them."
    damaged = sorted((evening.data / "backups").glob("*.sqlite3"))[0]
    spoil(damaged)
    assert f"CommandError: {damaged} is damaged. " in refusal(evening.data, "restore", damaged.name)
    assert evening.database.read_bytes() == database

    assert refusal(tmp_path, "restore") == f"CommandError: There are no copies in {tmp_path / 'backups'}."
    hosted = refusal(tmp_path, "restore", DATABASE_URL="postgres://game:geheim@127.0.0.1:1/game")
    assert hosted.endswith("The database is on a server: put a dump back with pg_restore (docs/hosting.md).")
