"""Every page finds the words for what happened to a street, on the very screens that it is sent."""

import json
import re
from collections.abc import Iterator

import msgspec
import pytest

from game.models import Device, Grant
from game.selectors.live import screens
from game.selectors.live.loading import load
from game.web.devices import COOKIE
from tests.actions.room import Room, start
from tests.actions.test_setbacks import of_ruleset, to_outcome
from tests.web.rooms import browser, seated

pytestmark = pytest.mark.django_db


def words_of(page: str) -> dict[str, str]:
    found = re.search(r'<script id="words" type="application/json">(.*?)</script>', page, re.S)
    assert found, "a page has its words"
    words: dict[str, str] = json.loads(found[1])
    return words


def codes(told: object) -> Iterator[str]:
    """Give the codes of all sentences in a screen's part."""
    if isinstance(told, dict):
        if set(told) == {"code", "params"}:
            yield told["code"]
        for one in told.values():
            yield from codes(one)
    elif isinstance(told, list):
        for one in told:
            yield from codes(one)


def as_sent(part: object) -> object:
    return json.loads(msgspec.json.encode(part))


@pytest.fixture
def room() -> Room:
    """A room of ruleset 2 with somebody on a phone, in the lobby."""
    return of_ruleset(2, start(tables=1, seats=4, seed=7))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_page_has_the_words_of_its_own_screen(room: Room, language: str) -> None:
    phone = seated(room.workshop, language=language)
    panel = browser(language)
    panel.cookies[COOKIE] = phone.cookies[COOKIE].value
    device = Device.objects.exclude(pk=room.facilitator.pk).latest("pk")
    Grant.objects.create(device=device, workshop=room.workshop, kind=Grant.Kind.FACILITATOR)
    to_outcome(room, 3)
    game = load(room.game.pk)
    assert game is not None
    (table,) = game.tables
    pages = {
        "phone": (phone, f"/play/{room.workshop.pk}/", screens.table_part(game, table)),
        "panel": (panel, f"/control/{room.workshop.pk}/", screens.panel_tile(table)),
        "projector": (
            browser(language),
            f"/projector/{room.workshop.projector_key}/",
            screens.board(game, table),
        ),
    }
    missing = {}
    for name, (client, path, part) in pages.items():
        words = words_of(client.get(path, follow=True).content.decode())
        told = [code for code in codes(as_sent(part)) if code.startswith("setback.")]
        assert told, name
        asked = {*told, "ui.setback", *(f"task.{task}.name" for task in table.state.setup.tasks)}
        missing[name] = sorted(asked - words.keys())
    assert missing == {"phone": [], "panel": [], "projector": []}
