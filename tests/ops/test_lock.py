"""The locks are complete: what is installed with `--no-deps` needs nothing else, on any system or Python."""

import json
import re
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.ops.locks import requirements

ROOT = Path(__file__).resolve().parents[2]
PYTHONS = ["3.11.0", "3.11.9", "3.12.1", "3.13.0", "3.14.0"]
SYSTEMS = [("linux", "posix", "Linux"), ("darwin", "posix", "Darwin"), ("win32", "nt", "Windows")]
MACHINES = [
    {
        "python_full_version": python,
        "python_version": python.rpartition(".")[0],
        "sys_platform": system,
        "os_name": os_name,
        "platform_system": platform,
        "platform_machine": "x86_64",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "extra": "",
    }
    for python in PYTHONS
    for system, os_name, platform in SYSTEMS
]


def lacking(wanted: Iterable[Requirement], lock: Iterable[Requirement], machine: dict[str, str]) -> list[str]:
    """Return what is needed on a machine, extras included, and not met by the lock."""
    pins = {
        canonicalize_name(pin.name): next(iter(pin.specifier)).version
        for pin in lock
        if pin.marker is None or pin.marker.evaluate(machine)
    }
    missing: list[str] = []
    queue = [entry for entry in wanted if entry.marker is None or entry.marker.evaluate(machine)]
    seen: set[tuple[str, frozenset[str]]] = set()
    while queue:
        entry = queue.pop()
        name = canonicalize_name(entry.name)
        if name not in pins or not entry.specifier.contains(pins[name], prereleases=True):
            missing.append(f"{entry.name}{entry.specifier}, locked {pins.get(name)}")
            continue
        if (name, frozenset(entry.extras)) in seen:
            continue
        seen.add((name, frozenset(entry.extras)))
        for extra in {"", *entry.extras}:
            queue += [
                needed
                for needed in declared(name)
                if needed.marker is None or needed.marker.evaluate({**machine, "extra": extra})
            ]
    return missing


@cache
def declared(name: str) -> list[Requirement]:
    """Return what an installed distribution says it needs; what is for other systems is not here to be asked."""
    try:
        return [Requirement(needed) for needed in requires(name) or []]
    except PackageNotFoundError:
        return []


@pytest.mark.parametrize("name", ["play", "test"])
@pytest.mark.parametrize(
    "machine", MACHINES, ids=lambda each: f"{each['sys_platform']}-{each['python_full_version']}"
)
def test_a_lock_is_complete(name: str, machine: dict[str, str]) -> None:
    folder = ROOT / "requirements"

    assert lacking(requirements(folder / f"{name}.in"), requirements(folder / f"{name}.txt"), machine) == []


def test_what_is_not_complete_is_found() -> None:
    wanted = [Requirement("pytest-cov")]
    lock = [pin for pin in requirements(ROOT / "requirements/test.txt") if pin.name != "coverage"]

    assert [gap.partition("[")[0] for gap in lacking(wanted, lock, MACHINES[0])] == [
        "coverage>=7.10.6, locked None"
    ]


def test_only_what_is_for_other_machines_could_not_be_asked() -> None:
    pins = requirements(ROOT / "requirements/test.txt")

    unasked = []
    for pin in pins:
        try:
            requires(pin.name)
        except PackageNotFoundError:
            unasked.append(pin)
    assert [pin.name for pin in unasked if pin.marker is None or pin.marker.evaluate()] == []


@pytest.mark.parametrize("name", ["play", "test"])
def test_every_pin_is_exact_and_has_hashes(name: str) -> None:
    text = (ROOT / f"requirements/{name}.txt").read_text()
    entries = re.split(r"\n(?=[a-z])", text)[1:]

    assert [
        entry for entry in entries if "--hash=sha256:" not in entry or not re.match(r"[\w.-]+==", entry)
    ] == []
    assert "://" not in text


def test_the_tests_play_with_what_is_played_with() -> None:
    played = {
        (pin.name, str(pin.specifier), str(pin.marker))
        for pin in requirements(ROOT / "requirements/play.txt")
    }
    tested = {
        (pin.name, str(pin.specifier), str(pin.marker))
        for pin in requirements(ROOT / "requirements/test.txt")
    }

    assert played - tested == set()


@pytest.mark.parametrize("name", ["Makefile", "Dockerfile", "deploy/debian/install.sh"])
def test_locks_are_installed_as_they_are(name: str) -> None:
    """pip would otherwise resolve extras anew, and refuse or take what was released since."""
    text = (ROOT / name).read_text()
    text = re.sub(r"\$\(INSTALL\)", re.search(r"INSTALL := (.*)", text + "INSTALL := ")[1], text)  # type: ignore[index]
    installs = [line for line in text.splitlines() if "pip install" in line and "requirements/" in line]

    assert len(installs) == {"Makefile": 2, "Dockerfile": 1, "deploy/debian/install.sh": 1}[name]
    for line in installs:
        assert {"--no-deps", "--require-hashes"} <= set(line.split()), line
        assert line.rstrip().endswith("pip check"), line


def test_what_checks_scripts_is_pinned_and_names_no_registry() -> None:
    """npm gets exactly that from whichever registry it is set up for; the game itself needs none of it."""
    wanted = json.loads((ROOT / "package.json").read_text())
    text = (ROOT / "package-lock.json").read_text()
    packages = json.loads(text)["packages"]
    root = packages.pop("")

    assert list(wanted["devDependencies"]) == ["eslint", "eslint-plugin-import-x", "globals", "prettier"]
    assert "dependencies" not in wanted
    assert root["devDependencies"] == wanted["devDependencies"]
    pinned = {name.removeprefix("node_modules/"): one["version"] for name, one in packages.items()}
    assert {name: pinned[name] for name in wanted["devDependencies"]} == wanted["devDependencies"]
    assert [name for name, one in packages.items() if not one.get("dev")] == []
    unsealed = [name for name, one in packages.items() if not one.get("integrity", "").startswith("sha512-")]
    assert [name for name in unsealed if not packages[name].get("inBundle")] == []
    assert "omit-lockfile-registry-resolved=true" in (ROOT / ".npmrc").read_text().splitlines()
    assert '"resolved"' not in text
