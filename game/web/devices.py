"""The browser behind a request: its device cookie, and keeping it on the response."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import get_language

from game.actions import devices
from game.models import Device
from game.web import once

COOKIE = "device"
COOKIE_SECONDS = 400 * 24 * 3600
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


def device_of(request: HttpRequest) -> Device | None:
    """Return the device whose cookie came with the request, or None."""
    return devices.recognise(request.COOKIES.get(COOKIE))


def device_or_new(request: HttpRequest, purpose: str = "") -> tuple[Device, str | None]:
    """Return the request's device, or a new one with the token that `keep` has to put in its cookie.

    With a `purpose`, the second use of that one-time form gets the device of its first.
    """
    known = device_of(request)
    if known is not None:
        return known, None
    language = get_language() or settings.LANGUAGE_CODE
    form = once.used(request, purpose) if purpose else ""
    return devices.register_once(form, language) if form else devices.register(language)


def keep(response: HttpResponseBase, request: HttpRequest, token: str | None) -> None:
    """Put a new device's token in its cookie; does nothing for a known device (None)."""
    if token is not None:
        response.set_cookie(
            COOKIE,
            token,
            max_age=COOKIE_SECONDS,
            secure=request.is_secure(),
            httponly=True,
            samesite="Lax",
        )


def label_of(request: HttpRequest) -> str:
    """Return what kind of device this is, in one coarse word that people know it by; "" when its browser does not say."""
    agent = request.headers.get("User-Agent", "")
    return next((label for mark, label in LABELS if mark in agent), "")


def address_key(request: HttpRequest) -> str:
    """Return what tells one address from another, for throttling failed codes only; it is never stored."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return forwarded.rsplit(",", 1)[-1].strip() or request.META.get("REMOTE_ADDR", "")
