"""What the wheel gets when it is built: the play lock's pins as requirements, and compiled translations."""

import re
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface


def pins(lock: Path) -> list[str]:
    """Return the requirements in a lock file, exact and with their markers; hashes cannot be said in a wheel."""
    lines = lock.read_text(encoding="utf-8").splitlines()
    return [line.removesuffix("\\").strip() for line in lines if re.match(r"[\w.-]+==", line)]


class Requirements(MetadataHookInterface):
    """Fills in `dependencies`."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Take them from the lock, so that what is installed with the wheel is what was tested."""
        metadata["dependencies"] = pins(Path(self.root) / "requirements" / "play.txt")


class Translations(BuildHookInterface[Any]):
    """Compiles the translations, since the folder that a wheel is installed to may be read-only."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the .mo files beside their sources, from where the wheel takes them."""
        sys.path.insert(0, self.root)
        from game.translations import compile_changed

        compile_changed([Path(self.root) / "game" / "locale"])
