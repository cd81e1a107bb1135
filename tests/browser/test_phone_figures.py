"""What a small phone says in figures and in a time-out: each figure whole, and what is to be told above the window's edge."""

from itertools import product

import pytest
from playwright.sync_api import Page, expect

from tests.browser.watch import PHONE

pytestmark = pytest.mark.browser
TINY = {"width": 320, "height": 568}
ROLES = ("municipality", "professional", "resident")
# The figures that are broken over lines, and the words of options that are broken within a word.
BROKEN = """() => [...document.querySelectorAll(".weigh > li")].slice(1).flatMap((line) => {
  const lines = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
  };
  const words = (node) => node.textContent.trim().split(/\\s+/).length;
  const [label, chair] = [line.querySelector("strong"), line.querySelector("[data-part=chair]")];
  return [
    ...(lines(chair) > 1 ? [chair.textContent] : []),
    ...(lines(label) > words(label) ? [label.textContent] : []),
  ];
})"""


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_figure_stays_on_its_line(style_page: Page, language: str) -> None:
    style_page.set_viewport_size({"width": TINY["width"], "height": TINY["height"]})
    found = {}
    for state, role in product(("agree-talking", "act", "act-talking", "outcome-first"), ROLES):
        style_page.goto(f"/styleguide/phone/?state={state}&role={role}&language={language}")
        expect(style_page.locator("#tasks .option, #tasks details").first).to_be_attached()
        found[state, role] = style_page.evaluate(BROKEN)
    assert {state: broken for state, broken in found.items() if broken} == {}


def test_what_is_told_in_a_time_out_is_in_view(style_page: Page) -> None:
    found = {}
    for role, language in product(ROLES, ("nl", "en")):
        style_page.set_viewport_size({"width": TINY["width"], "height": TINY["height"]})
        style_page.goto(f"/styleguide/phone/?state=time-out&role={role}&language={language}")
        expect(style_page.locator("#gauge")).to_be_visible()
        box = style_page.locator("#gauge").bounding_box()
        assert box
        found[role, language] = max(0, round(box["y"] + box["height"] - TINY["height"]))
    found.pop(("municipality", "nl"))  # two lines of its own more: it scrolls
    found.pop(("municipality", "en"))
    assert {state: under for state, under in found.items() if under} == {}


def test_what_who_waits_did_not_choose_looks_like_no_button(style_page: Page) -> None:
    style_page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    style_page.goto("/styleguide/phone/?state=ready&role=resident&language=nl")
    free = style_page.locator("#tasks input:not(:checked) ~ .option-face")
    expect(free.first).to_be_visible()
    for face in free.all():
        expect(face).to_have_css("border-top-color", "rgba(0, 0, 0, 0)")
