"""A test that needs a program which is not there skips on a laptop and fails where nothing may be skipped."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.servers

ROOT = Path(__file__).resolve().parents[2]
NEEDS = "def test_needs(require_program):\n    require_program('no-such-program')\n"
SKIPS = "\nimport pytest\ndef test_skips():\n    pytest.skip('not today')\n"


@pytest.mark.parametrize(
    ("test", "ci", "code", "ends_with"),
    [
        (NEEDS, "", 0, "1 skipped"),
        (NEEDS + SKIPS, "true", 1, "1 failed, 1 skipped"),
    ],
)
def test_a_missing_program(tmp_path: Path, test: str, ci: str, code: int, ends_with: str) -> None:
    (tmp_path / "test_it.py").write_text(test)
    options = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(tmp_path), "-p", "no:cacheprovider"]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "tests.conftest", *options, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "CI": ci},
        capture_output=True,
        text=True,
    )

    assert run.returncode == code, run.stdout
    assert run.stdout.splitlines()[-1].startswith(ends_with)
