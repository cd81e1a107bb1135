"""Which address is printed and shown in awkward networks, and that it follows: real servers in network namespaces."""

import contextlib
import json
import re
import urllib.request
from collections.abc import Callable, Iterator

import pytest
from websockets.sync.client import connect

from game.rehearsal.browser import Browser
from game.rehearsal.client import origin_of
from tests.live.phones import Phone
from tests.networks import PORT, Laptop, inside

pytestmark = pytest.mark.faults
LISTED = re.compile(r"^    http://([\d.]+):\d+/ +(\S+)", re.M)
FIRST = re.compile(r"Spelers / players: +http://([\d.]+):\d+/\n")


# Where people go


def full_tunnel(laptop: Laptop) -> None:
    laptop.network("wlan0", "192.168.1.20/24", "192.168.1.77/24")
    laptop.tunnel("tun0", "10.8.0.2/24")
    laptop.route("default", "dev", "tun0")


def office_route(laptop: Laptop) -> None:
    laptop.network("eth0", "10.1.2.3/24", "10.1.2.77/24")
    laptop.route("default", "via", "10.1.2.1")
    laptop.tunnel("vpn0", "10.99.0.2/32")
    for private in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"):
        laptop.route(private, "dev", "vpn0")


def own_hotspot(laptop: Laptop) -> None:
    laptop.network("eth0", "192.168.7.20/24", "192.168.7.77/24")
    laptop.route("default", "via", "192.168.7.1")
    laptop.network("wlan0", "10.42.0.1/24", "10.42.0.77/24")


def no_gateway(laptop: Laptop) -> None:
    laptop.bridge("docker0", "172.17.0.1/16")
    laptop.network("eth0", "192.168.50.10/24", "192.168.50.77/24")


def two_networks(laptop: Laptop) -> None:
    laptop.network("eth0", "10.1.2.3/24", "10.1.2.77/24")
    laptop.network("wlan0", "192.168.1.20/24", "192.168.1.77/24")
    laptop.route("default", "via", "10.1.2.1")


@pytest.mark.parametrize(
    ("networks", "expected"),
    [
        (full_tunnel, [("192.168.1.20", "wlan0"), ("10.8.0.2", "tun0")]),
        (office_route, [("10.1.2.3", "eth0"), ("10.99.0.2", "vpn0")]),
        (own_hotspot, [("10.42.0.1", "wlan0"), ("192.168.7.20", "eth0")]),
        (no_gateway, [("192.168.50.10", "eth0"), ("172.17.0.1", "docker0")]),
        (two_networks, [("192.168.1.20", "wlan0"), ("10.1.2.3", "eth0")]),
    ],
)
def test_the_printed_address_is_where_phones_are(
    laptop: Laptop, networks: Callable[[Laptop], None], expected: list[tuple[str, str]]
) -> None:
    networks(laptop)
    printed = laptop.play()

    assert FIRST.findall(printed) == [expected[0][0]]
    assert get(laptop.phone, f"http://{expected[0][0]}:{PORT}/healthz") == "ok\n"
    assert LISTED.findall(printed) == expected


# Following


def get(namespace: str, url: str) -> str:
    def open_it() -> str:
        with urllib.request.urlopen(url, timeout=30) as answer:
            body: bytes = answer.read()
            return body.decode()

    return inside(namespace, open_it)


