"""A phone between tap and server: late, restarted, in another language; nothing that counts is lost, and it says so."""

import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.proxy import HOLD, PASS, Network
from tests.browser.watch import LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser
# Keeps what is said about a network that stops connections, which a restart is not.
WATCH_TROUBLE = """() => {
  window.troubles = [];
  const part = document.querySelector("#trouble");
  const look = () => part.hidden || window.troubles.push(part.innerText);
  new MutationObserver(look).observe(part, { attributes: true, subtree: true });
}"""
LOST = "ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED"


@pytest.fixture
def panel(watch: Watch, browser_server: Server) -> Panel:
    """Give the panel of a game at one table of three, in the lobby."""
    return Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=1, seats=3, rounds=2)


@pytest.fixture
def phone(watch: Watch, panel: Panel) -> Phone:
    """Give a resident's phone, in the first act phase."""
    joined = Phone.join(watch.visitor(), panel.code, "Egel", role="resident")
    panel.next()
    joined.sees("agree", 1)
    panel.next()
    joined.sees("act", 1)
    return joined


def test_a_tap_that_comes_after_the_end_of_its_phase_is_not_kept_and_the_phone_says_so(
    watch: Watch, panel: Panel, phone: Phone
) -> None:
    with watch.expecting(LOST):
        phone.offline()
        phone.tap(0, "join")
        phone.shows_pending(0, "join")
        panel.next()
        phone.offline(False)
        phone.sees("outcome", 1)
    expect(phone.page.locator("#notice")).to_have_text(phone.word("refused.phase_closed"))


def test_the_newest_of_several_taps_without_a_connection_counts(watch: Watch, phone: Phone) -> None:
    with watch.expecting(LOST):
        phone.offline()
        for option in ("join", "claim", "wait"):
            phone.tap(0, option)
        phone.tap(1, "join")
        phone.shows_pending(1, "join")
        phone.offline(False)
        phone.shows_sent(1, "join")
    phone.reload()
    phone.shows_sent(0, "wait")
    phone.shows_sent(1, "join")


def test_what_a_phase_needs_comes_when_there_is_a_connection(watch: Watch, panel: Panel) -> None:
    phone = Phone.join(watch.visitor(), panel.code, "Egel", role="resident")
    asked: list[str] = []
    phone.page.on("request", lambda request: asked.append(request.url))
    phone.page.evaluate("window.isSame = true")
    with watch.expecting(LOST):
        phone.offline()
        panel.next()
        expect(phone.page.locator("#link-state")).to_be_visible()
        phone.page.wait_for_function("() => performance.now() > 8000")  # the cards would have come by now
        assert [url for url in asked if url.startswith("http") and ".js" in url] == []
        phone.offline(False)
        phone.sees("agree", 1)
        expect(phone.tasks).to_have_count(4)
    assert (phone.page.evaluate("window.isSame"), watch.problems) == (True, [])


def test_what_did_not_come_over_a_connection_that_seemed_to_work_comes_later(
    watch: Watch, panel: Panel
) -> None:
    page = watch.visitor()
    page.route("**/phone/play.js", lambda route: route.abort())  # also what comes ahead
    with watch.expecting("ERR_FAILED"):
        phone = Phone.join(page, panel.code, "Egel", role="resident")
        panel.next()
        phone.sees("agree", 1)
        expect(phone.page.locator("#notice")).to_have_text(phone.word("ui.player.draw_failed"))
        phone.page.unroute("**/phone/play.js")
        expect(phone.tasks).to_have_count(4)
    expect(phone.page.locator("#notice")).to_be_hidden()
    phone.choose(0, "residents")


def test_a_server_that_starts_again(watch: Watch, browser_server: Server, phone: Phone) -> None:
    phone.choose(0, "join")
    phone.page.evaluate(WATCH_TROUBLE)
    with watch.expecting(LOST):
        browser_server.terminate()
        phone.tap(1, "claim")
        phone.shows_pending(1, "claim")
        browser_server.start()
        phone.shows_sent(1, "claim")
    phone.shows_sent(0, "join")
    assert phone.page.evaluate("window.troubles") == []


