"""Names of cookies: over https they have the prefix that keeps other hosts, and plain http, from setting them.

A browser that comes with the names of before is taken over at its first page: it gets the new ones, with a new token, and the
old ones open nothing any more.
"""

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils.deprecation import MiddlewareMixin
from django.utils.module_loading import import_string

from game.actions import devices

HOST = "__Host-"
DEVICE = "device"
DEVICE_SECONDS = 400 * 24 * 3600
SESSION, CSRF = "sessionid", "csrftoken"
UPGRADE = "cookies of before"


def device_cookie(*, is_secure: bool) -> str:
    """Return the name of the cookie with a browser's token."""
    return f"{HOST}{DEVICE}" if is_secure else DEVICE


def keep_device(response: HttpResponse, request: HttpRequest, token: str) -> None:
    """Put a device's token in its cookie."""
    response.set_cookie(
        device_cookie(is_secure=request.is_secure()),
        token,
        max_age=DEVICE_SECONDS,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )


class NewNames(MiddlewareMixin):
    """Takes over a browser whose cookies have the names of before; stands before what reads cookies."""

    def process_request(self, request: HttpRequest) -> None:
        """Put what the old cookies stand for under the new names."""
        taken = {}
        device = device_cookie(is_secure=request.is_secure())
        if device != DEVICE and DEVICE in request.COOKIES and device not in request.COOKIES:
            taken[DEVICE] = request.COOKIES[device] = _device_again(request.COOKIES[DEVICE])
        if SESSION != settings.SESSION_COOKIE_NAME and _is_left(
            request, SESSION, settings.SESSION_COOKIE_NAME
        ):
            again = _session_again(request.COOKIES[SESSION])
            taken[SESSION] = request.COOKIES[settings.SESSION_COOKIE_NAME] = again
        if CSRF != settings.CSRF_COOKIE_NAME and _is_left(request, CSRF, settings.CSRF_COOKIE_NAME):
            taken[CSRF] = request.COOKIES[settings.CSRF_COOKIE_NAME] = request.COOKIES[CSRF]
        request.META[UPGRADE] = taken

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Give the browser the new cookies, unless the page just set newer ones, and take the old ones away."""
        for old, value in request.META.get(UPGRADE, {}).items():
            new = {SESSION: settings.SESSION_COOKIE_NAME, CSRF: settings.CSRF_COOKIE_NAME}.get(old)
            if new is None:
                if device_cookie(is_secure=True) not in response.cookies:
                    keep_device(response, request, value)
            elif new not in response.cookies:
                seconds = settings.SESSION_COOKIE_AGE if old == SESSION else settings.CSRF_COOKIE_AGE
                response.set_cookie(new, value, max_age=seconds, secure=True, httponly=True, samesite="Lax")
            response.delete_cookie(old)
        return response


def _is_left(request: HttpRequest, old: str, new: str) -> bool:
    return old in request.COOKIES and new not in request.COOKIES


def _device_again(token: str) -> str:
    """Return the new token of the device of before; the same for what its browser asks at the same moment."""
    try:
        device = devices.recognise(token)
        if device is not None:
            return devices.renew(device, token, HOST)
        again = devices.renewed(token, HOST)
        return again[1] if again else token
    except DatabaseError:  # a page that needs no database comes without; the next one does this
        return token


def _session_again(key: str) -> str:
    """Return the new key of the session of before, or the old one when it is none (any more)."""
    try:
        session = import_string(f"{settings.SESSION_ENGINE}.SessionStore")(key)
        if not session.load():
            return key
        session.cycle_key()
        session.save()
        return str(session.session_key)
    except DatabaseError:
        return key
