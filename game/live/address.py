"""Which address people reach us at: PUBLIC_URL, or what this machine is called on the local network."""

import ipaddress
import socket

from django.conf import settings

# One in each private range and one beyond: the system only looks up its route, nothing is sent.
_PROBES = ("192.168.255.254", "10.255.255.254", "172.31.255.254", "169.254.255.254")


def local_address() -> str:
    """Return this machine's IPv4 address on the local network, 127.0.0.1 when it is on none."""
    candidates = [found for probe in _PROBES if (found := _address_towards(probe))]
    candidates += _addresses_of_own_name()
    reachable = [found for found in candidates if not ipaddress.ip_address(found).is_loopback]
    # A link-local address is what a machine gives itself when nobody gave it one.
    settled = [found for found in reachable if not ipaddress.ip_address(found).is_link_local]
    return (settled or reachable or ["127.0.0.1"])[0]


def base_url(host: str, port: int) -> str:
    """Return the address (no slash at the end) that people use for a server that listens on host and port."""
    if settings.PUBLIC_URL:
        return str(settings.PUBLIC_URL)
    return f"http://{local_address() if host == '0.0.0.0' else host}:{port}"


def _address_towards(probe: str) -> str | None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as unused:
        try:
            unused.connect((probe, 9))
        except OSError:  # no route there
            return None
        return str(unused.getsockname()[0])


def _addresses_of_own_name() -> list[str]:
    try:
        return socket.gethostbyname_ex(socket.gethostname())[2]
    except OSError:
        return []
