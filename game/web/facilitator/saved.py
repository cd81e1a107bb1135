"""Saved settings on the form for a new workshop, and the own notes that come along with them."""

from collections.abc import Mapping

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from game.actions import grants, saved
from game.actions.accounts import may_run
from game.engine.model.refusal import Refused
from game.models import Device
from game.selectors.rights import is_facilitator
from game.selectors.saved import Owner, account_in, own_notes
from game.selectors.workshops import settings_of
from game.web.accounts.login import user_of
from game.web.devices import device_of
from game.web.errors import bad_request, sentence_of

FROM = "notes_from"  # the field that says whose notes come along: saved-3, workshop-9
KINDS = ("saved", "workshop")
MAX_DIGITS = 15  # of a row's key in an address


def owner_of(request: HttpRequest, device: Device | None) -> Owner:
    """Return who keeps settings here: the account that is logged in, on a laptop this browser."""
    user = user_of(request) if settings.HOSTING == "accounts" else None
    return Owner(user.pk if user else None, device.pk if device else None)


def begin_with(request: HttpRequest, device: Device | None, asked: Mapping[str, str]) -> dict[str, object]:
    """Return what the form opens with: the saved settings (`saved`) or the workshop (`copy`) asked for, {} if not theirs.

    With `real` a rehearsal is copied as the evening that it was for: without bots on the seats.
    """
    kind = "saved" if "saved" in asked else "workshop"
    source = f"{kind}-{asked.get('saved' if kind == 'saved' else 'copy', '')}"
    number = _number(source)
    if number is None:
        return {}
    if kind == "saved":
        found = owner_of(request, device).saved().filter(pk=number).first()
        return {**found.settings, "save_as": found.name, FROM: source} if found else {}
    if not _may_copy(request, device, number):
        return {}
    return settings_of(number) | ({"rehearsal": False} if "real" in asked else {}) | {FROM: source}


def notes_of(request: HttpRequest, device: Device | None, source: str) -> Mapping[str, str]:
    """Return the own notes that come from saved settings or a workshop, as far as they are this browser's or account's."""
    number = _number(source)
    if number is None:
        return {}
    if source.startswith("saved"):
        found = owner_of(request, device).saved().filter(pk=number).first()
        return found.notes if found else {}
    if not _may_copy(request, device, number):
        return {}
    return own_notes(number, owner_of(request, device).account)


@never_cache
@require_POST
def saved_settings(request: HttpRequest, row: int) -> HttpResponse:
    """Rename saved settings (`name`) or throw them away (`do`: remove), and go back to the form."""
    device = device_of(request)
    owner = owner_of(request, device)
    if owner.account is None and (device is None or not grants.may_start(device)):
        return render(request, "facilitator/no_key.html", status=403)
    try:
        match request.POST.get("do"):
            case "remove":
                saved.forget_settings(owner, row)
            case "rename":
                saved.rename_settings(owner, row, request.POST.get("name", ""))
            case _:
                return bad_request(request)
    except Refused as refused:
        context = {"error": sentence_of(refused), "row": row, "name": request.POST.get("name", "")}
        return render(request, "facilitator/saved.html", context, status=400)
    return redirect("new")


@never_cache
@require_POST
def own_note(request: HttpRequest, workshop: int) -> HttpResponse:
    """Keep an own note (`step`, `text`) of who runs this workshop; answers with the sentence of a refusal."""
    device = device_of(request)
    if device is None or not is_facilitator(device.pk, workshop):
        return JsonResponse({"code": "not_allowed"}, status=403)
    try:
        account = account_in(device.pk, workshop)
        saved.write_note(workshop, account, request.POST.get("step", ""), request.POST.get("text", ""))
    except Refused as refused:
        return JsonResponse({"code": refused.code, "error": sentence_of(refused)}, status=400)
    return JsonResponse({})


def _number(source: str) -> int | None:
    kind, _, digits = source.partition("-")
    is_number = digits.isascii() and digits.isdecimal() and len(digits) <= MAX_DIGITS
    return int(digits) if kind in KINDS and is_number else None


def _may_copy(request: HttpRequest, device: Device | None, workshop: int) -> bool:
    """Tell whether this browser or its account may run the workshop to copy."""
    user = user_of(request)
    is_theirs = device is not None and is_facilitator(device.pk, workshop)
    return is_theirs or bool(user and may_run(user, workshop))
