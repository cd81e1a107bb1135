"""A press that bounces on a server as people use it: the button rests for a moment after every change, and can be undone."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import barriers
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.watch import LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser

# Presses once more, by mouse and by key, in the very moment in which a step is shown: however busy this machine is, that is
# within the rest. Keeps whether the button rested then, and whether its bar was hidden.
BOUNCE = """() => {
  const next = document.getElementById("next");
  const look = new MutationObserver(() => {
    if (document.body.dataset.phase !== "agree" || next.getAttribute("aria-disabled") !== "true") return;
    look.disconnect();
    next.click();
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown", bubbles: true, cancelable: true }));
    window.bounced = [next.getAttribute("aria-disabled"), document.getElementById("next-rest").hidden];
  });
  look.observe(document.body, { attributes: true, subtree: true });
}"""


REMOTE = {"width": 360, "height": 740}
LIE_APART = """(ids) => {
  const [one, other] = ids.map((id) => document.getElementById(id).getBoundingClientRect());
  const isBeside = one.right <= other.left || other.right <= one.left;
  return isBeside || one.bottom <= other.top || other.bottom <= one.top;
}"""


def stays_in_place(page: Page, *others: str) -> list[object]:
    """Return where the button, the words about what comes and `others` are: all there beside the undo, and also when its
    ten seconds are over.
    """
    ids = ("next", "preview-text", *others)
    places = [page.locator(f"#{id}").bounding_box() for id in ids]
    assert None not in places
    for id in ids:
        assert page.evaluate(LIE_APART, ["undo", id]), id
    page.locator("#undo").evaluate("undo => { undo.hidden = true; }")
    assert [page.locator(f"#{id}").bounding_box() for id in ids] == places
    page.locator("#undo").evaluate("undo => { undo.hidden = false; }")
    return places


@pytest.fixture(scope="module")
def browser_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a server whose steps stand for 3 s, so that a busy machine shows them before that is over."""
    with Server({"DATA_DIR": str(tmp_path_factory.mktemp("moment")), "STEADY_SECONDS": "3"}) as started:
        yield started


def can_be_undone_for_an_hour(server: Server) -> None:
    """Let the step that is open have opened so much later."""
    later = datetime.now(UTC) + timedelta(hours=1)
    with closing(sqlite3.connect(server.data / "game.sqlite3", timeout=60)) as own, own:
        own.execute(
            "UPDATE game_game SET opened_at = ?, rev = rev + 1", [later.strftime("%Y-%m-%d %H:%M:%S.%f")]
        )


def test_a_press_that_bounces_skips_nothing_and_one_too_many_is_undone(
    watch: Watch, browser_server: Server
) -> None:
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=1, seats=3, rounds=2)
    phone = Phone.join(watch.visitor(), panel.code, "Egel", role="municipality")
    page, button, rests = panel.page, panel.page.locator("#next"), panel.page.locator("#next-rest")
    expect(button).to_have_attribute("aria-disabled", "false")
    page.evaluate(BOUNCE)
    button.click(click_count=2, delay=30)
    panel.sees("agree", 1)
    page.wait_for_function("window.bounced !== undefined")
    assert page.evaluate("window.bounced") == ["true", False]  # it rested, and one could see that
    button_box = button.bounding_box()
    panel.promises("agree", "act.one", round=1)
    found = barriers(page, "panel, resting")
    expect(rests).to_be_hidden()
    panel.sees("agree", 1)

    phone.agree(*["residents"] * 4)
    phone.ready()
    panel.counts_ready(1, 1)
    expect(page.locator("#undo")).to_be_hidden()  # the start is not undone
    button.focus()
    page.keyboard.down("Enter")
    panel.sees("act", 1)
    phone.sees("act", 1)
    can_be_undone_for_an_hour(browser_server)
    expect(rests).to_be_hidden()
    page.keyboard.down("Enter")  # still held: the browser repeats it
    page.keyboard.up("Enter")
    panel.sees("act", 1)
    assert page.evaluate("document.activeElement.id") == "next"

    expect(page.locator("#undo")).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "undo"
    assert button_box == stays_in_place(page, "notes")[0]  # at the same height in every phase
    page.set_viewport_size(REMOTE)
    stays_in_place(page)
    page.set_viewport_size(LAPTOP)
    page.locator("#undo").focus()
    page.keyboard.press("Enter")
    panel.sees("agree", 1)
    expect(page.locator("#went-back")).to_have_text(panel.word("ui.panel.undone"))
    expect(page.locator("#undo")).to_be_hidden()
    phone.sees("agree", 1)
    assert phone.chosen() == ["residents"] * 4
    expect(rests).to_be_hidden()
    panel.press("ArrowRight")
    panel.sees("act", 1)
    assert found == []
