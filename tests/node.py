"""Runs scripts outside a browser."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run_node(script: Path, *words: str, package: str | None = None) -> str:
    """Return what a script prints; skips the test where there is no Node.js, which a page does not need, or not the
    `package` that the script imports."""
    node = shutil.which("node")
    is_missing = package is not None and not (ROOT / "node_modules" / package).is_dir()
    if (node is None or is_missing) and os.environ.get("CI") != "true":
        pytest.skip(f"{'node' if node is None else package} is not installed")
    run = subprocess.run([node or "node", str(script), *words], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return run.stdout
