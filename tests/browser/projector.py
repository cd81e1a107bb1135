"""The projector's browser: opened by its own link, it looks and does nothing."""

import json
import re
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.sentences import filled
from tests.browser.watch import WAIT_MS

REMARKS = ("#link-state", "#paused", "#foot-away")
# Notes every beat of an outcome that is shown, in order, with its heading.
WATCH_BEATS = """() => {
  window.beats = [];
  new MutationObserver(() => {
    const { phase, reveal } = document.body.dataset;
    const heading = document.getElementById("phase").textContent;
    if (phase === "outcome" && window.beats.at(-1)?.[0] !== reveal) window.beats.push([reveal, heading]);
  }).observe(document.body, { attributes: true });
}"""
PLAY = ("agree", "act", "outcome")


class Projector:
    """A projector's page; make it with `open`. Knows the page by its ids and its coded words only."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.words: dict[str, str] = json.loads(page.locator("#words").text_content() or "{}")

    def take_words(self) -> None:
        """Take what the page fetches for the debrief, unless it came with that."""
        if "debrief.title" not in self.words:
            fetched = self.page.evaluate("fetch(document.body.dataset.words).then((answer) => answer.json())")
            self.words |= fetched["words"]

    @classmethod
    def open(cls, page: Page, link: str) -> "Projector":
        """Open a projector's link, in a browser that has no other right."""
        page.goto(link)
        projector = cls(page)
        projector.is_connected()
        return projector

    def word(self, code: str, **params: Any) -> str:
        """Return the sentence of a code as this page has it, with its names filled in."""
        if code.startswith("debrief."):
            self.take_words()
        return filled(self.page, self.words, code, params)

    def is_connected(self) -> None:
        """Wait until it says that it is connected."""
        expect(self.page.locator("#foot-state")).to_have_attribute("data-state", "open")
        expect(self.page.locator("#link-state")).to_be_hidden()

    def is_stale(self) -> None:
        """Wait until it says that what it shows may be old."""
        expect(self.page.locator("#link-state")).to_be_visible()
        expect(self.page.locator("#foot-state")).to_have_attribute("data-state", "waiting")

    def sees(self, phase: str, round: int | None = None) -> None:
        """Wait for the phase (and the round, while one is played) to be on screen."""
        expect(self.page.locator("body")).to_have_attribute("data-phase", phase)
        expect(self.page.locator(f"#{'play' if phase in PLAY else phase}")).to_be_visible()
        if phase in PLAY and round is not None:
            expect(self.page.locator("#round")).to_have_text(self.word("ui.projector.round", round=round))

    def names(self, *aliases: str) -> None:
        """Wait for the lobby to name these people and nobody else."""
        expect(self.page.locator("#lobby-names > li")).to_have_count(len(aliases))
        for alias in aliases:
            name = re.compile(rf"^{re.escape(alias)}\b")
            expect(self.page.locator("#lobby-names > li").filter(has_text=name)).to_have_count(1)

    def lights(self, *counts: str) -> None:
        """Wait for the lobby's streets to say so many seats are taken, table by table, and for nobody's name."""
        expect(self.page.locator("#lobby-streets .small-fact")).to_have_text(list(counts))
        expect(self.page.locator("#lobby-streets svg")).to_have_count(len(counts))
        expect(self.page.locator("#lobby-names")).to_be_hidden()

    def counts_ready(self, ready: int, here: int) -> None:
        """Wait for so many of the connected people to be ready."""
        expect(self.page.locator("#ready")).to_have_text(self.word("ui.ready", ready=ready, here=here))

    def has_footer(self, code: str) -> None:
        """Wait for the footer to tell where and with which code to join, and that this is live."""
        host = self.page.url.split("/")[2]
        expect(self.page.locator(".foot-address")).to_contain_text(host.split(":")[-1])
        expect(self.page.locator(".foot-code")).to_have_text(code)
        expect(self.page.locator("#foot-word")).to_have_text(self.word("ui.projector.link.open"))

    def is_covered(self, cover: str) -> None:
        """Wait until this lies over it: blank, qr, or nothing at all."""
        for one in ("blank", "qr"):
            expect(self.page.locator(f"#cover-{one}")).to_be_visible(visible=one == cover)

    @property
    def on_top(self) -> list[str]:
        """What lies uppermost in the middle, at the head and at the foot."""
        places = "[0.02, 0.5, 0.98].map((high) => document.elementFromPoint(innerWidth / 2, innerHeight * high).id)"
        on_top: list[str] = self.page.evaluate(places)
        return on_top

    def has_theme(self, theme: str) -> None:
        """Wait until it was told to be light or dark, or left to its browser."""
        selector = f"html[data-theme={theme}]" if theme else "html:not([data-theme])"
        expect(self.page.locator(selector)).to_have_count(1)

    @property
    def is_dark(self) -> bool:
        """Tell whether light letters stand on something dark."""
        shades = "['color', 'backgroundColor'].map((name) => getComputedStyle(document.body)[name])"
        ink, paper = (sum(map(int, re.findall(r"\d+", shade)[:3])) for shade in self.page.evaluate(shades))
        return ink > paper

    def remarks(self) -> dict[str, str]:
        """Return what it says now about the connection, a pause and the facilitator, by the id of the place."""
        places = {place: self.page.locator(place) for place in REMARKS}
        return {place: one.inner_text() for place, one in places.items() if one.is_visible()}

    def watch_beats(self) -> None:
        """Begin to note the beats in which an outcome is uncovered."""
        self.page.evaluate(WATCH_BEATS)

    @property
    def beats(self) -> list[list[str]]:
        """The beats that were shown, in order, each with its heading; "0" is all of it."""
        beats: list[list[str]] = self.page.evaluate("window.beats")
        return beats

    def is_at_beat(self, beat: int) -> None:
        """Wait until this beat of an outcome is shown, 0 for all of it."""
        expect(self.page.locator("body")).to_have_attribute("data-reveal", str(beat))

    def shows_finale(self, pictures: int, tables: int = 1) -> None:
        """Wait for what became of the streets, in so many pictures, before anything is asked."""
        expect(self.page.locator("body")).to_have_attribute("data-phase", "debrief")
        expect(self.page.locator("#debrief-title")).not_to_be_empty()
        expect(self.page.locator("#debrief-title")).to_have_text(
            self.word("debrief.feeling.finale_many" if tables > 1 else "debrief.feeling.finale")
        )
        expect(self.page.locator("#finale :is(svg, canvas)")).to_have_count(pictures)
        expect(self.page.locator("#story")).to_be_hidden()

    def shows_debrief(self, view: str, table: int | None = None, wait_ms: float = WAIT_MS) -> None:
        """Wait for a step of the debrief to be on screen, about one table of several when `table` is given."""
        expect(self.page.locator("body")).to_have_attribute("data-phase", "debrief")
        expect(self.page.locator("#debrief-title")).not_to_be_empty()
        title = self.word(f"debrief.{view}.title")
        of = "" if table is None else f" · {self.word('ui.table', table=table)}"
        expect(self.page.locator("#debrief-title")).to_have_text(title + of, timeout=wait_ms)
        expect(self.page.locator("#story > *").first).to_be_visible()
