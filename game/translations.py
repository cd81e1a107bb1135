"""Compiles the interface's translations (.po to .mo) with Babel, so that no gettext tools are needed.

Runs at every start and does nothing when nothing changed.
"""

import contextlib
import logging
import os
from collections.abc import Iterable
from pathlib import Path

log = logging.getLogger(__name__)


def compile_changed(folders: Iterable[str | Path]) -> list[Path]:
    """Compile every .po under `folders` that is newer than its .mo; returns the .mo files written.

    What cannot be written stays as it is, with a warning. Raises babel's PoFileError on a file that cannot be read as a
    catalogue.
    """
    stale = [
        source
        for folder in folders
        for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po"))
        if not _is_fresh(source.with_suffix(".mo"), source)
    ]
    return [source.with_suffix(".mo") for source in stale if _compile(source)]


def _is_fresh(compiled: Path, source: Path) -> bool:
    return compiled.exists() and compiled.stat().st_mtime_ns > source.stat().st_mtime_ns


def _compile(source: Path) -> bool:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as text:
        catalogue = read_po(text, locale=source.parent.parent.name, abort_invalid=True)
    target = source.with_suffix(".mo")
    draft = target.with_suffix(f".{os.getpid()}.tmp")
    try:
        with draft.open("wb") as out:
            write_mo(out, catalogue)
        draft.replace(target)  # whole or not at all, also when two processes start together
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink()
        found = "older ones are used" if target.exists() else "pages are in English"
        log.warning("could not write the translations to %s (%s); %s", target, error.strerror, found)
        return False
    return True
