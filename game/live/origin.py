"""Whether the page that opens a socket is ours: a browser says where it comes from, and so do our own programs.

A page elsewhere, or one that came here over plain http, would else act with the cookie of who happens to open it.
"""

from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

PORTS = {"http": 80, "https": 443}

Origin = tuple[str, str, int]


def header(scope: dict[str, Any], name: bytes) -> str | None:
    """Return a request header, or None when it is missing or there several times."""
    found = [value for key, value in scope["headers"] if key == name]
    return found[0].decode("latin1") if len(found) == 1 else None


def is_own_origin(scope: dict[str, Any]) -> bool:
    """Tell whether a socket comes from a page of the very address it came to, or of PUBLIC_URL; scheme, host and port."""
    origin = _read(header(scope, b"origin") or "")
    scheme = "https" if _is_secure(scope) else "http"
    own = (_read(f"{scheme}://{header(scope, b'host')}"), _read(settings.PUBLIC_URL))
    return origin is not None and origin in own


def _is_secure(scope: dict[str, Any]) -> bool:
    """Tell whether the browser speaks TLS: with us, or with the proxy that says so."""
    if settings.SECURE_PROXY_SSL_HEADER:
        return header(scope, b"x-forwarded-proto") == "https"
    return bool(scope.get("scheme") == "wss")


@lru_cache(256)
def _read(url: str) -> Origin | None:
    """Return scheme, host and port of an origin; None for what is none, or has more to it."""
    try:
        parts = urlsplit(url)
        port = parts.port or PORTS[parts.scheme]
    except (ValueError, KeyError):
        return None
    more = parts.path or parts.query or parts.fragment or "@" in parts.netloc
    return None if more or not parts.hostname else (parts.scheme, parts.hostname, port)
