"""A page whose frame was kept is the page that Django would write, and nobody's page shows what is another's."""

import re
from itertools import product

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.utils.translation import override

from game.models import Person
from game.selectors.arrivals import Arrival
from game.selectors.rights import place_of
from game.web import framed
from game.web.player.page import OWN, page_of
from tests.web.rooms import browser, seated, start

pytestmark = pytest.mark.django_db

TOKEN = re.compile(r'(name="(?:csrfmiddlewaretoken|once)" value=")[^"]+')
NAMES = ("Egel", '<i>"Das" & co', "{{ alias }}{% now %}", "משה")
SUGGESTED = re.compile(r'(name="alias" value=")[^"]*')


def plain(page: str) -> str:
    """Return a page without what is random in it."""
    return SUGGESTED.sub(r"\1", TOKEN.sub(r"\1", page))


def read(client: Client, path: str) -> str:
    return plain(client.get(path).content.decode())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_framed_page_is_the_page_itself(language: str) -> None:
    workshop = start(tables=2, seats=4)
    for alias in NAMES:
        seated(workshop, alias)
    request = RequestFactory().get('/play/1/?a=<b>"')
    with override(language):
        for person in Person.objects.all():
            place = place_of(person.device_id, workshop.pk)
            assert place is not None
            about = page_of(workshop.pk, place, Arrival(late=True, closings=1)) | {"code": workshop.code}
            own = {"data": "<hr>", **{name: about.pop(name) for name in OWN}}

            framed_page = framed.page(request, "player/page.html", about, own)

            whole = render_to_string("player/page.html", about | own, request)
            assert plain(framed_page) == plain(whole)


def test_nobody_is_shown_what_is_anothers() -> None:
    workshop = start(tables=2, seats=6)
    watching = seated(workshop, "Uil", how="observe", table="1")
    clients = {
        **{alias: seated(workshop, alias) for alias in ("Egel", "Das", "Bever", "Otter")},
        "Uil": watching,
    }
    path = f"/play/{workshop.pk}/"
    first = {alias: read(client, path) for alias, client in clients.items()}

    for (alias, client), other in product(clients.items(), clients):
        assert read(client, path) == first[alias]
        assert (f">{other}<" in first[alias]) == (other == alias)
    roles = {
        alias: re.findall(r'<body[^>]* data-role="(\w*)" data-table="(\d)"', page)
        for alias, page in first.items()
    }
    held = Person.objects.values_list("alias", "occupancies__seat__role", "occupancies__seat__table__number")
    assert roles == {alias: [(role or "", str(table or 1))] for alias, role, table in held}


def test_the_door_tells_each_who_comes_what_is_free_now() -> None:
    workshop = start(tables=2, seats=3)
    free = re.compile(r"(\d) plek(?:ken)? vrij\.")
    shut = re.compile(r'value="([^"]*)"\s+disabled')
    path = f"/j/{workshop.code}/"
    said = []
    for alias in ("Egel", "Das", "Bever", "Otter", "Uil"):
        page = read(browser(), path)
        said.append((free.findall(page), shut.findall(page)))
        seated(workshop, alias, table="1" if alias in ("Egel", "Das", "Bever") else "2")

    taken = (
        Person.objects.get(alias="Otter").occupancies.get().seat.role
    )  # which nobody else has at the open table
    assert said == [(["6"], []), (["5"], []), (["4"], []), (["3"], ["1"]), (["2"], ["1", taken])]
    assert "1 seat is free." in read(browser("en"), path)
