"""Starting a workshop: the start link, the form with its defaults, a rehearsal in one press, and mistakes."""

import re

import pytest
from django.conf import settings
from django.test import Client

from game.actions.workshops import WorkshopSettings
from game.models import Device, Game, Grant, Seat, Workshop
from tests.web.rooms import browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    """Give a browser that has opened the start link."""
    return starter()


def starter(language: str = "nl") -> Client:
    client = browser(language)
    answer = client.get("/new/", {"key": settings.START_KEY()})
    assert (answer.status_code, answer["Location"]) == (302, "/new/")
    return client


def filled_in(**changes: str) -> dict[str, str]:
    usual = WorkshopSettings(title="Straatavond")
    names = ("title", "scenario", "tables", "seats", "rounds", "form", "talking", "language")
    return {**{name: str(getattr(usual, name)) for name in names}, "fill_bots": "on", **changes}


def newest() -> Workshop:
    return Workshop.objects.latest("pk")


def test_without_the_start_link_the_page_says_where_it_is() -> None:
    answer = browser().get("/new/")

    assert answer.status_code == 403
    assert "Open de link voor de begeleider" in answer.content.decode()
    assert browser().post("/new/", filled_in()).status_code == 403
    assert Workshop.objects.count() == 0


def test_a_wrong_start_link_gives_no_right() -> None:
    client = browser("en")
    answer = client.get("/new/?key=guessed")

    assert answer.status_code == 403
    assert "This start link does not work" in answer.content.decode()
    assert client.get("/new/").status_code == 403
    assert Grant.objects.count() == 0


def test_the_key_leaves_the_address_and_the_right_stays(client: Client) -> None:
    assert client.get("/new/").status_code == 200
    client.get("/new/", {"key": settings.START_KEY()})
    assert (Device.objects.count(), Grant.objects.count()) == (1, 1)


@pytest.mark.parametrize(("language", "button"), [("nl", "Open de wachtruimte"), ("en", "Open the lobby")])
def test_the_form_opens_with_what_is_usual(language: str, button: str) -> None:
    page = starter(language).get("/new/").content.decode()

    assert button in page
    assert f'<html lang="{language}">' in page
    assert re.findall(r'name="(\w+)" value="(\w+)"[^>]*checked', page) == [
        ("form", "full"),
        ("talking", "silent_first"),
        ("language", language),
    ]
    assert "style=" not in page


def test_one_press_opens_the_lobby(client: Client) -> None:
    answer = client.post("/new/", filled_in(tables="3", seats="8"))

    workshop = newest()
    assert (answer.status_code, answer["Location"]) == (302, f"/control/{workshop.pk}/")
    assert (workshop.title, Game.objects.get().phase, Seat.objects.count()) == ("Straatavond", "lobby", 24)
    assert client.get(answer["Location"]).status_code == 200


def test_one_press_rehearses_whatever_else_is_filled_in(client: Client) -> None:
    answer = client.post("/new/", {"rehearse_now": "1", "tables": "many"})

    assert answer["Location"] == f"/control/{newest().pk}/"
    assert set(Seat.objects.values_list("bot", flat=True)) == {True}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", ""),
        ("title", "x" * 200),
        ("scenario", "castle"),
        ("tables", "0"),
        ("tables", "41"),
        ("tables", "three"),
        ("seats", "2"),
        ("seats", "13"),
        ("rounds", "0"),
        ("rounds", "11"),
        ("form", "long"),
        ("talking", "never"),
        ("language", "fr"),
    ],
)
def test_a_field_that_is_wrong_says_so_itself(client: Client, name: str, value: str) -> None:
    answer = client.post("/new/", filled_in(**{name: value}))

    page = answer.content.decode()
    assert answer.status_code == 400
    assert Workshop.objects.count() == 0
    assert re.findall(r'class="error small"[^>]*id="id_(\w+)_error"', page) == [name]
    assert 'class="error" role="alert"' in page


def test_what_was_filled_in_stays_when_something_else_is_wrong(client: Client) -> None:
    page = client.post("/new/", filled_in(title="Buurt & co", rounds="99")).content.decode()

    assert 'value="Buurt &amp; co"' in page
    assert re.search(r'name="rounds" value="99"[^>]*aria-invalid="true"', page)
