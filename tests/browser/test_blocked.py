"""A network that lets pages through and no live connection: every screen says so, keeps trying, and goes on when it can."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import barriers
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.projector import Projector
from tests.browser.proxy import AWAY, CUT, PASS, SWALLOW, Network
from tests.browser.watch import BEAMER, LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser
WITHIN_MS = 30_000
AGAIN_MS = 60_000  # whose connection has been away for long tries again after up to 15 s
NOISE = "WebSocket connection|ERR_EMPTY_RESPONSE|ERR_CONNECTION"
WAYS = (SWALLOW, CUT, "403 Forbidden", "200 OK", "502 Bad Gateway")


@pytest.fixture
def networks(browser: Browser, browser_server: Server) -> Iterator[dict[str, tuple[Network, Watch]]]:
    """Give a network per way to hold up a live connection, still letting all through, with a watch on its visitors."""
    with ExitStack() as open:
        made = {}
        for way in WAYS:
            network = open.enter_context(Network(browser_server.port))
            watch = Watch(browser, network.base_url)
            open.callback(watch.close)
            open.enter_context(watch.expecting(NOISE))
            made[way] = network, watch
        yield made
        assert {way: watch.problems for way, (_, watch) in made.items()} == {way: [] for way in WAYS}


def says(page: Page, trouble: str) -> None:
    """Wait until the page says this is the trouble, and only this; "" waits until it says nothing of the kind."""
    told = page.locator("[data-trouble]:visible")
    if trouble:
        expect(told).to_have_attribute("data-trouble", trouble, timeout=WITHIN_MS)
    else:
        troubled = page.locator("[data-trouble]:not([data-trouble='']):visible")
        expect(troubled).to_have_count(0, timeout=AGAIN_MS)


def test_every_screen_says_that_live_connections_are_blocked_and_goes_on_once_they_are_not(
    networks: dict[str, tuple[Network, Watch]], browser_server: Server
) -> None:
    panel = Panel.start(networks[SWALLOW][1].visitor(size=LAPTOP), browser_server, tables=2, seats=6)
    phones = {
        way: Phone.join(watch.visitor(language), panel.code, f"Egel {number}")
        for (number, (way, (_, watch))), language in zip(
            enumerate(networks.items()), ("nl", "en", "nl", "en", "nl"), strict=True
        )
    }
    projector = Projector.open(networks["502 Bad Gateway"][1].visitor(size=BEAMER), panel.projector_link)
    pages = [panel.page, projector.page, *(phone.page for phone in phones.values())]
    for way, (network, _) in networks.items():
        network.does = way
    for page in pages:
        page.reload(wait_until="commit")
    found = []
    for page in pages:
        says(page, "blocked")
        found += barriers(page, f"blocked, {page.url}")
    for phone in phones.values():
        expect(phone.page.locator("#phase-ask")).to_be_hidden()
        expect(phone.page.locator("#link-state")).to_be_hidden()
    assert found == []
    for network, _ in networks.values():
        network.does = PASS
    for page in pages:
        says(page, "")
    for phone in phones.values():
        phone.sees("lobby")
    panel.counts_people(len(phones))
    expect(panel.page.locator("#next")).to_be_enabled(timeout=AGAIN_MS)
    projector.is_connected()


def test_a_phone_that_cannot_reach_the_game_at_all_says_that_instead(
    networks: dict[str, tuple[Network, Watch]], browser_server: Server
) -> None:
    network, watch = networks[SWALLOW]
    panel = Panel.start(networks[CUT][1].visitor(size=LAPTOP), browser_server, tables=1, seats=3)
    phone = Phone.join(watch.visitor(), panel.code, "Egel")
    network.does = SWALLOW
    phone.page.reload()
    network.does = AWAY
    says(phone.page, "away")
    found = barriers(phone.page, "away")
    network.does = PASS
    phone.sees("lobby")
    says(phone.page, "")
    assert found == []


def test_a_phone_that_gets_onto_such_a_network_in_the_middle_of_a_game(
    networks: dict[str, tuple[Network, Watch]], browser_server: Server
) -> None:
    network, watch = networks["403 Forbidden"]
    panel = Panel.start(networks[CUT][1].visitor(size=LAPTOP), browser_server, tables=1, seats=3)
    phone = Phone.join(watch.visitor(), panel.code, "Egel", role="resident")
    panel.next()
    panel.next()
    phone.sees("act", 1)
    network.does = "403 Forbidden"
    network.drop()
    says(phone.page, "blocked")
    expect(phone.page.locator("#link-state")).to_be_visible()  # what is tapped is kept, as ever
    phone.tap(0, "join")
    network.does = PASS
    phone.shows_sent(0, "join")
    says(phone.page, "")


def test_the_panel_tells_which_half_is_broken(watch: Watch, browser: Browser, browser_server: Server) -> None:
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=1, seats=3)
    advice = panel.page.locator("#reach")
    line = panel.page.locator("#reach-line")
    expect(line).to_have_text(panel.word("ui.panel.reach.line", reached=0, live=0))
    panel.page.locator(".join-reach [data-open-reach]").click()
    told(panel, "none", "network")
    found = barriers(panel.page, "nobody gets in")
    advice.locator("button[value=no]").click()
    with Network(browser_server.port, SWALLOW, "192.168.7.9") as network:
        room = Watch(browser, network.base_url)
        with room.expecting(NOISE):
            phone = Phone.join(room.visitor(), panel.code, "Egel", lobby=False)
            says(phone.page, "blocked")
            expect(line).to_have_text(panel.word("ui.panel.reach.line", reached=1, live=0))
            panel.page.locator(".join-reach [data-open-reach]").click()
            told(panel, "blocked", "sockets")
            network.does = PASS
            phone.sees("lobby")
            told(panel, "fine", "sockets")  # what is being read stays where it is
            expect(panel.page.locator("#reach-live")).to_have_text("1")
        room.close()
        assert room.problems == []
    assert found == []


def told(panel: Panel, verdict: str, first: str) -> None:
    """Wait until the open advice says this, with the advice about `first` open on top."""
    expect(panel.page.locator("#reach-verdict")).to_have_text(panel.word(f"ui.panel.reach.{verdict}"))
    opened = panel.page.locator("#reach-advice > details[open]")
    expect(opened).to_have_count(1)
    expect(opened).to_have_attribute("data-advice", first)
    expect(panel.page.locator("#reach-advice > details").first).to_have_attribute("data-advice", first)
