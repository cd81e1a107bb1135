"""Where this server is reached by the room: what links and QR codes carry."""

from django.conf import settings
from django.http import HttpRequest


def public_address(request: HttpRequest) -> str:
    """Return scheme and host without a final slash: PUBLIC_URL, else the host the request came to."""
    return settings.PUBLIC_URL or request.build_absolute_uri("/").rstrip("/")


def join_address(request: HttpRequest, code: str, table: int | None = None) -> str:
    """Return the address that a join QR code carries, of one table when given."""
    place = f"{table}/" if table is not None else ""
    return f"{public_address(request)}/j/{code}/{place}"