class Desk:
    """A facilitator's browser on the laptop itself, with the panel and the projector of a new workshop open."""

    def __init__(self, laptop: Laptop, opened: contextlib.ExitStack) -> None:
        self.laptop = laptop
        self.browser = Browser(f"http://127.0.0.1:{PORT}")
        self.workshop = inside(laptop.name, self._start).strip("/").split("/")[-1]
        page = self.page(f"/control/{self.workshop}/")
        found = re.search(r'href="/projector/([^/]+)/"', page)
        assert found is not None
        self.code = re.findall(r'data-qr="/qr/(\d{6})\.svg"', page)[0]
        self.projector_key = found[1]
        self.panel = self._socket(opened, f"control/{self.workshop}")
        self.projector = self._socket(opened, f"projector/{self.projector_key}")

    def _start(self) -> str:
        self.browser.get(f"/new/?key={self.laptop.start_key}")
        return self.browser.submit("/new/", rehearse_now=1)

    def _socket(self, opened: contextlib.ExitStack, path: str) -> Phone:
        cookies = {"Cookie": self.browser.cookie_header()}
        url = f"ws://127.0.0.1:{PORT}/ws/{path}/"
        made = inside(
            self.laptop.name,
            lambda: connect(url, origin=origin_of(url), additional_headers=cookies, proxy=None),
        )
        return Phone(opened.enter_context(made))

    def page(self, path: str) -> str:
        return inside(self.laptop.name, lambda: self.browser.get(path)[1])

    def follows(self, address: str) -> None:
        """Wait until open panel and projector have this address, and see that new pages and QR codes have it too."""
        url = f"http://{address}:{PORT}"
        for screen in (self.panel, self.projector):
            screen.shows(lambda m: m["room"]["address"] == url)
        assert f"{address}:{PORT}</p>" in self.page(f"/projector/{self.projector_key}/")
        assert self.qr() == self.drawn_at(address)

    def qr(self) -> str:
        return self.page(f"/qr/{self.code}.svg")

    def drawn_at(self, address: str) -> str:
        """What the QR code has to be, drawn by the same library."""
        from game.web.qr import draw

        return draw(f"http://{address}:{PORT}/j/{self.code}/").decode()

    def offered(self, found: Callable[[dict[str, tuple[bool, bool]]], bool]) -> dict[str, tuple[bool, bool]]:
        """Wait until the panel offers such addresses: reached and chosen of each, in its order."""

        def offers(message: dict[str, object]) -> dict[str, tuple[bool, bool]]:
            room = json.loads(json.dumps(message["room"]))
            return {one["address"]: (one["reached"], one["chosen"]) for one in room["addresses"]}

        return offers(self.panel.shows(lambda m: found(offers(m))))


@pytest.fixture
def opened() -> Iterator[contextlib.ExitStack]:
    """Give what closes sockets at the end."""
    with contextlib.ExitStack() as stack:
        yield stack


def test_loopback_only_says_so_and_the_address_follows_the_network(
    laptop: Laptop, opened: contextlib.ExitStack
) -> None:
    printed = laptop.play()
    assert FIRST.findall(printed) == ["127.0.0.1"]
    assert "Zet wifi aan, of deel een hotspot" in printed
    assert "Switch on Wi-Fi, or share a hotspot" in printed
    desk = Desk(laptop, opened)
    assert desk.panel.shows(lambda m: True)["room"]["address_note"] == "no_network"

    laptop.network("wlan0", "192.168.1.20/24", "192.168.1.77/24")
    desk.follows("192.168.1.20")
    laptop.prints(r"Nieuw adres / new address: +http://192\.168\.1\.20:8000/ +wlan0")
    assert desk.panel.shows(lambda m: True)["room"]["address_note"] == ""
    laptop.readdress("wlan0", "192.168.1.20/24", "192.168.1.40/24")
    desk.follows("192.168.1.40")
    laptop.prints(r"Nieuw adres / new address: +http://192\.168\.1\.40:8000/ +wlan0")


def test_a_phone_teaches_and_a_choice_holds_after_a_restart(
    laptop: Laptop, opened: contextlib.ExitStack
) -> None:
    two_networks(laptop)
    laptop.play()
    desk = Desk(laptop, opened)
    desk.follows("192.168.1.20")
    get(laptop.name, f"http://10.1.2.3:{PORT}/")  # the laptop itself teaches nothing
    with contextlib.suppress(OSError):
        lying = urllib.request.Request(f"http://192.168.1.20:{PORT}/", headers={"Host": "10.1.2.3"})
        inside(laptop.phone, lambda: urllib.request.urlopen(lying, timeout=30).close())
    desk.follows("192.168.1.20")
    assert desk.offered(len) == {"192.168.1.20": (False, False), "10.1.2.3": (False, False)}

    get(laptop.phone, f"http://10.1.2.3:{PORT}/")
    desk.follows("10.1.2.3")
    assert desk.offered(len) == {"10.1.2.3": (True, False), "192.168.1.20": (False, False)}

    assert desk.panel.ask("choose_address", address="192.168.1.20")["type"] == "ack"
    desk.follows("192.168.1.20")
    chosen = {"192.168.1.20": (False, True), "10.1.2.3": (True, False)}
    assert desk.offered(lambda found: found == chosen) == chosen
    assert desk.panel.ask("choose_address", address="203.0.113.9")["code"] == "address_gone"

    assert desk.panel.ask("choose_address", address="10.1.2.3")["type"] == "ack"
    desk.follows("10.1.2.3")
    laptop.stop()
    printed = laptop.play()
    assert LISTED.findall(printed) == [("10.1.2.3", "eth0"), ("192.168.1.20", "wlan0")]
