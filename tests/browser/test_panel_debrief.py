"""The facilitator leads the debrief: every step and picture, the short path, loops, what-ifs and doubts.

In one file because it is one part of the panel, each test of which begins in the same debrief.
"""

import pytest
from playwright.sync_api import Locator, Page, expect

from game.engine.debrief.steps import OF_A_FULL_GAME, PICTURES, Part, Step
from game.engine.debrief.whatif import offered
from game.engine.model.rules import RULESETS
from tests.browser.accessibility import barriers
from tests.browser.debriefs import ROUNDS, begin, debriefed
from tests.browser.desk import Desk
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.projector import Projector
from tests.browser.watch import BEAMER, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser
REMOTE = {"width": 360, "height": 740}
FITS = "document.documentElement.scrollWidth <= window.innerWidth"

# Notes each round that is shown, as each stands for some seconds only.
WATCH_ROUNDS = """() => {
  window.rounds = [];
  const shown = document.getElementById("loop-round-word");
  const look = () => shown.textContent !== window.rounds.at(-1) && window.rounds.push(shown.textContent);
  new MutationObserver(look).observe(shown, { childList: true, characterData: true, subtree: true });
}"""


# All that can be tapped, of a set of radios one; each is taken out when it has the focus.
MARK_TAPPED = """() => {
  document.activeElement.blur();
  const seen = (node) => node.checkVisibility({ visibilityProperty: true }) && !node.disabled;
  const all = [...document.querySelectorAll("a[href], button, summary, input, textarea, select")].filter(seen);
  const codeOf = (node) => (node.type === "radio" ? node.name : node);
  window.tapped = new Map(all.map((node) => [codeOf(node), node.outerHTML.slice(0, 80)]));
  document.addEventListener("focusin", ({ target }) => window.tapped.delete(codeOf(target)));
}"""


@pytest.fixture
def panel(watch: Watch, browser_server: Server) -> Panel:
    """Give the panel of a game at one table, in its debrief."""
    return debriefed(begin(watch, browser_server))


def last_beats(panel: Panel) -> dict[tuple[Step, Part], int]:
    """Return how many presses build up each picture of the one table, as its game has it."""
    with Desk(panel.page) as desk:
        own = desk.room["presses"]
    return {
        (step, one.part): own.get(f"{step}.{one.part}", one.last_beat(ROUNDS))
        for step, pictures in PICTURES.items()
        for one in pictures
    }


AFTER_CIRCLE = ("after", "doubt", "answer")


def press_names(panel: Panel) -> dict[tuple[str, int], str]:
    """Return by picture and press what has notes of its own: what comes once the circle is whole, and the photo."""
    with Desk(panel.page) as desk:
        whole = desk.room["presses"]["pattern.circle.whole"]
    circle = {("circle", whole + 1 + place): name for place, name in enumerate(AFTER_CIRCLE)}
    return {**circle, ("take_home", 1): "photo"}


def way(last: dict[tuple[Step, Part], int], *paths: str) -> list[tuple[Step, Part]]:
    """Return what the button comes by on these paths, those that are built up once for each press."""
    return [
        (step, one.part)
        for step, pictures in PICTURES.items()
        for one in pictures
        if one.on in paths
        for _ in range(last[step, one.part] + 1)
    ]


def unreached(page: Page, state: str) -> list[str]:
    """Return what can be tapped on a page and is not come by with the Tab key, once round."""
    page.evaluate(MARK_TAPPED)
    for _ in range(page.evaluate("window.tapped.size + 1")):
        page.keyboard.press("Tab")
    return [f"{state}: not reached by Tab: {one}" for one in page.evaluate("[...window.tapped.values()]")]


# The steps


