"""The privacy page: what is kept of a player, for how long and why."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Show what is kept."""
    return render(request, "privacy.html")
