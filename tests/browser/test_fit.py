"""The phone's page on what people carry: narrow screens, large text, a busy Wi-Fi."""

import gzip
from itertools import product
from urllib.request import Request as HttpRequest
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.projector import Projector
from tests.browser.watch import BEAMER, LAPTOP, PHONE, Watch
from tests.live.server import Server
from tests.looks.measure import READ

pytestmark = pytest.mark.browser
NARROW = {"width": 320, "height": 640}
ROLES = ("municipality", "professional", "resident")
MOST_REQUESTS = 12
# Scripts and style sheets on their way, on the phone of who comes in while a round is played, with the street.
MOST_BYTES = {"phone": 60_000, "panel": 110_000, "projector": 110_000}
TOUCH = 48
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# What comes a while after the first screen, before it is needed, is not of the first visit.
FIRST = """performance.getEntriesByType("resource")
  .filter((one) => one.startTime < performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd + 4500)"""
ASKED = f"{FIRST}.filter((one) => one.transferSize > 0).map((one) => one.name)"
FILES = f"""{FIRST}.map((one) => new URL(one.name).pathname).filter((path) => /\\.(js|css)$/.test(path))"""
TOO_SMALL = """least => [...document.querySelectorAll("button, .option, .role-pick, summary, select, input.input, a.button")]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < least - 0.5)
  .map((one) => `${one.tagName} ${one.className} ${one.getBoundingClientRect().height}`)"""


def misfits(page: Page, state: str) -> list[str]:
    """Return what does not fit: a page that scrolls sideways, targets too small for a thumb."""
    found = [f"{state}: scrolls sideways by {page.evaluate(OVERFLOW)}"] if page.evaluate(OVERFLOW) > 0 else []
    return found + [f"{state}: {small}" for small in page.evaluate(TOO_SMALL, TOUCH)]


@pytest.mark.parametrize(("size", "text"), [(NARROW, 16), (PHONE, 32)], ids=["narrow", "large text"])
def test_everything_fits(watch: Watch, browser_server: Server, size: dict[str, int], text: int) -> None:
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=2, seats=3, rounds=2)
    pages = [watch.visitor(size=size) for _ in ROLES]
    set_text_size(pages, text)
    pages[0].goto(f"/j/{panel.code}/")
    found = misfits(pages[0], "join")
    phones = [
        Phone.join(page, panel.code, f"Boomkruiper in het {role[0]}", table=1, role=role)
        for page, role in zip(pages, ROLES, strict=True)
    ]
    found += [line for phone in phones for line in misfits(phone.page, f"lobby, {phone.role}")]
    for round in (1, 2):
        for phase in ("agree", "act", "outcome"):
            panel.next()
            for phone in phones:
                phone.sees(phase, round)
                found += misfits(phone.page, f"{phase} {round}, {phone.role}")
    assert found == []


SMALL_PHONE = {"width": 390, "height": 664}
MOST_WORDS = 90  # of a phase, before one unfolds more
# How far the last of what is asked lies under the dock.
UNDER = """() => {
  const asked = [...document.querySelectorAll("#choices .option")].filter((one) => one.checkVisibility());
  const last = Math.max(...asked.map((one) => one.getBoundingClientRect().bottom));
  return Math.max(0, Math.round(last - document.querySelector("#dock").getBoundingClientRect().top));
}"""


def test_all_there_is_to_choose_is_in_view_and_soon_read(watch: Watch, browser_server: Server) -> None:
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=1, seats=3, rounds=2)
    pages = [watch.visitor(size=SMALL_PHONE) for _ in ROLES]
    phones = [
        Phone.join(page, panel.code, f"Egel {role[0]}", role=role)
        for page, role in zip(pages, ROLES, strict=True)
    ]
    found = {}
    for round, phase in ((1, "agree"), (1, "act"), (1, "outcome"), (2, "agree"), (2, "act")):
        panel.next()
        for phone in phones:
            phone.sees(phase, round)
            if phase == "outcome":
                expect(phone.page.locator("#mark")).to_be_attached()
            else:
                expect(phone.tasks).to_have_count(4)
            words = max(0, phone.page.evaluate(READ)["words"] - MOST_WORDS)
            found[phase, round, phone.role] = [
                words,
                *(_under(phone.page, size) for size in (SMALL_PHONE, PHONE)),
            ]
    assert {state: too_much for state, too_much in found.items() if any(too_much)} == {}


