"""All loops with their figures on the panel: folded away, of the table asked for, and put on the screens by a press."""

import re

import pytest
from playwright.sync_api import expect

from game.engine.debrief.loops import LOOPS
from tests.browser.accessibility import barriers
from tests.browser.debriefs import ROUNDS, begin, debriefed
from tests.browser.panel import Panel
from tests.browser.watch import Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser
REMOTE = {"width": 360, "height": 740}
FITS = "document.documentElement.scrollWidth <= window.innerWidth"
MEANS = "found => found.map((one) => Number(one.textContent.match(/\\d+/)[0]))"


@pytest.fixture
def panel(watch: Watch, browser_server: Server) -> Panel:
    """Give the panel of a game at two tables, at the pattern."""
    panel = debriefed(begin(watch, browser_server, tables=2))
    panel.show_debrief("pattern")
    panel.is_at("pattern", "circle")
    return panel


def test_by_keyboard_a_loop_of_the_list_comes_on_the_screens(panel: Panel) -> None:
    page = panel.page
    rows = page.locator("#loop-rows > li")
    expect(page.locator("#loops-box")).not_to_have_attribute("open", "")
    expect(rows).to_have_count(0)  # nothing is sent until it is asked for
    page.locator("#loops-box > summary").focus()
    page.keyboard.press("Enter")
    expect(rows).to_have_count(len(LOOPS))
    means = page.locator("#loop-rows [data-part=mean]").evaluate_all(MEANS)
    assert means == sorted(means, reverse=True)
    bars = page.locator("#loop-rows [data-part=bars]").first
    assert len(re.findall(r"\d+", bars.get_attribute("aria-label") or "")) == ROUNDS
    first = rows.first
    code = first.get_attribute("data-loop") or ""
    page.keyboard.press("Tab")  # the table
    page.keyboard.press("Tab")
    expect(first.locator("[data-part=pick]")).to_be_focused()
    page.keyboard.press("Enter")
    panel.is_at("pattern", "loops")
    expect(first.locator("[data-part=pick]")).to_have_attribute("aria-pressed", "true")
    expect(first.locator("[data-part=pick]")).to_be_focused()
    expect(page.locator("#loops button[aria-pressed=true]")).to_have_text(panel.word(f"debrief.loop.{code}"))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    links = first.locator("[data-part=links] > li")
    expect(links).not_to_have_count(0)
    expect(links.and_(page.locator(".weakest"))).to_have_count(1)
    found = barriers(page, "panel, all loops")
    page.set_viewport_size(REMOTE)
    assert page.evaluate(FITS)
    assert found + barriers(page, "remote, all loops") == []


def test_the_list_is_of_the_table_that_is_picked_also_over_a_new_connection(
    watch: Watch, panel: Panel
) -> None:
    page = panel.page
    page.locator("#loops-box > summary").click()
    row = page.locator("#loop-rows [data-loop=R1]")
    told = row.locator("[data-part=bars]").get_attribute("aria-label") or ""
    page.locator("#loops-table").select_option("2")
    expect(row.locator("[data-part=bars]")).not_to_have_attribute("aria-label", told)
    of_second = row.locator("[data-part=bars]").get_attribute("aria-label") or ""
    panel.show_debrief("pattern", 1)  # it goes along with the screens
    expect(page.locator("#loops-table")).to_have_value("1")
    expect(row.locator("[data-part=bars]")).to_have_attribute("aria-label", told)
    assert told != of_second
    with watch.expecting("ERR_INTERNET_DISCONNECTED"):
        page.context.set_offline(True)
        expect(page.locator("#link-state")).to_be_visible()
        page.context.set_offline(False)
        expect(page.locator("#link-state")).to_be_hidden()
    page.locator("#loops-table").select_option("2")
    expect(row.locator("[data-part=bars]")).to_have_attribute("aria-label", of_second)
