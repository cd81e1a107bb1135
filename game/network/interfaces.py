"""Reads this computer's interfaces and their addresses; a system that does not tell has none."""

import ipaddress
import logging
import socket

import psutil

from game.network.ranking import Interface, plain

log = logging.getLogger(__name__)


def read_interfaces() -> tuple[Interface, ...]:
    """Return every IPv4 and IPv6 address that this computer has now; takes some milliseconds, so never on the event loop."""
    try:
        addresses, states = psutil.net_if_addrs(), psutil.net_if_stats()
    except OSError as error:  # some telephones let no program see them
        log.warning("this system does not tell its addresses: %s", error)
        return ()
    found = []
    for name, of_interface in addresses.items():
        state = states.get(name)
        is_line = state is not None and "pointopoint" in state.flags.split(",")
        for one in of_interface:
            if one.family in (socket.AF_INET, socket.AF_INET6) and one.address:
                found.append(
                    Interface(
                        name,
                        plain(one.address),
                        _prefix(one.netmask),
                        is_up=state is None or state.isup,
                        is_point_to_point=is_line or bool(one.ptp),
                        mtu=state.mtu if state else 0,
                    )
                )
    return tuple(found)


def _prefix(netmask: str | None) -> int:
    try:
        return bin(int(ipaddress.ip_address(netmask or "0.0.0.0"))).count("1")
    except ValueError:
        return 0
