"""A page that the browser translates goes on working: another lang, other words, every text in <font> – and what cannot be
drawn costs no choice. The dialogs of the page are here too: they do what the browser's own would, in every browser."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import barriers
from tests.browser.desk import Desk
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.watch import LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser
ROUNDS = 2

# What Chrome's translation does to a page: another lang before the scripts run, then every text, also new ones, in two fonts.
TRANSLATE = """(lang) => {
  const skipped = ["SCRIPT", "STYLE", "TEMPLATE", "TEXTAREA", "OPTION", "FONT", "TITLE"];
  const wrap = (root) => {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    for (const text of texts) {
      const parent = text.parentElement;
      if (!parent || !text.data.trim() || skipped.includes(parent.tagName) || parent.closest("svg, [translate=no]")) continue;
      const outer = document.createElement("font");
      const inner = document.createElement("font");
      inner.append(`~${text.data}`);
      outer.append(inner);
      text.replaceWith(outer);
    }
  };
  document.addEventListener("readystatechange", () => {
    document.documentElement.lang = lang;
    if (window.translates) return;
    window.translates = true;
    wrap(document.body);
    const again = new MutationObserver(() => wrap(document.body));
    again.observe(document.body, { childList: true, characterData: true, subtree: true });
  });
}"""

BREAK_TASKS = """() => Object.defineProperty(document.getElementById("tasks"), "filled", {
  get() { throw new Error("cannot draw"); },
})"""


def translated(page: Page, lang: str) -> Page:
    page.add_init_script(f"({TRANSLATE})('{lang}')")
    return page


@pytest.mark.parametrize("lang", ["auto", "xx-unknown-"])
def test_a_round_on_a_translated_phone(watch: Watch, desk: Desk, lang: str) -> None:
    phone = Phone.join(
        translated(watch.visitor(), lang), str(desk.room["code"]), "Egel", role="resident", lobby=False
    )
    desk.send("next")
    expect(phone.page.locator("#tasks > li")).to_have_count(4)
    assert phone.page.evaluate("document.documentElement.lang") == lang
    phone.agree("residents", "together", "professionals", "residents")
    phone.page.locator("#ready").click()
    expect(phone.page.locator("#waiting-for")).to_contain_text("~")
    desk.send("next")
    expect(phone.page.locator("body")).to_have_attribute("data-phase", "act")
    phone.act("join", "wait", "claim", "wait")
    desk.send("next")
    expect(phone.page.locator("#mark")).to_be_visible()
    phone.page.locator("#rename").click()
    expect(phone.page.locator("#new-alias")).to_have_value("Egel")
    phone.page.keyboard.press("Escape")
    desk.send("next")
    phone.keep_all()


def test_the_panel_and_the_projector_work_translated(watch: Watch, browser_server: Server) -> None:
    panel = Panel.start(
        watch.visitor(size=LAPTOP), browser_server, tables=2, seats=3, rounds=2, rehearsal=True
    )
    page = translated(panel.page.context.new_page(), "auto")
    page.goto(panel.page.url)
    for phase in ("agree", "act", "outcome"):
        page.locator("#next").click()
        expect(page.locator("body")).to_have_attribute("data-phase", phase)
    expect(page.locator("#log > li").first).to_contain_text("~")
    big = translated(page.context.new_page(), "xx-unknown-")
    big.goto(panel.projector_link)
    expect(big.locator("body")).to_have_attribute("data-phase", "outcome")
    expect(big.locator("#grid > *").first).to_be_visible()


def test_what_cannot_be_drawn_costs_no_choice(watch: Watch, desk: Desk) -> None:
    phone = Phone.join(watch.visitor(), str(desk.room["code"]), "Egel", role="resident")
    desk.send("next")
    phone.sees("agree", 1)
    expect(phone.tasks).to_have_count(4)
    asked = desk.asked_for(1, 0, "residents")
    with watch.expecting("cannot draw"):
        phone.page.evaluate(BREAK_TASKS)
        phone.tap(0, "residents")
        expect(phone.page.locator("#notice")).to_have_text(phone.word("ui.player.draw_failed"))
        while desk.asked_for(1, 0, "residents") == asked:
            pass  # every look waits for what the server shows then
        phone.reload()
    phone.shows_sent(0, "residents")


def test_a_dialog_keeps_the_focus_and_gives_it_back(watch: Watch, desk: Desk) -> None:
    page = Phone.join(watch.visitor(), str(desk.room["code"]), "Egel").page
    page.locator("#rename").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Hoe heet je hier?")
    expect(dialog).to_be_visible()
    expect(page.locator("#new-alias")).to_be_focused()
    assert barriers(page, "phone, another name") == []
    inside = "document.getElementById('renamer').contains(document.activeElement)"
    for key in ("Shift+Tab", "Tab", "Tab", "Tab", "Tab", "Shift+Tab"):
        page.keyboard.press(key)
        assert page.evaluate(inside)
    page.evaluate("document.getElementById('rename').focus()")  # as a screen reader might
    assert page.evaluate(inside)
    assert page.locator("main").get_attribute("aria-hidden") == "true"
    page.keyboard.press("Escape")
    expect(page.locator("#renamer")).to_be_hidden()
    expect(page.locator("#rename")).to_be_focused()
    assert page.locator("main").get_attribute("aria-hidden") is None
