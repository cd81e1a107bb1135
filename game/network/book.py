"""The one place that knows which address people use: what was chosen, else what others came in over, else the likeliest.

PUBLIC_URL goes before all of it, and then there is nothing to choose. What is known here is this process's; the choice comes
from the database, the interfaces from the system, both read again every few seconds (by the hub).
"""

import contextlib
from collections.abc import Callable, Iterable
from functools import lru_cache
from ipaddress import ip_address
from threading import Lock

from django.conf import settings

from game.network.ranking import FOR_PHONES, Candidate, Choice, Interface, Kind, plain, rank

EVERYWHERE = ("0.0.0.0", "::")


class AddressBook:
    """The addresses of this server; safe to use from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._hosts: tuple[str, ...] = ()
        self._port = 0
        self._interfaces: tuple[Interface, ...] = ()
        self._choice: Choice | None = None
        self._reached: set[str] = set()
        self._candidates = rank(())
        self._listeners: list[Callable[[], None]] = []

    @property
    def is_fixed(self) -> bool:
        """Whether PUBLIC_URL says where people go."""
        return bool(settings.PUBLIC_URL)

    @property
    def is_everywhere(self) -> bool:
        """Whether this server listens on every address of the computer, also on those that come later."""
        return not self._hosts or any(host in EVERYWHERE for host in self._hosts)

    @property
    def note(self) -> str:
        """What is wrong with the address in force, as a code: no_network, only_here; "" when phones may well get there."""
        if self.is_fixed or not self._port or self.best.kind in FOR_PHONES or self.best.reached:
            return ""
        return "no_network" if self.is_everywhere else "only_here"

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The addresses that people may use, the one in force first; never empty."""
        return self._candidates

    @property
    def best(self) -> Candidate:
        """The address in force, unless PUBLIC_URL is."""
        return self._candidates[0]

    @property
    def base_url(self) -> str:
        """What links and QR codes begin with, without a final slash; "" while nobody said where this server listens."""
        if settings.PUBLIC_URL:
            return str(settings.PUBLIC_URL)
        return self.url_of(self.best) if self._port else ""

    def url_of(self, candidate: Candidate, port: int | None = None) -> str:
        """Return what links over a candidate begin with; `port` where it is not the one listened on."""
        return f"http://{in_url(candidate.address)}:{port or self._port}"

    def listens(self, addresses: Iterable[str], port: int) -> None:
        """Say on which addresses this server listens, "0.0.0.0" and "::" for all; it is reached nowhere else."""
        self._change(where=(tuple(plain(address) for address in addresses), port))

    def update(self, interfaces: tuple[Interface, ...], choice: Choice | None) -> None:
        """Take over what the system and the database say now; what is no address of ours any more is forgotten."""
        self._change(interfaces=interfaces, choice=choice)

    def choose(self, choice: Choice | None) -> None:
        """Use this address (None: the best one) from now on."""
        self._change(interfaces=self._interfaces, choice=choice)

    def arrived(self, peer: str, own: str, host: str) -> None:
        """Note that a request from `peer` came in at our address `own`, with this Host (without its port).

        Only another computer teaches something, and only about an address of ours that it really connected to: what a
        Host header claims beyond that counts for nothing.
        """
        own, peer = plain(own), plain(peer)
        if self.is_fixed or own in self._reached or not _is_or_names(host, own):
            return
        ours = {one.address for one in self._interfaces}
        if own in ours and peer not in ours and not _is_loopback(peer) and not _is_loopback(own):
            self._change(reached=own)

    def add_listener(self, listener: Callable[[], None]) -> None:
        """Let `listener` be called, on any thread, whenever the candidates or their order changed."""
        self._listeners.append(listener)

    def remove_listener(self, listener: Callable[[], None]) -> None:
        """Stop calling `listener`."""
        self._listeners.remove(listener)

    def _change(
        self,
        where: tuple[tuple[str, ...], int] | None = None,
        interfaces: tuple[Interface, ...] | None = None,
        choice: Choice | None = None,
        reached: str | None = None,
    ) -> None:
        with self._lock:
            before = (self._candidates, self._port)
            if where is not None:
                self._hosts, self._port = where
            if interfaces is not None:
                self._interfaces, self._choice = interfaces, choice
                self._reached &= {one.address for one in interfaces}
            if reached is not None:
                self._reached.add(reached)
            self._candidates = rank(self._listened_on(), self._reached, self._choice)
            is_same = before == (self._candidates, self._port)
        for listener in () if is_same else tuple(self._listeners):
            listener()

    def _listened_on(self) -> list[Interface]:
        versions = {ip_address(host).version for host in self._hosts or EVERYWHERE if host in EVERYWHERE}
        found = [
            one
            for one in self._interfaces
            if one.address in self._hosts or ip_address(one.address).version in versions
        ]
        return found or [Interface("", host) for host in self._hosts if host not in EVERYWHERE]


def in_url(address: str) -> str:
    """Return an address as it stands in a URL."""
    return f"[{address}]" if ":" in address else address


@lru_cache(512)
def _is_loopback(address: str) -> bool:
    with contextlib.suppress(ValueError):
        return ip_address(address).is_loopback
    return True  # no address at all, as of a socket of this computer


@lru_cache(512)
def _is_or_names(host: str, own: str) -> bool:
    """Tell whether a Host header is this address, or a name: then where it led to is where it arrived."""
    try:
        return str(ip_address(plain(host))) == own
    except ValueError:
        return True


book = AddressBook()

__all__ = ["AddressBook", "Candidate", "Kind", "book", "in_url"]
