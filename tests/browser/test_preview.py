"""What stands under the panel's button is what the big screen then shows, in every state of a whole game."""

import re

import pytest
from playwright.sync_api import expect

from game.engine.debrief.steps import PICTURES
from tests.browser.panel import Panel
from tests.browser.projector import Projector
from tests.browser.watch import BEAMER, LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser

# By what the preview announces: what the projector then has of its own, in one drawing.
ONE = {
    "agree.one": "#street-tasks > li",
    "act.one": "#street-tasks .street-holder",
    "outcome.one": "#street-tasks .quality",
    "time_out": "#time-out-clock",
    "what_happened.luck": "#story:not(:has(table, figure)) > .story-claim",
    "what_happened.film": "#story .film-strip .still",
    "what_happened.gap": "#story .gap-table",
    "more": "#story .circle",
    "pattern.circle_after": "#story :is(.circle, .purse-way)",
    "pattern.circle_doubt": "#story .circle.of-doubt",
    "pattern.circle_answer": "#story .believed",
    "what_happened.film_on": "#story .film",
    "what_happened.gap_on": "#story .gap-table",
    "what_happened.luck_guessed": "#story .luck-grid",
    "what_happened.luck_dice": "#story .luck-grid",
    "what_happened.luck_answer": "#story .luck-grid",
    "turning.turns_on": "#story :is(.turn-cards, .turn-rows)",
    "sensible.logic_chosen": "#story .chairs",
    "sensible.logic_got": "#story .got",
    "sensible.claim_on": "#story .discoveries",
    "what_if.vote_on": "#story .voted",
    "turning.turns": "#story .under-gardens .still",
    "pattern.circle": "#story .circle > .state",
    "sensible.logic": "#story .chair",
    "sensible.funding": "#story .paid-ways",
    "sensible.claim": "#story .thought",
    "what_if.vote": "#story .tally.vote",
    "what_if.streets": "#story .two-streets .still",
    "tomorrow.take_home": "#story .take-home-qr",
    "tomorrow.photo": "#story .photo-pair .still",
    "feeling.finale": "#finale-streets svg",
    "closed": "#closed h1",
}
# The other pictures are told apart by their title, which is that of their code.
TITLED = {
    f"{step}.{one.part}" for step, pictures in PICTURES.items() for one in pictures if one.on != "request"
} - set(ONE)
MANY = {
    "agree.many": "#grid .cell-lines li",
    "act.many": "#grid .cell-lines li",
    "outcome.many": "#grid .cell-fact.quality",
    "what_happened.gap": "#story .gap-tables",
    "what_happened.film": "#story .side .film-line",
    "pattern.circle.many": "#story :is(.circle, .circle-ways, .circle-two)",
    "more": "#story :is(.circle-ways, .circle)",
    "what_happened.film_on": "#story .film",
    "what_happened.gap_on": "#story .gap-tables",
    "what_happened.luck_guessed": "#story .luck-rounds .closed",
    "what_happened.luck_dice": "#story .luck-rounds",
    "what_happened.luck_answer": "#story .luck-rounds",
    "turning.turns_on": "#story :is(.turn-side, .turn-rows)",
    "sensible.logic_got": "#story .logic-rows",
    "sensible.claim_on": "#story .discoveries",
    "what_if.vote_on": "#story .voted",
    "turning.turns.many": "#story .side .chart",
    "sensible.funding.many": "#story .side .side-bars .named",
    "sensible.logic.rows": "#story .logic-rows",
    "what_if.streets.many": "#story .two-rows > li",
}


ANY_VIEW = re.compile(".")


def shows(projector: Projector, tables: int, code: str, how: str) -> None:
    """Wait until the projector has what was announced."""
    page = projector.page
    drawn = (MANY if tables > 1 else ONE).get(code) or ONE.get(code)
    if code in TITLED and how != "compared":
        expect(page.locator("#story .chart-title").first).to_have_text(projector.word(f"debrief.{code}"))
    elif drawn and how != "compared":
        expect(page.locator(drawn).first).to_be_visible()
    sides = page.locator("#story .side:not(.compared .side)")
    compared = page.locator("#story .compared")
    if how:
        expect(compared if how == "compared" else sides.nth(1)).to_be_visible()
    elif code not in MANY:
        expect(sides).to_have_count(0)


@pytest.mark.parametrize(("tables", "rounds"), [(1, 5), (3, 5), (2, 1)])
def test_the_preview_is_what_the_big_screen_then_shows(
    watch: Watch, browser_server: Server, tables: int, rounds: int
) -> None:
    settings = {"tables": tables, "seats": 3, "rounds": rounds, "rehearsal": True}
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server, **settings)
    projector = Projector.open(watch.visitor(size=BEAMER), panel.projector_link)
    seen, last = set(), ""
    while last != "closed":
        preview = panel.page.locator("#preview")
        expect(preview).to_have_attribute("data-view", ANY_VIEW)  # the debrief's comes with its pictures
        coming = preview.get_attribute("data-view")
        if tables == 2 and coming == "undercurrent.ours":
            panel.switch("compare", on=True)
            expect(preview).to_have_attribute("data-how", "compared")
        last, how = (preview.get_attribute(name) or "" for name in ("data-view", "data-how"))
        told = panel.page.locator("#preview-text").text_content()
        panel.next()
        shows(projector, tables, last, how)
        named = panel.words[f"ui.panel.preview.{last}"]
        assert how or told in [named.format(round=round) for round in range(1, rounds + 1)]
        seen.add((last, how))
    known = {*ONE, *MANY, *TITLED}
    assert {code for code, _ in seen} <= known
    assert tables > 1 or {*ONE, *TITLED} == {code for code, _ in seen}
    assert tables != 3 or {*MANY} <= {code for code, _ in seen}
    expect(panel.page.locator("#preview")).to_be_hidden()
