"""A workshop as sheets of rows and game files, to take along; it knows no spreadsheet format and no page.

`collect` reads the database once; everything after it is pure, so that it can run beside the server's threads.
"""

from game.selectors.export.build import Export, build
from game.selectors.export.people import Chair
from game.selectors.export.reading import Collected, collect
from game.selectors.export.sheets import Cell, Sheet

__all__ = ["Cell", "Chair", "Collected", "Export", "Sheet", "build", "collect"]