@pytest.mark.parametrize(("language", "path"), [("nl", "full"), ("en", "short")])
def test_keys_lead_through_every_press_on_every_screen(
    watch: Watch, browser_server: Server, language: str, path: str
) -> None:
    panel = begin(watch, browser_server, language, rehearsal=False)
    phone = Phone.join(watch.visitor(language), panel.code, "Egel").page
    projector = Projector.open(watch.visitor(language, size=BEAMER), panel.projector_link).page
    debriefed(panel)
    if path == "short":
        panel.switch("short", on=True)
    last, names = last_beats(panel), press_names(panel)
    pictures = way(last, "short", "full") if path == "full" else way(last, "short")
    found, beat = [], 0
    for (step, part), following in zip(pictures, [*pictures[1:], None], strict=True):
        panel.is_at(step, part)
        panel.advises(step, part, names.get((part, beat), ""))
        for page in (projector, phone):
            expect(page.locator("body")).to_have_attribute("data-picture", f"{step}.{part}.{beat}")
        if not beat:
            found += barriers(panel.page, f"panel, {step}, {part}") + unreached(phone, f"{step}, {part}")
        is_whole = beat == last[step, part]
        if is_whole:  # half of a picture holds nothing that the whole of it does not
            found += barriers(projector, f"projector, {step}, {part}") + barriers(
                phone, f"phone, {step}, {part}"
            )
        if following is None:
            break
        beat = beat + 1 if following == (step, part) else 0
        if following[0] in OF_A_FULL_GAME and step not in OF_A_FULL_GAME:
            panel.show_debrief(
                following[0]
            )  # of so few rounds it is on request, and the path goes on behind it
            continue
        if beat:
            panel.builds_up(part, beat, last[step, part], names.get((part, beat), ""))
        else:
            panel.previews(*following, new_step=following[0] != step)
        panel.press("PageDown")
    assert panel.is_at_the_end
    expect(panel.page.locator("#preview-text")).to_have_text(panel.word("ui.panel.preview.closed"))
    panel.page.locator("#next").focus()
    panel.next()
    expect(panel.page.locator("#debrief")).to_be_hidden()
    expect(panel.page.locator("#phase")).to_be_focused()  # the button is gone
    found += barriers(projector, "projector, closed") + barriers(phone, "phone, closed")
    assert found == []


def test_the_short_path_is_one_switch(panel: Panel) -> None:
    panel.switch("short", on=True)
    skipped = panel.page.locator("#steps > li.skipped")
    assert [line.get_attribute("data-step") for line in skipped.all()] == [
        step
        for step, all in PICTURES.items()
        if step in OF_A_FULL_GAME or not any(one.on == "short" for one in all)
    ]
    # What is not on the path is one press away, and the path goes on from there.
    panel.show_debrief("at_work")
    panel.previews("tomorrow", "wall", new_step=True)
    panel.switch("short", on=False)
    panel.show_debrief("at_work")
    panel.previews("tomorrow", "wall", new_step=True)


def test_the_reference_paths_are_for_one_table(watch: Watch, browser_server: Server) -> None:
    panel = debriefed(begin(watch, browser_server, tables=2))
    panel.show_debrief("what_if")
    expect(panel.picture("vote")).to_be_visible()
    expect(panel.picture("courses")).to_have_count(0)


def test_back_and_jumping_to_a_picture(panel: Panel) -> None:
    panel.show_debrief("what_happened")
    panel.is_at("what_happened", "film")
    panel.picture("luck").click()
    panel.is_at("what_happened", "luck")
    panel.press("PageDown")
    panel.builds_up("luck", 2, 3)
    expect(panel.page.locator("#pictures > .on-request").first).to_have_attribute("data-part", "asked")
    panel.picture("cost").click()  # on request: back is the last that is not
    panel.is_at("what_happened", "cost")
    panel.advises("what_happened", "cost")
    luck = panel.word("ui.panel.picture.what_happened.luck")  # was left half built up
    assert panel.next_word == panel.word("ui.panel.next.picture", name=luck)
    expect(panel.page.locator("#preview-text")).to_have_text(panel.word("ui.panel.preview.left"))
    panel.press("ArrowLeft")
    panel.is_at("what_happened", "luck")
    panel.show_debrief("undercurrent")
    panel.press("PageUp")
    panel.is_at("what_happened", "luck")
    panel.show_debrief("feeling")
    panel.press("PageUp")  # before the first picture comes the outcome, which asks first
    panel.answer(False)
    panel.is_at("feeling", "finale")


