"""What the terminal says about addresses, in both languages: where people go, what else there is, and when none will do."""

from collections.abc import Iterable
from socket import socket

from django.db import connections

from game.network.book import AddressBook, book
from game.network.interfaces import read_interfaces
from game.network.ranking import Candidate, Kind
from game.selectors.addresses import chosen_address

NAMES = {
    Kind.HOTSPOT: "eigen hotspot / own hotspot",
    Kind.WIFI: "wifi / Wi-Fi",
    Kind.CABLE: "kabel / cable",
    Kind.NETWORK: "netwerk / network",
    Kind.UNSETTLED: "geen router gevonden / no router found",
    Kind.MOBILE: "mobiel internet / mobile data",
    Kind.TUNNEL: "VPN",
    Kind.INSIDE: "alleen in deze computer / inside this computer",
    Kind.LOOPBACK: "alleen deze computer / this computer only",
}
OTHERS = """
  Komen telefoons er niet in? Kies een ander adres op het paneel, bij Adres.
  Phones cannot get in? Choose another address on the panel, under Address.
"""
NO_NETWORK = """
  Let op: deze computer zit op geen netwerk waar telefoons bij kunnen. Zet wifi aan, of deel een hotspot.
  Het goede adres verschijnt dan hier en op het paneel; opnieuw starten hoeft niet.
  Note: this computer is on no network that phones can reach. Switch on Wi-Fi, or share a hotspot.
  The right address then appears here and on the panel; there is no need to start again.
"""
ONLY_HERE = """
  Let op: telefoons komen er niet in, want dit spel luistert alleen op deze computer. Start het zonder HOST.
  Note: phones cannot get in, because this game listens on this computer only. Start it without HOST.
"""


def find_addresses(listeners: Iterable[socket]) -> None:
    """Let the book know where this server listens, which addresses there are, and which one was chosen."""
    names = [listener.getsockname() for listener in listeners]
    book.listens([name[0] for name in names], names[0][1])
    book.update(read_interfaces(), chosen_address())
    connections.close_all()  # the server's lanes open their own


def address_lines(book: AddressBook) -> str:
    """Return the list of addresses with their interfaces, best first, and what to do; "" where PUBLIC_URL says it all."""
    if book.is_fixed:
        return ""
    urls = [f"{book.url_of(one)}/" for one in book.candidates]
    width = max(map(len, urls))
    lines = [f"    {url:{width}}   {_told(one)}\n" for url, one in zip(urls, book.candidates, strict=True)]
    return "\n  Adressen / addresses:\n" + "".join(lines) + _advice(book)


def change_line(book: AddressBook) -> str:
    """Return what to print when the address became another one while the game runs."""
    return f"\n  Nieuw adres / new address:   {book.base_url}/   {_told(book.best)}\n{_advice(book, False)}"


def _told(one: Candidate) -> str:
    name = NAMES[one.kind] if one.interface in ("", "lo") else f"{one.interface} ({NAMES[one.kind]})"
    return name + (", gekozen / chosen" if one.chosen else "")


def _advice(book: AddressBook, others: bool = True) -> str:
    if book.note:
        return {"no_network": NO_NETWORK, "only_here": ONLY_HERE}[book.note]
    return OTHERS if others and len(book.candidates) > 1 else ""
