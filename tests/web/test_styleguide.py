"""The living style page is there with DEBUG, for whoever works on the pages, and nowhere else."""

import json
import re

import pytest
from django.test import Client

from game import content

pytestmark = pytest.mark.django_db


def test_without_debug_there_is_no_style_page(client: Client, settings) -> None:
    settings.DEBUG = False
    assert client.get("/styleguide/").status_code == 404


def test_the_style_page_brings_the_scene_its_tasks_and_all_words_of_a_picture(
    client: Client, settings
) -> None:
    settings.DEBUG = True
    page = client.get("/styleguide/").content.decode()
    found = re.findall(r'<script id="(\w+)" type="application/json">(.*?)</script>', page, re.DOTALL)
    brought = {name: json.loads(text) for name, text in found}
    assert brought["structure"]["picture"] == {
        "scene": "street",
        "tasks": ["green", "safety", "neighbours", "play"],
        "months": [2, 3, 4, 5, 7, 8, 9, 10, 11, 1],
    }
    told = {code for code in content.catalogue("en") if code.startswith("street.")}
    assert told <= set(brought["words"])
