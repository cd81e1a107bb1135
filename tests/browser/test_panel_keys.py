"""The facilitator's keys and a presenter's clicker: one press each, none while typing, and a list of them."""

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import barriers
from tests.browser.panel import Panel
from tests.browser.projector import Projector
from tests.browser.watch import BEAMER, LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser


@pytest.fixture
def panel(watch: Watch, browser_server: Server) -> Panel:
    """Give the panel of a rehearsal of two rounds at one table, in the lobby."""
    page = watch.visitor(size=LAPTOP)
    return Panel.start(page, browser_server, tables=1, seats=3, rounds=2, rehearsal=True)


@pytest.mark.parametrize(
    ("on", "back"), [("Space", "ArrowLeft"), ("ArrowRight", "ArrowLeft"), ("PageDown", "PageUp")]
)
def test_on_and_back(panel: Panel, on: str, back: str) -> None:
    panel.press(on)
    panel.sees("agree", 1)
    panel.press(on)
    panel.sees("act", 1)
    panel.press(back)
    panel.answer(False)
    panel.sees("act", 1)
    panel.press(back)
    panel.answer()
    panel.sees("agree", 1)


def test_pause_and_what_lies_over_the_big_screen(watch: Watch, panel: Panel) -> None:
    projector = Projector.open(watch.visitor(size=BEAMER), panel.projector_link)
    panel.press("p")  # there is no time to stop in the lobby
    panel.next()
    panel.press("p")
    expect(panel.page.locator("#paused")).to_be_visible()
    panel.press("P")
    expect(panel.page.locator("#paused")).to_be_hidden()
    for key, cover in (("q", "qr"), ("b", "blank"), (".", "blank")):
        panel.press(key)
        expect(projector.page.locator(f"#cover-{cover}")).to_be_visible()
        expect(panel.page.locator(f"#cover-{cover}")).to_have_attribute("aria-pressed", "true")
        panel.press(key)
        expect(projector.page.locator("#cover")).to_be_hidden()
        expect(panel.page.locator(f"#cover-{cover}")).to_have_attribute("aria-pressed", "false")
    panel.sees("agree", 1)


@pytest.mark.parametrize("browser", ["chromium"], indirect=True)  # the shell has no windows to fill
def test_full_screen(panel: Panel) -> None:
    panel.press("f")
    expect(panel.page.locator(":fullscreen")).to_have_count(1)
    panel.press("f")
    expect(panel.page.locator(":fullscreen")).to_have_count(0)


def test_the_list_of_keys(panel: Panel) -> None:
    panel.press("?")
    expect(panel.page.locator("#keys")).to_be_visible()
    assert barriers(panel.page, "panel, keys") == []
    panel.page.keyboard.press("PageDown")  # meant for the list, not for the game
    panel.page.keyboard.press("Escape")
    expect(panel.page.locator("#keys")).to_be_hidden()
    panel.sees("lobby")


def test_typing_is_not_pressing(panel: Panel) -> None:
    panel.next()
    panel.open_clock()
    panel.page.locator("#own-minutes").focus()
    for key in ("b", "p", "q", "?", ".", "Space", "ArrowLeft", "ArrowRight", "PageDown"):
        panel.page.keyboard.press(key)
    panel.page.locator("#auto-close").focus()
    panel.page.keyboard.press("Space")  # belongs to what has the focus
    expect(panel.page.locator("#auto-close")).to_be_checked()
    panel.press("ArrowRight")  # what was pressed before this would have been carried out before it
    panel.sees("act", 1)
    expect(panel.page.locator("#paused")).to_be_hidden()
    expect(panel.page.locator("[role=dialog]:visible")).to_have_count(0)
    for cover in ("qr", "blank"):
        expect(panel.page.locator(f"#cover-{cover}")).to_have_attribute("aria-pressed", "false")


def test_a_clicker_works_while_the_big_screen_is_in_front(panel: Panel) -> None:
    projector = Projector.open(panel.page.context.new_page(), panel.projector_link)
    projector.page.keyboard.press("PageDown")
    projector.sees("agree", 1)
    projector.page.keyboard.press("b")
    expect(projector.page.locator("#cover-blank")).to_be_visible()
    expect(panel.page.locator("#cover-blank")).to_have_attribute(
        "aria-pressed", "true"
    )  # which now takes it away
    projector.page.keyboard.press("b")
    expect(projector.page.locator("#cover")).to_be_hidden()
    panel.sees("agree", 1)
