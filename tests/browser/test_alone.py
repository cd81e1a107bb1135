"""Trying the game alone, from a fresh start to the last screen, in both languages, with the clock."""

import logging
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from game.actions.alone import ROUNDS
from game.engine.debrief.alone import PATH
from tests.browser.accessibility import barriers
from tests.browser.watch import Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser
CLOCK = logging.getLogger(__name__)  # shown with --log-cli-level=INFO
CHAIRS = {"nl": "resident", "en": "municipality"}
# What nobody says to who has no facilitator, no room and no big screen.
UNTRUE = {"nl": ("begeleider", "grote scherm", "de zaal"), "en": ("facilitator", "big screen", "the room")}


@pytest.fixture(scope="module")
def browser_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a laptop without a workshop: with one, nobody begins alone there."""
    with Server({"DATA_DIR": str(tmp_path_factory.mktemp("alone"))}) as started:
        yield started


def done(page: Page, phase: str) -> None:
    """Say that one is done, and again that what is open may be filled in."""
    expect(page.locator("body")).to_have_attribute("data-phase", phase)
    expect(page.locator("#ready")).to_be_enabled()
    page.locator("#ready").click()
    asks = page.locator("#dock.asks")
    goes_on = page.locator(f"body:not([data-phase={phase}])")
    expect(asks.or_(goes_on).first).to_be_attached()
    if asks.count():
        expect(page.locator("#ready")).to_be_enabled()
        page.locator("#ready").click()
    expect(goes_on).to_be_attached()


def interrupted(page: Page, server: Server) -> None:
    """Go on in a second tab, and start the server anew: the first tab follows, and nothing is lost."""
    other = page.context.new_page()
    other.goto(page.url)
    done(other, "agree")
    expect(page.locator("body")).to_have_attribute("data-phase", "act")
    other.close()
    server.restart()
    done(page, "act")
    done(page, "outcome")


def untrue(page: Page, language: str) -> list[str]:
    said = page.locator("main").inner_text().lower()
    return [words for words in UNTRUE[language] if words in said]


@pytest.mark.parametrize("language", CHAIRS)
def test_from_one_press_to_the_last_screen(watch: Watch, browser_server: Server, language: str) -> None:
    page = watch.visitor(language)
    began = time.monotonic()
    page.goto("/")
    page.locator(f"#alone button[value={CHAIRS[language]}]").click()
    found, wrong = [], []
    further = page.locator("#further")
    expect(further).to_be_visible()
    found += barriers(page, "alone, lobby")
    wrong += untrue(page, language)
    further.click()
    for number in range(ROUNDS):
        if number == 1:  # somebody who went away comes back by the front door
            page.goto("/")
            page.locator("#alone a.button").click()
        if number == 2 and language == "nl":
            with watch.expecting("WebSocket connection|ERR_CONNECTION"):
                interrupted(page, browser_server)
            continue
        for phase in ("agree", "act", "outcome"):
            done(page, phase)
            wrong += untrue(page, language)
    played = time.monotonic()
    pictures = []
    while page.locator("body").get_attribute("data-phase") == "debrief":
        expect(page.locator("#story, #voice").first).to_be_attached()
        place = further.get_attribute("data-place")
        step = (place or "").rpartition(".")[0]
        if step not in pictures:
            pictures.append(step)
            wrong += untrue(page, language)
            if step in ("feeling.wall", "pattern.circle", "what_if.streets"):
                found += barriers(page, f"alone, {step}")
        further.click()
        expect(page.locator(f"#further[data-place='{place}']")).to_have_count(0)
    expect(page.locator("#alone-end")).to_be_visible()
    found += barriers(page, "alone, the end")
    ended = time.monotonic()
    CLOCK.info("%s: played in %.0f s, looked back in %.0f s", language, played - began, ended - played)

    assert pictures == [f"{step}.{part}" for step, part in PATH]
    assert (found, wrong) == ([], [])
    expect(page.locator("#take-home")).to_be_hidden()
    page.locator("#alone-end a[href='/#alone']").click()
    expect(page.locator("#alone button")).to_have_count(4)
