"""The projector as the last row sees it: big enough, whole, and nothing over anything else, from one table to forty."""

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.crowd import Crowd
from tests.browser.desk import Desk
from tests.browser.legible import misread
from tests.browser.panel import Panel
from tests.browser.projector import Projector
from tests.browser.watch import BEAMER, LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser
LANGUAGES = ("nl", "en")
LONG = ("Winterkoning van", "Boomkruiper naast", "Grootmoeder Wilma", "Wethouder Janssen")
OBSERVER = "Toeschouwer uit de W"
SEATS = 8
MANY = 16
HALF: ViewportSize = {"width": 1280, "height": 720}


class Room:
    """A game of so many tables with long names in it, the facilitator's socket, and a projector in each language."""

    def __init__(self, watch: Watch, server: Server, tables: int) -> None:
        settings = {"tables": tables, "seats": SEATS, "rounds": 5, "fill_bots": True}
        panel = Panel.start(watch.visitor(size=LAPTOP), server, **settings)
        self.tables = tables
        self.found: list[str] = []
        self.desk = Desk(panel.page)
        self.crowd = Crowd(server.base_url, panel.code, self.desk.workshop)
        self.projectors = {
            language: Projector.open(watch.visitor(language, size=BEAMER), panel.projector_link)
            for language in (LANGUAGES if tables < 40 else LANGUAGES[1:])  # the other one is in the debrief
        }
        panel.page.close()

    def fill(self) -> None:
        """Let people in, more than the lobby can name at once where there is a seat for each, and one to look on."""
        self.crowd.join(OBSERVER, table=1)
        self.desk.send("observe", people=[self.desk.person(OBSERVER)], table=1)
        for index in range(SEATS if self.tables == 1 else MANY):
            alias = f"{LONG[index % len(LONG)]} {index}"
            self.crowd.join(alias, table=self.tables - index % self.tables)

    def look(self, state: str) -> None:
        """Look at every projector, at both sizes."""
        for language, projector in self.projectors.items():
            self.found += misread(projector.page, f"{self.tables} tables, {language}, {state}")

    def next(self, phase: str, round: int | None = None) -> None:
        """Go on, and wait until every projector has."""
        self.desk.send("next")
        for projector in self.projectors.values():
            projector.sees(phase, round)

    def shows(self, selector: str) -> None:
        """Wait until every projector shows this."""
        for projector in self.projectors.values():
            expect(projector.page.locator(selector)).to_be_visible()


SPOILED = {
    ".lobby-address { font-size: 3.2vh }": "3.20 vh",
    ".lobby-code { font-size: 13vh }": ".lobby-code",
    ".lobby-text { margin-left: -60vw }": "off the screen",
    ".lobby-text { height: 9vh; overflow: hidden }": "cut off",
    ".lobby-address { position: absolute; top: 30vh } .lobby h1 { position: absolute; top: 31vh }": "over each other",
    ".projector { height: 110vh; overflow: visible }": "scrolls",
}


def test_what_cannot_be_read_is_noticed(watch: Watch, browser_server: Server) -> None:
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=1, seats=3)
    page = Projector.open(watch.visitor(size=BEAMER), panel.projector_link).page
    noticed = []
    for style, problem in SPOILED.items():
        page.evaluate(
            "async (style) => { document.adoptedStyleSheets = [await new CSSStyleSheet().replace(style)] }",
            style,
        )
        found = " ".join(misread(page, "spoiled"))
        noticed += [problem] if problem in found else [found]
    assert noticed == list(SPOILED.values())


def test_what_is_said_of_six_tasks_fits_under_their_fronts(style_page: Page) -> None:
    found = []
    for state in ("beat-1", "outcome-poor"):
        style_page.goto(f"/styleguide/projector/?state={state}&tasks=6&language=nl")
        style_page.locator("#picture svg").wait_for()
        found += misread(style_page, state)
    assert found == []


# Pages turn when the test says so.
BY_HAND = """const every = setInterval;
window.turns = [];
window.setInterval = (act, ms) => (ms === 8000 ? window.turns.push(act) : every(act, ms));"""


def test_a_hundred_tables_come_by_in_turns(style_page: Page) -> None:
    style_page.add_init_script(BY_HAND)
    style_page.goto("/styleguide/projector/?state=outcome&tables=100&language=nl")
    found = []
    for first, last in ((1, 34), (35, 68), (69, 100), (1, 34)):
        names = [str(table) for table in range(first, last + 1)]
        expect(style_page.locator("#grid .cell h2")).to_have_text(names)
        expect(style_page.locator("#grid .cell canvas.s-street").first).to_be_visible()
        found += misread(style_page, f"from table {first}")
        style_page.evaluate("window.turns.forEach((act) => act())")
    style_page.goto("/styleguide/projector/?state=lobby&tables=100&language=nl")
    expect(style_page.locator("#lobby-streets canvas.s-street").first).to_be_visible()
    assert found + misread(style_page, "lobby") == []


@pytest.mark.parametrize("tables", [1, 6, 40])
def test_everything_can_be_read_at_ten_metres(watch: Watch, browser_server: Server, tables: int) -> None:
    room = Room(watch, browser_server, tables)
    with room.desk, room.crowd:
        room.look("empty lobby")
        room.fill()
        room.look("lobby")
        play_a_round(room)
        play_on(room)
    assert room.found == []


def play_a_round(room: Room) -> None:
    """Look at a round with everything that the facilitator can lay over it."""
    room.next("agree", 1)
    room.crowd.say(f"{LONG[0]} 0", "ready", room.desk.step, ready=True)
    for projector in room.projectors.values():
        projector.counts_ready(1, SEATS if room.tables == 1 else MANY)
    room.look("agree")
    room.desk.send("start_clock", seconds=3600)
    room.shows("#clock")
    room.look("agree, countdown")
    room.desk.send("pause", paused=True)
    room.shows("#paused")
    room.look("agree, paused with a countdown")
    room.desk.send("start_clock", seconds=0)
    room.look("agree, paused")
    room.desk.send("cover", cover="qr")
    room.shows("#cover-qr")
    room.look("code over it")
    room.desk.send("cover", cover="")
    room.desk.send("pause", paused=False)
    room.next("act", 1)
    room.look("act")
    room.next("outcome", 1)
    if room.tables == 6:  # two columns, in a width that is no whole number
        room.found += misread(room.projectors["nl"].page, "outcome in half", (HALF,))
    room.look("outcome")


def play_on(room: Room) -> None:
    """Look at what later rounds add: what observers expected, more that went wrong, the time-out, a step back."""
    for round in (2, 3):
        room.next("agree", round)
        room.crowd.say(OBSERVER, "predict", room.desk.step, expects="worse")
        room.next("act", round)
        room.next("outcome", round)
        if room.tables == 1:
            room.shows("#predicted")
        room.look(f"outcome {round}")
    room.next("time_out")
    room.look("time-out")
    room.desk.send("pause", paused=True)
    room.shows("#time-out-paused")
    room.look("time-out, paused")
    room.desk.send("pause", paused=False)
    room.next("agree", 4)
    if room.tables == 1:  # what came of round 3's setback stands at its task
        for projector in room.projectors.values():
            expect(projector.page.locator(".street-how:visible")).not_to_have_count(0)
    room.look("agree 4, after a setback")
    room.desk.send("go_back", phase="outcome", round=3)
    for projector in room.projectors.values():
        projector.sees("outcome", 3)
    room.look("outcome, gone back to")
