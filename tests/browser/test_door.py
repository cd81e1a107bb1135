"""The door on a small phone: the button is in sight whatever the page says; without cookies it says so."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import barriers
from tests.browser.panel import Panel
from tests.browser.phone import choose_self
from tests.browser.watch import LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser

SIZES = [{"width": 390, "height": 664}, {"width": 320, "height": 568}]


def is_in_sight(page: Page) -> bool:
    """Tell whether all of the button can be seen and pressed without scrolling, and nothing scrolls sideways."""
    return bool(
        page.evaluate("""() => {
          scrollTo(0, 0);
          const button = document.querySelector("main form button.primary");
          const { top, bottom, left, right } = button.getBoundingClientRect();
          const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
          const { scrollWidth, clientWidth } = document.documentElement;
          return top >= 0 && bottom <= innerHeight && button.contains(hit) && scrollWidth <= clientWidth;
        }""")
    )


@pytest.mark.parametrize("size", SIZES, ids=["390", "320"])
def test_the_button_is_in_sight(watch: Watch, browser_server: Server, size: dict[str, int]) -> None:
    laptop = watch.visitor(size=LAPTOP)
    laptop.goto(f"/new/?key={browser_server.start_key}")
    laptop.locator("[name=title]").fill("Een avond over onze straat en alles wat daar samen gebeurt")
    panel = Panel.start(laptop, browser_server, tables=12)
    hidden = []
    for language in ("nl", "en"):
        page = watch.visitor(language, size=size)
        page.goto(f"/j/{panel.code}/")
        hidden += [] if is_in_sight(page) else [f"{language}, closed"]
        choose_self(page)
        hidden += [] if is_in_sight(page) else [f"{language}, open"]
        page.goto(f"/j/{panel.code}/3/")
        hidden += [] if is_in_sight(page) else [f"{language}, a table's own link"]
        with watch.expecting("status of 400"):
            page.locator("#alias").fill("een naam die heus veel te lang is")
            page.locator("main form button.primary").click()
            expect(page.locator("#alias-error")).to_be_visible()
            hidden += [] if is_in_sight(page) else [f"{language}, an error"]
    assert hidden == []


def test_a_browser_without_cookies_is_told_at_the_door(watch: Watch, browser_server: Server) -> None:
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server)
    page = watch.visitor(size=SIZES[1])
    page.goto(f"/j/{panel.code}/")
    page.locator("#alias").fill("Noor")
    page.context.clear_cookies()
    with watch.expecting("status of 403"):
        page.locator("main form button.primary").click()
        expect(page.locator(".cookies")).to_be_visible()
    expect(page.locator("#alias")).to_have_value("Noor")
    assert barriers(page, "join, without cookies") == []
    page.locator(".cookies a").click()
    expect(page.locator(".cookies")).to_have_count(0)
