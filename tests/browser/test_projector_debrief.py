"""The debrief on the projector: every picture of every step, read from the last row, for one table, several and forty."""

import pytest
from playwright.sync_api import expect

from game.engine.debrief.loops import LOOPS
from game.engine.debrief.steps import STEPS
from tests.browser.accessibility import barriers
from tests.browser.desk import Desk
from tests.browser.legible import misread
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.projector import Projector
from tests.browser.voice import Voice
from tests.browser.watch import BEAMER, LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser
LANGUAGES = ("nl", "en")
ROUNDS = 5
OF_THE_ROOM = ("feeling", "at_work", "tomorrow")
KEPT = ("funding.trust", "no_rules", "follows.professional.together", "luck.1")
HOSTILE = ('<b>vet</b> & "quotes"', "😀" * 70, "W" * 140, "שלום " * 20)


class Room:
    """A rehearsal in its debrief, the facilitator's socket, and a projector in each language."""

    def __init__(self, watch: Watch, server: Server, tables: int, rounds: int = ROUNDS) -> None:
        self.tables = tables
        self.found: list[str] = []
        panel = Panel.start(
            watch.visitor(size=LAPTOP), server, tables=tables, seats=5, rounds=rounds, rehearsal=True
        )
        self.code = panel.code
        self.desk = Desk(panel.page)
        self.projectors = {
            language: Projector.open(watch.visitor(language, size=BEAMER), panel.projector_link)
            for language in LANGUAGES
        }
        panel.page.close()

    def to_the_debrief(self) -> None:
        """Play all rounds."""
        step = self.desk.step
        while self.desk.room["phase"] != "debrief":
            self.desk.send("next")
            assert self.desk.step != step
            step = self.desk.step

    def show(self, step: str, part: str, table: int | None = None) -> None:
        """Show a picture, and wait until every projector does."""
        self.desk.send("show_debrief", view=step, part=part, table=table)
        for projector in self.projectors.values():
            about = table if self.tables > 1 and step not in OF_THE_ROOM and part != "vote" else None
            projector.shows_debrief(step, about)

    def look(self, state: str) -> None:
        """Look at every projector, at both sizes."""
        for language, projector in self.projectors.items():
            self.found += misread(projector.page, f"{self.tables} tables, {language}, {state}")

    def look_closely(self, state: str) -> None:
        """Look at every projector, and let axe look too."""
        self.look(state)
        self.found += barriers(self.projectors["nl"].page, f"{self.tables} tables, {state}")


@pytest.mark.parametrize("tables", [1, 6, 40])
def test_every_picture_can_be_read_at_ten_metres(watch: Watch, browser_server: Server, tables: int) -> None:
    room = Room(watch, browser_server, tables)
    with room.desk:
        room.to_the_debrief()
        for code in KEPT:
            room.desk.send("try_what_if", code=code, since=1, shown=True)
        room.desk.send("doubt", constant="admin", value=0.0)
        for step, parts in STEPS.items():
            for part in parts:
                if part == "courses" and tables > 1:
                    continue
                room.show(step, part)
                (room.look_closely if tables < 40 else room.look)(f"{step}, {part}")
    assert room.found == []
