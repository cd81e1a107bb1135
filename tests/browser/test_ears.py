"""What is said, and when: to who does not see the screen, and to who waits for an answer that does not come."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import Desk
from tests.browser.phone import Phone
from tests.browser.watch import Watch

pytestmark = pytest.mark.browser
ROUNDS = 4

# Keeps all that a screen reader is told by itself: what changes in a live region that is shown, and where the focus goes.
LISTEN = """() => {
  window.heard = [];
  const live = "[aria-live], [role=status], [role=alert]";
  new MutationObserver((changes) => {
    const regions = new Set(changes.map(({ target }) => (target.closest ? target : target.parentElement)?.closest(live)));
    for (const region of regions) if (region?.checkVisibility()) heard.push(region.innerText.trim());
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: ["hidden"] });
  document.addEventListener("focusin", ({ target }) => {
    if (target.tagName === "H1") heard.push(`focus ${target.innerText}`);
  });
}"""
SINCE = "() => heard.splice(0)"
# The network goes: whatever is sent arrives nowhere, nor does anything come. It is put in before the page has its
# socket: what that one hears already is out of reach later, and a heartbeat right after it went would end the silence.
CAN_BE_DEAF = """() => {
  const { get, set } = Object.getOwnPropertyDescriptor(WebSocket.prototype, "onmessage");
  const send = WebSocket.prototype.send;
  Object.defineProperty(WebSocket.prototype, "onmessage", {
    get,
    set(hear) { set.call(this, hear && ((event) => window.isDeaf || hear(event))); },
  });
  WebSocket.prototype.send = function (...said) { window.isDeaf || send.apply(this, said); };
}"""
DEAF = "() => { window.isDeaf = true; }"
# How long after the newest tap or word of the browser the line about the connection came, in milliseconds; slow machines
# need more than three seconds, the heartbeat alone would need nine.
CLOCKED = """() => {
  let began = 0;
  const begin = () => (began = performance.now());
  for (const what of ["click", "offline"]) addEventListener(what, begin, { capture: true, once: true });
  const line = document.getElementById("link-state");
  const note = () => line.hidden || (window.shownAfter ??= performance.now() - began);
  new MutationObserver(note).observe(line, { attributes: true });
}"""


def said(page: Page, part: str) -> list[str]:
    """Return what was said since the last time with this in it, in order."""
    return [one.replace("\u00a0", "") for one in page.evaluate(SINCE) if part in one]


def test_a_tap_a_trend_and_a_phase_are_said(watch: Watch, desk: Desk) -> None:
    code = str(desk.room["code"])
    phone = Phone.join(watch.visitor(), code, "Egel", role="resident")
    other = Phone.join(watch.visitor(), code, "Merel")
    page = phone.page
    page.evaluate(LISTEN)
    desk.send("next")
    phone.sees("agree", 1)
    title = phone.word("ui.player.title.agree")
    expect(page.locator("#phase-title")).to_be_focused()
    silent = page.locator("#silent").inner_text()
    described = f"{phone.word('ui.round', round=1)} {silent}"
    expect(page.locator("#phase-title")).to_have_accessible_description(described)
    assert said(page, title) == [f"focus {title}"]
    desk.send("next")
    phone.sees("act", 1)
    phone.choose(0, "join")
    option = page.get_by_role("checkbox", name=phone.words["ui.player.told.sent"])
    expect(option).to_have_value("join")
    left = phone.word("ui.player.limit.resident", left="2", limit="3", used="1")
    expect(page.locator("#announcer")).to_contain_text(f"{phone.word('ui.player.said.sent')} {left}")
    page.evaluate(SINCE)
    other.tasks.nth(1).locator(".option").first.click()
    other.ready()
    assert said(page, phone.word("ui.player.said.sent")) == []
    desk.send("next")
    phone.sees("outcome", 1)
    page.evaluate(SINCE)
    page.evaluate("dispatchEvent(new Event('online'))")  # a fresh connection, with the same screen
    desk.send("start_clock", seconds=90)
    expect(page.locator("#clock")).to_be_visible()
    assert said(page, phone.word("ui.player.title.outcome")) == []
    for _ in range(3):
        desk.send("next")
    phone.sees("outcome", 2)
    looks = [one for code, one in phone.words.items() if ".look." in code and code.startswith("task.")]
    was = [phone.word("street.moved.was", look=look) for look in looks]
    ways = {"▲": ["street.moved.up"], "▼": ["street.moved.down"]}
    for line in page.locator("#looks > li").all():
        arrow = line.locator("[data-part=arrow]")
        if arrow.get_attribute("hidden") is None:
            expect(arrow).to_have_attribute("aria-hidden", "true")
            told = line.locator("[data-part=moved]").text_content()
            assert told in [*was, *(phone.word(code) for code in ways[str(arrow.text_content())])]


def test_silence_is_said_after_three_seconds_and_ready_only_when_it_is(watch: Watch, desk: Desk) -> None:
    phone = Phone.join(watch.visitor(), str(desk.room["code"]), "Egel", role="resident")
    desk.send("next")
    phone.sees("agree", 1)
    page = phone.page
    page.evaluate(CLOCKED)
    page.evaluate("WebSocket.prototype.send = () => {}")
    phone.option(0, "residents").click()
    expect(page.locator("#link-state")).to_be_visible()
    phone.shows_pending(0, "residents")
    phone.say_ready()
    expect(page.locator("#ready")).to_have_text(page.locator("#ready").get_attribute("data-sending") or "")
    expect(page.locator("#waiting")).to_be_hidden()
    waited = page.evaluate("shownAfter")
    page.add_init_script(f"({CAN_BE_DEAF})()")
    page.reload()
    phone.sees("agree", 1)
    page.evaluate(CLOCKED)
    page.evaluate(DEAF)
    page.evaluate("dispatchEvent(new Event('offline'))")
    expect(page.locator("#link-state")).to_be_visible()
    assert [2500 < one < 8000 for one in (waited, page.evaluate("shownAfter"))] == [True, True]


def test_a_sent_text_goes_out_of_its_field_and_a_refused_one_stays(watch: Watch, desk: Desk) -> None:
    phone = Phone.join(watch.visitor(), str(desk.room["code"]), "Egel", role="resident")
    page = phone.page
    desk.send("next")
    desk.send("end_game")
    phone.sees("debrief")
    word = page.locator("#voice-word")
    word.fill("druk")
    page.keyboard.press("Enter")
    own = page.locator("#voice-own-list .voice-words")
    expect(own).to_have_text("druk")
    expect(word).to_have_value("")
    button = page.locator("#voice-feeling button")
    expect(button).not_to_have_attribute("aria-disabled", "true", timeout=15_000)
    desk.send("show_debrief", view="tomorrow", part=None, table=None)
    line = page.locator("#voice-line")
    expect(line).to_have_attribute("data-kind", "tomorrow")
    line.fill("x" * 200)
    page.locator("#voice-text button").click()
    expect(page.locator("#voice-text [data-part=refused]")).to_be_visible()
    expect(line).to_have_value("x" * 200)
    line.fill("Iets kleins")
    page.locator("#voice-text button").click()
    expect(own).to_have_text("Iets kleins")
    expect(line).to_have_value("")
    page.reload()
    expect(own).to_have_text("Iets kleins")
    expect(line).to_have_value("")


# The page says that it is of another release, and counts how often it was loaded.
OF_ANOTHER_RELEASE = """
  const loads = (sessionStorage.loads = Number(sessionStorage.loads ?? 0) + 1);
  addEventListener("DOMContentLoaded", () => (document.documentElement.dataset.loads = loads));
  const { WebSocket: Real } = window;
  window.WebSocket = class extends Real {
    constructor(url) { super(url.replace(/release=[0-9a-f]+/, "release=0")); }
  };
"""


def test_a_page_of_another_release_loads_itself_again(watch: Watch, desk: Desk) -> None:
    phone = Phone.join(watch.visitor(), str(desk.room["code"]), "Egel", role="resident")
    page = phone.page
    page.add_init_script(OF_ANOTHER_RELEASE)
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-loads", "2")
    desk.send("next")
    phone.sees("agree", 1)
    expect(page.locator("html")).to_have_attribute("data-loads", "2")
