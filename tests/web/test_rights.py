"""What a browser gets by the right that it has: a remote steers, and takes no names along."""

import pytest
from django.test import Client

from game.actions import devices, workshops
from game.actions.workshops import WorkshopSettings
from game.models import Grant, Workshop
from game.web.devices import COOKIE
from tests.web.rooms import browser

pytestmark = pytest.mark.django_db


def facilitated(kind: str = "facilitator") -> tuple[Workshop, Client]:
    """Return a workshop and a browser with this right on it."""
    device, token = devices.register("nl")
    workshop = workshops.start_workshop(device, WorkshopSettings(title="Straatavond"))
    Grant.objects.filter(workshop=workshop).update(kind=kind)
    client = browser()
    client.cookies[COOKIE] = token
    return workshop, client


@pytest.mark.parametrize("kind", ["zip", "xlsx", "json"])
def test_a_remote_takes_no_names_along(kind: str) -> None:
    workshop, remote = facilitated("remote")
    path = f"/control/{workshop.pk}/export/"

    answer = remote.get(path, {"as": kind, "names": "on"})

    assert answer.status_code == 403
    assert "bedient alleen het spel" in answer.content.decode()
    assert 'name="names"' not in remote.get(path).content.decode()
    assert remote.get(path, {"as": "xlsx"}).status_code == 200
    assert remote.get(f"/audit/{workshop.pk}/").status_code == 403  # names are in it


@pytest.mark.parametrize(("kind", "offered"), [("facilitator", 3), ("remote", 0)])
def test_a_remote_is_not_offered_what_it_may_not(kind: str, offered: int) -> None:
    workshop, client = facilitated(kind)

    page = client.get(f"/control/{workshop.pk}/").content.decode()

    buttons = ('id="pair" class="button quiet wide">', 'id="renew-link" class="button quiet wide">')
    buttons += ('class="mini" data-part="revoke">',)
    assert sum(button in page for button in buttons) == offered
    assert ("Dit apparaat bedient het spel." in page) == (kind == "remote")
