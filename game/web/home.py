"""The front door: enter the code on the big screen, or go back to the table where one already sits."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from game.actions import pairing
from game.actions.joining import find_workshop
from game.engine.refusal import Refused
from game.selectors.pages import open_seats
from game.web.devices import address_key, device_of
from game.web.errors import sentence_of, status_of


@require_http_methods(["GET", "HEAD", "POST"])
def home(request: HttpRequest) -> HttpResponse:
    """Ask for a code; a good one leads to the join page or that of a pairing, another is answered with what to do."""
    typed = request.POST.get("code", "")
    error, status = "", 200
    if request.method == "POST":
        code = pairing.clean_code(typed)
        if code:
            return redirect("pair", code=code)
        try:
            workshop = find_workshop(_digits(typed), address_key(request))
            return redirect("join", code=workshop.code)
        except Refused as refused:
            error, status = sentence_of(refused), status_of(refused)
    device = device_of(request)
    seats = open_seats(device.pk) if device else []
    return render(request, "home.html", {"typed": typed[:20], "error": error, "seats": seats}, status=status)


def _digits(typed: str) -> str:
    """Return a code without the spaces and dashes people put in; never longer than a code can be."""
    return "".join(c for c in typed if c not in " -–.\u00a0\u202f")[:6] if len(typed) <= 20 else ""
