"""How large streets stay on a wall once an outcome is told: they are what people look at."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.watch import BEAMER

pytestmark = pytest.mark.browser
# How wide each street is drawn, of the window.
WIDE = """() => [...document.querySelectorAll("#picture, .cell-picture")]
  .filter((one) => one.checkVisibility())
  .map((one) => one.getBoundingClientRect().width / innerWidth)"""


def widths(page: Page, state: str, query: str, tables: int) -> list[float]:
    """Return how wide each street of a staged outcome is."""
    page.set_viewport_size({"width": BEAMER["width"], "height": BEAMER["height"]})
    page.goto(f"/styleguide/projector/?state={state}&tables={tables}&{query}")
    pictures = page.locator("#picture > svg:visible, .cell-picture > svg:visible")
    expect(pictures).to_have_count(tables)  # streets are drawn in turns
    found: list[float] = page.evaluate(WIDE)
    return found


@pytest.mark.parametrize("state", ["outcome", "outcome-setback"])
def test_one_street_is_large_above_two_stories(style_page: Page, state: str) -> None:
    [wide] = widths(style_page, state, "language=nl", 1)
    expect(style_page.locator("#troubles > li:visible")).to_have_count(2)
    assert wide > 0.65


@pytest.mark.parametrize("scenario", ["street", "school", "care"])
def test_a_setback_leaves_six_streets_their_room(style_page: Page, scenario: str) -> None:
    query = f"scenario={scenario}&language=nl"
    calm = widths(style_page, "outcome", query, 6)
    told = widths(style_page, "outcome-setback", query, 6)
    expect(style_page.locator("#happened > li:visible")).to_have_count(1)
    assert min(told) > 0.85 * min(calm)


def test_what_is_alike_at_six_tables_is_said_once_until_all_have_asked(style_page: Page) -> None:
    found = {}
    for state in ("agree", "agree-tapped"):
        widths(style_page, state, "language=nl", 6)
        lines = style_page.locator(".cell-lines:visible")
        found[state] = (lines.count(), style_page.locator("#sign-key:visible").inner_text().split("\n"))
    names = ["Het plantsoen", "Veilig op straat", "De oudere buren", "De speelplek"]
    assert found == {"agree": (0, names), "agree-tapped": (6, names)}
