"""The projector: several tables side by side, nothing private, never old without saying so, and nothing to press."""

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import barriers
from tests.browser.legible import misread
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


@pytest.fixture
def rehearsal(watch: Watch, browser_server: Server) -> Panel:
    """Give the panel of a rehearsal at one table, in the lobby."""
    page = watch.visitor(size=LAPTOP)
    return Panel.start(page, browser_server, tables=1, seats=3, rehearsal=True)


def test_several_tables_side_by_side(watch: Watch, panel: Panel, projector: Projector) -> None:
    # Names that are in no sentence: what befalls a street may be about a wing mirror (autospiegel) or a blackbird.
    aliases = ("Boomklever", "Wielewaal", "Kwartelkoning")
    for table, alias in enumerate(aliases, start=1):
        Phone.join(watch.visitor(), panel.code, alias, table=table)
    projector.lights("1/3", "1/3", "1/3")
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
    for view, picture in (("what_happened", "cost"), ("undercurrent", "crossing")):
        panel.show_debrief(view)
        projector.shows_debrief(view)
        panel.picture(picture).dispatch_event(
            "click"
        )  # also where a step has one picture, and no button in sight
        expect(projector.page.locator("#story .side .chart")).to_have_count(3)
        found += barriers(projector.page, f"{view}, side by side")
        panel.show_debrief(view, 2)
        projector.shows_debrief(view, 2)
        found += barriers(projector.page, f"{view}, table 2")
    assert found == []


def test_the_facilitator_covers_it(watch: Watch, rehearsal: Panel) -> None:
    projector = Projector.open(watch.visitor(size=BEAMER), rehearsal.projector_link)
    rehearsal.next()
    projector.sees("agree", 1)
    rehearsal.page.locator("#cover-blank").click()
    projector.is_covered("blank")
    assert projector.on_top == ["cover-blank"] * 3
    projector.page.reload()
    projector.is_covered("blank")
    rehearsal.page.locator("#cover-qr").click()
    projector.is_covered("qr")
    projector.has_footer(rehearsal.code)
    found = barriers(projector.page, "code over it")
    code = projector.page.locator("#cover-qr .lobby-code").inner_text().split()[-1]
    Phone.join(watch.visitor(), code, "Egel", lobby=False).sees("agree")
    rehearsal.next()  # goes on under it
    rehearsal.press("q")
    projector.is_covered("")
    projector.sees("act", 1)
    assert found == []


@pytest.mark.parametrize("browser", ["chromium"], indirect=True)  # the shell has no windows to fill
def test_full_screen_and_what_can_be_pressed(projector: Projector) -> None:
    button = projector.page.locator("#full")
    projector.page.mouse.move(300, 300)
    expect(button).to_be_visible()
    button.click()
    expect(projector.page.locator(":fullscreen")).to_have_count(1)
    expect(button).to_be_hidden()
    projector.page.keyboard.press("f")
    expect(projector.page.locator(":fullscreen")).to_have_count(0)
    projector.page.mouse.move(400, 300)
    projector.page.evaluate("document.activeElement.blur()")
    expect(button).to_be_hidden()  # by itself, a moment after the pointer came to rest


def test_the_debrief_comes_and_goes_without_a_reload(watch: Watch, rehearsal: Panel) -> None:
    projector = Projector.open(watch.visitor(size=BEAMER), rehearsal.projector_link)
    projector.page.evaluate("window.isThisPage = true")
    for phase in ("agree", "act", "outcome"):
        rehearsal.next()
        projector.sees(phase, 1)
    projector.page.route("**/words/", lambda route: route.abort(), times=1)  # what fails is asked for again
    with watch.expecting("ERR_FAILED|the debrief did not come"):
        rehearsal.end_early()
        projector.shows_finale(1)
    expect(projector.page.locator("main .s-street:not(.s-sign)")).to_have_count(1)  # none is kept unseen
    rehearsal.go_back()
    projector.sees("outcome", 1)
    expect(projector.page.locator("#picture svg")).to_be_visible()
    rehearsal.end_early()
    projector.shows_finale(1)
    assert projector.page.evaluate("window.isThisPage") is True


def test_dark_and_light(panel: Panel, projector: Projector) -> None:
    panel.page.locator("#open-settings").click()
    for theme, is_dark in (("dark", True), ("light", False), ("", False)):
        panel.page.locator("#theme").select_option(theme)
        projector.has_theme(theme)
        assert projector.is_dark == is_dark
    projector.page.emulate_media(color_scheme="dark")
    assert projector.is_dark


def test_what_holds_the_game_up_reads_differently(watch: Watch, rehearsal: Panel) -> None:
    projector = Projector.open(watch.visitor(size=BEAMER), rehearsal.projector_link)
    rehearsal.next()
    projector.sees("agree", 1)
    projector.has_footer(rehearsal.code)
    assert projector.remarks() == {}
    rehearsal.pause()
    expect(projector.page.locator("#paused")).to_be_visible()
    paused = projector.remarks()
    with watch.expecting("ERR_INTERNET_DISCONNECTED"):
        projector.page.context.set_offline(True)
        projector.is_stale()
        lost = projector.remarks()
        found = barriers(projector.page, "paused, lost") + misread(projector.page, "paused, lost")
        rehearsal.next()
        projector.page.context.set_offline(False)
        projector.is_connected()
    projector.sees("act", 1)
    rehearsal.page.close()
    expect(projector.page.locator("#foot-away")).to_be_visible(timeout=60_000)
    away = projector.remarks()
    found += barriers(projector.page, "facilitator away") + misread(projector.page, "facilitator away")
    assert [list(paused), list(lost), list(away)] == [
        ["#paused"],
        ["#link-state", "#paused"],
        ["#foot-away"],
    ]
    assert len({*paused.values(), *lost.values(), *away.values()}) == 3
    assert found == []


def test_a_link_that_is_not_one(watch: Watch) -> None:
    page = watch.visitor(size=BEAMER)
    with watch.expecting("status of 404"):
        page.goto("/projector/guessed/")
        assert barriers(page, "unknown projector") == []


HEAR = """() => {
  const start = OscillatorNode.prototype.start;
  window.heard = 0;
  OscillatorNode.prototype.start = function (...when) { window.heard += 1; return start.apply(this, when); };
}"""


def test_the_room_hears_what_opens_once_it_is_on_and_somebody_pressed_there(
    watch: Watch, rehearsal: Panel
) -> None:
    panel, projector = rehearsal, Projector.open(watch.visitor(size=BEAMER), rehearsal.projector_link)
    page, asks = projector.page, projector.page.locator("#sound-asleep")
    page.evaluate(HEAR)
    expect(panel.page.locator("#sound")).to_have_attribute("aria-pressed", "false")
    expect(asks).to_be_hidden()
    panel.page.locator("#sound").click()
    expect(panel.page.locator("#sound")).to_have_attribute("aria-pressed", "true")
    expect(asks).to_be_visible()  # browsers keep a page silent until then
    assert page.evaluate("window.heard") == 0
    asks.click()
    expect(asks).to_be_hidden()
    page.wait_for_function("window.heard > 0")  # to hear that it works
    before = page.evaluate("window.heard")
    panel.next()
    projector.sees("agree", 1)
    page.wait_for_function("before => window.heard > before", arg=before)
    panel.page.locator("#sound").click()
    expect(panel.page.locator("#sound")).to_have_attribute("aria-pressed", "false")
