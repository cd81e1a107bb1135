"""A small disk of a server's own, that a test fills and empties: a tmpfs in a mount namespace that nothing else sees."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import CI
from tests.live.server import Server

SIZE = "6m"
BLOCK = bytes(4096)


class SmallDisk:
    """A disk mounted at `folder` for what runs with `command` before it; whoever makes one closes it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        mount = f"mount -t tmpfs -o size={SIZE} none '{folder}' && echo mounted && exec sleep infinity"
        self._holder = subprocess.Popen(["unshare", "-m", "sh", "-c", mount], stdout=subprocess.PIPE)
        assert self._holder.stdout is not None
        assert self._holder.stdout.readline() == b"mounted\n"
        self.command = ("nsenter", "-m", "-t", str(self._holder.pid), f"--wd={Path.cwd()}")
        self.seen_from_here = Path(f"/proc/{self._holder.pid}/root{folder}")
        self._zeros = self.seen_from_here / "zeros"

    def fill(self) -> None:
        """Leave room for nothing."""
        with self._zeros.open("ab", buffering=0) as zeros:
            try:
                while True:
                    zeros.write(BLOCK)
            except OSError:
                return

    def empty(self) -> None:
        """Take away what filled it."""
        self._zeros.unlink()

    def close(self) -> None:
        """Let go of the disk, which ends with the last program on it."""
        self._holder.kill()
        self._holder.communicate()


@pytest.fixture(scope="module")
def disks() -> None:
    """Skip, or fail when CI=true, where no disk can be made."""
    try:
        made = subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode == 0
    except OSError:
        made = False
    if not made:
        message = "needs root of a Linux machine, and unshare, to make a small disk"
        raise pytest.fail.Exception(message) if CI else pytest.skip.Exception(message)


@pytest.fixture
def disk(disks: None, tmp_path: Path) -> Iterator[SmallDisk]:
    """Give a disk with some room."""
    folder = tmp_path / "disk"
    folder.mkdir()
    made = SmallDisk(folder)
    try:
        yield made
    finally:
        made.close()


@pytest.fixture
def disk_server(disk: SmallDisk) -> Iterator[Server]:
    """Give a server whose data is on that disk."""
    environment = {"DATA_DIR": str(disk.folder), "START_KEY": "start" * 8, "SECRET_KEY": "s" * 50}
    with Server(environment, before=disk.command) as running:
        yield running
