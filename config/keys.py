"""Secrets of a laptop installation: made once, kept in files that only their owner can read.

A hosted installation gives its secrets by environment and never comes here.
"""

import os
import secrets
from pathlib import Path


def key_in_file(path: Path, size: int = 32) -> str:
    """Return the secret kept in `path`; makes one of `size` random bytes first when there is none.

    It is written in hexadecimal digits, so that none is taken for an option where it is typed after `--key`.
    Safe when several processes start at once: one of them makes the file, all return what it holds.
    """
    try:
        return _read(path)
    except FileNotFoundError:
        pass
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    draft.touch(mode=0o600)
    draft.write_text(secrets.token_hex(size) + "\n", encoding="ascii")
    try:
        os.link(draft, path)  # fails when another process was first, and never shows a half-written file
    except FileExistsError:
        pass
    except OSError:  # no links here, as on a memory stick; then the last of those who start at once is right
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return _read(path)


def _read(path: Path) -> str:
    key = path.read_text(encoding="utf-8-sig").strip()
    if not key:
        raise ValueError(f"{path} is empty; remove it and a new one is made")
    return key
