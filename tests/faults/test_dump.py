"""PostgreSQL dumped in the middle of a game and put back with the commands of docs/hosting.md."""

import os
import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from tests.conftest import find_program
from tests.faults.cluster import Postgres
from tests.live.server import ROOT, Server
from tests.ops.evenings import Evening

pytestmark = pytest.mark.faults
INSIDE = "docker compose exec -T postgres "


@pytest.fixture
def postgres(require_program) -> Iterator[Postgres]:
    with Postgres(require_program("postgres").parent) as made:
        yield made


def commands() -> list[tuple[list[str], str, str]]:
    """Return what the guide runs inside the database's container: words, what is read and what is written."""
    text = (ROOT / "docs" / "hosting.md").read_text()
    found = re.findall(rf"^{INSIDE}(.*?)(?: ([<>]) (\S+))?$", text, re.M)
    return [
        (shlex.split(words), name if way == "<" else "", name if way == ">" else "")
        for words, way, name in found
    ]


def carry_out(command: tuple[list[str], str, str], postgres: Postgres, folder: Path) -> int:
    words, read, written = command
    url = urlsplit(postgres._url("game"))
    environment = {
        **os.environ,
        "PGHOST": "127.0.0.1",
        "PGPORT": str(url.port),
        "PGPASSWORD": url.password or "",
    }
    program = [str(find_program(words[0])), *words[1:]]
    source = (folder / read).read_bytes() if read else b""
    done = subprocess.run(program, input=source, capture_output=True, env=environment, timeout=60)
    if written:
        (folder / written).write_bytes(done.stdout)
    return done.returncode


def test_a_dump_is_put_back_and_the_game_goes_on(postgres: Postgres, tmp_path: Path) -> None:
    dump, *restore = commands()
    assert [words[0] for words, _, _ in (dump, *restore)] == ["pg_dump", "pg_restore", "psql"]
    server = Server({"DATA_DIR": str(tmp_path / "data"), "DATABASE_URL": postgres._url("game")})
    with server:
        evening = Evening(server)
        evening.go_on("agree", "act")
        assert carry_out(dump, postgres, tmp_path) == 0
        evening.go_on("outcome")
        shown = evening.rev
    (tmp_path / "half.dump").write_bytes((tmp_path / "game.dump").read_bytes()[:5000])
    words, _, _ = restore[0]
    assert carry_out((words, "half.dump", ""), postgres, tmp_path) != 0
    with psycopg.connect(postgres._url("game")) as connection:
        assert connection.execute("SELECT phase FROM game_game").fetchall() == [("outcome",)]

    assert [carry_out(one, postgres, tmp_path) for one in restore] == [0, 0]

    with server:
        evening.go_on("outcome")
        assert evening.rev > shown
    assert server.errors() == ""
