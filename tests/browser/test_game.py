"""A whole game in real browsers: a panel, a projector and five phones at two tables, three rounds and the debrief.

Half of them in English, the others in Dutch: everybody's own words, in the same game.
"""

import time

import pytest
from playwright.sync_api import expect

from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.projector import PLAY, Projector
from tests.browser.watch import BEAMER, LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser
OFFLINE_SECONDS = 30
MIXED = ("together", "residents", "professionals", "together")
ACTS = {
    "municipality": ("visit", "leave", "leave", "inspect"),
    "professional": ("together", "step_back", "take_over", "together"),
    "resident": ("join", "join", "wait", "claim"),
}
RESPONSE = {"municipality": "back", "professional": "evaluate", "resident": "repair"}


class Room:
    """Everybody in the room; what happens to one phone happens while the others play on."""

    def __init__(self, watch: Watch, server: Server) -> None:
        self.watch = watch
        settings = {"title": "Donderdagavond", "tables": 2, "seats": 3, "rounds": 3}
        self.panel = Panel.start(watch.visitor("nl", size=LAPTOP), server, **settings)
        self.projector = Projector.open(watch.visitor("en", size=BEAMER), self.panel.projector_link)
        seats = [
            ("nl", 1, "municipality"),
            ("en", 1, "professional"),
            ("nl", 1, "resident"),
            ("en", 2, "resident"),
            ("nl", 2, "professional"),
        ]
        self.phones = [
            Phone.join(watch.visitor(language), self.panel.code, alias, table=table, role=role)
            for alias, (language, table, role) in zip(
                ("Egel", "Merel", "Das", "Vos", "Mus"), seats, strict=True
            )
        ]
        self.municipality, self.professional, self.resident, *self.others = self.phones

    def next(self, phase: str, round: int) -> None:
        """Press the one button, and see everybody arrive."""
        self.panel.next()
        self.panel.sees(phase, round if phase in PLAY else None)
        self.projector.sees(phase, round)
        for phone in self.phones:
            phone.sees(phase, round if phase in PLAY else None)


def test_a_whole_game(watch: Watch, browser_server: Server) -> None:
    room = Room(watch, browser_server)
    room.panel.counts_people(5)
    room.projector.names("Egel", "Merel", "Das", "Vos", "Mus")
    first_round(room)
    second_round(room)
    third_round(room)
    debrief(room)


def first_round(room: Room) -> None:
    room.next("agree", 1)
    room.municipality.choose(0, "residents")
    room.municipality.reload()
    room.municipality.shows_sent(0, "residents")
    for phone in room.phones:
        phone.agree(*MIXED)
        phone.ready()
    room.panel.counts_ready(5, 5)
    room.projector.counts_ready(5, 5)
    room.next("act", 1)
    for phone in (room.municipality, room.professional, room.resident):
        oral = phone.word("requirements.no")
        assert phone.decided() == [f"{phone.word(f'holder.{holder}')} · {oral}" for holder in MIXED]
    a_phone_loses_its_connection(room)
    room.next("outcome", 1)
    for phone in room.phones:
        expect(phone.page.locator("#mark")).to_be_visible()
        expect(phone.page.locator("#gauge:not([hidden])")).to_be_attached()  # seen once one has answered


def a_phone_loses_its_connection(room: Room) -> None:
    """Half a minute without network in the middle of a choice: what was tapped arrives, the others notice nothing."""
    lost, *others = room.resident, room.municipality, room.professional, *room.others
    lost.choose(0, "join")
    with room.watch.expecting("ERR_INTERNET_DISCONNECTED"):
        lost.offline()
        since = time.monotonic()
        lost.tap(1, "join")
        lost.shows_pending(1, "join")
        for phone in others:
            phone.act(*ACTS[phone.role])
            phone.ready()
        expect(lost.page.locator("#link-state")).to_be_visible(timeout=1000 * OFFLINE_SECONDS)
        lost.shows_pending(1, "join")
        lost.page.wait_for_timeout(1000 * max(0.0, OFFLINE_SECONDS - (time.monotonic() - since)))
        lost.offline(False)
        lost.shows_sent(1, "join")
        expect(lost.page.locator("#link-state")).to_be_hidden()
    lost.act(*ACTS["resident"])
    lost.ready()
    assert lost.chosen() == list(ACTS["resident"]), "what was left untouched is an evening kept"


def second_round(room: Room) -> None:
    room.next("agree", 2)
    for phone in room.phones:
        phone.stands_ready(MIXED)
        assert phone.chosen() == list(MIXED), "last round's choices stand ready"
        phone.keep_all()
    room.next("act", 2)
    a_second_tab(room.professional)
    for phone in (room.municipality, room.resident):
        phone.keep_all()
    room.next("outcome", 2)


def a_second_tab(phone: Phone) -> None:
    """The same seat in a second tab: the newest plays, the first says so and can take the seat back."""
    wanted = ["step_back", *ACTS["professional"][1:]]
    second = phone.again(phone.page.context.new_page())
    expect(phone.page.locator("#elsewhere")).to_be_visible()
    second.choose(0, "step_back")
    phone.page.locator("#take-over").click()
    expect(phone.page.locator("#elsewhere")).to_be_hidden()
    expect(second.page.locator("#elsewhere")).to_be_visible()
    second.page.close()
    phone.shows_sent(0, "step_back")
    assert phone.chosen() == wanted


def third_round(room: Room) -> None:
    room.next("agree", 3)
    for phone in room.phones:
        phone.keep_all()
    room.phones[0].unready()
    room.panel.counts_ready(4, 5)
    room.next("act", 3)
    room.next("outcome", 3)
    responded = [phone.respond(RESPONSE[phone.role]) for phone in room.phones]
    assert min(responded) >= 1, "the scenario has a setback in round 3"


def debrief(room: Room) -> None:
    room.next("debrief", 3)
    for phone in room.phones:
        expect(phone.page.locator(".finale-end svg")).to_have_count(2)
    room.panel.next()
    for phone in room.phones:
        expect(phone.page.locator("#voice-feeling")).to_be_visible()
    room.panel.next()
    room.panel.is_at("what_happened", "film")
    for phone in room.phones:
        phone.shows_story("what_happened")
    room.panel.picture("luck").click()
    for phone in room.phones:
        phone.shows_guess()
    room.panel.next()
    for view, table in (("undercurrent", 1), ("what_happened", None)):
        room.panel.show_debrief(view, table)
        room.projector.shows_debrief(view, table)
        for phone in room.phones:
            phone.shows_story(view)
    room.panel.close()
    room.projector.sees("closed")
    expect(room.projector.page.locator("#closed-streets svg")).to_have_count(2)
    for phone in room.phones:
        phone.sees("closed")
