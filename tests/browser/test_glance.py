"""What a phone says at a glance: figures under what they are of, what happened before its answers, where there is more."""

from itertools import product

import pytest
from playwright.sync_api import Page, expect

from game import content
from tests.browser.watch import PHONE

pytestmark = pytest.mark.browser
ROLES = ("municipality", "professional", "resident")
SIZES = ((390, 844), (390, 664), (320, 568))
# The text of each line of what options cost and bring, and how far its parts stand from those of the line above all.
COLUMNS = """() => {
  const part = (line, name) => line.querySelector(`[data-part=${name}]:not([hidden])`);
  const [head, ...lines] = document.querySelector("#weigh").children;
  const left = (node) => node.getBoundingClientRect().left;
  const apart = (name) => lines.map((line) => part(line, name)).filter(Boolean)
    .map((node) => Math.round(left(node) - left(part(head, name)))).filter(Boolean);
  return [part(head, "chair").textContent, part(head, "task").textContent, ...apart("chair"), ...apart("task")];
}"""
FADE = """() => {
  const { backgroundImage, height, content } = getComputedStyle(document.querySelector("#dock"), "::before");
  return content === "none" ? null : [backgroundImage.split("(")[0], parseFloat(height) >= 12];
}"""


def _open(
    page: Page, state: str, role: str, size: tuple[int, int] = (PHONE["width"], PHONE["height"])
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"/styleguide/phone/?state={state}&role={role}&language=nl")
    expect(page.locator("#tasks > li").first).to_be_attached()


def test_figures_stand_under_what_they_are_of(style_page: Page) -> None:
    words = content.words(content.default_scenario(), "nl")
    found, wanted = {}, {}
    for (state, kind), role, size in product((("act", "act.{}"), ("outcome", "respond")), ROLES, SIZES):
        if (state, role) == ("outcome", "resident"):
            continue  # whose figures hang on the task, and stand on the buttons
        _open(style_page, state, role, size)
        found[state, role, size] = style_page.evaluate(COLUMNS)
        heads = (f"ui.player.weigh.head.{kind.format(role)}", "ui.player.weigh.head.task")
        wanted[state, role, size] = [words[head] for head in heads]
    assert found == wanted


def test_what_happened_is_read_before_what_answers_bring(style_page: Page) -> None:
    for role, size in product(ROLES, SIZES):
        _open(style_page, "outcome-setback", role, size)
        tasks, weigh = (style_page.locator(part).bounding_box() for part in ("#tasks", "#weigh"))
        assert tasks is not None
        assert weigh is not None
        assert weigh["y"] - tasks["y"] - tasks["height"] >= 0, (role, size)


def test_what_a_promise_is_stands_where_one_can_be_made(style_page: Page) -> None:
    told = content.words(content.default_scenario(), "nl")["ui.player.ask.promise"]
    found = {}
    for state, role in product(("act", "act-talking", "outcome-setback"), ROLES):
        _open(style_page, state, role)
        found[state, role] = style_page.locator("#phase-ask").text_content().endswith(told)
    assert found == {(state, role): state == "act-talking" for state, role in found}


def test_what_goes_on_under_the_dock_fades_and_not_beside_it(style_page: Page) -> None:
    for size in SIZES:
        _open(style_page, "act-talking", "resident", size)
        assert style_page.evaluate(FADE) == ["linear-gradient", True]
    _open(style_page, "act-talking", "resident", (664, 390))
    assert style_page.evaluate(FADE) is None


def test_the_foot_of_the_page_is_one_line(style_page: Page) -> None:
    tops = "found => [...new Set(found.map((one) => Math.round(one.getBoundingClientRect().top)))].length"
    for language in ("nl", "en"):
        style_page.set_viewport_size({"width": 390, "height": 664})
        style_page.goto(f"/styleguide/phone/?state=time-out&role=resident&language={language}")
        links = style_page.locator(".play-footer :is(a, button):visible")
        expect(links).to_have_count(5)
        assert links.evaluate_all(tops) == 1
