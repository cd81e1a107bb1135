"""Every state of a phone, for each role, usable by everyone: from the lobby to after the end."""

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import barriers
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.watch import LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser
ROLES = ("municipality", "professional", "resident")
Table = tuple[Panel, list[Phone]]
COSTLY = {"municipality": "visit", "professional": "take_over", "resident": "join"}
RESPONSE = {"municipality": "add_rule", "professional": "evaluate", "resident": "guarantee"}


@pytest.fixture
def table(watch: Watch, browser_server: Server) -> Table:
    """Give a panel and a phone of each role at one table of three, in the lobby of a game of two rounds."""
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=1, seats=3, rounds=2)
    phones = [Phone.join(watch.visitor(), panel.code, f"Das {role}"[:20], role=role) for role in ROLES]
    return panel, phones


def looked_at(panel: Panel, phones: list[Phone], state: str) -> list[str]:
    found = [line for phone in phones for line in barriers(phone.page, f"{state}, {phone.role}")]
    return found + barriers(panel.page, f"{state}, panel")


def test_every_state_of_every_chair(table: Table) -> None:
    panel, phones = table
    found = looked_at(panel, phones, "lobby")
    for round in (1, 2):
        found += _agree(panel, phones, round) + _act(panel, phones, round) + _outcome(panel, phones, round)
    panel.next()
    for phone in phones:
        phone.sees("debrief")
        phone.shows_story("what_happened")
    found += looked_at(panel, phones, "debrief")
    panel.show_debrief("undercurrent", 1)
    for phone in phones:
        phone.shows_story("undercurrent")
    found += looked_at(panel, phones, "undercurrent")
    panel.next()
    for phone in phones:
        phone.sees("closed")
    found += looked_at(panel, phones, "closed")
    assert found == []


def _agree(panel: Panel, phones: list[Phone], round: int) -> list[str]:
    panel.next()
    for phone in phones:
        phone.sees("agree", round)
    found = looked_at(panel, phones, f"agree {round}")
    for phone in phones:
        phone.choose(0, "residents")
    found += looked_at(panel, phones, f"agree {round}, one chosen")
    phones[0].ready()
    return found + looked_at(panel, phones[:1], f"agree {round}, ready")


def _act(panel: Panel, phones: list[Phone], round: int) -> list[str]:
    panel.next()
    panel.start_clock(120)
    for phone in phones:
        phone.sees("act", round)
        expect(phone.page.locator("#clock")).to_be_visible()
    found = looked_at(panel, phones, f"act {round}")
    for phone in phones:
        over_the_limit(phone)
    return found + looked_at(panel, phones, f"act {round}, refused")


def over_the_limit(phone: Phone) -> None:
    """Tap the costly option on every task, until the phone says why that is too much."""
    refusal = phone.page.locator("#tasks .refusal:visible")
    for task in range(phone.tasks.count()):
        phone.tap(task, COSTLY[phone.role])
        if refusal.count():
            return
    if phone.role != "professional":  # whoever still has money can pay for every task
        expect(refusal.first).to_be_visible()


def _outcome(panel: Panel, phones: list[Phone], round: int) -> list[str]:
    panel.next()
    for phone in phones:
        phone.sees("outcome", round)
        expect(phone.page.locator("#mark")).to_be_visible()
        expect(phone.page.locator("#gauge")).to_be_visible()
    found = looked_at(panel, phones, f"outcome {round}")
    for phone in phones:
        responded = phone.respond(RESPONSE[phone.role])
        assert responded > 0 or round != 2, "the scenario has an incident in round 2"
    return found + looked_at(panel, phones, f"outcome {round}, responded")


def test_a_seat_that_is_open_elsewhere(watch: Watch, table: Table) -> None:
    _, phones = table
    first = phones[0]
    second = first.again(first.page.context.new_page())
    expect(first.page.locator("#elsewhere")).to_be_visible()
    found = barriers(first.page, "open elsewhere")
    first.page.locator("#take-over").click()
    expect(first.page.locator("#elsewhere")).to_be_hidden()
    expect(second.page.locator("#elsewhere")).to_be_visible()
    assert found == []


def test_a_phone_without_connection_says_so(watch: Watch, table: Table) -> None:
    _, phones = table
    phone = phones[2]
    with watch.expecting("ERR_INTERNET_DISCONNECTED|WebSocket connection"):
        phone.offline()
        expect(phone.page.locator("#link-state")).to_be_visible(timeout=20_000)
        found = barriers(phone.page, "offline")
        phone.offline(False)
        expect(phone.page.locator("#link-state")).to_be_hidden(timeout=20_000)
    assert found == []
