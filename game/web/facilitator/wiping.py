"""Wiping a workshop at once: the names of who played, or everything. Asked first, for it cannot be undone."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from game.actions import earlier, grants, privacy
from game.engine.model.refusal import Refused
from game.models import Workshop
from game.selectors.rights import is_facilitator, may_manage
from game.web.devices import device_of
from game.web.errors import bad_request, not_found, sentence_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def wipe(request: HttpRequest, workshop: int) -> HttpResponse:
    """Ask what to wipe (GET), do it (POST, `what`: names, all; `sure`), or keep means in spite of it (means, if `wanted`).

    For who manages the workshop, not for a remote. Who did not say that they are sure is asked again.
    """
    device = device_of(request)
    found = Workshop.objects.filter(pk=workshop).first()
    if device is None or not may_manage(device.pk, workshop):
        only_steers = device is not None and is_facilitator(device.pk, workshop)
        error = sentence_of(Refused("is_remote")) if only_steers else ""
        return render(request, "facilitator/no_key.html", {"of_control": True, "error": error}, status=403)
    if found is None:
        return not_found(request)
    if request.method != "POST":
        return _page(request, found)
    match request.POST.get("what"), "sure" in request.POST:
        case ("names" | "all") as what, False:
            return _page(request, found, unsure=what)
        case "names", _:
            privacy.wipe_names(workshop)
            return redirect("wipe", workshop=workshop)
        case "means", _:
            earlier.want_means(workshop, wanted="wanted" in request.POST)
            return redirect("wipe", workshop=workshop)
        case "all", _:
            privacy.erase(workshop)
            return redirect("wiped")
        case _:
            return bad_request(request)


@never_cache
@require_safe
def wiped(request: HttpRequest) -> HttpResponse:
    """Say that everything is wiped, and where to go on: the workshop has no page any more that could."""
    device = device_of(request)
    onward = "home"
    if settings.HOSTING == "accounts":
        onward = "workshops"
    elif device is not None and grants.may_start(device):
        onward = "new"
    return render(request, "facilitator/wiped.html", {"onward": onward})


def _page(request: HttpRequest, workshop: Workshop, unsure: str = "") -> HttpResponse:
    about = {
        "workshop": workshop,
        "embedded": settings.EMBEDDED_DATABASE,
        "is_rehearsed": not workshop.games.filter(rehearsal=False).exists(),
        "unsure": unsure,
    }
    return render(request, "facilitator/wipe.html", about, status=400 if unsure else 200)
