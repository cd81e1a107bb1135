"""What the panel asks and shows at its ends: an outcome with open answers, a picture of the debrief, a link to keep."""

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import ASK, barriers
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.watch import LAPTOP, Watch
from tests.live.server import Server

# How many shapes of the page are out of their drawing while axe looks, and how many are off the page afterwards.
KEPT = f"""async (options) => {{
  const shapes = [...document.querySelectorAll("svg *")];
  const asked = ({ASK})(options);
  const lost = shapes.filter((shape) => !shape.parentElement).length;
  await asked;
  return [lost, shapes.filter((shape) => !shape.isConnected).length];
}}"""

pytestmark = pytest.mark.browser
HIT = 3  # the round in which something happens to every street


def test_an_outcome_asks_about_who_was_asked_and_has_not_answered(
    watch: Watch, browser_server: Server
) -> None:
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=1, seats=3, rounds=4)
    phone = Phone.join(watch.visitor(), panel.code, "Egel", role="resident")
    panel.counts_people(1)
    for _ in range(3 * HIT):
        panel.next()
    panel.sees("outcome", HIT)
    egel = panel.person("Egel").locator("[data-part=state]")
    expect(egel).to_have_text(panel.word("ui.panel.seat.answers"))
    expect(panel.page.locator("#next")).to_be_enabled()
    panel.page.locator("#next").click()
    title = panel.page.locator("#confirm-title")
    expect(title).to_have_text(panel.word("ui.panel.confirm.unanswered.title"))
    expect(panel.page.locator("#confirm-text")).to_contain_text("Egel")
    found = barriers(panel.page, "somebody has not answered")
    panel.answer(False)
    panel.sees("outcome", HIT)
    assert phone.respond("repair") > 0
    expect(egel).to_have_text(panel.word("ui.panel.seat.looks"))
    panel.next()
    panel.sees("time_out")
    assert found == []


def test_a_rehearsal_from_its_link_to_the_real_evening(watch: Watch, browser_server: Server) -> None:
    page = watch.visitor(size=LAPTOP)
    panel = Panel.start(page, browser_server, tables=1, seats=3, rounds=2, rehearsal=True)
    page.locator(".keep-qr > summary").click()
    expect(page.locator(".keep-qr img")).not_to_have_js_property("naturalWidth", 0)
    found = barriers(page, "panel, a link to keep")
    assert page.evaluate(KEPT, {"resultTypes": ["violations"], "runOnly": ["landmark-one-main"]}) == [0, 0]
    panel.next()
    panel.end_early()
    now, coming = page.locator("#screen-now .screen"), page.locator("#preview .screen")
    panel.next()
    expect(now.locator(".screen-name")).to_have_text(panel.word("ui.panel.picture.feeling.wall"))
    expect(page.locator("#screen-says")).to_have_text(panel.word("ui.panel.screen.whole"))
    expect(coming.locator(".screen-name")).to_have_text(panel.word("ui.panel.picture.what_happened.film"))
    found += barriers(page, "panel, a picture of the debrief")
    panel.close()
    before = page.url
    page.locator("#real button").click()
    page.wait_for_url(lambda url: url != before and "/control/" in url)
    evening = Panel(page)
    evening.sees("lobby")
    evening.counts_people(0)
    assert evening.code != panel.code
    assert found == []
