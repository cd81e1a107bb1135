"""Wiping a workshop at once: the names of who played, or everything. Asked first, for it cannot be undone."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from game.actions import earlier, privacy
from game.engine.model.refusal import Refused
from game.models import Workshop
from game.selectors.rights import is_facilitator, may_manage
from game.web.devices import device_of
from game.web.errors import bad_request, not_found, sentence_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def wipe(request: HttpRequest, workshop: int) -> HttpResponse:
    """Ask what to wipe (GET), and do it (POST, `what`: names, all), or keep means in spite of it (means, if `wanted`).

    For who manages the workshop, not for a remote.
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
        about = {"workshop": found, "embedded": settings.EMBEDDED_DATABASE}
        return render(request, "facilitator/wipe.html", about)
    match request.POST.get("what"):
        case "names":
            privacy.wipe_names(workshop)
            return redirect("wipe", workshop=workshop)
        case "means":
            earlier.want_means(workshop, wanted="wanted" in request.POST)
            return redirect("wipe", workshop=workshop)
        case "all":
            privacy.erase(workshop)
            return redirect("workshops" if settings.HOSTING == "accounts" else "home")
        case _:
            return bad_request(request)
