"""Each world played to its end in both languages at once: every page says whole sentences, and none of another place.

That no sentence is missing or told twice in a game is shown by 200 seeded games (tests/content/test_reached.py).
"""

import re

import pytest
from playwright.sync_api import Page

from game import content
from game.content.words import LANGUAGES
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.projector import Projector
from tests.browser.watch import BEAMER, LAPTOP, Watch
from tests.content.test_anew import NOT
from tests.live.server import Server

pytestmark = pytest.mark.browser
ROUNDS = 3  # the third has a setback in every world
# What a page shows where it has no words for a code, or no value for a name in a sentence.
UNSAID = re.compile(
    r"\{|\b(?:ui|task|role|role_card|holder|act|respond|note|news|debrief|done|heard|thread)\.[a-z_]+"
)


class Reader:
    """Reads what pages in one language show, and keeps what should not stand there."""

    def __init__(self, world: str, language: str) -> None:
        stems = NOT.get(world, {}).get(language)
        self.elsewhere = re.compile(rf"\b(?:{stems})\b", re.IGNORECASE) if stems else None
        self.pages: list[Page] = []
        self.wrong: set[str] = set()
        self.read: set[str] = set()

    def reads(self) -> None:
        for page in self.pages:
            for line in page.locator("body").inner_text().replace("\u00ad", "").splitlines():
                self.read.add(line.strip())
                if UNSAID.search(line) or (self.elsewhere and self.elsewhere.search(line)):
                    self.wrong.add(line)


@pytest.mark.parametrize("world", sorted(content.load_all()))
def test_a_world_is_played_to_its_end(watch: Watch, browser_server: Server, world: str) -> None:
    panel = Panel.start(
        watch.visitor(size=LAPTOP), browser_server, scenario=world, tables=1, seats=3, rounds=ROUNDS
    )
    readers = {language: Reader(world, language) for language in LANGUAGES}
    roles = {"nl": "resident", "en": "municipality"}
    for language, reader in readers.items():
        phone = Phone.join(
            watch.visitor(language), panel.code, f"Speler {language}", table=1, role=roles[language]
        )
        projector = Projector.open(watch.visitor(language, size=BEAMER), panel.projector_link)
        reader.pages += [phone.page, projector.page]
    readers["nl"].pages.append(panel.page)
    for step in range(3 * ROUNDS + 1):
        panel.next()
        for reader in readers.values():
            reader.reads()
        assert step < 3 * ROUNDS or panel.page.locator("body").get_attribute("data-phase") == "debrief"
    while not panel.is_at_the_end:
        panel.next()
        for reader in readers.values():
            reader.reads()
    panel.next()
    panel.sees("closed")
    for language, reader in readers.items():
        reader.reads()
        names = [
            content.words(world, language)[f"task.{task}.name"] for task in content.scenario(world).tasks
        ]
        assert [name for name in names if name not in reader.read] == []
    assert {language: reader.wrong for language, reader in readers.items()} == {"nl": set(), "en": set()}