def _under(page: Page, size: dict[str, int]) -> int:
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    return int(page.evaluate(UNDER))


TINY_PHONE = {"width": 320, "height": 568}
# Of the street, and of what happened at the first task in trouble with its answers, how much lies out of sight, in px.
OUTSIDE = """() => {
  const top = document.querySelector(".bar").getBoundingClientRect().bottom;
  const bottom = document.querySelector("#dock").getBoundingClientRect().top;
  const first = [...document.querySelectorAll("#tasks > li:first-child :is(.option, .what)")];
  return [document.querySelector("#my-street > div"), ...first]
    .map((node) => node.getBoundingClientRect())
    .map((box) => Math.max(0, Math.round(top - box.top)) + Math.max(0, Math.round(box.bottom - bottom)));
}"""


def test_the_street_is_in_view_with_many_tasks_in_trouble(style_page: Page) -> None:
    found = {}
    for role, size in product(ROLES, (PHONE, TINY_PHONE)):
        style_page.set_viewport_size({"width": size["width"], "height": size["height"]})
        style_page.goto(f"/styleguide/phone/?state=outcome-poor&role={role}&language=nl")
        expect(style_page.locator("#tasks > li .what:visible")).to_have_count(3)
        expect(style_page.locator("#my-street svg")).to_be_visible()
        found[role, size["width"]] = style_page.evaluate(OUTSIDE)
    assert {state: outside for state, outside in found.items() if any(outside)} == {}


# What of an option is drawn outside its own button, by its button's words.
SPILLED = """() => [...document.querySelectorAll("#choices .option-face")].filter((face) => {
  const box = face.getBoundingClientRect();
  return [...face.querySelectorAll(".icon, .option-label, .option-figure")].some((part) => {
    const { top, bottom, left, right, width } = part.getBoundingClientRect();
    return width && (top < box.top || bottom > box.bottom || left < box.left || right > box.right);
  });
}).map((face) => face.innerText)"""


def test_an_option_holds_all_that_stands_on_it(style_page: Page) -> None:
    found = {}
    for state, role in (
        ("agree-tapped", "municipality"),
        ("agree-tapped", "resident"),
        ("act-talking", "professional"),
        ("act-talking", "resident"),
        ("outcome-poor", "municipality"),
    ):
        style_page.goto(f"/styleguide/phone/?state={state}&role={role}&language=nl")
        expect(style_page.locator("#tasks .option").first).to_be_attached()
        style_page.locator("#tasks details").evaluate_all("found => found.forEach((one) => one.open = true)")
        paper = style_page.locator("#tasks input[value=yes]")
        for switch in paper.all():
            switch.check()
        for width in (PHONE["width"], TINY_PHONE["width"]):
            style_page.set_viewport_size({"width": width, "height": PHONE["height"]})
            found[state, role, width] = style_page.evaluate(SPILLED)
            if (state, width) == ("act-talking", PHONE["width"]):
                found[state, role, "promises"] = style_page.evaluate(UNDER)
    assert {shown: spilled for shown, spilled in found.items() if spilled} == {}


FLAT = {"width": 664, "height": 390}
BESIDE = """() => document.querySelector("#dock").getBoundingClientRect().left
  - Math.max(...[...document.querySelectorAll("#tasks .option")].map((one) => one.getBoundingClientRect().right))"""


