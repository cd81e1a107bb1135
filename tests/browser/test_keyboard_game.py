"""A whole game without a pointer, on every chair and on the panel: nothing is out of reach, out of sight or a trap."""

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
# In which rounds who walks through the page; the others only choose.
WALKS = {"municipality": (1, ROUNDS), "professional": (1,), "resident": (ROUNDS,)}
SWITCHES = {"municipality": ("visit", "inspect"), "resident": ("join", "claim")}

FAULTY = """<style>#bare:focus { outline: none } #lid { position: fixed; inset: 40px 0 auto; height: 60px; background: #fff }
button { display: block; height: 40px; margin: 0; outline-width: 3px }</style>
<button id="fine">a</button><button id="hidden">b</button><div id="lid"></div>
<p style="height: 90px"></p><button id="bare">c</button>"""
TRAP = """<button id="trap">a</button><button>b</button>"""


def test_what_is_wrong_is_found(watch: Watch) -> None:
    page = watch.visitor(size=SHORT)
    page.set_content(FAULTY)
    assert Keys(page).walk() == [
        f"{key}: {one}"
        for key, all in (
            ("Tab", ("BUTTON hidden: under lid", "BUTTON bare: no outline")),
            ("Shift+Tab", ("BUTTON bare: no outline", "BUTTON hidden: under lid")),
        )
        for one in all
    ]
    page.set_content(TRAP)
    page.evaluate(
        "document.getElementById('trap').addEventListener('keydown', (event) => event.preventDefault())"
    )
    with pytest.raises(AssertionError, match="no way out"):
        Keys(page).walk()


def test_a_whole_game_by_keyboard(watch: Watch, browser_server: Server) -> None:
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=1, seats=3, rounds=ROUNDS)
    room = Keys(panel.page)
    chairs = {role: Chair(Keys(watch.visitor(size=SHORT)), panel.code, role) for role in WALKS}
    found = room.walks("panel, lobby")
    for chair in chairs.values():
        found += chair.keys.walks(f"{chair.role}, lobby")
    for round in range(1, ROUNDS + 1):
        for phase, does in (("agree", agrees), ("act", acts), ("outcome", answers)):
            goes_on(room, panel, phase)
            if round in (1, ROUNDS):
                found += room.walks(f"panel, {phase} {round}")
            for chair in chairs.values():
                chair.phone.sees(phase, round)
                chair.keys.has_focus("#phase-title")
                if round in WALKS[chair.role]:
                    found += chair.keys.walks(f"{chair.role}, {phase} {round}")
                does(chair, round)
        # What the panel does not know yet is asked about.
        answers_still = room.page.locator("#people").get_by_text(panel.words["ui.panel.seat.answers"])
        expect(answers_still).to_have_count(0)
        if round == 3:
            goes_on(room, panel, "time_out")
            found += room.walks("panel, time-out")
            for chair in chairs.values():
                chair.phone.sees("time_out")
                chair.keys.has_focus("#phase-title")
                found += chair.keys.walks(f"{chair.role}, time-out")
    goes_on(room, panel, "debrief")
    found += room.walks("panel, finale")
    for chair in chairs.values():
        expect(chair.phone.page.locator(".finale-end svg")).to_have_count(2)
        found += chair.keys.walks(f"{chair.role}, finale")
    assert found == [], "\n".join(found)


class Chair:
    """Somebody on a chair without a pointer: comes in through the door, as `role`, and reads the role card."""

    def __init__(self, keys: Keys, code: str, role: str) -> None:
        self.keys, self.role = keys, role
        alias = f"Egel {role[0]}"
        keys.page.goto(f"/j/{code}/")
        keys.goes_to("#alias")
        keys.press("Control+A")
        keys.page.keyboard.type(alias)
        keys.goes_to(".choose-self > summary")
        keys.press("Enter")
        keys.goes_to("input[name=role]:checked")
        while not keys.page.locator(f"input[name=role][value={role}]").is_checked():
            keys.press("ArrowDown")
        keys.press("Enter")
        keys.page.wait_for_url("**/play/**")
        self.phone = Phone(keys.page, alias)
        self.phone.sees("lobby")

    def first_of(self, task: int) -> str:
        """Return what finds the first choice on a task (from 0)."""
        return f"#tasks > li:nth-child({task + 1}) input"


def goes_on(room: Keys, panel: Panel, phase: str) -> None:
    """Press the one button, which keeps the focus, until the panel is at this phase."""
    room.goes_to("#next:not([aria-disabled=true])")
    room.press("Enter")
    expect(panel.page.locator(f"body[data-phase={phase}]")).to_be_attached()
    room.has_focus("#next")


def agrees(chair: Chair, round: int) -> None:
    """Choose how to pay, where that is one's own, and who carries what, or all as last round; say so."""
    if round == 1:
        if chair.role == "municipality":
            chair.keys.goes_to("#funding input")
            chair.keys.press("Space")
        chooses_first(chair)
    is_ready(chair)


def acts(chair: Chair, round: int) -> None:
    """Give away what one has: walks and evenings to two tasks, hours to all; say so."""
    if round == 1:
        if chair.role in SWITCHES:
            for task, act in enumerate(SWITCHES[chair.role]):
                chair.keys.goes_to(f"{chair.first_of(task)}[value={act}]")
                chair.keys.press("Space")
                chair.phone.shows_sent(task, act)
        else:
            chooses_first(chair)
    is_ready(chair)


def chooses_first(chair: Chair) -> None:
    """Take on each task what stands first there."""
    tasks = chair.phone.tasks.count()
    for task in range(tasks):
        chair.keys.goes_to(chair.first_of(task))
        chair.keys.press("Space")
    expect(chair.phone.page.locator("#tasks label[data-state=sent]")).to_have_count(tasks)


def answers(chair: Chair, round: int) -> None:
    """Answer what is in trouble, if anything is, with the second of what can be done."""
    fields = chair.phone.page.locator("#tasks fieldset")
    for row in range(fields.count()):
        chair.keys.goes_to(chair.first_of(row))
        chair.keys.press("ArrowDown")
    expect(chair.phone.page.locator("#tasks label[data-state=sent]")).to_have_count(fields.count())


def is_ready(chair: Chair) -> None:
    """Say "I am done" twice over: said, taken back and said again; the focus stays on the button."""
    button = chair.phone.page.locator("#ready")
    for told in ("data-undo", "data-ready", "data-undo"):
        chair.keys.goes_to("#ready:not([aria-disabled=true])")
        chair.keys.press("Enter")
        expect(button).to_have_text(button.get_attribute(told) or "")
        chair.keys.has_focus("#ready")
