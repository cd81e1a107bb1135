"""The page of earlier groups: what stays of a workshop when its facilitator ticked that, and throwing it away."""

import json
import re

import pytest
from django.test import Client

from game.actions import privacy
from game.models import KeptMeans, Workshop
from game.selectors.groups import middle_of
from tests.actions.test_beside import closed, played
from tests.web.facilitator.test_paper import facilitator
from tests.web.facilitator.test_workshops import starter

pytestmark = pytest.mark.django_db


def drawings(page: str) -> list[dict]:
    found = re.search(r'<script id="films" type="application/json">(.*?)</script>', page)
    assert found
    return json.loads(found[1])


def test_a_group_is_a_small_film_before_and_after_its_wipe(monkeypatch):
    monkeypatch.setattr("game.actions.grants.may_start", lambda _: True)
    room = closed(played(rounds=2, tables=2))
    client, wipe = facilitator(room), f"/control/{room.workshop.pk}/wipe/"
    [first, last] = middle_of(room.game.pk)

    page = client.get("/new/groups/").content.decode()
    [film] = drawings(page)
    assert f'href="/control/{room.workshop.pk}/"' in page
    assert (film["scene"], film["plots"]) == ("street", ["green", "safety", "neighbours", "play"])
    assert [one["qualities"] for one in film["rounds"]] == [
        [place.look for place in places] for places in (first, last)
    ]
    assert [one["month"] for one in film["rounds"]] == [2, 3]
    assert film["names"][0]["name"] == "Het plantsoen"
    assert film["rounds"][0]["said"][0].startswith(f"{round(100 * first[0].came)}% van de mensen kwam")
    assert f"Het plantsoen {round(100 * first[0].look)} van de 100" in page
    client.post(wipe, {"what": "means", "wanted": "on"})
    assert Workshop.objects.get().keeps_means
    assert 'name="wanted" checked' in client.get(wipe).content.decode()
    client.post(wipe, {"what": "means"})
    assert not Workshop.objects.get().keeps_means
    client.post(wipe, {"what": "means", "wanted": "on"})
    privacy.erase(room.workshop.pk)

    assert drawings(client.get("/new/groups/").content.decode()) == [film]
    KeptMeans.objects.update(scenario="own-gone")
    page = client.get("/new/groups/").content.decode()
    [nameless] = drawings(page)
    assert (nameless["names"], nameless["plots"]) == ([], film["plots"])
    assert [one["qualities"] for one in nameless["rounds"]] == [one["qualities"] for one in film["rounds"]]
    assert page.count(">Een eigen wereld, 1 tafel<") == 1
    KeptMeans.objects.update(places=[], picture={})
    page = client.get("/new/groups/").content.decode()
    assert "van de straten is niets bewaard" in page
    assert drawings(page)[0]["rounds"] == []
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
