"""The projector: several tables side by side, nothing private, never old without saying so, and nothing to press."""

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import barriers
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.projector import Projector
from tests.browser.watch import BEAMER, LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser
HIDDEN = ("eigenaarschap", "verwachting", "regeldruk", "vertrouwen")
FITS = "document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth"


@pytest.fixture
def panel(watch: Watch, browser_server: Server) -> Panel:
    """Give the panel of a game of one round at three tables, in the lobby."""
    return Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=3, seats=3, rounds=1)


@pytest.fixture
def projector(watch: Watch, panel: Panel) -> Projector:
    """Give the projector of that game, in a browser of its own."""
    return Projector.open(watch.visitor(size=BEAMER), panel.projector_link)


def test_several_tables_side_by_side(watch: Watch, panel: Panel, projector: Projector) -> None:
    aliases = ("Egel", "Merel", "Das")
    for table, alias in enumerate(aliases, start=1):
        Phone.join(watch.visitor(), panel.code, alias, table=table)
    projector.names(*aliases)
    found = barriers(projector.page, "lobby")
    for phase in ("agree", "act", "outcome"):
        panel.next()
        projector.sees(phase, 1)
        expect(projector.page.locator("#grid > li")).to_have_count(3)
        found += barriers(projector.page, phase)
        text = projector.page.locator("main").inner_text().lower()
        assert [word for word in (*HIDDEN, *map(str.lower, aliases)) if word in text] == []
        assert projector.page.evaluate(FITS), f"{phase} does not fit on the screen"
    panel.next()
    panel.next()  # from the guess to the dice
    for view in ("what_happened", "undercurrent"):
        panel.show_debrief(view)
        projector.shows_debrief(view)
        # The dice were the same at every table and come once; the lines come per table.
        once, each = (1, 0) if view == "what_happened" else (0, 3)
        expect(projector.page.locator("#story .dice")).to_have_count(once)
        expect(projector.page.locator("#story .side .chart")).to_have_count(each)
        found += barriers(projector.page, f"{view}, side by side")
        panel.show_debrief(view, 2)
        projector.shows_debrief(view, 2)
        found += barriers(projector.page, f"{view}, table 2")
    assert found == []


def test_it_says_when_it_may_be_old(watch: Watch, panel: Panel, projector: Projector) -> None:
    Phone.join(watch.visitor(), panel.code, "Egel")
    with watch.expecting("ERR_INTERNET_DISCONNECTED"):
        projector.page.context.set_offline(True)
        projector.is_stale()
        found = barriers(projector.page, "stale")
        panel.next()
        projector.page.context.set_offline(False)
        projector.is_connected()
    projector.sees("agree", 1)
    assert found == []


def test_a_link_that_is_not_one(watch: Watch) -> None:
    page = watch.visitor(size=BEAMER)
    with watch.expecting("status of 404"):
        page.goto("/projector/guessed/")
        assert barriers(page, "unknown projector") == []