def test_a_phone_on_its_side_has_all_that_counts_beside_the_choices(style_page: Page) -> None:
    style_page.set_viewport_size({"width": FLAT["width"], "height": FLAT["height"]})
    style_page.goto("/styleguide/phone/?state=refused&role=resident&language=nl")
    expect(style_page.locator(".dashed > #limit-text")).to_have_text("Vorige ronde: 1 van 3 avonden")
    style_page.locator("#tasks .option").first.click()
    for shown in ("#refusal", "#ready", "#limit-text"):
        expect(style_page.locator(shown)).to_be_in_viewport(ratio=1)
    assert (style_page.evaluate(BESIDE) > 0, style_page.evaluate(OVERFLOW)) == (True, 0)
    style_page.goto("/styleguide/phone/?state=outcome-poor&role=resident&language=nl")
    expect(style_page.locator("#my-street svg")).to_be_in_viewport(ratio=1)


def test_names_stay_words_with_large_text(style_page: Page) -> None:
    style_page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    set_text_size([style_page], 32)
    style_page.goto("/styleguide/phone/?state=outcome&role=resident&language=nl")
    names = style_page.locator("#tasks .task-name")
    expect(names).to_have_count(2)
    assert names.evaluate_all("names => names.filter((one) => one.offsetWidth < 100).length") == 0


def set_text_size(pages: list[Page], pixels: int) -> None:
    """Set the browser's own text size, as people do in the settings of their phone."""
    for page in pages:
        sizes = {"fontSizes": {"standard": pixels}}
        page.context.new_cdp_session(page).send("Page.setFontSizes", sizes)


def test_a_first_visit_is_light(watch: Watch, browser_server: Server) -> None:
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server)
    page = watch.visitor()
    page.goto(f"/j/{panel.code}/")
    assert len(page.evaluate(ASKED)) + 1 <= MOST_REQUESTS
    Phone.join(watch.visitor(), panel.code, "Das")
    expect(panel.page.locator("#tiles svg.s-street").first).to_be_attached()
    first = {"panel": panel.page.evaluate(FILES)}
    panel.next()
    phone = Phone.join(page, panel.code, "Egel", lobby=False)
    phone.sees("agree", 1)
    expect(page.locator("#tasks svg.s-street")).to_have_count(4)
    assert len(page.evaluate(ASKED)) + 1 <= MOST_REQUESTS
    projector = Projector.open(watch.visitor(size=BEAMER), panel.projector_link)
    expect(projector.page.locator("#play svg.s-street").first).to_be_visible()
    first |= {"phone": page.evaluate(FILES), "projector": projector.page.evaluate(FILES)}
    found = {
        name: sum(bytes_of(browser_server, path) for path in set(paths)) for name, paths in first.items()
    }
    assert {name: size for name, size in found.items() if not 30_000 < size <= MOST_BYTES[name]} == {}


def bytes_of(server: Server, path: str) -> int:
    """Return what a file weighs on the way to a phone."""
    request = HttpRequest(server.base_url + path, headers={"Accept-Encoding": "gzip"})
    with urlopen(request, timeout=30) as answer:
        body = answer.read()
        return len(body) if answer.headers["Content-Encoding"] == "gzip" else len(gzip.compress(body))


AWKWARD = ("W" * 20, "محمد عبد الرحمن محمد", "B\u0301\u0300\u0342algo", "👨🏽‍👩🏽‍👧🏽‍👦🏽" * 9)


def test_awkward_names_and_titles_fit_everywhere(watch: Watch, browser_server: Server) -> None:
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server, title="W" * 40 + " شارع", seats=4)
    pages = [watch.visitor(size=NARROW) for _ in AWKWARD]
    phones = [Phone.join(page, panel.code, name) for page, name in zip(pages, AWKWARD, strict=True)]
    for phone in phones:
        expect(phone.page.locator("#people-list .empty")).to_have_count(0)
    found = [line for phone in phones for line in misfits(phone.page, f"lobby, {phone.alias}")]
    shown = set(phones[0].page.locator("#people-list [data-part=alias]").all_inner_texts())
    panel.page.set_viewport_size({"width": 360, "height": 740})
    assert (found, panel.page.evaluate(OVERFLOW), "محمد عبد الرحمن محمد" in shown) == ([], 0, True)
