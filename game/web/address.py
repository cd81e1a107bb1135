"""Where this server is reached by the room: what links and QR codes carry."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port
from django.utils.http import url_has_allowed_host_and_scheme

from game.live.address import local_address

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


def public_address(request: HttpRequest) -> str:
    """Return scheme and host without a final slash: PUBLIC_URL, else the host the request came to.

    A facilitator on this computer may have typed localhost; phones need its address on the network instead.
    """
    if settings.PUBLIC_URL:
        return str(settings.PUBLIC_URL)
    name, port = split_domain_port(request.get_host())
    if name in LOOPBACK:
        return f"{request.scheme}://{local_address()}" + (f":{port}" if port else "")
    return request.build_absolute_uri("/").rstrip("/")


def join_address(request: HttpRequest, code: str, table: int | None = None) -> str:
    """Return the address that a join QR code carries, of one table when given."""
    place = f"{table}/" if table is not None else ""
    return f"{public_address(request)}/j/{code}/{place}"


def pair_address(request: HttpRequest, code: str) -> str:
    """Return the address that the QR code of a pairing carries."""
    return f"{public_address(request)}/pair/{code}/"


def control_address(request: HttpRequest, workshop: int, key: str) -> str:
    """Return the control link: whoever opens it runs the workshop."""
    return f"{public_address(request)}/control/{workshop}/?{urlencode({'key': key})}"


def inside(request: HttpRequest, address: str, otherwise: str = "/") -> str:
    """Return `address` when it is a page of ours, else `otherwise`."""
    is_ours = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return address if is_ours else otherwise
