"""Several devices at one panel, what only the facilitator may see, and the log that is kept for the debrief."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import barriers
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.projector import Projector
from tests.browser.watch import LAPTOP, PHONE, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser
CLICK_NEXT = "document.getElementById('next').click()"


@pytest.fixture
def panel(watch: Watch, browser_server: Server) -> Panel:
    """Give the panel of a game of two rounds at one table of three, in the lobby."""
    return Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=1, seats=3, rounds=2)


@pytest.fixture
def phone(watch: Watch, panel: Panel) -> Phone:
    """Give the municipality's phone."""
    return Phone.join(watch.visitor(), panel.code, "Egel", role="municipality")


def pair(panel: Panel, visitor: Page) -> Panel:
    """Pair a phone as a remote by the link that the panel shows as a QR code."""
    panel.devices(1)
    panel.page.locator("#pair").click()
    expect(panel.page.locator("#code")).to_be_visible()
    link = panel.page.locator("#code-link").input_value()
    code = link.rstrip("/").rsplit("/", 1)[-1]
    expect(panel.page.locator("#code-big")).to_have_text(f"{code[:4]} {code[4:]}")
    expect(panel.page.locator("#code-qr")).to_have_attribute(
        "src", re.compile(rf"^/qr/pair/{code}\.svg\?at=")
    )
    panel.answer(False, dialog="code")
    visitor.goto(link)
    visitor.locator("main form button.primary").click()
    visitor.wait_for_url(re.compile(r"/control/\d+/$"))
    return Panel(visitor)


# Devices


def test_a_remote_is_listed_and_revoked(watch: Watch, panel: Panel, phone: Phone) -> None:
    remote = pair(panel, watch.visitor(size=PHONE))
    remote.sees("lobby")
    lines = panel.devices(2)
    found = barriers(panel.page, "panel, devices")
    ours = lines.filter(has_text=panel.word("ui.panel.device.remote"))
    expect(ours).to_have_count(1)
    own = panel.word("ui.panel.device.own")  # which of them is the one in hand
    expect(lines.filter(has_text=own)).to_have_text(re.compile(panel.word("ui.panel.device.facilitator")))
    expect(ours).not_to_contain_text(own)
    with watch.expecting("status of 403"):
        ours.locator("button").click()
        panel.answer(False)
        remote.next()
        panel.sees("agree", 1)
        ours.locator("button").click()
        panel.answer()
        expect(lines).to_have_count(1)
        expect(remote.page.locator("#next")).to_have_count(0)
        expect(remote.page.locator("main h1")).to_be_visible()
        found += barriers(remote.page, "remote, revoked")
    panel.answer(False, dialog="devices")
    panel.next()
    panel.sees("act", 1)
    assert found == []


def test_two_devices_that_press_at_once_go_one_step(watch: Watch, panel: Panel, phone: Phone) -> None:
    remote = pair(panel, watch.visitor(size=PHONE))
    panel.answer(False, dialog="devices")
    remote.sees("lobby")
    expect(remote.page.locator("#next")).to_be_enabled()
    for phase in ("agree", "act", "outcome"):
        panel.page.evaluate(CLICK_NEXT)
        remote.page.evaluate(CLICK_NEXT)
        for one in (panel, remote):
            one.sees(phase, 1)
            expect(one.page.locator("#next")).to_be_enabled()
            expect(one.page.locator("#refused")).to_be_hidden()
        if phase == "agree":
            phone.agree(*["together"] * 4)  # what nobody decided is asked about first
        if phase != "outcome":
            phone.ready()  # and so is who is still choosing
            for one in (panel, remote):
                one.counts_ready(1, 1)


def test_a_question_goes_with_its_step_on_every_device(watch: Watch, panel: Panel, phone: Phone) -> None:
    remote = pair(panel, watch.visitor(size=PHONE))
    panel.answer(False, dialog="devices")
    panel.next()
    for one in (panel, remote):
        one.sees("agree", 1)
        one.page.locator("#next").click()
        expect(one.page.locator("#confirm")).to_be_visible()
    remote.answer()
    for one in (remote, panel):
        one.sees("act", 1)
        expect(one.page.locator("#confirm")).to_be_hidden()
        expect(one.page.locator("#refused")).to_be_hidden()
    panel.next()
    remote.sees("outcome", 1)


def test_a_new_link_is_shown_once(panel: Panel) -> None:
    panel.devices(1)
    panel.page.locator("#renew-link").click()
    panel.answer()
    expect(panel.page.locator("#code-link")).to_have_value(re.compile(r"/control/\d+/\?key=[\w-]+"))
    expect(panel.page.locator("#code-big")).to_be_hidden()
    assert barriers(panel.page, "panel, a new link") == []
    panel.answer(False, dialog="code")


# The undercurrent


def test_the_undercurrent_asks_first(panel: Panel, phone: Phone) -> None:
    for _ in range(3):
        panel.next()
    switch, rows = panel.page.locator("#under-switch"), panel.page.locator("#under-rows > tr")
    switch.click()
    panel.answer(False)
    expect(panel.page.locator("#under")).to_be_hidden()
    switch.click()
    panel.answer()
    expect(rows).to_have_count(1)
    expect(rows.locator("td, th")).to_have_count(5)
    for figure in rows.locator("td").all()[-4:]:
        expect(figure).to_have_text(re.compile(r"^\d+$"))
    assert barriers(panel.page, "panel, undercurrent") == []
    switch.click()
    expect(panel.page.locator("#under")).to_be_hidden()
    panel.page.reload()
    panel.sees("outcome", 1)
    expect(panel.page.locator("#under")).to_be_hidden()


def test_the_undercurrent_stays_out_of_the_projectors_window(panel: Panel, phone: Phone) -> None:
    panel.next()
    projector = Projector.open(panel.page.context.new_page(), panel.projector_link)
    projector.sees("agree", 1)
    panel.page.bring_to_front()
    panel.page.locator("#under-switch").click()
    panel.tells("ui.panel.under_refused")
    expect(panel.page.locator("#under")).to_be_hidden()
    projector.page.close()
    panel.page.locator("#under-switch").click()
    panel.answer()
    expect(panel.page.locator("#under-rows > tr")).to_have_count(1)


# The log


def test_what_happened_is_told_and_kept_for_the_debrief(panel: Panel, phone: Phone) -> None:
    panel.next()
    phone.agree(*["professionals"] * 4)
    expect(panel.logs("started")).to_have_count(1)
    panel.next()
    told = panel.word("ui.panel.log_table", table=1, text=panel.word("log.all_professionals"))
    line = panel.page.locator("#log > li").filter(has_text=told)
    expect(line).to_have_count(1)
    line.locator(".star").click()
    expect(line.locator(".star")).to_have_attribute("aria-pressed", "true")
    panel.page.locator("#log-which").select_option("starred")
    expect(panel.page.locator("#log > li")).to_have_count(1)
    panel.page.reload()
    panel.sees("act", 1)
    expect(line.locator(".star")).to_have_attribute("aria-pressed", "true")
    panel.page.locator("#log-which").select_option("table")
    expect(panel.logs("started")).to_have_count(0)
    expect(line).to_have_count(1)
    line.locator(".star").click()
    panel.page.locator("#log-which").select_option("starred")
    expect(panel.page.locator("#log > li")).to_have_count(0)
    expect(panel.page.locator("#log-empty")).to_be_visible()
