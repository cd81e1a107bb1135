"""Somebody who sits down in the middle of a game reads what happened and that a bot kept the chair, and was never "away"."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import barriers
from tests.browser.desk import Desk
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.watch import LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser


@pytest.fixture
def desk(watch: Watch, browser_server: Server) -> Iterator[Desk]:
    """Give the facilitator's socket of a game in its second round, at one table of four with one person."""
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=1, seats=4, rounds=4)
    with Desk(panel.page) as opened:
        Phone.join(watch.visitor(), panel.code, "Egel", role="municipality")
        panel.page.goto("about:blank")
        for _ in range(4):
            opened.send("next")
        yield opened


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_late_joiner_reads_what_happened(watch: Watch, desk: Desk, language: str) -> None:
    page = watch.visitor(language, size={"width": 390, "height": 664})
    late = Phone.join(page, str(desk.room["code"]), "Merel", role="resident", lobby=False)
    late.sees("agree", 2)
    recap = page.locator("#recap")
    expect(recap.locator("#recap-warm")).to_have_text(late.word("ui.player.recap.warm"))
    expect(recap.locator("#recap-played")).to_have_text(late.word("ui.player.recap.played", count=1))
    expect(recap.locator("#recap-news li").first).to_be_visible()
    expect(late.tasks.first).to_be_visible()
    expect(recap.locator("#recap-carried li")).to_have_count(late.tasks.count())
    expect(page.locator("#role-card")).to_have_attribute("open", "")
    expect(page.locator("#notice")).to_have_text(late.word("ui.player.bot_chose_here"))
    assert barriers(page, "phone, late") == []
    recap.locator("#recap-close").click()
    expect(recap).to_be_hidden()
    expect(page.locator("#role-card[open]")).to_have_count(0)
    late.reload()
    late.sees("agree", 2)
    expect(recap).to_be_hidden()
    late.choose(0, "residents")
    expect(page.locator("#notice")).to_be_hidden()
