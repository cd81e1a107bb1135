"""Refuses requests with pieces that no page of ours sends, before any view or database meets them."""

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.utils.deprecation import MiddlewareMixin

from game.protocol.pieces import MAX_FIELD, NUL, are_sound, is_sound_path, is_sound_query
from game.web.errors import bad_request, not_found

MARK = "reads_codes"
View = TypeVar("View", bound=Callable[..., object])


class SoundPieces(MiddlewareMixin):
    """Answers 404 to a path, and 400 to a query or form, with a NUL or an over-long piece; a cookie with a NUL is none."""

    def process_request(self, request: HttpRequest) -> HttpResponse | None:
        """Return the refusal, or None to go on."""
        request.COOKIES = {name: value for name, value in request.COOKIES.items() if NUL not in value}
        if not is_sound_query(request.META.get("QUERY_STRING", "")) or not _has_sound_form(request):
            return bad_request(request)
        return None

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: object, kwargs: object
    ) -> HttpResponse | None:
        """Return the refusal of a path, or None to go on; one without a view is 404 anyway."""
        return None if getattr(view, MARK, False) or is_sound_path(request.path) else not_found(request)


def reads_codes(view: View) -> View:
    """Mark a view that reads a code as people type it, whatever that is, and answers what is none with what to do."""
    setattr(view, MARK, True)
    return view


def _has_sound_form(request: HttpRequest) -> bool:
    fields = request.POST.lists() if request.method == "POST" else ()
    return all(are_sound((name, *values), MAX_FIELD) for name, values in fields)
