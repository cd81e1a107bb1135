"""Taking a code with letters: first what it would do, then one press. Looking uses nothing up: links get previews."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from game.actions import admission, codes, devices
from game.actions.codes import Offer
from game.actions.typed_codes import read
from game.actions.write import together
from game.engine.model.refusal import Refused
from game.models import Pairing
from game.protocol.written import isolated
from game.selectors.pages import alias_of
from game.selectors.requests import asked
from game.web import once
from game.web.devices import address_key, device_of, device_or_new, keep, keep_renewed, label_of
from game.web.errors import sentence_of, status_of
from game.web.pieces import reads_codes
from game.web.player.home import SHOWN, lead


@reads_codes
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pair(request: HttpRequest, code: str) -> HttpResponse:
    """Show what the code gives (GET), or give it to this browser (POST) and go there."""
    if request.method == "POST":
        return _take(request, code)
    known = device_of(request, _gain_of(code))
    taken = codes.taken_by(known, code) if known else None
    if taken is not None:
        return _gone(request, code, taken)
    try:
        offer = codes.look_at(code, address_key(request))
    except Refused as refused:
        return _refuse(request, refused, code)
    return _show(request, code, offer, _name_of(request, offer))


def _show(
    request: HttpRequest, code: str, offer: Offer, alias: str, refused: Refused | None = None
) -> HttpResponse:
    context = {
        "offer": offer,
        "called": isolated(offer.alias),
        "alias": alias,
        "error": sentence_of(refused) if refused else "",
        "max_alias": admission.MAX_ALIAS,
        "once": once.issue(_form_of(code)),
    }
    return render(request, "pair/offer.html", context, status=status_of(refused) if refused else 200)


def _name_of(request: HttpRequest, offer: Offer) -> str:
    """Return the name that this browser's owner gave at the door, or has in this workshop."""
    device = device_of(request)
    if device is None:
        return ""
    waits = asked(device.pk, offer.workshop_id)
    return waits.alias if waits else alias_of(device.pk, offer.workshop_id)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Ask for a code with letters, for a phone whose camera does not do QR codes."""
    if request.method != "POST":
        return render(request, "pair/enter.html")
    text = request.POST.get("code", "")
    typed = read(text)
    try:
        if not (typed.pair or typed.join):
            raise Refused("unknown_pairing")
        return lead(request, typed)  # also for the six digits, typed here
    except Refused as refused:
        return _refuse(request, refused, text)


def _take(request: HttpRequest, code: str) -> HttpResponse:
    """Give what the code stands for; a guess makes no device."""
    try:
        looked = None if _has_taken(request, code) else codes.look_at(code, address_key(request))
    except Refused as refused:
        return _refuse(request, refused, code)
    alias = request.POST.get("alias", "")
    try:
        with together():  # who is refused leaves no device behind
            device, token = device_or_new(request, _form_of(code), _gain_of(code))
            offer = codes.take(device, code, address_key(request), label_of(request), alias)
            response = _go(offer)
            keep_renewed(response, request, device, token, _gain_of(code))
            return response
    except Refused as refused:
        if looked is not None and refused.code.startswith("alias_"):
            return _show(request, code, looked, alias, refused)
        return _refuse(request, refused, code)


def _go(offer: Offer) -> HttpResponse:
    """Go where a code that was taken leads."""
    where = "control" if offer.kind == Pairing.Kind.REMOTE else "play"
    return redirect(where, workshop=offer.workshop_id)


def _gone(request: HttpRequest, code: str, taken: Offer) -> HttpResponse:
    """Go where a code leads that this browser took before, with the token that it got then."""
    response = _go(taken)
    if device_of(request) is None:
        keep(response, request, device_or_new(request, gain=_gain_of(code))[1])
    return response


def _has_taken(request: HttpRequest, code: str) -> bool:
    """Tell whether this is the second tap of somebody who just took what this code gives."""
    device = device_of(request, _gain_of(code)) or devices.of_form(once.used(request, _form_of(code)))
    return device is not None and codes.taken_by(device, code) is not None


def _form_of(code: str) -> str:
    return f"pair-{codes.clean_code(code)}"


def _gain_of(code: str) -> str:
    return f"pair:{codes.clean_code(code)}"


def _refuse(request: HttpRequest, refused: Refused, typed: str) -> HttpResponse:
    context = {"typed": typed[:SHOWN], "error": sentence_of(refused)}
    return render(request, "pair/enter.html", context, status=status_of(refused))
