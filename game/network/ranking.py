"""Which of a computer's addresses phones in the room are likely to reach, best first.

Plain values in and out, so that the names and addresses of any system can be tried on any other.
"""

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network


class Kind(StrEnum):
    """What an address is of, in the order in which phones are likely to be there."""

    HOTSPOT = "hotspot"  # this computer is the access point
    WIFI = "wifi"
    CABLE = "cable"
    NETWORK = "network"  # a network, and no telling which kind
    UNSETTLED = "unsettled"  # an address it gave itself, since no router did
    MOBILE = "mobile"
    TUNNEL = "tunnel"
    INSIDE = "inside"  # containers and virtual machines: nobody outside this computer
    LOOPBACK = "loopback"


FOR_PHONES = (Kind.HOTSPOT, Kind.WIFI, Kind.CABLE, Kind.NETWORK)
ORDER = list(Kind)


@dataclass(frozen=True, slots=True)
class Interface:
    """One address of one interface as the system tells it; `prefix` is the length of its network's (0: unknown)."""

    name: str
    address: str
    prefix: int = 0
    is_up: bool = True
    is_point_to_point: bool = False
    mtu: int = 1500


@dataclass(frozen=True, slots=True)
class Choice:
    """What a facilitator chose: an interface, and the address that it had then."""

    interface: str
    address: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address that people may use; `reached`: another device came in over it, `chosen`: by a facilitator."""

    address: str
    interface: str
    kind: Kind
    reached: bool = False
    chosen: bool = False


THIS_COMPUTER = Candidate("127.0.0.1", "", Kind.LOOPBACK)

# Names as Linux, macOS and Windows (also in Dutch) give them; the first that matches says what it is.
_NAMES = [
    (Kind.LOOPBACK, r"^lo\d*$|loopback"),
    (
        Kind.INSIDE,
        r"^(docker|br-[0-9a-f]{12}$|virbr|vboxnet|vmnet|vnic|veth(?!ernet)|vnet|lxc|lxdbr|incusbr|podman|cni|flannel|cali"
        r"|cilium|kube|weave|ovs|dummy|ifb)|vethernet \((wsl|default switch|nat|docker)|virtualbox|vmware",
    ),
    (
        Kind.TUNNEL,
        r"^(utun|tun|tap|wg|ppp|ipsec|gif\d|stf|sit\d|gre|ip6tnl|zt\w{6}|gpd\d|cscotun|nebula|ham\d|proton\d|mullvad)"
        r"|vpn|wireguard|wintun|tailscale|zerotier|nordlynx|anyconnect|globalprotect|forti|hamachi|warp|tunnel|teredo|isatap",
    ),
    (Kind.HOTSPOT, r"^ap\d|_ap$|\*\s*\d+$"),  # "Local Area Connection* 2", "LAN-verbinding* 2": shared Wi-Fi
    (Kind.MOBILE, r"^(ww(an|p|x)|rmnet|pdp_ip|ccmni)|cellular|mobiel|mobile"),
    (Kind.WIFI, r"^(wl|ath\d)|wi-?fi|wireless|draadlo"),
    (Kind.NETWORK, r"^vethernet|^en\d+$|bluetooth"),  # en0 of a Mac is either
    (Kind.CABLE, r"^(eth|en[opsxv]|em\d|usb\d|p\d+p\d)|ethernet|lan-verbinding|local area connection"),
]
_KINDS = [(kind, re.compile(pattern, re.I)) for kind, pattern in _NAMES]
# What systems give themselves when they share their connection: Windows and, on Linux, NetworkManager.
_SHARING = (ip_network("192.168.137.1/32"), ip_network("10.42.0.0/16"))
_MAC_BRIDGE = re.compile(r"^bridge1\d\d$")  # shared connections and virtual machines alike
_MAC_SHARING = ip_network("192.168.2.0/23")
_SHARED_ADDRESSES = ip_network("100.64.0.0/10")  # what providers, and some phones that share, hand out
_FULL_MTU = 1500
_SINGLE_HOST = 31  # from this prefix on there is no network around an IPv4 address, as in many tunnels


def kind_of(found: Interface) -> Kind:
    """Tell what an address is of, by its interface's name, then by itself."""
    address = ip_address(found.address)
    if address.is_loopback:
        return Kind.LOOPBACK
    named = next((kind for kind, names in _KINDS if names.search(found.name)), Kind.NETWORK)
    if named is Kind.LOOPBACK:
        return Kind.INSIDE
    if named in (Kind.INSIDE, Kind.TUNNEL):
        return named
    if address.is_link_local:
        return Kind.UNSETTLED
    if _MAC_BRIDGE.match(found.name):
        return Kind.HOTSPOT if _is_router(address) and address in _MAC_SHARING else Kind.INSIDE
    if found.is_point_to_point or (address.version == 4 and found.prefix >= _SINGLE_HOST):
        return named if named is Kind.MOBILE else Kind.TUNNEL
    if _is_router(address) and any(address in network for network in _SHARING):
        return Kind.HOTSPOT
    return named


