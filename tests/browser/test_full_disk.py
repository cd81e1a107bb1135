"""A full disk as people see it: the phone says that a tap is not kept yet and sends it again, the panel says what to do."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.accessibility import barriers
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.watch import LAPTOP, Watch
from tests.disks import SmallDisk, disk, disk_server, disks
from tests.live.server import Server

__all__ = ["disk", "disk_server", "disks"]
pytestmark = pytest.mark.browser


def test_a_tap_on_a_full_disk(browser: Browser, disk_server: Server, disk: SmallDisk) -> None:
    watch = Watch(browser, disk_server.base_url)
    panel = Panel.start(watch.visitor(size=LAPTOP), disk_server, tables=1, seats=3, rounds=2)
    phone = Phone.join(watch.visitor(), panel.code, "Egel", role="resident")
    panel.next()
    phone.sees("agree", 1)
    told, said = (page.locator("#not-stored") for page in (phone.page, panel.page))

    disk.fill()
    for holder in ("residents", "together", "professionals") * 9:  # a few more may fit
        phone.tap(0, holder)
        kept = phone.option(0, holder).and_(phone.page.locator("[data-state=sent]"))
        expect(kept.or_(told.and_(phone.page.locator(":not([hidden])"))).first).to_be_visible()
        if told.is_visible():
            break
    phone.shows_pending(0, holder)
    expect(said).to_be_visible()
    expect(phone.page.locator("#refusal")).to_be_hidden()
    phone.tap(1, "together")
    found = barriers(phone.page, "phone") + barriers(panel.page, "panel")
    panel.page.locator("#next").click()
    if panel.page.locator("#confirm").is_visible():
        panel.page.locator("#confirm button[value=yes]").click()
    expect(panel.page.locator("#refused")).to_have_text(panel.word("refused.not_stored"))

    disk.empty()
    phone.shows_sent(0, holder)
    phone.shows_sent(1, "together")
    expect(told).to_be_hidden()
    expect(said).to_be_hidden()
    phone.reload()
    phone.shows_sent(1, "together")
    watch.close()
    assert (watch.problems, found) == ([], [])
