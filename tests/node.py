"""Runs scripts outside a browser."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run_node(script: Path, *words: str) -> str:
    """Return what a script prints; skips the test where there is no Node.js, which a page does not need."""
    node = shutil.which("node")
    if node is None and os.environ.get("CI") != "true":
        pytest.skip("node is not installed")
    run = subprocess.run([node or "node", str(script), *words], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return run.stdout
