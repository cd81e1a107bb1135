"""Measures at each size, and prints tables and one line of JSON: `python -m tests.load.bench [people ...]`."""

import json
import os
import platform
import subprocess
import sys
import tempfile
import time

PEOPLE = (50, 200, 500, 1000)
SIZE = "6800"  # bytes of the others' screens: what a phase change brings a phone of ours
BESIDES = (("room",), ("visit",), ("hosted", "200"), ("hosted", "500"))
MILLISECONDS = ("storm", "choose", "first", "median", "p99", "last", "disk")
Figures = dict[str, dict[str, float]]


def measured(people: int) -> Figures:
    """Return the medians of each figure, by server."""
    with tempfile.TemporaryDirectory() as folder:
        usual = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "config.settings"}
        command = [sys.executable, "-m", "tests.load.bench.one", str(people)]
        environment = {**usual, "DATA_DIR": folder, "BENCH_SIZE": SIZE, "MAX_TABLES": "100"}
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True)
    found: Figures = json.loads(done.stdout.splitlines()[-1])
    return found


def besides(module: str, *arguments: str) -> dict[str, dict[str, float]]:
    """Return what a measurement of its own prints."""
    with tempfile.TemporaryDirectory() as folder:
        usual = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "config.settings"}
        usual |= {"DATA_DIR": folder, "MAX_TABLES": "100"}
        command = [sys.executable, "-m", f"tests.load.bench.{module}", *arguments]
        done = subprocess.run(command, env=usual, stdout=subprocess.PIPE, check=True, text=True)
    found: dict[str, dict[str, float]] = json.loads(done.stdout.splitlines()[-1])
    return found


def lines(found: dict[str, dict[str, float]]) -> str:
    """Return what has nothing beside it as lines."""
    return "\n".join(
        f"{of}: {what}".ljust(60) + f"{value:10.2f}"
        for of, all_ in found.items()
        for what, value in all_.items()
    )


def table(people: int, found: Figures) -> str:
    """Return figures as lines: of each server, and how many times the others' ours are."""
    heads = ("floor", "stock", "ours", "× floor", "× stock")
    lines = [f"{people} phones".ljust(20) + "".join(head.rjust(10) for head in heads)]
    for what in found["ours"]:
        is_time = what in MILLISECONDS
        bare, channels, own = (found[name].get(what, 0.0) * (1000 if is_time else 1) for name in heads[:3])
        ratios = "".join(f"{own / other:10.2f}" if other > 0 else f"{'–':>10}" for other in (bare, channels))
        label = f"{what}, ms" if is_time else what
        lines.append(f"{label:20}{bare:10.1f}{channels:10.1f}{own:10.1f}{ratios}")
    return "\n".join(lines)


def main(sizes: list[int]) -> None:
    """Measure at each size."""
    head = ["git", "rev-parse", "--short", "HEAD"]
    result: dict[str, object] = {
        "commit": subprocess.run(head, capture_output=True, text=True, check=False).stdout.strip(),
        "at": time.strftime("%Y-%m-%d %H:%M"),
        "load": os.getloadavg()[0],
        "python": platform.python_version(),
    }
    for people in sizes:
        found = measured(people)
        result[str(people)] = found
        sys.stdout.write(table(people, found) + "\n\n")
        sys.stdout.flush()
    for module, *arguments in BESIDES:
        alone = besides(module, *arguments)
        result |= alone
        sys.stdout.write(lines(alone) + "\n\n")
        sys.stdout.flush()
    sys.stdout.write(json.dumps(result) + "\n")


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or list(PEOPLE))
