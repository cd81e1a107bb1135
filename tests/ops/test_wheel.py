"""The wheel: what is in it, and a whole workshop over it in an environment of its own."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
import tomllib
import urllib.request
import venv
import zipfile
from collections.abc import Iterator
from email.parser import BytesParser
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.ops.laptop import read_until
from tests.ops.locks import requirements

pytestmark = pytest.mark.servers

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("config", "game", "templates", "static")
MADE = shutil.ignore_patterns("__pycache__", "*.mo", "*.tmp", ".*_cache")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
VERSION = PROJECT["project"]["version"]
COMMAND = "wie-pakt-het-op"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build it as `make wheel` does, from a folder like a fresh clone."""
    clone = tmp_path_factory.mktemp("clone")
    for name in (*FOLDERS, "requirements", "wie_pakt_het_op"):
        shutil.copytree(ROOT / name, clone / name, ignore=MADE)
    for name in ("pyproject.toml", "hatch_build.py", "manage.py", ".gitignore"):
        shutil.copy(ROOT / name, clone)
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", "dist"],
        cwd=clone, check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    (built,) = (clone / "dist").iterdir()
    return built


class Laptop:
    """Somebody's account with an environment of its own, outside the checkout, in which the wheel is installed."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "thuis é"
        self.work = folder / "elsewhere"
        self.environment = folder / "environment"
        self.scripts = self.environment / "bin"
        for made in (self.home, self.work):
            made.mkdir()
        venv.create(self.environment)
        (self.packages,) = self.environment.glob("lib/python*/site-packages")
        # The pinned packages, which the tests have installed already.
        (self.packages / "pinned.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
        # What others may have installed.
        (self.packages / "config.py").write_text("raise RuntimeError('not this one')\n")
        self.started: list[subprocess.Popen[str]] = []

    @property
    def data(self) -> Path:
        """Where the game keeps what has to last."""
        return self.home / ".local/share" / COMMAND

    def pip(self, *arguments: str) -> None:
        subprocess.run(
            [sys.executable, "-m", "pip", "-q", "--python", str(self.scripts / "python"), *arguments],
            check=True, timeout=300,
        )  # fmt: skip

    def start(self, *arguments: str, program: str = COMMAND) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [str(self.scripts / program), *arguments], cwd=self.work, text=True,
            env={"PATH": os.environ["PATH"], "HOME": str(self.home), "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        self.started.append(process)
        return process

    def run(self, *arguments: str, program: str = COMMAND) -> str:
        """Return what it prints; fails when it ends badly or complains."""
        process = self.start(*arguments, program=program)
        printed, errors = process.communicate(timeout=300)
        assert (process.returncode, errors) == (0, ""), printed
        return printed

    def files(self) -> dict[str, bytes]:
        """What is installed of the game, without what Python itself compiles."""
        return {
            str(file.relative_to(self.packages)): file.read_bytes()
            for file in sorted(self.packages.glob("wie_pakt_het_op*/**/*"))
            if file.is_file() and file.suffix != ".pyc"
        }


@pytest.fixture(scope="module")
def laptop(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Laptop]:
    made = Laptop(tmp_path_factory.mktemp("laptop"))
    made.pip("install", "--no-index", "--no-deps", str(wheel))
    yield made
    for process in made.started:
        process.kill()
        process.communicate()


def source_files() -> set[str]:
    """Return what the game is made of, by path."""
    found = (file for folder in FOLDERS for file in (ROOT / folder).rglob("*") if file.is_file())
    made = (".pyc", ".mo", ".po", ".tmp")
    return {file.relative_to(ROOT).as_posix() for file in found if file.suffix not in made}


def test_everything_lies_below_one_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())

    assert {name.partition("/")[0] for name in names} == {
        "wie_pakt_het_op",
        f"wie_pakt_het_op-{VERSION}.dist-info",
    }
    app = "wie_pakt_het_op/app/"
    assert {name.removeprefix(app) for name in names if name.startswith(app)} == {
        *source_files(),
        "manage.py",
        "game/locale/nl/LC_MESSAGES/django.mo",
    }


def test_it_requires_what_was_tested(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        metadata = BytesParser().parsebytes(packed.read(f"wie_pakt_het_op-{VERSION}.dist-info/METADATA"))

    required = {str(Requirement(entry)) for entry in metadata.get_all("Requires-Dist", [])}
    assert required == {str(pin) for pin in requirements(ROOT / "requirements/play.txt")}
    assert metadata["Requires-Python"] == "<3.15,>=3.11"


def test_it_is_built_with_what_is_locked() -> None:
    tested = {str(pin) for pin in requirements(ROOT / "requirements/test.txt")}

    assert set(PROJECT["build-system"]["requires"]) - tested == set()


def test_it_says_its_version_and_what_it_does(laptop: Laptop) -> None:
    help_text = laptop.run("--help")

    assert laptop.run("--version") == f"{COMMAND} {VERSION}\n"
    assert laptop.run("-m", "wie_pakt_het_op", "--version", program="python") == f"{COMMAND} {VERSION}\n"
    assert help_text.startswith(f"usage: {COMMAND} ")
    assert f"  {laptop.data}\n" in help_text
    assert laptop.run("help") == help_text


def test_a_workshop_over_it(laptop: Laptop) -> None:
    before = laptop.files()
    server = laptop.start("--host", "127.0.0.1", "--port", "0")
    printed = read_until(server)
    found = re.search(r"Spelers / players: +(http://127\.0\.0\.1:\d+)/\n", printed)
    assert found is not None
    assert f"  Gegevens / data:            {laptop.data}\n" in printed

    asked = urllib.request.Request(f"{found[1]}/", headers={"Accept-Language": "nl"})
    with urllib.request.urlopen(asked, timeout=60) as answer:
        page = answer.read().decode()
    assert "Naar de tafel" in page
    style = re.search(r'href="(/static/[^"]+\.css)"', page)
    assert style is not None
    with urllib.request.urlopen(found[1] + style[1], timeout=60) as answer:
        assert answer.headers["Content-Type"] == "text/css; charset=utf-8"

    report = json.loads(
        laptop.run("rehearse", "--url", found[1], "--tables", "1", "--seats", "3", "--rounds", "5")
    )
    assert (report["ok"], report["problems"]) == (True, [])
    laptop.run("export", "1", "--to", "uitvoer")
    assert sorted(file.suffix for file in (laptop.work / "uitvoer").iterdir()) == [".json", ".xlsx"]

    server.send_signal(signal.SIGINT)
    _, errors = server.communicate(timeout=60)
    assert (server.returncode, errors) == (0, "")
    assert laptop.files() == before  # everything it wrote is with its data
    assert {"game.sqlite3", "secret-key", "start-key"} <= {file.name for file in laptop.data.iterdir()}
    assert [file.name for file in laptop.home.rglob("*") if file.is_dir()] == [
        ".local",
        "share",
        COMMAND,
        "backups",
    ]
    assert laptop.run("restore").endswith(f"{COMMAND} restore NUMBER\n")


def test_it_goes_as_it_came(laptop: Laptop) -> None:
    laptop.pip("uninstall", "-y", COMMAND)

    left = {path.name for path in laptop.packages.iterdir()} - {"__pycache__"}
    assert left == {"pinned.pth", "config.py"}
    assert not (laptop.scripts / COMMAND).exists()
