"""What is said of a broken content file: which file, which line, and why."""

from pathlib import Path


class ContentError(Exception):
    """A content file that cannot be used; `line` counts from 1."""

    def __init__(self, file: Path, line: int, reason: str) -> None:
        super().__init__(f"{file.name}:{line}: {reason}")
        self.file = file
        self.line = line
        self.reason = reason
