"""What requirements files name."""

import re
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement


def requirements(path: Path) -> Iterator[Requirement]:
    """Yield what a requirements file names, an `-r` file's too."""
    text = re.sub(r" \\\n *(--hash=\S+)?", " ", path.read_text())
    for line in text.splitlines():
        entry = line.partition("#")[0].strip()
        if entry.startswith("-r "):
            yield from requirements(path.with_name(entry.removeprefix("-r ")))
        elif entry:
            yield Requirement(re.sub(r"--hash=\S+", "", entry).strip())
