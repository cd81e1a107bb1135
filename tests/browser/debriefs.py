"""Panels of games that are in the debrief."""

from tests.browser.panel import Panel
from tests.browser.watch import LAPTOP, Watch
from tests.live.server import Server

ROUNDS = 2


def begin(
    watch: Watch,
    server: Server,
    language: str = "nl",
    *,
    tables: int = 1,
    size: dict[str, int] = LAPTOP,
    rehearsal: bool = True,
) -> Panel:
    """Return the panel of a game in its lobby, by default a rehearsal."""
    page = watch.visitor(language, size=size)
    return Panel.start(page, server, tables=tables, seats=3, rounds=ROUNDS, rehearsal=rehearsal)


def debriefed(panel: Panel) -> Panel:
    """Play to the debrief."""
    for _ in range(3 * ROUNDS + 1):
        panel.next()
    panel.sees("debrief")
    return panel
