"""Where this server is reached by the room: what links and QR codes carry."""

from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port

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
