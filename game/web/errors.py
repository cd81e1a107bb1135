"""Friendly pages for what went wrong, and the sentence and HTTP status of a refusal."""

import sys

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from game.actions.storage import storage
from game.engine.model.refusal import Refused
from game.web.words import refusal_sentence, said

STATUS = {
    "unknown_code": 404,
    "expired_code": 404,
    "unknown_table": 404,
    "gone": 404,
    "unknown_pairing": 404,
    "too_many_tries": 429,
    "too_many_logins": 429,
    "login_busy": 429,
    "not_allowed": 403,
    "wrong_login": 403,
    "log_in_again": 403,
}


def status_of(refused: Refused) -> int:
    """Return the HTTP status that fits a refusal: 400 unless something is missing, forbidden or throttled."""
    return STATUS.get(refused.code, 400)


def sentence_of(refused: Refused) -> str:
    """Return the sentence for a refusal in the request's language."""
    return refusal_sentence(get_language() or "nl", refused.code, refused.params)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that we did not understand the browser (400)."""
    return _page(request, 400, "bad_request")


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that this page belongs to someone else (403)."""
    return _page(request, 403, "forbidden")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that there is no such page (404)."""
    return _page(request, 404, "not_found")


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that we made a mistake (500), or that nothing can be stored now (503); reads nothing that could fail again."""
    error = sys.exception()
    if error is not None and (why := storage.note(error)):
        return _not_stored(request, why)
    return _page(request, 500, "server_error")


def _not_stored(request: HttpRequest, why: str) -> HttpResponse:
    response = _page(request, 503, "not_stored", sentence_of(Refused(why)))
    response["Retry-After"] = "10"
    response._has_been_logged = True  # type: ignore[attr-defined]  # Django's own mark: the storage has said it, once
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form was too old or came from another site, or that the browser keeps no cookies (403)."""
    if settings.CSRF_COOKIE_NAME not in request.COOKIES:
        return _without_cookies(request)
    return _page(request, 403, "form_too_old")


def _without_cookies(request: HttpRequest) -> HttpResponse:
    """Show the form's own page again, with what was typed where it keeps that, and how to go on without or with cookies.

    Every page with a form sets the cookie that goes with it; that it did not come back says that the browser keeps none.
    """
    request.META["COOKIES_OFF"] = "yes"
    if settings.CSRF_COOKIE_SECURE and not request.is_secure():
        request.META["SECURE_ADDRESS"] = f"{settings.PUBLIC_URL}{request.path}"
    request.POST  # noqa: B018 - read while this is a POST, for the page to put it back
    request.method = "GET"
    match = request.resolver_match
    if match is not None:
        response: HttpResponse = match.func(request, *match.args, **match.kwargs)
        if response.status_code < 300:
            response.status_code = 403
            return response
    return _page(request, 403, "no_cookies")


def projector_link_needed(request: HttpRequest) -> HttpResponse:
    """Say that this browser did not open the projector's link, or not the new one (403)."""
    return _page(request, 403, "projector_link")


def take_home_gone(request: HttpRequest) -> HttpResponse:
    """Say that a take-home page is not there any more (410)."""
    return _page(request, 410, "take_home_gone")


def _page(request: HttpRequest, status: int, code: str, text: str = "") -> HttpResponse:
    told = {"heading": said(f"error.{code}.heading"), "text": text or said(f"error.{code}.text")}
    return render(request, "error.html", told, status=status)
