"""The one place that knows which address people use: what it believes, whom it believes, and when it says so."""

import socket
from collections import namedtuple
from types import SimpleNamespace

import psutil
import pytest
from pytest_django import Settings

from game.management.addresses import address_lines, change_line
from game.network.book import AddressBook
from game.network.interfaces import read_interfaces
from game.network.ranking import Choice, Interface

WIFI = Interface("wlan0", "192.168.1.20", 24)
CABLE = Interface("eth0", "10.1.2.3", 24)
TUNNEL = Interface("tun0", "10.8.0.2", 32)
OWN = Interface("lo", "127.0.0.1", 8)
IPV6 = Interface("wlan0", "fd00::7", 64)
PHONE = "192.168.1.77"


@pytest.fixture
def book(settings: Settings) -> AddressBook:
    """Give the book of a laptop on two networks."""
    settings.PUBLIC_URL = ""
    made = AddressBook()
    made.listens(["0.0.0.0"], 8000)
    made.update((OWN, CABLE, TUNNEL, WIFI, IPV6), None)
    return made


def test_where_nobody_said_where_it_listens_there_is_no_address(settings: Settings) -> None:
    settings.PUBLIC_URL = ""

    assert (AddressBook().base_url, AddressBook().note) == ("", "")


def test_public_url_beats_all(book: AddressBook, settings: Settings) -> None:
    settings.PUBLIC_URL = "https://spel.example"
    book.choose(Choice("eth0", "10.1.2.3"))
    book.arrived("10.1.2.9", "10.1.2.3", "10.1.2.3")

    assert (book.base_url, book.is_fixed, book.note) == ("https://spel.example", True, "")
    assert address_lines(book) == ""
    assert not any(one.reached for one in book.candidates)


@pytest.mark.parametrize(
    ("hosts", "url", "note", "many"),
    [
        (["0.0.0.0"], "http://192.168.1.20:8000", "", 3),
        (["0.0.0.0", "::"], "http://192.168.1.20:8000", "", 4),
        (["::"], "http://[fd00::7]:8000", "", 1),
        (["10.1.2.3"], "http://10.1.2.3:8000", "", 1),
        (["127.0.0.1"], "http://127.0.0.1:8000", "only_here", 1),
        (["127.0.0.1", "::1"], "http://127.0.0.1:8000", "only_here", 1),
        (["10.8.0.2"], "http://10.8.0.2:8000", "only_here", 1),
        (["10.5.5.5"], "http://10.5.5.5:8000", "", 1),  # a system that does not tell it
    ],
)
def test_it_is_reached_only_where_it_listens(
    book: AddressBook, hosts: list[str], url: str, note: str, many: int
) -> None:
    book.listens(hosts, 8000)

    assert (book.base_url, book.note, len(book.candidates)) == (url, note, many)


def test_another_network_is_another_address_and_forgets_what_it_knew(book: AddressBook) -> None:
    book.arrived("10.1.2.9", "10.1.2.3", "10.1.2.3")
    assert book.base_url == "http://10.1.2.3:8000"

    book.update((OWN, WIFI), None)
    assert book.base_url == "http://192.168.1.20:8000"
    book.update((OWN, WIFI, CABLE), None)
    assert book.base_url == "http://192.168.1.20:8000"
    book.update((OWN,), None)
    assert (book.base_url, book.note) == ("http://127.0.0.1:8000", "no_network")


@pytest.mark.parametrize(
    ("peer", "own", "host", "learns"),
    [
        ("10.1.2.9", "10.1.2.3", "10.1.2.3", True),
        ("10.1.2.9", "10.1.2.3", "laptop.local", True),
        ("::ffff:10.1.2.9", "::ffff:10.1.2.3", "10.1.2.3", True),
        (PHONE, "10.1.2.3", "192.168.1.20", False),  # a Host that is not where it arrived
        (PHONE, "10.1.2.3", "203.0.113.9", False),
        (PHONE, "203.0.113.9", "203.0.113.9", False),  # no address of ours
        ("192.168.1.20", "10.1.2.3", "10.1.2.3", False),  # this computer itself
        ("127.0.0.1", "10.1.2.3", "10.1.2.3", False),
        ("127.0.0.1", "127.0.0.1", "127.0.0.1", False),
        ("", "10.1.2.3", "10.1.2.3", False),
    ],
)
def test_only_another_computer_teaches_and_only_where_it_arrived(
    book: AddressBook, peer: str, own: str, host: str, learns: bool
) -> None:
    book.arrived(peer, own, host)

    assert [one.address for one in book.candidates if one.reached] == (["10.1.2.3"] if learns else [])
    assert book.base_url == f"http://{'10.1.2.3' if learns else '192.168.1.20'}:8000"


