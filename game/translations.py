"""Compiles the interface's translations (.po to .mo) with Babel, so that no gettext tools are needed.

Runs at every start and does nothing when nothing changed.
"""

import os
from collections.abc import Iterable
from pathlib import Path


def compile_changed(folders: Iterable[str | Path]) -> list[Path]:
    """Compile every .po under `folders` that is newer than its .mo; returns the .mo files written.

    Raises babel's PoFileError on a file that cannot be read as a catalogue.
    """
    stale = [
        source
        for folder in folders
        for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po"))
        if not _is_fresh(source.with_suffix(".mo"), source)
    ]
    for source in stale:
        _compile(source)
    return [source.with_suffix(".mo") for source in stale]


def _is_fresh(compiled: Path, source: Path) -> bool:
    return compiled.exists() and compiled.stat().st_mtime_ns > source.stat().st_mtime_ns


def _compile(source: Path) -> None:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as text:
        catalogue = read_po(text, locale=source.parent.parent.name, abort_invalid=True)
    target = source.with_suffix(".mo")
    draft = target.with_suffix(f".{os.getpid()}.tmp")
    with draft.open("wb") as out:
        write_mo(out, catalogue)
    draft.replace(target)  # whole or not at all, also when two processes start together
