"""The ES modules that a page's scripts bring along, found by reading their imports."""

import re
from pathlib import Path

from django.conf import settings

STATIC = Path(settings.BASE_DIR) / "static"
AT_ONCE = re.compile(r'^(?:import|export)\b[^;]*?"(\.{1,2}/[^"]+)";', re.MULTILINE)
LATER = re.compile(r'\bimport\(["`](\.{1,2}/[^"`]+)["`]\)')
FILLED_IN = re.compile(r"\$\{\w+\}")


def modules_of(page: str, *, with_later: bool = False) -> list[Path]:
    """Return the files of a page's script and all it imports, sorted; `with_later`: also what comes at its first use."""
    return brought(f"js/pages/{page}.js", with_later=with_later)


def brought(*scripts: str, with_later: bool = False) -> list[Path]:
    """Return the files of these scripts and all they import, sorted; `with_later`: also what comes at its first use."""
    found: set[Path] = set()
    todo = [STATIC / script for script in scripts]
    while todo:
        file = todo.pop()
        if file in found:
            continue
        found.add(file)
        text = file.read_text()
        asked = AT_ONCE.findall(text) + (LATER.findall(text) if with_later else [])
        todo += [named.resolve() for one in asked for named in _named(file.parent, one)]
    return sorted(found)


def _named(folder: Path, address: str) -> list[Path]:
    """Return the files that an import can mean: every one that fits where an address is put together."""
    fits = FILLED_IN.sub("*", address)
    return [folder / address] if fits == address else list(folder.glob(fits))