def test_it_tells_once_when_something_changed(book: AddressBook) -> None:
    told: list[str] = []
    listener = lambda: told.append(book.base_url)  # noqa: E731
    book.add_listener(listener)
    book.update((OWN, CABLE, TUNNEL, WIFI, IPV6), None)
    book.choose(Choice("eth0", "10.1.2.3"))
    book.choose(Choice("eth0", "10.1.2.3"))
    book.choose(None)
    book.arrived(PHONE, "192.168.1.20", "192.168.1.20")
    book.arrived(PHONE, "192.168.1.20", "192.168.1.20")
    book.remove_listener(listener)
    book.update((OWN,), None)

    wifi, cable = "http://192.168.1.20:8000", "http://10.1.2.3:8000"
    assert told == [cable, wifi, wifi]  # the last: the panel marks it


def test_the_terminal_lists_every_address_with_its_interface(book: AddressBook) -> None:
    book.choose(Choice("eth0", "10.1.2.3"))

    assert address_lines(book).splitlines()[1:5] == [
        "  Adressen / addresses:",
        "    http://10.1.2.3:8000/       eth0 (kabel / cable), gekozen / chosen",
        "    http://192.168.1.20:8000/   wlan0 (wifi / Wi-Fi)",
        "    http://10.8.0.2:8000/       tun0 (VPN)",
    ]
    assert change_line(book).startswith("\n  Nieuw adres / new address:   http://10.1.2.3:8000/   eth0 ")


@pytest.mark.parametrize(
    ("hosts", "says"), [(["0.0.0.0"], "Switch on Wi-Fi"), (["127.0.0.1"], "Start it without HOST")]
)
def test_loopback_only_says_what_to_do(book: AddressBook, hosts: list[str], says: str) -> None:
    book.listens(hosts, 8000)
    book.update((OWN,), None)

    assert "http://127.0.0.1:8000/   alleen deze computer / this computer only\n" in address_lines(book)
    assert says in address_lines(book)


Address = namedtuple("Address", "family address netmask ptp")
State = namedtuple("State", "isup flags mtu")


def test_what_the_system_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shapes that this machine does not have: no flags and no netmask (Windows), a zone, a line, a card's own number."""
    addresses = {
        "Wi-Fi": [
            Address(-1, "AA-BB-CC-DD-EE-FF", None, None),
            Address(socket.AF_INET, "192.168.1.20", "255.255.255.0", None),
            Address(socket.AF_INET6, "fe80::1%12", None, None),
        ],
        "utun4": [Address(socket.AF_INET, "10.8.0.2", "255.255.255.255", "10.8.0.1")],
        "wwan0": [Address(socket.AF_INET, "100.80.1.2", "nonsense", None)],
    }
    states = {"Wi-Fi": State(True, "", 1500), "wwan0": State(False, "pointopoint,noarp", 1430)}
    monkeypatch.setattr(psutil, "net_if_addrs", lambda: addresses)
    monkeypatch.setattr(psutil, "net_if_stats", lambda: states)

    assert read_interfaces() == (
        Interface("Wi-Fi", "192.168.1.20", 24),
        Interface("Wi-Fi", "fe80::1", 0),
        Interface("utun4", "10.8.0.2", 32, is_point_to_point=True, mtu=0),
        Interface("wwan0", "100.80.1.2", 0, is_up=False, is_point_to_point=True, mtu=1430),
    )


def test_a_system_that_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> SimpleNamespace:
        raise PermissionError("no")

    monkeypatch.setattr(psutil, "net_if_addrs", refuse)

    assert read_interfaces() == ()
