"""The privacy page: what is kept of a player, for how long and why."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from game.actions.privacy import ALONE_HOURS, IDLE_HOURS


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Show what is kept, and for how long here."""
    times = {"hours": settings.WIPE_NAMES_HOURS, "days": settings.WIPE_WORKSHOP_DAYS, "idle": IDLE_HOURS}
    times["alone"] = ALONE_HOURS
    return render(request, "privacy.html", {**times, "embedded": settings.EMBEDDED_DATABASE})
