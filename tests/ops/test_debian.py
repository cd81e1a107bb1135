"""The hosted game on Debian's packages: what install.sh writes is taken, and what its units start serves."""

import re
import shlex
import shutil
import stat
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.conftest import find_program
from tests.faults.cluster import Postgres, wait_until
from tests.live.server import ROOT, free_port

pytestmark = pytest.mark.servers
DEBIAN = ROOT / "deploy" / "debian"
UNITS = sorted(DEBIAN.glob("*.service"))
SITE = "spel.example"
PYTHON = "/opt/wie-pakt-het-op/.venv/bin/python"
PORTS = ("8001", "8002")


def install(step: str, **places: str) -> None:
    """Run one step of the script, with its places elsewhere."""
    command = ["sh", str(DEBIAN / "install.sh"), SITE, "accounts", step]
    subprocess.run(
        command, env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", **places}, check=True, capture_output=True
    )


def settings_of(folder: Path) -> dict[str, str]:
    lines = (folder / "environment").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines)


def started_by(unit: str, folder: Path, port: str = "") -> list[str]:
    """Return what a unit starts, with this Python and a folder of the test's own for what is in /run."""
    found = re.search(r"^ExecStart=(.*)$", (DEBIAN / unit).read_text(), re.M)
    assert found is not None
    line = found[1].replace("%i", port).replace("/run/wie-pakt-het-op", str(folder))
    return [sys.executable if word == PYTHON else word for word in shlex.split(line)]


def test_secrets_are_drawn_once_and_for_its_owner_only(tmp_path: Path) -> None:
    install("settings", ETC=str(tmp_path))
    first = settings_of(tmp_path)
    install("settings", ETC=str(tmp_path))

    assert settings_of(tmp_path) == first
    assert [len(first[name]) for name in ("SECRET_KEY", "START_KEY", "METRICS_TOKEN")] == [64, 64, 64]
    assert (first["PUBLIC_URL"], first["ALLOWED_HOSTS"], first["HOSTING"]) == (
        f"https://{SITE}",
        SITE,
        "accounts",
    )
    assert stat.S_IMODE((tmp_path / "environment").stat().st_mode) == 0o600
    known = set(re.findall(r"^\| `(\w+)` \|", (ROOT / "README.md").read_text(), re.M))
    assert set(first) <= known


def test_the_proxy_stands_before_the_ports_that_are_started(tmp_path: Path) -> None:
    caddy = tmp_path / "Caddyfile"
    install("proxy", CADDY=str(caddy), CADDY_RELOAD="")

    text = caddy.read_text()
    assert ("SITE" in text, text.count(SITE)) == (False, 2)
    assert re.findall(r"127\.0\.0\.1:(\d+)", text) == [*PORTS]
    assert f"for port in {' '.join(PORTS)}; do" in (DEBIAN / "install.sh").read_text()
    # It is the proxy of docker-compose.yml, but for the addresses.
    beside = (ROOT / "deploy" / "Caddyfile").read_text().replace("{$SITE}", "SITE")
    own = (DEBIAN / "Caddyfile").read_text().replace("127.0.0.1:8001 127.0.0.1:8002", "web1:8000 web2:8000")
    assert own.splitlines()[1:] == beside.splitlines()[1:]


@pytest.fixture
def analyze(require_program) -> str:
    return str(require_program("systemd-analyze"))


def test_systemd_takes_the_units(analyze: str, tmp_path: Path) -> None:
    for unit in UNITS:
        text = unit.read_text().replace(PYTHON, sys.executable)
        (tmp_path / unit.name.replace("@.", "@8001.")).write_text(
            text.replace("/usr/bin/redis-server", sys.executable)
        )

    done = subprocess.run(
        [analyze, "verify", "--man=no", *map(str, sorted(tmp_path.iterdir()))], capture_output=True, text=True
    )
    about_ours = [line for line in done.stderr.splitlines() if "wie-pakt" in line]
    assert (done.returncode, about_ours) == (0, [])


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_units_are_confined(analyze: str, unit: Path, tmp_path: Path) -> None:
    """On systemd's scale from 0 to 10, of which a plain service has 9.6."""
    named = Path(shutil.copy(unit, tmp_path / unit.name.replace("@.", "@8001.")))
    done = subprocess.run(
        [analyze, "security", "--offline=yes", "--no-pager", "--threshold=45", str(named)],
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def postgres(require_program) -> Iterator[Postgres]:
    with Postgres(require_program("postgres").parent) as made:
        yield made


def test_what_the_units_start_serves(postgres: Postgres, require_program, tmp_path: Path) -> None:
    require_program("redis-server")
    install("settings", ETC=str(tmp_path))
    given = settings_of(tmp_path)
    environment = {
        **given,
        "PATH": "/usr/bin:/bin",
        "DATA_DIR": str(tmp_path / "data"),
        "DATABASE_URL": postgres._url("game"),
        "REDIS_URL": given["REDIS_URL"].replace("/run/wie-pakt-het-op", str(tmp_path)),
    }
    redis = started_by("wie-pakt-het-op-redis.service", tmp_path)
    redis[0] = str(find_program("redis-server"))
    ports = [str(free_port()) for _ in PORTS]
    with ExitStack() as running:

        def start(command: list[str], folder: Path) -> None:
            process = running.enter_context(
                subprocess.Popen(command, cwd=folder, env=environment, stdout=log)
            )
            running.callback(process.kill)

        log = running.enter_context((tmp_path / "log").open("wb"))
        start(redis, tmp_path)
        wait_until((tmp_path / "redis.sock").exists, "the socket of Redis")
        migrate = started_by("wie-pakt-het-op-migrate.service", tmp_path)
        subprocess.run(migrate, cwd=ROOT, env=environment, check=True, capture_output=True)
        for port in ports:
            start(started_by("wie-pakt-het-op@.service", tmp_path, port), ROOT)
        for port in ports:
            wait_until(lambda port=port: told(port, "/readyz") == "ok\n", "a process that is ready")
            assert 'type="password"' in told(port, "/login/", Host=SITE, X_Forwarded_Proto="https")


def told(port: str, path: str, **headers: str) -> str:
    """Return what a process answers, "" while it does not."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        with urllib.request.urlopen(
            urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers=named)
        ) as answer:
            return answer.read().decode()
    except OSError:
        return ""
