"""What every test may ask for: a program of the machine, and a database that behaves as on a laptop."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connections
from django.test import override_settings
from hypothesis import is_hypothesis_test
from hypothesis import settings as hypothesis_settings

from game import kept

# A busy machine is slow now and then, which says nothing about the code.
hypothesis_settings.register_profile("game", deadline=None)
hypothesis_settings.load_profile("game")

CI = os.environ.get("CI") == "true"
MEASURED = {"engine", "protocol", "actions", "management"}
# What needs real pages, and covers what an action does then: forms sent twice at once, limits on tries, and wiping.
ALSO_MEASURED = {"test_once.py", "test_limits.py", "test_wiping.py"}
QUICK_HASHER = "django.contrib.auth.hashers.MD5PasswordHasher"
PACKAGES = {
    "chromium": "chromium",
    "ip": "iproute2",
    "postgres": "postgresql",
    "redis-server": "redis-server",
    "systemd-analyze": "systemd",
}


def find_program(name: str) -> Path | None:
    """Return where a program is; PostgreSQL's server is outside the path on Debian."""
    found = shutil.which(name)
    if found:
        return Path(found)
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return installed[-1] if installed else None


@pytest.hookimpl(tryfirst=True)  # before those that the command line leaves out are left out
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as `measured` the tests of what has to be covered, so that it is theirs; measuring is slow.

    What draws its cases at random may not be needed for it, and `no_cover` says what else only costs time there.
    """
    for item in items:
        if _is_measured(item):
            item.add_marker("measured")


def _is_measured(item: pytest.Item) -> bool:
    is_of_them = bool(set(item.path.parts) & MEASURED) or item.path.name in ALSO_MEASURED
    is_drawn = isinstance(item, pytest.Function) and is_hypothesis_test(item.obj)
    return is_of_them and not is_drawn and item.get_closest_marker("no_cover") is None


@pytest.fixture(autouse=True)
def _no_failed_tries() -> None:
    """Let no test be slowed down by what another one guessed."""
    cache.clear()


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    """Let no test find what another made under rules that it had changed."""
    kept.forget()


@pytest.fixture(autouse=True, scope="session")
def _unhurried() -> Iterator[None]:
    """Let a press act at once, and a password be checked at once: what waits a moment has tests of its own.

    Once for all: a change of a setting is told to twenty receivers, for each of thousands of tests.
    """
    with override_settings(STEADY_SECONDS=0.0, REVEAL_SECONDS=0.0, PASSWORD_HASHERS=[QUICK_HASHER]):
        yield


@pytest.fixture(scope="session")
def require_program() -> Callable[[str], Path]:
    """Give a function that returns a program's path, or skips the test (fails it when CI=true)."""

    def require(name: str) -> Path:
        found = find_program(name)
        if found is None:
            message = f"needs {name}: install the package {PACKAGES.get(name, name)}"
            raise pytest.fail.Exception(message) if CI else pytest.skip.Exception(message)
        return found

    return require


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Test on a SQLite file instead of in memory: locks and threads then behave as in play."""
    settings = connections["default"].settings_dict
    if settings["ENGINE"] == "django.db.backends.sqlite3":
        settings["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")
        # A test may lose its database to a power cut; waiting for the disk would take most of the run.
        settings["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"


def pytest_collection_finish() -> None:
    """Let the collector leave alone what lives as long as the run: going through it all again and again took a twentieth."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let no skipped test pass for a tested one when CI=true."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if CI and reporter and reporter.stats.get("skipped"):
        reporter.write_line("CI=true: a skipped test counts as a failure", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
