"""The start as the facilitator sees it: what it will do and did, chairs and tables, and back to the lobby with everybody."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import barriers
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.projector import Projector
from tests.browser.watch import BEAMER, LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser


def test_an_empty_table_never_vanishes_silently_and_the_lobby_brings_it_back(
    watch: Watch, browser_server: Server
) -> None:
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=2, seats=4, rounds=2)
    page = panel.page
    lines = page.locator("#start-lines > li")
    expect(page.locator("#start-empty-title")).to_have_text(panel.word("ui.panel.start.nobody"))
    page.locator("#next").click()
    panel.refuses("nobody_here", "refused")

    phone = Phone.join(watch.visitor(), panel.code, "Egel", table=1, role="resident")
    projector = Projector.open(watch.visitor(size=BEAMER), panel.projector_link)
    expect(page.locator("#start-empty-title")).to_have_text(
        panel.word("ui.panel.start.empty.one", tables="2")
    )
    missing = [
        panel.word("ui.panel.start.missing.one", tables="1", role=panel.words[f"role.{role}"])
        for role in ("municipality", "professional")
    ]
    expect(lines).to_have_text([panel.word("ui.panel.start.bots.other", count=3), *missing])
    panel.promises("lobby", "agree.one", round=1)
    page.get_by_label(panel.words["ui.panel.start.fill"]).check()
    panel.promises("lobby", "agree.many", round=1)
    page.get_by_label(panel.words["ui.panel.start.leave_out"]).check()
    assert barriers(page, "the start") == []

    panel.next()
    panel.sees("agree", 1)
    expect(page.locator("#started")).to_have_text(
        f"{panel.word('ui.panel.started.bots.other', count=3)} {panel.word('ui.panel.started.left_out.one', tables='2')}"
    )
    expect(page.locator("#tiles > li")).to_have_count(1)
    phone.page.evaluate("document.body.dataset.stays = 'yes'")
    projector.page.evaluate("document.body.dataset.stays = 'yes'")

    page.locator("#course > summary").click()
    page.locator("#back").click()
    expect(page.locator("#confirm-title")).to_have_text(panel.words["ui.panel.confirm.lobby.title"])
    page.locator("#confirm-yes").click()
    panel.sees("lobby")
    expect(page.locator("#tiles > li")).to_have_count(2)
    for one in (phone.page, projector.page):
        expect(one.locator("body")).to_have_attribute("data-phase", "lobby")
        expect(one.locator("body")).to_have_attribute("data-stays", "yes")
    expect(phone.page.locator("#notice")).to_have_text(re.compile("wachtruimte"))

    page.locator("#add-table").click()
    panel.tells("ui.panel.table_added", table=3)
    expect(page.locator("#tiles > li")).to_have_count(3)
    page.locator("#toast-undo").click()
    expect(page.locator("#tiles > li")).to_have_count(2)
    page.locator("#add-seat").click()
    page.locator("#seat-role").select_option("professional")
    page.locator("#seat-adder [value=yes]").click()
    panel.tells("ui.panel.seat_added", table=1, role=panel.words["role.professional"])
    expect(page.locator("#people > li")).to_have_count(5)
    away = page.locator("#people [data-part=also]:visible")
    expect(away).to_have_count(3)  # both professionals and a resident; the only municipality stays
    page.locator("#toast-undo").click()
    expect(page.locator("#people > li")).to_have_count(4)
    expect(away).to_have_count(1)

    page.get_by_label(panel.words["ui.panel.start.fill"]).check()
    panel.next()
    panel.sees("agree", 1)
    expect(page.locator("#tiles > li")).to_have_count(2)
    expect(phone.page.locator("body")).to_have_attribute("data-phase", "agree")
    page.locator("#undo").click()
    panel.sees("lobby")
