"""The facilitator's panel: one button that cannot skip, time, people coming and going, bots, an early end."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import barriers
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.watch import LAPTOP, PHONE, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser


@pytest.fixture
def panel(watch: Watch, browser_server: Server) -> Panel:
    """Give the panel of a game at one table of three, in the lobby."""
    return Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=1, seats=3, rounds=2)


def test_a_double_press_goes_one_step(watch: Watch, panel: Panel) -> None:
    phone = Phone.join(watch.visitor(), panel.code, "Egel")
    panel.page.locator("#next").dblclick()
    panel.sees("agree", 1)
    phone.sees("agree", 1)
    panel.next()
    panel.sees("act", 1)


def test_who_is_cut_off_by_a_press_is_asked_about_once(watch: Watch, panel: Panel) -> None:
    Phone.join(watch.visitor(), panel.code, "Egel", role="resident")
    panel.next()
    panel.sees("agree", 1)
    panel.counts_ready(0, 1)  # who is not known to be here is not asked about
    expect(panel.page.locator("#next")).to_be_enabled()
    panel.page.locator("#next").click()
    expect(panel.page.locator("#confirm-title")).to_have_text(panel.word("ui.panel.confirm.unready.title"))
    expect(panel.page.locator("#confirm-text")).to_contain_text("Egel")
    found = barriers(panel.page, "somebody is still choosing")
    panel.answer(False)
    panel.sees("agree", 1)
    expect(panel.page.locator("#next")).to_be_enabled()
    panel.page.locator("#next").click()
    panel.sees("act", 1)
    assert found == []


def test_two_windows_of_the_facilitator_press_once_each_and_go_one_step(watch: Watch, panel: Panel) -> None:
    Phone.join(watch.visitor(), panel.code, "Egel")
    other = panel.page.context.new_page()
    other.goto(panel.page.url)
    second = Panel(other)
    second.sees("lobby")
    panel.next()
    second.sees("agree", 1)
    second.next()
    panel.sees("act", 1)


def test_a_reloaded_panel_knows_everything(watch: Watch, panel: Panel) -> None:
    phone = Phone.join(watch.visitor(), panel.code, "Egel")
    panel.next()
    phone.ready()
    panel.counts_ready(1, 1)
    panel.page.reload()
    panel.sees("agree", 1)
    panel.counts_ready(1, 1)
    expect(panel.person("Egel")).to_have_attribute("data-state", "ready")


def test_a_tile_is_the_table_as_a_small_street(watch: Watch, panel: Panel) -> None:
    Phone.join(watch.visitor(), panel.code, "Egel", role="resident")
    street = panel.tile(1).locator("svg.s-street")
    told = panel.tile(1).locator("[data-part=told]")
    expect(street).to_have_class(re.compile("s-night-time"))  # evening, a window lit for who is in
    panel.next()
    expect(street).not_to_have_class(re.compile("s-night-time"))
    expect(street.locator(".s-lamp, .s-carrier")).to_have_count(0)
    panel.next()
    expect(street.locator(".s-carrier")).to_have_count(4)
    lamp = panel.word("street.lamp", holder=panel.word("holder.together"))
    expect(told).to_contain_text(lamp)  # what hangs where, for who does not see it
    expect(panel.tile(1).locator("button")).to_have_attribute("aria-describedby", "table-1-told")


def test_two_small_screens_show_what_the_room_sees_now_and_next(watch: Watch, panel: Panel) -> None:
    Phone.join(watch.visitor(), panel.code, "Egel", role="resident")
    now, coming = panel.page.locator("#screen-now .screen"), panel.page.locator("#preview .screen")
    for phase, following in (("lobby", "agree"), ("agree", "act"), ("act", "outcome")):
        expect(now).to_have_attribute("data-phase", phase)
        expect(coming).to_have_attribute("data-phase", following)
        for screen in (now, coming):
            expect(screen.locator("svg.s-street")).to_have_count(1)
        expect(now.locator(".s-carrier")).to_have_count(4 if phase == "act" else 0)
        expect(coming.locator(".s-carrier")).to_have_count(0 if phase == "lobby" else 4)
        panel.next()
    panel.page.locator("#cover-blank").click()
    expect(now).to_have_attribute("data-cover", "blank")
    expect(now.locator("svg")).to_have_count(0)
    expect(panel.page.locator("#screen-says")).to_have_text(panel.word("ui.panel.screen.blank"))
    assert barriers(panel.page, "panel, the screen is black") == []


def test_who_leaves_is_seen_to_be_away_and_keeps_the_seat(watch: Watch, panel: Panel) -> None:
    phone = Phone.join(watch.visitor(), panel.code, "Egel")
    panel.next()
    expect(panel.person("Egel")).to_have_attribute("data-state", "here")
    address = phone.page.url
    phone.page.goto("about:blank")
    expect(panel.person("Egel")).to_have_attribute("data-state", "away")
    phone.page.goto(address)
    phone.sees("agree", 1)
    expect(panel.person("Egel")).to_have_attribute("data-state", "here")


def test_a_countdown_runs_on_every_phone_and_can_be_made_longer(watch: Watch, panel: Panel) -> None:
    phone = Phone.join(watch.visitor(), panel.code, "Egel")
    panel.next()
    panel.start_clock(180)
    expect(phone.page.locator("#clock")).to_have_text(re.compile(r"^(3:00|2:\d\d)$"))
    panel.page.locator("#more-time").click()
    expect(phone.page.locator("#clock")).to_have_text(re.compile(r"^3:[0-3]\d$"))
    panel.open_clock()
    panel.page.locator("#no-clock").click()
    expect(phone.page.locator("#clock")).to_be_hidden()


def test_a_late_phone_takes_a_bots_seat_in_the_middle_of_the_game(watch: Watch, panel: Panel) -> None:
    Phone.join(watch.visitor(), panel.code, "Egel", role="municipality")
    panel.next()
    panel.next()
    late = Phone.join(watch.visitor(), panel.code, "Merel", role="resident", lobby=False)
    late.sees("act", 1)
    late.choose(0, "join")
    expect(panel.person("Merel")).to_have_attribute("data-state", "here")


def test_ending_early_opens_the_debrief_and_asks_first(watch: Watch, panel: Panel) -> None:
    phone = Phone.join(watch.visitor(), panel.code, "Egel")
    for _ in range(3):
        panel.next()
    panel.ask_to_end()
    found = barriers(panel.page, "panel, asking first")
    panel.page.locator("#confirm button[value=no]").click()
    phone.sees("outcome", 1)
    panel.end_early()
    phone.sees("debrief")
    assert found == []


def test_a_panel_without_connection_says_so_and_comes_back(watch: Watch, panel: Panel) -> None:
    with watch.expecting("ERR_INTERNET_DISCONNECTED"):
        panel.page.context.set_offline(True)
        expect(panel.page.locator("#link-state")).to_be_visible()
        found = barriers(panel.page, "panel, offline")
        panel.page.context.set_offline(False)
        expect(panel.page.locator("#link-state")).to_be_hidden()
    Phone.join(watch.visitor(), panel.code, "Egel")
    panel.counts_people(1)
    assert found == []


def test_a_rehearsal_with_bots_is_one_press_away(watch: Watch, browser_server: Server) -> None:
    page = watch.visitor(size=PHONE)
    page.goto(f"/new/?key={browser_server.start_key}")
    page.locator("button[name=rehearse_now]").click()
    panel = Panel(page)
    panel.sees("lobby")
    for phase in ("agree", "act", "outcome"):
        panel.next()
        panel.sees(phase, 1)
    expect(panel.page.locator("#counts")).to_have_text(panel.word("ui.only_bots"))
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
