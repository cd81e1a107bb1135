"""Where the room reaches this server: what links and QR codes carry."""

from urllib.parse import urlencode

from django.http import HttpRequest
from django.http.request import split_domain_port
from django.utils.http import url_has_allowed_host_and_scheme

from game.network.book import book
from game.network.interfaces import read_interfaces
from game.network.ranking import rank

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


def public_address(request: HttpRequest) -> str:
    """Return scheme and host without a final slash: the address in force.

    Under another server than `manage.py play` nobody said where it listens: then it is the host that the request came to,
    or for somebody on this computer, who may have typed localhost, the best one for phones.
    """
    if book.base_url:
        return book.base_url
    name, port = split_domain_port(request.get_host())
    if name in LOOPBACK:
        return book.url_of(rank(read_interfaces())[0], int(port or 80))
    return request.build_absolute_uri("/").rstrip("/")


def join_address(request: HttpRequest, code: str, table: int | None = None) -> str:
    """Return the address that a join QR code carries, of one table when given."""
    place = f"{table}/" if table is not None else ""
    return f"{public_address(request)}/j/{code}/{place}"


def pair_address(request: HttpRequest, code: str) -> str:
    """Return the address that the QR code of a pairing carries."""
    return f"{public_address(request)}/pair/{code}/"


def control_path(workshop: int, key: str) -> str:
    """Return the path of the control link: whoever opens it runs the workshop."""
    return f"/control/{workshop}/?{urlencode({'key': key})}"


def inside(request: HttpRequest, address: str, otherwise: str = "/") -> str:
    """Return `address` when it is a page of ours, else `otherwise`."""
    is_ours = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return address if is_ours else otherwise