def test_a_clicker_goes_on_from_a_slider_and_a_list(watch: Watch, browser_server: Server) -> None:
    panel = debriefed(begin(watch, browser_server, tables=2))
    panel.show_debrief("undercurrent")
    panel.page.locator("#debrief-table").focus()
    panel.page.keyboard.press("PageDown")
    panel.is_at("undercurrent", "crossing")
    expect(panel.page.locator("#debrief-table")).to_have_value("")
    panel.show_debrief("pattern")
    panel.picture("loops").click()
    panel.is_at("pattern", "loops")
    panel.page.locator("#loop-round").focus()
    panel.page.keyboard.press("ArrowLeft")  # belongs to the slider
    expect(panel.page.locator("#loop-round-word")).to_have_text(panel.word("ui.round", round=ROUNDS - 1))
    panel.is_at("pattern", "loops")
    panel.page.keyboard.press("PageDown")
    panel.is_at("turning", "turns")


def test_which_table_and_the_switches(watch: Watch, browser_server: Server) -> None:
    panel = debriefed(begin(watch, browser_server, tables=2))
    panel.show_debrief("undercurrent", 2)
    panel.next()
    panel.is_at("undercurrent", "crossing")
    expect(panel.page.locator("#debrief-table")).to_have_value("2")
    for name in ("compare", "overlay"):
        panel.switch(name, on=True)
    panel.page.reload()
    panel.is_at("undercurrent", "crossing")
    for name in ("compare", "overlay"):
        panel.switch(name, on=False)


def test_one_table_has_nothing_to_compare(panel: Panel) -> None:
    for part in ("#table-box", "#lead-compare"):
        expect(panel.page.locator(part)).to_be_hidden()
    expect(panel.page.locator("#lead-overlay")).to_be_visible()


# The pattern


def test_a_loop_its_rounds_and_its_arrows(panel: Panel) -> None:
    panel.show_debrief("pattern")
    page = panel.page
    expect(page.locator("#rounds-box")).to_be_hidden()  # of the circle there is nothing to pick
    panel.picture("loops").click()
    panel.is_at("pattern", "loops")
    expect(page.locator("#loops button")).to_have_text([panel.word("ui.panel.all_loops")])
    expect(page.locator("#loops button[aria-pressed=true]")).to_have_count(1)
    expect(page.locator("#arrows-box")).to_be_hidden()
    page.locator("#loops-box > summary").click()
    page.locator("#loop-rows [data-loop=B2] [data-part=pick]").click()
    expect(page.locator("#loops button[aria-pressed=true]")).to_have_text(panel.word("debrief.loop.B2"))
    arrow = page.locator("#arrows [data-arrow=doing_ownership] button")
    arrow.click()
    expect(arrow).to_have_attribute("aria-pressed", "true")
    shown = page.locator("#loop-round-word")
    expect(shown).to_have_text(panel.word("ui.round", round=ROUNDS))
    page.evaluate(WATCH_ROUNDS)
    page.locator("#play-rounds").click()
    page.wait_for_function("rounds => window.rounds.length === rounds", arg=ROUNDS)
    assert page.evaluate("window.rounds") == [panel.word("ui.round", round=n + 1) for n in range(ROUNDS)]
    expect(page.locator("#play-rounds")).to_have_attribute("aria-pressed", "false")
    page.locator("#round-before").click()
    expect(shown).to_have_text(panel.word("ui.round", round=ROUNDS - 1))
    found = barriers(page, "panel, a loop")
    arrow.click()
    expect(arrow).to_have_attribute("aria-pressed", "false")
    assert found == []


def option(panel: Panel, code: str) -> Locator:
    return panel.page.locator(f"#what-if-groups [data-code='{code}'] button")


def kept(panel: Panel) -> list[str]:
    return [line.inner_text() for line in panel.page.locator("#kept [data-part=name]").all()]


# What if


