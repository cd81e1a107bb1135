"""The browser behind a request: its device cookie, and keeping it on the response."""

from contextlib import suppress
from ipaddress import ip_interface

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language

from game.actions import devices
from game.models import Device
from game.network.ranking import plain
from game.web import once
from game.web.cookies import DEVICE, device_cookie, keep_device

COOKIE = DEVICE
# In this order: an Android phone says Linux too, and an iPhone that it is like Mac OS X.
LABELS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("CrOS", "Chromebook"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)


def token_of(request: HttpRequest) -> str:
    """Return the token in the request's device cookie, "" when there is none."""
    return request.COOKIES.get(device_cookie(is_secure=request.is_secure()), "")


def device_of(request: HttpRequest, gain: str = "") -> Device | None:
    """Return the device whose cookie came with the request, or None.

    With a `gain`, also one whose token was renewed for that a moment ago, in an answer that did not arrive.
    """
    token = token_of(request)
    again = devices.renewed(token, gain) if token and gain else None
    return devices.recognise(token) or (again[0] if again else None)


def device_or_new(request: HttpRequest, purpose: str = "", gain: str = "") -> tuple[Device, str | None]:
    """Return the request's device, or a new one with the token that `keep` has to put in its cookie.

    With a `purpose`, the second use of that one-time form gets the device of its first; `gain` as in `device_of`.
    """
    token = token_of(request)
    known = devices.recognise(token)
    if known is not None:
        return known, None
    again = devices.renewed(token, gain) if token and gain else None
    if again is not None:
        return again
    language = get_language() or settings.LANGUAGE_CODE
    form = once.used(request, purpose) if purpose else ""
    return devices.register_once(form, language) if form else devices.register(language)


def keep(response: HttpResponse, request: HttpRequest, token: str | None) -> None:
    """Put a new device's token in its cookie; does nothing for a known device (None)."""
    if token is not None:
        keep_device(response, request, token)


def keep_renewed(
    response: HttpResponse, request: HttpRequest, device: Device, token: str | None, gain: str
) -> None:
    """Let a browser that gained a right go on with a new token: who knew or set the old one gains nothing.

    `token` is the one of a device that is new, `gain` what was shown for the right.
    """
    keep(response, request, token or devices.renew(device, token_of(request), gain))


def label_of(request: HttpRequest) -> str:
    """Return what kind of device this is, in one coarse word that people know it by; "" when its browser does not say."""
    agent = request.headers.get("User-Agent", "")
    return next((label for mark, label in LABELS if mark in agent), "")


def address_key(request: HttpRequest) -> str:
    """Return what tells one address from another, for counting failed tries only: a keyed hash.

    Of IPv6 the first half counts: whoever has one address there has 2**64 of them.
    """
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    address = plain(forwarded.rsplit(",", 1)[-1].strip() or request.META.get("REMOTE_ADDR", ""))
    with suppress(ValueError):
        address = str(ip_interface(f"{address}/64").network) if ":" in address else address
    return salted_hmac("game.web.devices.address", address, algorithm="sha256").hexdigest()
