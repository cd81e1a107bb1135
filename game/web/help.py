"""The help page: how to play along, in six sentences, and how to lead."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from game.web.address import public_address


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """Show how to play along and how to lead, as one does that here."""
    context = {"accounts": settings.HOSTING == "accounts", "here": request.path}
    return render(request, "help.html", context | {"address": public_address(request)})