def test_what_ifs_are_tried_beside_each_other(panel: Panel) -> None:
    panel.show_debrief("what_if")
    page = panel.page
    expect(page.locator("#what-if-groups [data-code]")).not_to_have_count(0)
    shown = page.locator("#what-if-groups [data-code]").evaluate_all(
        "found => found.map((one) => one.dataset.code)"
    )
    assert sorted(shown) in [sorted(offered(rules)) for rules in RULESETS.values()]
    page.locator("#votes [data-code='no_requirements'] button").click()
    panel.is_at("what_if", "lines")  # what is tried is shown
    expect(option(panel, "no_requirements")).to_have_attribute("aria-pressed", "true")
    page.locator("#since button").nth(1).click()
    codes = ("funding.trust", "follows.resident.together", "letting_go", "luck.2")
    for code in codes:
        option(panel, code).click()
        expect(option(panel, code)).to_have_attribute("aria-pressed", "true")
    # The fifth made room for itself.
    expect(option(panel, "no_requirements")).to_have_attribute("aria-pressed", "false")
    panel.tells("ui.panel.what_if_dropped", name=panel.word("debrief.what_if.no_requirements"))
    names = [panel.word(f"debrief.what_if.{code}") for code in codes]
    later = [panel.word("debrief.what_if.since", name=name, round=2) for name in names[:3]]
    assert kept(panel) == [*later, names[3]]
    found = barriers(page, "panel, what-ifs")
    page.locator("#kept button").first.click()
    expect(page.locator("#kept > li")).to_have_count(3)
    option(panel, "luck.2").click()
    expect(page.locator("#kept > li")).to_have_count(2)
    assert found == []


def test_an_arrow_that_is_not_believed(panel: Panel) -> None:
    panel.show_debrief("what_if")
    page = panel.page
    page.locator("#doubt-arrow").select_option("take_over_quality")
    line = page.locator("#doubt-sliders > li")
    expect(line).to_have_count(1)
    expect(line.locator("output")).to_have_text(panel.word("ui.panel.doubt.rules"))
    slider = line.locator("input")
    slider.focus()
    for _ in range(4):
        page.keyboard.press("ArrowLeft")
    panel.is_at("what_if", "doubt")
    expect(line.locator("output")).to_have_text(panel.word("ui.panel.doubt.percent", percent=80))
    found = barriers(page, "panel, a doubt")
    page.reload()
    doubt = panel.word("ui.panel.doubt.kept", name=panel.word("debrief.constant.a_take"), percent=80)
    expect(page.locator("#doubts-kept [data-part=name]")).to_have_text(doubt)
    page.locator("#doubt-arrow").select_option("take_over_quality")
    expect(slider).to_have_value("80")
    line.locator("button").click()
    expect(slider).to_have_value("100")
    expect(page.locator("#doubts-kept > li")).to_have_count(0)
    assert found == []


# At hand


def test_starred_lines_and_the_page_to_take_home(panel: Panel) -> None:
    page = panel.page
    expect(page.locator("#starred-box")).to_be_hidden()
    line = page.locator("#log > li").last
    text = line.locator("[data-part=text]").text_content() or ""
    page.locator("#log .star[tabindex='0']").focus()  # the one that the keyboard comes by
    page.keyboard.press("End")
    expect(line.locator(".star")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#starred > li")).to_have_text([text])
    page.locator("#take-home > summary").click()
    expect(page.locator("#take-home-qr")).to_be_visible()
    expect(page.locator("#take-home-qr")).not_to_have_js_property("naturalWidth", 0)
    path = page.locator("#take-home-open").get_attribute("href") or ""
    assert page.locator("#take-home-link").input_value().endswith(path)
    found = barriers(page, "panel, to take home")
    with page.expect_popup() as opened:
        page.locator("#take-home-open").click()
    expect(opened.value.locator("h1")).to_be_visible()
    opened.value.close()
    page.locator("#export-link").click()
    expect(page.locator("h1")).to_be_visible()
    assert found == []


# On a phone


def test_a_remote_leads_the_debrief_too(watch: Watch, browser_server: Server) -> None:
    panel = debriefed(begin(watch, browser_server, size=REMOTE))
    found = []
    for step in PICTURES:
        if not panel.page.locator("#steps-box[open]").count():
            panel.page.locator("#steps-summary").click()
        panel.step(step).click()
        expect(panel.page.locator("#steps-box[open]")).to_have_count(0)
        expect(panel.page.locator("#steps-summary")).to_contain_text(panel.word(f"debrief.{step}.title"))
        assert panel.page.evaluate(FITS), step
        found += barriers(panel.page, f"remote, {step}")
    assert found == []
