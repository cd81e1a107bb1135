"""What a hand meets on a phone: nothing moves under the thumb or covers the focus; large text; another language."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.desk import Desk
from tests.browser.phone import Phone
from tests.browser.test_fit import OVERFLOW
from tests.browser.watch import Watch

pytestmark = pytest.mark.browser
ROUNDS = 4

SHORT = {"width": 390, "height": 664}
SMALL = {"width": 320, "height": 568}
LONGEST = "W" * 20
FAMILIES = "👨🏽‍👩🏽‍👧🏽‍👦🏽" * 9
# Where the focus is, and which edge of the window covers it: "" for none.
HIDDEN = """() => {
  const now = document.activeElement;
  if (now === document.body) return null;
  if (now.matches(".skip")) return ["", false];  // lies over the header
  const { top, bottom, height } = now.getBoundingClientRect();
  const over = [...document.querySelectorAll(".bar, .link-state, .dock")]
    .filter((one) => one.checkVisibility() && getComputedStyle(one).position === "sticky" && !one.contains(now))
    .map((one) => one.getBoundingClientRect());
  const low = Math.min(bottom, top + innerHeight / 2);  // of what is higher than the room there is, the upper part
  const isCovered = over.some((one) => one.top < low - 1 && one.bottom > top + 1);
  const isOut = top < -1 || (height < innerHeight / 2 && bottom > innerHeight + 1);
  return [`${now.tagName} ${now.id || now.value || now.textContent.slice(0, 20)}`, isCovered || isOut];
}"""
LAPS = """() => {
  const boxes = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility())
    .map((one) => [one, one.getBoundingClientRect()]);
  const found = [];
  for (const group of [".bar > *:not(.around)", ".dock > *, .dock-row > *", ".options > .option", ".task-head > *",
                       ".row-head > *", ".row > *:not(.row-state)", ".count > *"]) {
    const all = boxes(group);
    for (const [one, a] of all) for (const [other, b] of all) {
      if (one === other || one.contains(other) || other.contains(one)) continue;
      if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
        found.push(`${one.className || one.id} over ${other.className || other.id}`);
    }
  }
  for (const [one] of boxes(".option-face, .button, .bar strong")) {
    const isCut = getComputedStyle(one).textOverflow === "ellipsis";
    if (one.scrollWidth > one.clientWidth + 1 && !isCut) found.push(`${one.textContent} sticks out`);
  }
  const dock = document.querySelector(".dock");
  const most = dock.matches(".asks") ? 0.9 : dock.matches(".is-ready") ? 0.65 : 0.5;
  if (dock.offsetHeight > most * innerHeight) found.push(`the dock is ${dock.offsetHeight} high`);
  for (const [one] of boxes(".left-open, .waiting")) {
    const least = Math.min(one.scrollHeight, 0.3 * innerHeight);
    if (one.clientHeight < least - 3) found.push(`${one.id} shows only ${one.clientHeight} of ${one.scrollHeight}`);
  }
  return found;
}"""


def covered(page: Page) -> list[str]:
    """Go through all that can have the focus, forwards and backwards, and return what is covered while it has it."""
    found = []
    for key in ("Tab", "Shift+Tab"):
        page.evaluate("scrollTo(0, 0); document.activeElement.blur()")
        for _ in range(80):
            page.keyboard.press(key)
            at = page.evaluate(HIDDEN)
            if at is None:
                break
            found += [f"{key}: {at[0]}"] if at[1] else []
    return found


def test_what_has_the_focus_is_never_covered(watch: Watch, desk: Desk) -> None:
    phone = Phone.join(watch.visitor(size=SHORT), str(desk.room["code"]), "Egel", role="resident")
    for _ in range(4):
        desk.send("next")
    phone.sees("agree", 2)
    desk.send("start_clock", seconds=90)
    desk.send("pause", paused=True)
    expect(phone.page.locator("#paused")).to_be_visible()
    found = covered(phone.page)
    phone.page.set_viewport_size(SMALL)
    found += covered(phone.page)
    phone.page.set_viewport_size(SHORT)
    phone.page.evaluate("document.documentElement.style.fontSize = '200%'")
    found += covered(phone.page)
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("alias", [LONGEST, FAMILIES], ids=["wide", "emoji"])
def test_twice_the_text_holds_with_the_longest_name(watch: Watch, desk: Desk, alias: str) -> None:
    phone = Phone.join(watch.visitor(size=SHORT), str(desk.room["code"]), alias, role="resident")
    phone.page.evaluate("document.documentElement.style.fontSize = '200%'")
    found = [f"lobby {phone.page.evaluate(OVERFLOW)}"] if phone.page.evaluate(OVERFLOW) else []
    desk.send("next")
    phone.sees("agree", 1)
    desk.send("start_clock", seconds=90)
    expect(phone.page.locator("#clock")).to_be_visible()
    for round in (1, 2):
        for phase in ("agree", "act", "outcome"):
            phone.sees(phase, round)
            found += [f"{phase} {round}: {one}" for one in phone.page.evaluate(LAPS)]
            if (phase, round) == ("agree", 1):
                phone.page.locator("#ready").click()
                expect(phone.page.locator("#left")).to_be_visible()
                found += [f"{phase} {round}, asked: {one}" for one in phone.page.evaluate(LAPS)]
                expect(phone.page.locator("#ready")).to_be_enabled()
            if phase != "outcome":
                phone.page.locator("#ready").click()
                expect(phone.page.locator("#waiting")).to_be_visible()
                found += [f"{phase} {round}, waiting: {one}" for one in phone.page.evaluate(LAPS)]
            found += [f"{phase} {round} wide"] if phone.page.evaluate(OVERFLOW) else []
            desk.send("next")
    assert found == [], "\n".join(found)


def top_of(node: Locator) -> float:
    return float(node.evaluate("node => node.getBoundingClientRect().top"))


def test_nothing_moves_under_the_thumb(watch: Watch, desk: Desk) -> None:
    code = str(desk.room["code"])
    phone = Phone.join(watch.visitor(size=SHORT), code, "Egel", role="resident")
    other = Phone.join(watch.visitor(), code, "Merel")
    for _ in range(4):
        desk.send("next")
    phone.sees("agree", 2)
    moved = {}

    def steady(name: str, what: str, act: Callable[[], None] | None = None) -> None:
        """Note how far a control comes to stand from where it was tapped, or from where it was before `act`."""
        value = phone.page.locator(what).first.locator("input").first.get_attribute("value")
        node = phone.page.locator(what.split(" label")[0].split(" .option")[0]).locator(
            f"label:has([value={value}])"
        )
        node.scroll_into_view_if_needed()
        before = top_of(node)
        if act:
            act()
        else:
            node.click()
        expect(phone.page.locator("[data-state=pending]")).to_have_count(0)
        moved[name] = round(top_of(node) - before)

    button = phone.page.locator("#ready")
    place = "node => [node.getBoundingClientRect().top, node.offsetHeight, node.offsetWidth]"
    box = button.evaluate(place)
    expect(button).to_have_text(button.get_attribute("data-again") or "")
    steady("the first tap", "#tasks > li:nth-child(1) .option[data-state='']")
    expect(button).to_have_text(button.get_attribute("data-ready") or "")
    assert button.evaluate(place) == box
    steady("another tap", "#tasks > li:nth-child(2) .option[data-state='']")

    def others_ask() -> None:
        asked = phone.page.locator("#tasks > li:nth-child(1) [data-part=count]:visible").all_inner_texts()
        value = other.tasks.nth(0).locator(".option[data-state=''] input").first.get_attribute("value")
        other.choose(0, value or "")
        expect(phone.page.locator("#tasks > li:nth-child(1)")).not_to_have_text("".join(asked))

    steady("what others ask", "#tasks > li:nth-child(3)", others_ask)
    desk.send("next")
    phone.sees("act", 2)
    join = "#tasks > li:nth-child({}) label:has(input[value=join])"
    for task in range(1, 5):
        phone.page.locator(join.format(task)).click()
    refusal = phone.page.locator("#refusal:visible")
    expect(refusal).to_have_count(1)
    steady("a tap after a refusal", "#tasks > li:nth-child(4) label:has(input[value=claim])")
    expect(refusal).to_have_count(0)

    def a_pause() -> None:
        desk.send("pause", paused=True)
        expect(phone.page.locator("#paused")).to_be_visible()

    steady("a pause", "#tasks > li:nth-child(2)", a_pause)
    assert moved == dict.fromkeys(moved, 0)


def test_another_language_keeps_the_place(watch: Watch, desk: Desk) -> None:
    code = str(desk.room["code"])
    page = watch.visitor(size=SHORT)
    page.goto(f"/j/{code}/")
    page.locator("#alias").fill("Zeearend")
    page.locator(".choose-self > summary").click()
    page.locator(".role-pick[data-role=resident]").click()
    page.locator("form.language button").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#alias")).to_have_value("Zeearend")
    expect(page.locator(".choose-self")).to_have_attribute("open", "")
    expect(page.locator("input[name=role][value=resident]")).to_be_checked()
    page.locator("main form button.primary").click()
    page.wait_for_url("**/play/**")
    phone = Phone(page, "Zeearend")
    desk.send("next")
    phone.sees("agree", 1)
    page.locator("#role-card > summary").click()
    expect(page.locator("#role-card")).to_have_attribute("open", "")
    page.evaluate("scrollTo(0, 300)")
    page.evaluate("WebSocket.prototype.send = () => {}")  # what is tapped from here on arrives nowhere
    phone.option(1, "residents").evaluate("label => label.click()")
    phone.shows_pending(1, "residents")
    top = page.evaluate("scrollY")
    page.locator("form.language button").evaluate("button => button.click()")
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    expect(page.locator("#role-card")).to_have_attribute("open", "")
    page.wait_for_function("top => Math.abs(scrollY - top) < 2", arg=top)
    phone.shows_sent(1, "residents")
