"""What every eye has to see: what is chosen in forced colours, names that run the other way, notches, tables that go on."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.desk import Desk
from tests.browser.panel import Panel
from tests.browser.phone import Phone, choose_self
from tests.browser.watch import LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser

SMALL = {"width": 320, "height": 568}
FLAT = {"width": 664, "height": 390}
# Everything by which two boxes can differ once the browser has put its own colours in.
LOOK = """node => {
  const look = getComputedStyle(node);
  const seen = ["backgroundColor", "color", "borderTopStyle", "borderTopWidth", "borderTopColor", "boxShadow"];
  return seen.map((one) => look[one]);
}"""
NOTCH = 50
BESIDE = """(width) => [...document.querySelectorAll("header *, main *, footer *, .dock *")]
  .filter((one) => one.checkVisibility() && !one.closest(".visually-hidden, .around, svg, .grid-scroll"))
  .filter((one) => {
    const { left, right, width: own } = one.getBoundingClientRect();
    return own > 1 && (left < width - 0.5 || right > innerWidth - width + 0.5);
  })
  .map((one) => `${one.tagName} ${one.id} ${one.className}`)"""
# How far a text begins from the left side of the box around it.
BEGINS = """node => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return range.getBoundingClientRect().left - node.parentElement.getBoundingClientRect().left;
}"""
MIDDLES = """found => found.map((one) => {
  const { top, bottom } = one.getBoundingClientRect();
  return Math.round((top + bottom) / 20);
})"""


def look(node: Locator) -> list[str]:
    return list(node.evaluate(LOOK))


def alike(page: Page, pairs: dict[str, tuple[str, str]]) -> list[str]:
    """Return of which of these pairs of boxes the first, which is chosen, looks like the second, which is not."""
    return [
        name
        for name, (chosen, other) in pairs.items()
        if look(page.locator(chosen).first) == look(page.locator(other).first)
    ]


def test_what_is_chosen_is_seen_in_forced_colours(watch: Watch, browser_server: Server) -> None:
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=2, seats=3, rounds=2)
    panel.page.emulate_media(forced_colors="active", reduced_motion="reduce")
    door = watch.visitor()
    door.emulate_media(forced_colors="active", reduced_motion="reduce")
    door.goto(f"/j/{panel.code}/")
    choose_self(door)
    pick = ".role-pick:has(input{}) .role-pick-face"
    same = alike(door, {"role at the door": (pick.format(":checked"), pick.format(":enabled:not(:checked)"))})
    phone = Phone.join(door, panel.code, "Egel", table=1, role="resident")
    Phone.join(watch.visitor(), panel.code, "Das", table=2)
    with Desk(panel.page) as desk:
        for _ in range(4):
            desk.send("next")
        phone.sees("agree", 2)
        option = "#tasks li:first-child .option[data-state={}] .option-face"
        before = look(phone.page.locator(option.format("prefilled")))
        other = phone.page.locator(".option[data-state='']").first.locator("input").get_attribute("value")
        phone.choose(0, other or "")
        same += alike(phone.page, {"option": (option.format("sent"), option.format("''"))})
        same += ["last round's"] if before == look(phone.page.locator(option.format("sent"))) else []
        panel.look_at(2)
        same += alike(
            panel.page, {"tile": (".tile-button[aria-pressed=true]", ".tile-button[aria-pressed=false]")}
        )
        desk.send("end_game")
        phone.sees("debrief")
        desk.send("show_debrief", view="feeling", part="wall", table=None)
        phone.page.locator(".mood-pick").first.click()
        mood = ".mood-pick:has(input{}) .mood-pick-face"
        same += alike(phone.page, {"mood": (mood.format(":checked"), mood.format(":not(:checked)"))})
        panel.page.locator("#steps .step[aria-current]").wait_for()
        same += alike(panel.page, {"step": (".step[aria-current]", ".step:not([aria-current])")})
    assert same == []


def test_a_name_that_runs_from_right_to_left_stands_where_names_stand(
    watch: Watch, browser_server: Server
) -> None:
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=1, seats=3)
    phone = Phone.join(watch.visitor(), panel.code, "نور")
    panel.look_at(1)
    strong = panel.person("نور").locator("[data-part=alias]")
    assert [phone.page.locator("#alias").evaluate(BEGINS), strong.evaluate(BEGINS)] == [0, 0]
    direction = "node => getComputedStyle(node).direction"
    assert [phone.page.locator("#alias").evaluate(direction), strong.evaluate(direction)] == ["rtl", "rtl"]
    assert tool_rows(panel.page) == 1


def tool_rows(page: Page) -> int:
    """Return on how many lines the tools of the panel stand."""
    return len(set(page.locator(".tool-row > *:visible").evaluate_all(MIDDLES)))


def test_a_notch_covers_nothing_on_a_phone_held_flat(watch: Watch, browser_server: Server) -> None:
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=1, seats=3)
    page = watch.visitor(size=FLAT)
    insets = {"insets": {"left": NOTCH, "leftMax": NOTCH, "right": NOTCH, "rightMax": NOTCH}}
    page.context.new_cdp_session(page).send("Emulation.setSafeAreaInsetsOverride", insets)
    page.goto(f"/j/{panel.code}/")
    covered = page.evaluate(BESIDE, NOTCH)
    phone = Phone.join(page, panel.code, "Egel", role="resident")
    panel.next()
    phone.sees("agree", 1)
    phone.choose(0, "residents")
    covered += page.evaluate(BESIDE, NOTCH)
    phone.ready()
    covered += page.evaluate(BESIDE, NOTCH)
    assert covered == []
    touched = "found => [...new Set(found.map((one) => getComputedStyle(one).touchAction))]"
    controls = page.locator("html, a, button, summary, label, input")
    assert controls.evaluate_all(touched) == ["manipulation"]


def test_a_table_that_goes_on_shows_it_and_scrolls(watch: Watch, browser_server: Server) -> None:
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=1, seats=3, rounds=10)
    phone = Phone.join(watch.visitor(size=SMALL), panel.code, "Egel")
    with Desk(panel.page) as desk:
        panel.page.goto("about:blank")
        for _ in range(32):
            desk.send("next")
        phone.sees("debrief")
        page = phone.page
        desk.send("show_debrief", view="undercurrent", part="ours", table=None)
        gardens = page.locator("#story .under-gardens li b")
        gardens.last.wait_for()
        assert gardens.count() == 2, "the first and the last, beside each other"
        assert gardens.last.evaluate("node => node.offsetWidth <= node.parentElement.clientWidth")
        lit = page.locator("#story .under-gardens .s-bulb.s-on")
        were = lit.count()
        desk.send("show_debrief", view="undercurrent", part="paper", table=None)
        page.locator("[data-picture^='undercurrent.paper']").wait_for()
        assert lit.count() == were > 0, "a picture later they still burn"
        desk.send("show_debrief", view="what_happened", part="asked", table=None)
        page.locator("[data-picture^='what_happened.asked']").wait_for()
        page.locator("#story table").first.wait_for(state="attached")  # folded until it is asked for
        goes_on(page)
        href = page.locator("#take-home [data-part=open]").get_attribute("href") or ""
        page.goto(href)
        page.locator("figure.drawn").first.wait_for()
        goes_on(page)


def goes_on(page: Page) -> None:
    """Unfold all tables: those wider than their place scroll with the keyboard, have a name, and a shadow at their side."""
    found = page.evaluate("""() => {
      for (const more of document.querySelectorAll("details")) more.open = true;
      return [...document.querySelectorAll("main table")].map((one) => {
        const place = one.closest("[role=region]");
        const wide = (place ?? document.documentElement).scrollWidth > (place ?? document.documentElement).clientWidth;
        const shadow = place && getComputedStyle(place).backgroundImage.includes("gradient");
        return { wide, ok: Boolean(place?.tabIndex === 0 && place.getAttribute("aria-label") && shadow) };
      }); }""")
    assert [one for one in found if not one["ok"]] == []
    assert any(one["wide"] for one in found)
    region = page.locator("main [role=region]").filter(has=page.locator("table"))
    first = next(k for k, one in enumerate(found) if one["wide"])
    region.nth(first).focus()
    page.keyboard.press("ArrowRight")
    expect(region.nth(first)).not_to_have_js_property("scrollLeft", 0)
