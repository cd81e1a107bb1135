"""A whole game without a pointer, on a phone and on the panel: nothing is out of reach, out of sight or a trap."""

import pytest
from playwright.sync_api import expect

from tests.browser.keys import Keys
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.watch import LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser
ROUNDS = 4  # with a time-out after the third
SHORT = {"width": 390, "height": 664}
ACTS = ("visit", "inspect")


def test_a_whole_game_by_keyboard(watch: Watch, browser_server: Server) -> None:
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=1, seats=3, rounds=ROUNDS)
    room, chair = Keys(panel.page), Keys(watch.visitor(size=SHORT))
    phone = joins(chair, panel.code)
    found = [f"lobby: {one}" for one in room.walk() + chair.walk()]
    for round in range(1, ROUNDS + 1):
        for phase, does in (("agree", agrees), ("act", acts), ("outcome", answers)):
            goes_on(room, panel, phase)
            phone.sees(phase, round)
            chair.has_focus("#phase-title")
            if round in (1, ROUNDS):
                found += [f"panel, {phase} {round}: {one}" for one in room.walk()]
                found += [f"phone, {phase} {round}: {one}" for one in chair.walk()]
            does(chair, phone, round)
        if round == 3:
            goes_on(room, panel, "time_out")
            phone.sees("time_out")
            chair.has_focus("#phase-title")
            found += [f"time-out: {one}" for one in room.walk() + chair.walk()]
    goes_on(room, panel, "debrief")
    expect(phone.page.locator(".finale-end svg")).to_have_count(2)
    found += [f"finale: {one}" for one in room.walk() + chair.walk()]
    assert found == [], "\n".join(found)


def joins(chair: Keys, code: str) -> Phone:
    """Come in through the door, as the municipality, and read what the role card says."""
    chair.page.goto(f"/j/{code}/")
    chair.goes_to("#alias")
    chair.press("Control+A")
    chair.page.keyboard.type("Egel")
    chair.goes_to(".choose-self > summary")
    chair.press("Enter")
    chair.goes_to("input[name=role]:checked")
    while not chair.page.locator("input[name=role][value=municipality]").is_checked():
        chair.press("ArrowDown")
    chair.press("Enter")
    chair.page.wait_for_url("**/play/**")
    phone = Phone(chair.page, "Egel")
    phone.sees("lobby")
    return phone


def goes_on(room: Keys, panel: Panel, phase: str) -> None:
    """Press the one button, which keeps the focus, until the panel is at this phase."""
    room.goes_to("#next:not([aria-disabled=true])")
    room.press("Enter")
    expect(panel.page.locator(f"body[data-phase={phase}]")).to_be_attached()
    room.has_focus("#next")


def agrees(chair: Keys, phone: Phone, round: int) -> None:
    """Choose how to pay and who carries what, or all as last round; say so."""
    if round == 1:
        chair.goes_to("#funding input")
        chair.press("Space")
        for task in range(phone.tasks.count()):
            chair.goes_to(f"#tasks > li:nth-child({task + 1}) input")
            chair.press("Space")
        expect(phone.page.locator("#tasks label[data-state=sent]")).to_have_count(phone.tasks.count())
    is_ready(chair, phone)


def acts(chair: Keys, phone: Phone, round: int) -> None:
    """Give two walks away, and say so."""
    if round == 1:
        for task, act in enumerate(ACTS):
            chair.goes_to(f"#tasks > li:nth-child({task + 1}) input[value={act}]")
            chair.press("Space")
            phone.shows_sent(task, act)
    is_ready(chair, phone)


def answers(chair: Keys, phone: Phone, round: int) -> None:
    """Answer what is in trouble, if anything is, with the second of what can be done."""
    fields = phone.page.locator("#tasks fieldset")
    for row in range(fields.count()):
        chair.goes_to(f"#tasks > li:nth-child({row + 1}) input")
        chair.press("ArrowDown")
    expect(phone.page.locator("#tasks label[data-state=sent]")).to_have_count(fields.count())


def is_ready(chair: Keys, phone: Phone) -> None:
    """Say "I am done" twice over: said, taken back and said again; the focus stays on the button."""
    button = phone.page.locator("#ready")
    for told in ("data-undo", "data-ready", "data-undo"):
        chair.goes_to("#ready:not([aria-disabled=true])")
        chair.press("Enter")
        expect(button).to_have_text(button.get_attribute(told) or "")
        chair.has_focus("#ready")
