"""What no page of ours sends is refused with 404 or 400 and a page that says so, whatever the database."""

import pytest
from django.test import Client

from game.models import Device, Person
from tests.web.rooms import browser, seated, start

pytestmark = pytest.mark.django_db
LONG = "x" * 201
WIDE = "x" * 2049
PLACES = ("/j/{}/", "/pair/{}/", "/projector/{}/", "/projector/{}/words/", "/qr/{}.svg")
PLACES += (
    "/qr/pair/{}.svg",
    "/qr/take-home/{}.svg",
    "/play/{}/",
    "/control/{}/",
    "/audit/{}/",
    "/{}",
    "/static/{}",
)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("piece", ["%00", "123456%00", "a%00b", LONG, "9" * 201, "é" * 201])
def test_in_a_path(place: str, piece: str) -> None:
    answer = browser().get(place.format(piece))

    assert answer.status_code == 404
    assert "<h1" in answer.content.decode()


@pytest.mark.parametrize(
    "query", ["key=%00", "key=a%00b", "%00=x", "a=b&next=%00", f"key={WIDE}", f"{WIDE}=x", "%00"]
)
@pytest.mark.parametrize(
    "place", ["/", "/new/", "/control/1/", "/privacy/", "/take-home/x/", "/qr/123456.svg"]
)
def test_in_a_query(place: str, query: str) -> None:
    answer = browser().get(f"{place}?{query}")

    assert answer.status_code == 400
    assert "<h1" in answer.content.decode()


@pytest.mark.parametrize("place", ["/", "/j/{code}/", "/pair/", "/pair/ABCDEFGH/", "/language/", "/new/"])
@pytest.mark.parametrize(
    "form",
    [{"alias": "Eg\0el"}, {"code": "12\x003456"}, {"a\0": ""}, {"alias": "x" * 20_001}, {"x" * 20_001: ""}],
)
def test_in_a_form(place: str, form: dict[str, str]) -> None:
    path = place.format(code=start().code)
    rows = (Device.objects.count(), Person.objects.count())

    assert browser().post(path, form).status_code == 400
    assert (Device.objects.count(), Person.objects.count()) == rows
    assert browser().post(path, "&".join(f"{a}={b}" for a, b in form.items()), "text/plain").status_code < 500


@pytest.mark.parametrize("name", ["device", "sessionid", "csrftoken", "language", "control-link"])
def test_in_a_cookie(name: str) -> None:
    client = browser()
    client.cookies[name] = "a\0b"

    assert client.get("/").status_code == 200


def test_what_people_send_still_gets_through() -> None:
    workshop = start()

    assert seated(workshop, "é" * 20).get(f"/play/{workshop.pk}/").status_code == 200
    assert Client().get("/?next=" + "x" * 2000).status_code == 200
