"""A game in a place that is no street, played to its end: no page, sheet or file of it names the street or who lives there.

In both languages; what a page's scripts say is in the page too, as its words.
"""

import json
import re
from html import unescape
from html.parser import HTMLParser

import pytest

from game import content
from game.actions import devices
from game.content import load_all
from game.web.devices import COOKIE
from tests.actions.room import Room, full_table
from tests.content.test_anew import NOT
from tests.web.rooms import browser
from tests.web.takeaway.test_export import facilitator, play, raw_book

pytestmark = pytest.mark.django_db
PLACES = [code for code in sorted(load_all()) if code in NOT]
CODED = ("role", "range", "bereik", "wat het kan zijn")


class Said(HTMLParser):
    """Gathers what a page says: its text, what its attributes read out, and the values in its JSON."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = "json" if dict(attrs).get("type") == "application/json" else tag
        self.told += [
            value for name, value in attrs if value and name in ("aria-label", "title", "alt", "placeholder")
        ]

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside == "json":
            self.told += values(json.loads(data))
        elif self.inside != "script":
            self.told.append(data)


def values(found: object) -> list[str]:
    """Return the sentences in JSON: texts with a space in them, as codes have none."""
    if isinstance(found, dict):
        return [text for value in found.values() for text in values(value)]
    if isinstance(found, list):
        return [text for value in found for text in values(value)]
    return [found] if isinstance(found, str) and " " in found else []


KIT = tuple(f"print/{page}" for page in ("", "run/", "signs/", "roles/", "host/"))


def pages(room: Room, language: str) -> dict[str, str]:
    """Return all pages of a workshop by address, as who may see each gets them."""
    pk, code = room.workshop.pk, room.workshop.code
    player = browser(language)
    device = room.players[0].device
    device.token_hash = devices.token_hash("p" * 43)
    device.save()
    player.cookies[COOKIE] = "p" * 43
    for_all = [
        f"/projector/{room.workshop.projector_key}/",
        f"/take-home/{room.workshop.take_home_key}/",
        f"/j/{code}/",
    ]
    asked = {address: browser(language) for address in for_all}
    asked |= dict.fromkeys((f"/play/{pk}/", f"/play/{pk}/words/"), player)
    panel = facilitator(room, language)
    asked |= {f"/control/{pk}/{page}": panel for page in ("", "cards/", "paper/1/", "export/", "wipe/", *KIT)}
    return {address: client.get(address, follow=True).content.decode() for address, client in asked.items()}


def named(text: str, scenario: str, language: str) -> bool:
    plain = re.sub(r"\{\w+", "{", unescape(text).replace("\u00ad", ""))
    return re.search(rf"\b(?:{NOT[scenario][language]})\b", plain, re.IGNORECASE) is not None


@pytest.mark.parametrize("language", content.LANGUAGES)
@pytest.mark.parametrize("scenario", PLACES)
def test_no_page_and_no_file_of_a_whole_game_names_the_street(scenario: str, language: str) -> None:
    title = content.words(scenario, language)["title"]
    room = full_table(scenario=scenario, language=language, title=title, rounds=5)
    found = {f"lobby {address}": page for address, page in pages(room, language).items()}
    play(room, 2)
    found |= {f"play {address}": page for address, page in pages(room, language).items()}
    play(room, 3)
    assert room.game.phase == "debrief"
    found |= {f"debrief {address}": page for address, page in pages(room, language).items()}

    left = {}
    for address, page in found.items():
        said = Said()
        if page.startswith("{"):
            said.told = values(json.loads(page))
        else:
            said.feed(page)
        if wrong := [text.strip()[:200] for text in said.told if named(text, scenario, language)]:
            left[address] = wrong
    assert left == {}


@pytest.mark.parametrize("scenario", PLACES)
def test_no_sentence_of_the_export_names_the_street(scenario: str) -> None:
    room = play(full_table(scenario=scenario, rounds=5), 5)

    cells = [
        str(cell.value)
        for sheet in raw_book(room).worksheets
        for column in sheet.iter_cols()
        for cell in column[1:]
        if column[0].value not in CODED and cell.value and " " in str(cell.value)
    ]
    assert len(cells) > 100
    assert [text for text in cells if named(text, scenario, "nl")] == []
