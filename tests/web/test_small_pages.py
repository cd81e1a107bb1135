"""Language, privacy, QR codes and the pages for what went wrong."""

import pytest
from django.test import Client, RequestFactory

from game.actions import devices
from game.models import Device
from game.web import errors
from game.web.address import join_address
from game.web.devices import COOKIE
from tests.web.rooms import browser


@pytest.mark.parametrize(("language", "says"), [("nl", "Wat we bewaren"), ("en", "What is kept")])
def test_privacy(language: str, says: str) -> None:
    page = browser(language).get("/privacy/").content.decode()

    assert says in page
    assert f'<html lang="{language}">' in page


@pytest.mark.django_db
def test_the_language_is_kept_in_a_cookie_and_at_the_device() -> None:
    device, token = devices.register("nl")
    client = browser("nl")
    client.cookies[COOKIE] = token

    answer = client.post("/language/", {"language": "en", "next": "/privacy/"})

    assert (answer.status_code, answer["Location"]) == (302, "/privacy/")
    assert Device.objects.get(pk=device.pk).language == "en"
    assert '<html lang="en">' in client.get("/privacy/").content.decode()


@pytest.mark.parametrize(
    "address", ["https://elsewhere.test/", "//elsewhere.test", "javascript:alert(1)", ""]
)
@pytest.mark.django_db
def test_the_language_form_leads_nowhere_else(address: str) -> None:
    answer = browser().post("/language/", {"language": "en", "next": address})

    assert answer["Location"] == "/"


@pytest.mark.django_db
def test_an_unknown_language() -> None:
    assert browser().post("/language/", {"language": "xx"}).status_code == 400
    assert browser().get("/language/").status_code == 405


def test_a_qr_code_is_a_plain_picture() -> None:
    answer = browser().get("/qr/123456.svg?table=3")

    assert (answer.status_code, answer["Content-Type"]) == (200, "image/svg+xml")
    assert b"style" not in answer.content
    assert browser().get("/qr/12a456.svg").status_code == 404
    assert browser().get("/qr/123456.svg?table=x").content == browser().get("/qr/123456.svg").content
    assert answer.content != browser().get("/qr/123456.svg").content


def test_a_kept_qr_code_is_asked_after_and_drawn_anew_for_another_address() -> None:
    first = browser().get("/qr/123456.svg", headers={"host": "192.168.1.4:8000"})
    again = {"host": "192.168.1.4:8000", "if-none-match": first["ETag"]}
    moved = {"host": "192.168.1.5:8000", "if-none-match": first["ETag"]}

    assert first["Cache-Control"] == "private, no-cache"
    assert browser().get("/qr/123456.svg", headers=again).status_code == 304
    assert browser().get("/qr/123456.svg", headers=moved).status_code == 200
    assert browser().get("/qr/123456.svg", {"at": "http://evil.example"}, headers=again).status_code == 304


def test_the_join_address(settings) -> None:
    request = RequestFactory().get("/", headers={"host": "192.168.1.4:8000"})
    settings.PUBLIC_URL = ""

    assert join_address(request, "123456", 3) == "http://192.168.1.4:8000/j/123456/3/"

    settings.PUBLIC_URL = "https://play.example"
    assert join_address(request, "123456") == "https://play.example/j/123456/"


@pytest.mark.parametrize(("language", "says"), [("nl", "Hier is niets"), ("en", "There is nothing here")])
@pytest.mark.django_db
def test_a_page_that_is_not_there(language: str, says: str) -> None:
    answer = browser(language).get("/nowhere/")

    assert answer.status_code == 404
    assert says in answer.content.decode()


@pytest.mark.parametrize(
    ("page", "status"),
    [(errors.bad_request, 400), (errors.forbidden, 403), (errors.not_found, 404), (errors.server_error, 500)],
)
def test_every_error_page(page, status: int) -> None:
    answer = page(RequestFactory().get("/"))

    assert answer.status_code == status
    assert b"<h1>" in answer.content


def test_pages_carry_the_policy() -> None:
    policy = Client().get("/privacy/")["Content-Security-Policy"]

    assert "require-trusted-types-for 'script'" in policy
    assert "unsafe-inline" not in policy