def rank(
    found: Iterable[Interface], reached: Set[str] = frozenset(), choice: Choice | None = None
) -> tuple[Candidate, ...]:
    """Return the addresses that people may use, best first, never none: at worst this computer's own.

    A chosen one comes first; then, among those of one sort, what another device came in over (`reached`) before what is
    likely. A tunnel or a container never gets before a network of the room unless somebody chose it.
    """
    usable = [one for one in found if one.is_up and _is_usable(one)]
    best = sorted(usable, key=lambda one: _order(one, one.address in reached))
    ranked = [Candidate(one.address, one.name, kind_of(one), one.address in reached) for one in best]
    outside = _one_ipv6_each([one for one in ranked if one.kind is not Kind.LOOPBACK])
    chosen = _chosen(outside, choice)
    if chosen is not None:
        first = Candidate(chosen.address, chosen.interface, chosen.kind, chosen.reached, chosen=True)
        outside = [first, *(one for one in outside if one is not chosen)]
    own = next((one for one in ranked if one.kind is Kind.LOOPBACK), THIS_COMPUTER)
    return tuple(outside) or (own,)


@lru_cache(512)
def plain(address: str) -> str:
    """Return an address without its zone, an IPv4 one that is dressed as IPv6 as itself; unchanged when it is none."""
    try:
        found = ip_address(address.strip("[]").partition("%")[0])
    except ValueError:
        return address
    return str((found.version == 6 and found.ipv4_mapped) or found)


def _is_usable(one: Interface) -> bool:
    address = ip_address(one.address)
    if address.is_unspecified or address.is_multicast:
        return False
    return address.version == 4 or not address.is_link_local  # no browser opens an address that needs a zone


def _order(one: Interface, is_reached: bool) -> tuple[object, ...]:
    kind, address = kind_of(one), ip_address(one.address)
    sort = 0 if ORDER.index(kind) < ORDER.index(Kind.MOBILE) else ORDER.index(kind)
    is_private = address.is_private or address in _SHARED_ADDRESSES
    # Where no name tells a tunnel from a cable, its smaller packets do.
    small = one.mtu < _FULL_MTU
    name = [int(part) if part.isdigit() else 0 for part in re.findall(r"\d+|\D+", one.name)]
    return (
        sort,
        not is_reached,
        address.version,
        ORDER.index(kind),
        not is_private,
        small,
        name,
        one.name,
        int(address),
    )


def _is_router(address: IPv4Address | IPv6Address) -> bool:
    return address.version == 4 and address.packed[-1] == 1


def _one_ipv6_each(ranked: list[Candidate]) -> list[Candidate]:
    """Leave out further IPv6 addresses of an interface: there may be many, and they come and go."""
    seen: set[str] = set()
    kept = []
    for one in ranked:
        if ":" not in one.address or one.interface not in seen:
            kept.append(one)
        if ":" in one.address:
            seen.add(one.interface)
    return kept


def _chosen(ranked: list[Candidate], choice: Choice | None) -> Candidate | None:
    """Return the chosen address, or what its interface has now."""
    if choice is None:
        return None
    same = next((one for one in ranked if one.address == choice.address), None)
    return same or next((one for one in ranked if one.interface == choice.interface), None)
