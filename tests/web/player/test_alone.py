"""Trying the game alone from the front door, in a browser without a script: what is offered, said and kept."""

import json
import re

import pytest
from django.test import Client
from django.utils import timezone

from game import content
from game.actions import alone
from game.models import Device, Game, Occupancy, Workshop
from game.web.player.alone import INSTEAD
from tests.web.rooms import browser, seated, start

pytestmark = pytest.mark.django_db
SAID = re.compile(r'<script id="words" type="application/json">(.*?)</script>', re.DOTALL)


def press(client: Client, **chair: str):
    return client.post("/alone/", chair)


def words_of(client: Client, path: str) -> dict[str, str]:
    return json.loads(SAID.findall(client.get(path).content.decode())[0])


@pytest.mark.parametrize(
    ("language", "chair", "says"), [("nl", "resident", "bewoner"), ("en", "municipality", "municipality")]
)
def test_one_press_leads_to_the_chair(language: str, chair: str, says: str) -> None:
    client = browser(language)
    answer = press(client, role=chair)
    page = client.get(answer["Location"]).content.decode()

    assert answer.status_code == 302
    assert f'data-role="{chair}"' in page
    assert says in page
    assert 'id="further"' in page
    assert "css/alone.css" in page
    assert Workshop.objects.get().language == language


def test_who_gets_up_is_led_to_no_code_that_is_none() -> None:
    client = browser()
    path = press(client)["Location"]
    workshop = Workshop.objects.get()

    assert 'data-code=""' in client.get(path).content.decode()
    Occupancy.objects.filter(person__workshop=workshop).update(until=timezone.now())
    gone = client.get(path)
    assert (gone.status_code, 'action="/alone/"' in gone.content.decode()) == (200, True)
    assert press(client)["Location"] != path
    room = start()
    assert f'data-code="{room.code}"' in seated(room).get(f"/play/{room.pk}/").content.decode()


def test_coming_back_goes_on_and_a_second_press_too() -> None:
    client = browser()
    first = press(client)["Location"]

    assert press(client, role="professional")["Location"] == first
    door = client.get("/").content.decode()
    assert f'<a class="button wide" href="{first}">' in door
    assert 'action="/alone/"' not in door
    assert door.count(first) == 1
    assert (Workshop.objects.count(), Device.objects.count()) == (1, 1)


def test_a_double_press_of_a_new_browser_is_one_game() -> None:
    token = re.findall(r'name="once" value="([^"]+)"', browser().get("/").content.decode())[0]
    one, other = browser(), browser()

    assert press(one, once=token)["Location"] == press(other, once=token)["Location"]
    assert Workshop.objects.count() == 1


def test_looking_begins_nothing() -> None:
    assert browser().get("/alone/")["Location"] == "/"
    assert Device.objects.count() == 0


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_full_house_says_so_and_keeps_no_device(monkeypatch, language: str) -> None:
    monkeypatch.setattr(alone, "MOST_AT_ONCE", 0)
    client = browser(language)
    answer = press(client)
    said = content.words("street", language)["refused.alone_full"]

    assert said in answer.content.decode()
    assert said in client.get("/").content.decode()
    assert answer.status_code == 400
    assert Device.objects.count() == 0


def test_a_live_workshop_on_this_laptop_hides_it_in_one_line(settings) -> None:
    settings.EMBEDDED_DATABASE = True
    client = browser()
    playing = press(client)["Location"]
    workshop = start()
    seated(workshop)
    stranger = browser().get("/").content.decode()

    assert content.words("street", "nl")["refused.alone_room"] in stranger
    assert 'action="/alone/"' not in stranger
    assert client.get(playing).status_code == 200
    assert playing in client.get("/").content.decode()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_phone_speaks_of_no_facilitator_and_no_big_screen(language: str) -> None:
    client = browser(language)
    path = press(client)["Location"]
    before = words_of(client, path)
    Game.objects.update(phase="debrief")
    after = client.get(f"{path}words/").json()["words"]
    all_words = content.words("street", language)

    assert {code: before[code] for code in INSTEAD if code in before} == {
        code: all_words[said] for code, said in INSTEAD.items() if code in before
    }
    assert {code: after[code] for code in INSTEAD} == {
        code: all_words[said] for code, said in INSTEAD.items()
    }
    usual = words_of(seated(start(), language=language), f"/play/{start_path()}/")
    assert usual["ui.player.ask.lobby"] == all_words["ui.player.ask.lobby"]


def start_path() -> int:
    return Workshop.objects.filter(alone=False).latest("pk").pk


def test_a_room_gets_nothing_of_it() -> None:
    workshop = start()
    page = seated(workshop).get(f"/play/{workshop.pk}/").content.decode()

    assert [mark for mark in ('id="further"', "css/alone.css", "alone-end") if mark in page] == []


def test_a_wrong_chair() -> None:
    answer = press(browser(), role="king")

    assert answer.status_code == 400
    assert not Workshop.objects.exists()
