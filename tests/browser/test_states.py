"""Every state of every screen usable by everyone, from the lobby to after the end: each chair, the panel, the projector."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import barriers
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.projector import Projector
from tests.browser.watch import BEAMER, LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser
ROLES = ("municipality", "professional", "resident")
COSTLY = {"municipality": "visit", "professional": "take_over", "resident": "join"}
RESPONSE = {"municipality": "add_rule", "professional": "evaluate", "resident": "guarantee"}


@dataclass
class Room:
    """The screens that are looked at: a phone of each role at one table, the panel and the projector."""

    panel: Panel
    projector: Projector
    phones: list[Phone]

    def next(self, phase: str, round: int) -> None:
        self.panel.next()
        self.panel.sees(phase, round if phase in ("agree", "act", "outcome") else None)
        self.projector.sees(phase, round)
        for phone in self.phones:
            phone.sees(phase)

    def barriers(self, state: str) -> list[str]:
        found = [line for phone in self.phones for line in barriers(phone.page, f"{state}, {phone.role}")]
        found += barriers(self.panel.page, f"{state}, panel")
        return found + barriers(self.projector.page, f"{state}, projector")


@pytest.fixture
def phones(watch: Watch, panel: Panel) -> list[Phone]:
    """Give a phone of each role at the table."""
    return [Phone.join(watch.visitor(), panel.code, f"Das {role}"[:20], role=role) for role in ROLES]


@pytest.fixture
def panel(watch: Watch, browser_server: Server) -> Panel:
    """Give the panel of a game of two rounds at one table of three, in the lobby."""
    return Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=1, seats=3, rounds=2, ruleset=1)


def test_every_state_of_a_game(watch: Watch, panel: Panel, phones: list[Phone]) -> None:
    projector = Projector.open(watch.visitor(size=BEAMER), panel.projector_link)
    room = Room(panel, projector, phones)
    found = room.barriers("lobby")
    for round in (1, 2):
        found += _agree(room, round) + _act(room, round) + _outcome(room, round)
    found += _debrief(room)
    assert found == []


def _agree(room: Room, round: int) -> list[str]:
    room.next("agree", round)
    found = room.barriers(f"agree {round}")
    for phone in room.phones:
        phone.choose(0, "residents")
    room.phones[0].ready()
    return found + (room.barriers("agree, one chosen") if round == 1 else [])


def _act(room: Room, round: int) -> list[str]:
    room.next("act", round)
    room.panel.start_clock(120)
    for screen in (*room.phones, room.projector):
        expect(screen.page.locator("#clock")).to_be_visible()
    found = room.barriers(f"act {round}")
    for phone in room.phones:
        over_the_limit(phone)
    return found + (room.barriers("act, refused") if round == 1 else [])


def over_the_limit(phone: Phone) -> None:
    """Tap the costly option on every task, until the phone says why that is too much."""
    refusal = phone.page.locator("#refusal:visible")
    for task in range(phone.tasks.count()):
        is_on = phone.option(task, COSTLY[phone.role]).locator("input").is_checked()
        if not is_on:  # a switch would go off again
            phone.tap(task, COSTLY[phone.role])
        if refusal.count():
            return
    if phone.role != "professional":  # whoever still has money can pay for every task
        expect(refusal.first).to_be_visible()


def _outcome(room: Room, round: int) -> list[str]:
    room.next("outcome", round)
    for phone in room.phones:
        expect(phone.page.locator("#mark")).to_be_visible()
        expect(phone.page.locator("#gauge:not([hidden])")).to_be_attached()  # seen once one has answered
    found = room.barriers(f"outcome {round}")
    for phone in room.phones:
        responded = phone.respond(RESPONSE[phone.role])
        assert responded > 0 or round != 2, "the scenario has an incident in round 2"
    return found + room.barriers(f"outcome {round}, responded")


def _debrief(room: Room) -> list[str]:
    room.next("debrief", 2)
    found = room.barriers("finale")
    room.panel.next()
    found += room.barriers("feeling")
    room.panel.next()
    found += room.barriers("guess")
    room.panel.next()
    for view in ("what_happened", "undercurrent"):
        room.panel.show_debrief(view)
        room.projector.shows_debrief(view)
        for phone in room.phones:
            phone.shows_story(view)
        found += room.barriers(view)
    while not room.panel.is_at_the_end:  # every picture is looked at in test_projector_debrief.py
        room.panel.next()
    room.next("closed", 2)
    return found + room.barriers("closed")


def test_a_seat_that_is_open_elsewhere(watch: Watch, phones: list[Phone]) -> None:
    first = phones[0]
    second = first.again(first.page.context.new_page())
    expect(first.page.locator("#elsewhere")).to_be_visible()
    found = barriers(first.page, "open elsewhere")
    first.page.locator("#take-over").click()
    expect(first.page.locator("#elsewhere")).to_be_hidden()
    expect(second.page.locator("#elsewhere")).to_be_visible()
    assert found == []


def test_a_phone_without_connection_says_so(watch: Watch, phones: list[Phone]) -> None:
    phone = phones[2]
    with watch.expecting("ERR_INTERNET_DISCONNECTED|WebSocket connection"):
        phone.offline()
        expect(phone.page.locator("#link-state")).to_be_visible()
        found = barriers(phone.page, "offline")
        phone.offline(False)
        expect(phone.page.locator("#link-state")).to_be_hidden()
    assert found == []
