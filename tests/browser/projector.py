"""The projector's browser: opened by its own link, it looks and does nothing."""

import json
import re
from typing import Any

from playwright.sync_api import Page, expect

PLAY = ("agree", "act", "outcome")


class Projector:
    """A projector's page; make it with `open`. Knows the page by its ids and its coded words only."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.words: dict[str, str] = json.loads(page.locator("#words").text_content() or "{}")

    @classmethod
    def open(cls, page: Page, link: str) -> "Projector":
        """Open a projector's link, in a browser that has no other right."""
        page.goto(link)
        projector = cls(page)
        projector.is_connected()
        return projector

    def word(self, code: str, **params: Any) -> str:
        """Return the sentence of a code as this page has it, with its names filled in."""
        return self.words[code].format(**params)

    def is_connected(self) -> None:
        """Wait until it says that it is connected."""
        expect(self.page.locator("#foot-state")).to_have_attribute("data-state", "open")
        expect(self.page.locator("#link-state")).to_be_hidden()

    def is_stale(self) -> None:
        """Wait until it says that what it shows may be old."""
        expect(self.page.locator("#link-state")).to_be_visible(timeout=20_000)
        expect(self.page.locator("#foot-state")).to_have_attribute("data-state", "waiting")

    def sees(self, phase: str, round: int | None = None) -> None:
        """Wait for the phase (and the round, while one is played) to be on screen."""
        expect(self.page.locator("body")).to_have_attribute("data-phase", phase)
        expect(self.page.locator(f"#{'play' if phase in PLAY else phase}")).to_be_visible()
        if phase in PLAY and round is not None:
            expect(self.page.locator("#round")).to_have_text(self.word("ui.round_big", round=round))

    def names(self, *aliases: str) -> None:
        """Wait for the lobby to name these people and nobody else."""
        expect(self.page.locator("#lobby-names > li")).to_have_count(len(aliases))
        for alias in aliases:
            name = re.compile(rf"^{re.escape(alias)}\b")
            expect(self.page.locator("#lobby-names > li").filter(has_text=name)).to_have_count(1)

    def counts_ready(self, ready: int, here: int) -> None:
        """Wait for so many of the connected people to be ready."""
        expect(self.page.locator("#ready")).to_have_text(self.word("ui.ready", ready=ready, here=here))

    def shows_debrief(self, view: str, table: int | None = None) -> None:
        """Wait for a step of the debrief to be on screen, about one table of several when `table` is given."""
        title = self.words[f"debrief.{view}.title"]
        of = "" if table is None else f" · {self.word('ui.table', table=table)}"
        expect(self.page.locator("#debrief-title")).to_have_text(title + of)
        expect(self.page.locator("#story > *").first).to_be_visible()
