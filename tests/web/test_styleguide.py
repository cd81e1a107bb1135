"""The living style page is there with DEBUG, for whoever works on the pages, and nowhere else."""

import json
import re
from typing import Any

import pytest
from django.test import Client

from game import content
from game.engine.bots.policies import Policy
from game.engine.model.roles import Role
from game.web.styleguide.stage import STAGES

pytestmark = pytest.mark.django_db
TYPES = {
    "phone": ["player_screen", "clock"],
    "projector": ["projector_screen", "clock"],
    "panel": ["panel_screen", "clock", "log", "posts", "reach"],
}


def brought(page: str) -> dict[str, Any]:
    """Return what a page brings as JSON, by the id of its script."""
    found = re.findall(r'<script id="(\w+)" type="application/json">(.*?)</script>', page, re.DOTALL)
    return {name: json.loads(text) for name, text in found}


@pytest.mark.parametrize("path", ["/styleguide/", "/styleguide/phone/?state=agree"])
def test_without_debug_there_is_no_style_page(client: Client, settings, path: str) -> None:
    settings.DEBUG = False
    assert client.get(path).status_code == 404


def test_the_style_page_brings_the_scene_its_tasks_and_all_words_of_a_picture(
    client: Client, settings
) -> None:
    settings.DEBUG = True
    found = brought(client.get("/styleguide/").content.decode())
    assert found["structure"]["picture"] == {
        "scene": "street",
        "tasks": ["green", "safety", "neighbours", "play"],
        "months": [2, 3, 4, 5, 7, 8, 9, 10, 11, 1],
    }
    told = {code for code in content.catalogue("en") if code.startswith("street.")}
    assert told <= set(found["words"])
    assert found["screens"] == {
        "states": list(STAGES),
        "roles": list(Role),
        "manners": list(Policy),
    }


@pytest.mark.parametrize(("role", "limit"), [("municipality", 2), ("professional", 10), ("resident", 3)])
def test_a_refusal_is_about_what_the_chair_has(client: Client, settings, role: str, limit: int) -> None:
    settings.DEBUG = True
    found = brought(client.get(f"/styleguide/phone/?state=refused&role={role}").content.decode())
    assert found["stage"]["refusal"]["params"] == {"limit": limit}


@pytest.mark.parametrize("name", TYPES)
def test_every_screen_is_there_in_every_state_as_the_server_would_say_it(
    client: Client, settings, name: str
) -> None:
    settings.DEBUG = True
    for state in STAGES:
        found = brought(client.get(f"/styleguide/{name}/?state={state}").content.decode())
        assert [message["type"] for message in found["stage"]["says"]] == TYPES[name], state


def test_a_screen_is_of_the_chair_the_tables_and_the_tasks_that_are_asked(client: Client, settings) -> None:
    settings.DEBUG = True
    phone = brought(
        client.get("/styleguide/phone/?state=act&role=professional&tasks=6&names=long").content.decode()
    )
    screen = phone["stage"]["says"][0]
    assert (screen["mine"]["role"], len(screen["table"]["tasks"])) == ("professional", 6)
    assert phone["words"]["task.extra5.name"] == f"{phone['words']['task.safety.name']} 2"
    tables = brought(client.get("/styleguide/projector/?state=outcome&tables=100").content.decode())
    assert len(tables["stage"]["says"][0]["boards"]) == 100


def test_a_screen_is_of_the_world_that_is_asked_and_of_the_usual_one_where_there_is_none(
    client: Client, settings
) -> None:
    settings.DEBUG = True
    usual = content.default_scenario()
    for asked, plays in ((code, code) for code in (*content.load_all(), "nowhere")):
        plays = plays if plays in content.load_all() else usual
        found = brought(client.get(f"/styleguide/phone/?state=act&scenario={asked}").content.decode())
        assert found["structure"]["picture"]["tasks"] == list(content.scenario(plays).tasks)


@pytest.mark.parametrize("path", ["/styleguide/phone/?state=nowhere", "/styleguide/nothing/"])
def test_what_there_is_no_such_screen_of_is_not_found(client: Client, settings, path: str) -> None:
    settings.DEBUG = True
    assert client.get(path).status_code == 404


def test_only_the_style_page_may_frame_its_screens(client: Client, settings) -> None:
    settings.DEBUG = True
    framed = client.get("/styleguide/phone/?state=agree")
    assert framed["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in framed["Content-Security-Policy"]
    assert "frame-src 'self'" in client.get("/styleguide/")["Content-Security-Policy"]
