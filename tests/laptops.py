"""Laptops on networks of their own, for the tests of addresses; import the fixtures where they are used."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import CI
from tests.live.server import ROOT
from tests.networks import Laptop, why_not


@pytest.fixture(scope="module")
def namespaces(require_program: Callable[[str], Path]) -> None:
    """Skip, or fail when CI=true, where networks cannot be made."""
    require_program("ip")
    reason = why_not()
    if reason:
        message = f"needs to make network namespaces, as root of a Linux machine: {reason}"
        raise pytest.fail.Exception(message) if CI else pytest.skip.Exception(message)


@pytest.fixture(scope="module")
def unplayed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the data of a game that nobody played: making its database takes longer than copying it."""
    made = tmp_path_factory.mktemp("data")
    environment = {"PATH": os.environ["PATH"], "DATA_DIR": str(made)}
    command = [sys.executable, "manage.py", "migrate", "--skip-checks"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return made


@pytest.fixture
def laptop(namespaces: None, unplayed: Path, tmp_path: Path) -> Iterator[Laptop]:
    """Give a laptop that is on no network yet."""
    made = Laptop(shutil.copytree(unplayed, tmp_path / "data"))
    try:
        made.start()
        yield made
    finally:
        made.close()