def test_a_connection_that_was_held_up_on_its_way_takes_nobodys_place(
    browser: Browser, browser_server: Server, panel: Panel
) -> None:
    with Network(browser_server.port) as network:
        watch = Watch(browser, network.base_url)
        phone = Phone.join(watch.visitor(), panel.code, "Egel", role="resident")
        panel.next()
        phone.sees("agree", 1)
        connects_again = "window.dispatchEvent(new Event('online'))"
        network.does = HOLD
        phone.page.evaluate(connects_again)
        assert network.held.acquire(timeout=30)
        network.does = PASS
        phone.page.evaluate(connects_again)
        phone.choose(0, "residents")

        network.let_go()
        assert network.over.acquire(timeout=30)
        phone.choose(1, "together")
        watch.close()
    assert watch.problems == []


def test_a_tap_while_another_program_has_the_database(browser_server: Server, phone: Phone) -> None:
    told = phone.page.locator("#not-stored")
    with closing(
        sqlite3.connect(browser_server.data / "game.sqlite3", timeout=60, isolation_level=None)
    ) as other:
        other.execute("BEGIN IMMEDIATE")
        phone.tap(0, "join")
        expect(told.locator("[data-why=busy]")).to_be_visible()
        expect(told.locator("[data-why]:visible")).to_have_count(1)
        phone.shows_pending(0, "join")
        expect(phone.page.locator("#link-state")).to_be_hidden()
        other.execute("ROLLBACK")
    phone.shows_sent(0, "join")
    expect(told).to_be_hidden()


def test_a_page_that_was_frozen_or_left_shows_what_is_now(panel: Panel, phone: Phone) -> None:
    phone.choose(0, "join")
    life = phone.page.context.new_cdp_session(phone.page)
    life.send("Page.setWebLifecycleState", {"state": "frozen"})
    panel.next()
    life.send("Page.setWebLifecycleState", {"state": "active"})
    phone.sees("outcome", 1)
    phone.page.goto("about:blank")
    panel.next()
    phone.page.go_back()
    phone.sees("agree", 2)


def test_ready_over_a_lost_connection(watch: Watch, phone: Phone) -> None:
    with watch.expecting(LOST):
        phone.offline()
        phone.say_ready()
        button = phone.page.locator("#ready")
        expect(button).to_have_text(button.get_attribute("data-sending") or "")
        expect(phone.page.locator("#waiting")).to_be_hidden()
        phone.offline(False)
        expect(phone.page.locator("#link-state")).to_be_hidden()
        expect(button).to_have_text(button.get_attribute("data-undo") or "")
    phone.page.reload()
    expect(phone.page.locator("#waiting")).to_be_visible()


def test_the_other_language_in_the_middle_of_choosing(phone: Phone) -> None:
    phone.choose(0, "join")
    phone.page.locator(".language button").click()
    expect(phone.page.locator("html")).to_have_attribute("lang", "en")
    english = Phone(phone.page, phone.alias)
    english.sees("act", 1)
    english.shows_sent(0, "join")


def test_a_refused_tap_stays_with_what_the_server_has(phone: Phone) -> None:
    phone.act("join", "join", "join")
    phone.tap(3, "join")
    expected = phone.word("refused.too_many_evenings", limit=3)
    expect(phone.page.locator("#refusal")).to_have_text(expected)
    assert phone.chosen() == ["join", "join", "join", None]
    phone.choose(2, "wait")
    phone.choose(3, "join")
    expect(phone.page.locator("#refusal")).to_be_hidden()


def test_choosing_with_the_keyboard_alone(phone: Phone) -> None:
    keys = phone.page.keyboard
    switches = phone.tasks.first.locator("input")
    switches.first.focus()
    keys.press("Space")
    first = phone.chosen()[0]
    phone.shows_sent(0, str(first))
    keys.press("Tab")
    expect(switches.nth(1)).to_be_focused()
    keys.press("Space")
    second = phone.chosen()[0]
    assert {first, second} == {"join", "claim"}
    phone.shows_sent(0, str(second))
    keys.press("Space")
    expect(phone.tasks.first).to_have_attribute("data-state", "sent")
    assert phone.chosen()[0] == "wait"
    phone.page.locator("#ready").focus()
    keys.press("Enter")
    phone.waits()
