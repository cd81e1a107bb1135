"""A press that bounces on a server as people use it: the button rests for a moment after every change, and can be undone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import barriers
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.watch import LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a server whose steps stand for 3 s, so that a busy machine presses within them too (1.2 s: tests/actions)."""
    with Server({"DATA_DIR": str(tmp_path_factory.mktemp("moment")), "STEADY_SECONDS": "3"}) as started:
        yield started


def test_a_press_that_bounces_skips_nothing_and_one_too_many_is_undone(
    watch: Watch, browser_server: Server
) -> None:
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=1, seats=3, rounds=2)
    phone = Phone.join(watch.visitor(), panel.code, "Egel", role="municipality")
    page, button, rests = panel.page, panel.page.locator("#next"), panel.page.locator("#next-rest")
    expect(button).to_have_attribute("aria-disabled", "false")
    button.click(click_count=2, delay=30)
    panel.sees("agree", 1)
    button_box = box = button.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 20, box["y"] + 20)
    panel.press("PageDown")
    expect(rests).to_be_visible()
    panel.promises("agree", "act.one", round=1)
    found = barriers(page, "panel, resting")
    expect(rests).to_be_hidden()
    panel.sees("agree", 1)

    phone.agree(*["residents"] * 4)
    expect(page.locator("#undo")).to_be_hidden()  # the start is not undone
    button.focus()
    page.keyboard.down("Enter")
    panel.sees("act", 1)
    phone.sees("act", 1)
    expect(rests).to_be_hidden()
    page.keyboard.down("Enter")  # still held: the browser repeats it
    page.keyboard.up("Enter")
    panel.sees("act", 1)
    assert page.evaluate("document.activeElement.id") == "next"

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "undo"
    expect(page.locator("#preview-text")).to_be_hidden()  # it lends its place
    places = [page.locator(f"#{id}").bounding_box() for id in ("next", "notes")]
    page.locator("#undo").evaluate("undo => { undo.hidden = true; }")  # as when its ten seconds are over
    assert [page.locator(f"#{id}").bounding_box() for id in ("next", "notes")] == places
    assert button_box == places[0]  # at the same height in every phase
    page.locator("#undo").evaluate("undo => { undo.hidden = false; undo.focus(); }")
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
