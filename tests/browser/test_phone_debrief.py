"""The debrief on a phone: what one says there, what becomes of it, and the pictures of one's own table."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.accessibility import barriers
from tests.browser.desk import Desk
from tests.browser.phone import Phone
from tests.browser.watch import Watch

pytestmark = pytest.mark.browser
ROUNDS = 2

SMALL = {"width": 320, "height": 568}
STEPS = (
    "feeling",
    "what_happened",
    "undercurrent",
    "pattern",
    "sensible",
    "what_if",
    "at_work",
    "tomorrow",
)


# Whether the button has rested: it does for a few seconds only.
RESTED = """() => {
  const button = document.querySelector("#voice-feeling button");
  const look = () => (window.rested ||= button.getAttribute("aria-disabled") === "true");
  new MutationObserver(look).observe(button, { attributes: true });
}"""


def debriefed(watch: Watch, desk: Desk, *phones: tuple[str, dict[str, int] | None]) -> list[Phone]:
    """Let these people join and play two rounds with what stands there, up to the first question of the debrief."""
    found = []
    for alias, size in phones:
        page = watch.visitor("nl", size=size) if size else watch.visitor("nl")
        found.append(Phone.join(page, str(desk.room["code"]), alias))
    for _ in range(7):
        desk.send("next")
    for phone in found:
        phone.sees("debrief")
        shows_finale(phone)
    desk.send("show_debrief", view="feeling", part="wall", table=None)
    for phone in found:
        shows(phone, "feeling")
        expect(phone.page.locator("#story")).to_be_hidden()
    return found


def shows_finale(phone: Phone) -> None:
    """Wait for what became of the street, with nothing to say yet."""
    words = phone.page.evaluate("fetch(document.body.dataset.words).then((answer) => answer.json())")["words"]
    expect(phone.page.locator("#phase-title")).to_have_text(words["debrief.feeling.finale"])
    expect(phone.page.locator(".finale-end svg")).to_have_count(2)
    expect(phone.page.locator(".finale-news")).not_to_be_empty()
    expect(phone.page.locator("#voice-feeling")).to_be_hidden()


def shows(phone: Phone, step: str) -> None:
    words = phone.page.evaluate("fetch(document.body.dataset.words).then((answer) => answer.json())")["words"]
    expect(phone.page.locator("#phase-title")).to_have_text(words[f"debrief.{step}.title"])


def state_of(phone: Phone, box: str) -> Locator:
    return phone.page.locator(f"#{box} [data-part=state]").first


def test_every_step_is_whole_on_a_small_phone(watch: Watch, desk: Desk) -> None:
    (phone,) = debriefed(watch, desk, ("Winterkoning van 12", SMALL))
    found = []
    for step in STEPS:
        desk.send("show_debrief", view=step, part="wall" if step == "feeling" else None, table=None)
        shows(phone, step)
        drawn = (
            "#voice" if step in ("feeling", "what_if", "at_work", "tomorrow") else "#story :is(svg, .look-up)"
        )
        expect(phone.page.locator(drawn).first).to_be_visible()
        width = phone.page.evaluate("document.documentElement.scrollWidth")
        assert (step, width) == (step, SMALL["width"])
        found += barriers(phone.page, f"phone, {step}")
    expect(phone.page.locator("#take-home [data-part=open]")).to_be_visible()
    phone.page.locator("#voice-line").fill("Eerst bellen")
    phone.page.locator("#voice-text button").click()
    expect(phone.page.locator("#voice-own-list .voice-words")).to_have_text("Eerst bellen")
    desk.send("next")
    phone.sees("closed")
    expect(phone.page.locator("#farewell .own-marks b")).to_have_count(2)
    expect(phone.page.locator("#farewell dd")).to_have_text("Eerst bellen")
    expect(phone.page.locator("#farewell svg")).to_have_count(1)
    found += barriers(phone.page, "phone, at the end")
    phone.page.locator("#take-home [data-part=open]").click()
    expect(phone.page.locator("h1")).to_be_visible()
    assert found == []


def test_a_word_and_a_face_and_another_word(watch: Watch, desk: Desk) -> None:
    (phone,) = debriefed(watch, desk, ("Egel", None))
    page = phone.page
    page.evaluate(RESTED)
    page.locator(".mood-pick").nth(3).click()
    page.locator("#voice-word").fill("druk <b>")
    page.keyboard.press("Enter")
    own = page.locator("#voice-own-list .voice-words")
    expect(own).to_have_text("druk <b>")
    button = page.locator("#voice-feeling button")
    page.wait_for_function("window.rested")
    expect(button).not_to_have_attribute("aria-disabled", "true")
    page.locator("#voice-word").fill("warm")
    button.click()
    expect(own).to_have_text("warm")
    page.locator("#voice-own-list button").click()
    expect(own).to_have_count(0)


def test_a_text_that_is_typed_survives_other_steps_and_a_lost_connection(watch: Watch, desk: Desk) -> None:
    (phone,) = debriefed(watch, desk, ("Egel", None))
    desk.send("show_debrief", view="at_work", part=None, table=None)
    shows(phone, "at_work")
    expect(phone.page.get_by_label("Waar zie je dit: op je werk, thuis, bij een club?")).to_be_visible()
    expect(phone.page.locator("#voice-hint")).to_have_text(
        "Denk aan een regel die er na een voorval bij kwam."
    )
    field = phone.page.locator("#voice-line")
    field.fill("Bij ons vult men ook lijsten in")
    desk.send("show_debrief", view="pattern", part=None, table=None)
    shows(phone, "pattern")
    desk.send("show_debrief", view="at_work", part=None, table=None)
    shows(phone, "at_work")
    expect(field).to_have_value("Bij ons vult men ook lijsten in")
    phone.page.reload()
    expect(field).to_have_value("Bij ons vult men ook lijsten in")
    desk.send("show_debrief", view="tomorrow", part=None, table=None)
    shows(phone, "tomorrow")
    expect(field).to_have_value("")
    desk.send("show_debrief", view="at_work", part=None, table=None)
    shows(phone, "at_work")
    with watch.expecting("ERR_INTERNET_DISCONNECTED|WebSocket connection"):
        phone.offline()
        phone.page.locator("#voice-text button").click()
        expect(state_of(phone, "voice-text")).to_be_visible()
        phone.offline(False)
        expect(phone.page.locator("#voice-own-list .voice-words")).to_have_text(
            "Bij ons vult men ook lijsten in", timeout=30_000
        )
    expect(field).to_have_value("")
    desk.send("show_debrief", view="tomorrow", part=None, table=None)
    shows(phone, "tomorrow")
    expect(state_of(phone, "voice-text")).to_be_hidden()


def test_texts_that_are_shown_can_be_recognised_and_taken_back(watch: Watch, desk: Desk) -> None:
    first, second = debriefed(watch, desk, ("Egel", None), ("Das", SMALL))
    desk.send("show_debrief", view="at_work", part=None, table=None)
    first.page.locator("#voice-line").fill("Wij schrijven alles op")
    first.page.locator("#voice-text button").click()
    expect(first.page.locator("#voice-own-list .voice-words")).to_have_count(1)
    expect(second.page.locator("#voice-shown")).to_be_hidden()
    post = int(first.page.locator("#voice-own-list > li").get_attribute("data-post") or 0)
    desk.send("judge", posts=[post], state="shown")
    second.page.locator(
        "#voice-shown > summary"
    ).click()  # it is on the big screen: a phone has it for who wants to
    line = second.page.locator("#voice-shown-list > li")
    expect(line.locator(".voice-words")).to_have_text("Wij schrijven alles op")
    vote = line.locator("button")
    vote.click()
    expect(vote).to_have_attribute("aria-pressed", "true")
    found = barriers(second.page, "phone, a text to recognise")
    second.page.reload()
    second.page.locator("#voice-shown > summary").click()
    expect(vote).to_have_attribute("aria-pressed", "true")
    first.page.locator("#voice-own-list button").click()
    expect(first.page.locator("#voice-own")).to_be_hidden()
    desk.send("lead", compare=True)
    expect(second.page.locator("#voice-shown")).to_be_hidden()
    assert found == []


def test_guesses_and_picks_are_kept_and_can_be_changed(watch: Watch, desk: Desk) -> None:
    (phone,) = debriefed(watch, desk, ("Egel", None))
    desk.send("show_debrief", view="what_happened", part="luck", table=None)
    luck = phone.page.locator("#voice-luck input")
    for index in (1, 4):
        phone.page.locator("#voice-luck .role-pick").nth(index).click()
        expect(state_of(phone, "voice-luck")).to_be_visible()
    phone.page.reload()
    expect(luck.nth(4)).to_be_checked()
    expect(phone.page.locator("#story :is(svg, table)")).to_have_count(0)
    desk.send("show_debrief", view="turning", part="turns", table=None)
    phone.page.locator("#voice-point .role-pick").nth(1).click()
    phone.page.reload()
    expect(phone.page.locator("#voice-point input").nth(1)).to_be_checked()
    desk.send("show_debrief", view="turning", part="turns", table=None, beat=1)
    expect(phone.page.locator("#story .own-line")).to_have_text("Jij wees ronde 2 aan.")
    expect(phone.page.locator("#voice-point")).to_be_hidden()
    desk.send("show_debrief", view="what_if", part="vote", table=None)
    phone.page.locator("#voice-pick .role-pick").nth(2).click()
    expect(state_of(phone, "voice-pick")).to_be_visible()
    phone.page.reload()
    expect(phone.page.locator("#voice-pick input").nth(2)).to_be_checked()
    desk.send("try_what_if", code="letting_go", since=1, shown=True)
    desk.send("show_debrief", view="what_if", part="lines", table=None)
    expect(phone.page.locator("#voice-pick")).to_be_hidden()
    expect(phone.page.locator("#story .own-line")).not_to_be_empty()
    phone.page.locator("#story .on-phone > summary").click()
    expect(phone.page.locator("#story .line.other-0").first).to_be_visible()


def test_a_loop_is_picked_on_this_phone_only(watch: Watch, desk: Desk) -> None:
    (phone,) = debriefed(watch, desk, ("Egel", None))
    desk.send("show_debrief", view="pattern", part="circle", table=None)
    expect(phone.page.locator("#story .circle")).to_be_visible()
    expect(phone.page.locator("#voice-loops")).to_be_hidden()
    desk.send("show_debrief", view="pattern", part="loops", table=None)
    desk.send("look_at", loop="R1", round=1, arrow="")
    picks = phone.page.locator("#voice-loops button")
    expect(picks.nth(0)).to_have_attribute("aria-pressed", "true")
    picks.nth(5).click()
    expect(picks.nth(5)).to_have_attribute("aria-pressed", "true")
    expect(phone.page.locator("#story .loop-one")).to_contain_text("samen doen")
    desk.seats()  # reads what the panel shows now
    assert desk.room["debrief"]["loop"] == "R1"


def test_somebody_who_watches_is_heard_too(watch: Watch, desk: Desk) -> None:
    Phone.join(watch.visitor(), str(desk.room["code"]), "Egel")
    watcher = Phone.join(watch.visitor(), str(desk.room["code"]), "Uil")
    desk.send("observe", people=[desk.person("Uil")], table=1)
    for _ in range(7):
        desk.send("next")
    shows_finale(watcher)
    desk.send("show_debrief", view="feeling", part="wall", table=None)
    expect(watcher.page.locator("#voice-feeling")).to_be_visible()
    watcher.page.locator("#voice-word").fill("mooi")
    watcher.page.keyboard.press("Enter")
    expect(watcher.page.locator("#voice-own-list .voice-words")).to_have_text("mooi")
