"""The panel hears how many devices reach the server, and how many are connected, without a reload."""

from typing import Any
from urllib.request import Request, urlopen

from tests.live.conftest import Gather
from tests.live.phones import Message, Phone
from tests.live.server import Server

FIELDS = ("reached", "live", "stuck")


def figures(panel: Phone) -> tuple[int, ...]:
    """Return the figures that a panel is told first."""
    return counted(panel.until(lambda message: message["type"] == "reach"))


def counted(message: Message) -> tuple[int, ...]:
    return tuple(message[field] for field in FIELDS)


def hears(panel: Phone, *expected: int) -> None:
    """Wait until the panel is told exactly these figures."""
    panel.until(lambda message: message["type"] == "reach" and counted(message) == expected)


def open_page(server: Server, address: str, path: str = "/", **headers: str) -> int:
    """Ask for a page as a phone at this address does, behind a proxy on this machine."""
    asked = {"Accept": "text/html", "User-Agent": "Safari", "X-Forwarded-For": address, **headers}
    with urlopen(Request(server.base_url + path, headers=asked), timeout=30) as answer:
        return int(answer.status)


def elsewhere(token: str, address: str) -> dict[str, Any]:
    return {"headers": {"Cookie": f"device={token}", "X-Forwarded-For": address}}


def test_a_panel_sees_phones_come_in(server: Server, group: Gather) -> None:
    room = group("Egel", "Das")
    panel = room.panel()
    reached, live, stuck = figures(panel)

    open_page(server, "192.168.7.1")
    hears(panel, reached + 1, live, stuck)
    token = room.players[0][1]
    path = f"/ws/play/{room.workshop.pk}/"
    assert open_page(server, "192.168.7.1", f"/reach{path}", Cookie=f"device={token}", Accept="*/*") == 204
    hears(panel, reached + 1, live, stuck + 1)
    phone = room.connect(path, None, **elsewhere(token, "192.168.7.1"))
    phone.say("ping", rev=0)
    hears(panel, reached + 1, live + 1, stuck)
    phone.connection.close()
    hears(panel, reached + 1, live, stuck)


def test_what_runs_or_shows_the_game_is_no_phone_in_the_room(server: Server, group: Gather) -> None:
    room = group("Egel")
    panel = room.panel()
    before = figures(panel)

    remote = room.connect(
        f"/ws/control/{room.workshop.pk}/", None, **elsewhere(room.facilitator_token, "192.168.7.20")
    )
    screen = room.connect(
        f"/ws/projector/{room.workshop.projector_key}/", None, headers={"X-Forwarded-For": "192.168.7.21"}
    )
    for one in (remote, screen):
        one.say("ping", rev=0)
        one.until(lambda message: message["type"] == "pong")
    open_page(server, "192.168.7.22")
    hears(panel, before[0] + 1, *before[1:])


def test_a_panel_knows_how_many_big_screens_look_at_its_game(server: Server, group: Gather) -> None:
    room, other = group("Egel"), group("Das")
    panel = room.panel()

    def sees(count: int) -> None:
        panel.until(lambda message: message["type"] == "reach" and message["screens"] == count)

    sees(0)
    other.projector()
    screen = room.projector()
    sees(1)
    screen.connection.close()
    sees(0)
