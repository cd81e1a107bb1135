"""The page of earlier groups: what stays of a workshop when its facilitator ticked that, and throwing it away."""

import re

import pytest
from django.test import Client

from game.actions import privacy
from game.models import KeptMeans, Workshop
from game.selectors.groups import finished_games
from tests.actions.test_beside import closed, played
from tests.web.facilitator.test_paper import facilitator
from tests.web.facilitator.test_workshops import starter

pytestmark = pytest.mark.django_db


def test_a_group_is_a_small_film_before_and_after_its_wipe(monkeypatch):
    monkeypatch.setattr("game.actions.grants.may_start", lambda _: True)
    room = closed(played(rounds=2, tables=2))
    client, wipe = facilitator(room), f"/control/{room.workshop.pk}/wipe/"
    [(_, _, means)] = finished_games(room.workshop.pk)
    label = "ronde voor ronde: " + ", ".join(str(round(100 * value)) for value in means.quality)

    page = client.get("/new/groups/").content.decode()
    assert label in page
    assert f'href="/control/{room.workshop.pk}/"' in page
    client.post(wipe, {"what": "means", "wanted": "on"})
    assert Workshop.objects.get().keeps_means
    assert 'name="wanted" checked' in client.get(wipe).content.decode()
    client.post(wipe, {"what": "means"})
    assert not Workshop.objects.get().keeps_means
    client.post(wipe, {"what": "means", "wanted": "on"})
    privacy.erase(room.workshop.pk)

    KeptMeans.objects.update(scenario="own-gone")
    page = client.get("/new/groups/").content.decode()
    assert label in page
    assert page.count(">Een eigen wereld, 1 tafel<") == 1
    assert page.count('class="group-bar"') == 2
    assert "Eerdere groepen" in client.get("/new/").content.decode()
    row = re.search(r'name="row" value="(\d+)"', page)
    assert row
    assert client.post("/new/groups/", {"row": "x"}).status_code == 400
    assert starter().post("/new/groups/", {"row": row[1]}).status_code == 302
    assert KeptMeans.objects.count() == 1
    assert client.post("/new/groups/", {"row": row[1]})["Location"] == "/new/groups/"
    assert KeptMeans.objects.count() == 0


def test_without_any_it_says_so_and_strangers_get_nothing():
    assert "Er zijn er nog geen." in starter().get("/new/groups/").content.decode()
    assert Client().get("/new/groups/").status_code == 403
