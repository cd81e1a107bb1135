"""The front door: enter the code on the big screen, or go back to the table where one already sits."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from game.actions.admission import find_workshop
from game.actions.typed_codes import Typed, read
from game.engine.model.refusal import Refused
from game.selectors.pages import open_seats
from game.web.address import public_address
from game.web.devices import address_key, device_of
from game.web.errors import sentence_of, status_of

SHOWN = 200  # characters of what was typed that stand in the field again


@require_http_methods(["GET", "HEAD", "POST"])
def home(request: HttpRequest) -> HttpResponse:
    """Ask for a code; a good one leads to the join page or that of a pairing, another is answered with what to do."""
    typed = request.POST.get("code", "")
    error, status = "", 200
    if request.method == "POST":
        try:
            return lead(request, read(typed))
        except Refused as refused:
            error, status = sentence_of(refused), status_of(refused)
    return door(request, typed=typed, error=error, status=status)


def door(
    request: HttpRequest, *, typed: str = "", error: str = "", no_place: bool = False, status: int = 200
) -> HttpResponse:
    """Show the front door, with what was typed and the sentence about it; `no_place` to who asked for a seat that is none."""
    device = device_of(request)
    context = {
        "typed": typed[:SHOWN],
        "error": error,
        "no_place": no_place,
        "seats": open_seats(device.pk) if device else [],
        "address": public_address(request),
        "here": request.path,
    }
    return render(request, "home.html", context, status=status)


def lead(request: HttpRequest, typed: Typed) -> HttpResponse:
    """Return the way to what a code is for; raises Refused: unknown_code, expired_code, too_many_tries."""
    if typed.pair:
        return redirect("pair", code=typed.pair)
    workshop = find_workshop(typed.join, address_key(request))
    table = [] if typed.table is None else [typed.table]
    return redirect("join", workshop.code, *table)
