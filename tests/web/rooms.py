"""A workshop and a browser for the page tests."""

from django.test import Client, RequestFactory

from game.actions import devices, tries, workshops
from game.actions.tries import Limit
from game.actions.workshops import WorkshopSettings
from game.models import Workshop
from game.web.devices import COOKIE, address_key


def start(**settings: object) -> Workshop:
    """Start a workshop with one table, unless said otherwise."""
    device, _ = devices.register("nl")
    return workshops.start_workshop(device, WorkshopSettings(**{"title": "Straatavond", **settings}))


def browser(language: str = "nl") -> Client:
    """Return a browser that reads this language and checks forms like a real one."""
    return Client(headers={"accept-language": language})


def guessed(limit: Limit, times: int) -> None:
    """Let somebody at these browsers' address have failed so often already: pages are slow to ask for a hundred times."""
    address = address_key(RequestFactory().get("/"))
    for _ in range(times):
        tries.note(limit, address)


def seated(workshop: Workshop, alias: str = "Egel", language: str = "nl", **wish: object) -> Client:
    """Return a browser that has taken a seat."""
    client = browser(language)
    answer = client.post(f"/j/{workshop.code}/", {"alias": alias, "table": "", "role": "", **wish})
    assert (answer.status_code, COOKIE in client.cookies) == (302, True)
    return client
