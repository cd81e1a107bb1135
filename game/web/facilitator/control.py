"""The control panel's page: the frame for one workshop's facilitator; everything that changes comes over the socket.

A device gets in by a right it has, by the control link, or by the account that is logged in on it.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from game import content
from game.actions import accounts, grants, privacy
from game.engine.debrief.structure import structure
from game.engine.model.refusal import Refused
from game.engine.model.roles import Role
from game.engine.model.rules import NEWEST, RULESETS
from game.models import Game, Workshop
from game.selectors.games import newest_game
from game.selectors.rights import grant_of, is_facilitator, may_manage, was_facilitator
from game.selectors.saved import account_in, own_notes
from game.web import once
from game.web.accounts.login import logged_in_at, user_of
from game.web.address import control_path, public_address
from game.web.devices import address_key, device_of, device_or_new, keep, keep_renewed, label_of
from game.web.errors import sentence_of, status_of
from game.web.picture import picture, sheet
from game.web.qr import qr_path
from game.web.reach import is_public

LINK_COOKIE = "control-link"
LINK_SECONDS = 120
NEW = "new"  # the form that makes a workshop: after a rehearsal one press here sends it


@require_safe
@never_cache
def control(request: HttpRequest, workshop: int) -> HttpResponse:
    """Show the panel to a facilitator of this workshop; others are told where the right is kept."""
    if "key" in request.GET:
        return _open_link(request, workshop)
    device = device_of(request)
    if device is None or not is_facilitator(device.pk, workshop):
        return _open_by_account(request, workshop)
    found = get_object_or_404(Workshop, pk=workshop)
    if found.ended_at is not None:
        privacy.open_again(workshop)
    page = page_of(request, found, newest_game(workshop)) | {
        "grant": grant_of(device.pk, workshop),
        "manages": may_manage(device.pk, workshop),
        "own_notes": own_notes(workshop, account_in(device.pk, workshop)),
    }
    response = render(request, "facilitator/panel.html", page)
    if LINK_COOKIE in request.COOKIES:
        response.delete_cookie(LINK_COOKIE, path=request.path)
    return response


def show_link_once(request: HttpRequest, response: HttpResponse, workshop: int, key: str) -> None:
    """Let the panel's page show the control link, the next time this browser opens it."""
    response.set_cookie(
        LINK_COOKIE,
        key,
        max_age=LINK_SECONDS,
        path=f"/control/{workshop}/",
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )


def _open_link(request: HttpRequest, workshop: int) -> HttpResponse:
    """Exchange the key in the control link for a right of this browser, and take it out of the address."""
    if request.method == "HEAD":
        return redirect("control", workshop=workshop)
    try:
        grants.check_link(workshop, request.GET["key"], address_key(request))
    except Refused as refused:
        context = _no_key(request, wrong_link=True, error=_said(refused))
        return render(request, "facilitator/no_key.html", context, status=status_of(refused))
    gain = f"control:{workshop}:{request.GET['key']}"
    device, token = device_or_new(request, gain=gain)
    grants.open_link(device, workshop, label_of(request))
    response = redirect("control", workshop=workshop)
    keep_renewed(response, request, device, token, gain)
    return response


def _open_by_account(request: HttpRequest, workshop: int) -> HttpResponse:
    """Give this browser the right of the account that is logged in, or say what is needed."""
    user = user_of(request)
    if user is None or not accounts.may_run(user, workshop):
        device = device_of(request)
        was_here = device is not None and was_facilitator(device.pk, workshop)
        return render(request, "facilitator/no_key.html", _no_key(request, was_here=was_here), status=403)
    gain = f"account:{user.pk}:{workshop}"
    device, token = device_or_new(request, gain=gain)
    try:
        accounts.open_workshop(user, device, workshop, logged_in_at(request), label_of(request))
        response: HttpResponse = redirect("control", workshop=workshop)
        keep_renewed(response, request, device, token, gain)
        return response
    except Refused as refused:
        context = _no_key(request, error=sentence_of(refused))
        response = render(request, "facilitator/no_key.html", context, status=status_of(refused))
    keep(response, request, token)
    return response


def _said(refused: Refused) -> str:
    """Return the sentence of a refusal that the page itself does not explain."""
    return sentence_of(refused) if refused.code == "too_many_tries" else ""


def _no_key(request: HttpRequest, **more: object) -> dict[str, object]:
    return {"of_control": True, "accounts": settings.HOSTING == "accounts", "next": request.path, **more}


def page_of(request: HttpRequest, workshop: Workshop, game: Game | None) -> dict[str, object]:
    """Return what the panel's page is made with, but for whether this device manages it; reads only a new control link."""
    scenario = game.scenario if game else content.default_scenario()
    key = request.COOKIES.get(LINK_COOKIE, "")
    words = content.page_words("panel", scenario, get_language() or "nl", revealed=True)
    path = control_path(workshop.pk, key) if _is_link(workshop, key) else ""
    return {
        "workshop": workshop,
        "join_qr": qr_path(f"/qr/{workshop.code}.svg", public_address(request)),
        "address": public_address(request).split("://", 1)[-1],
        "is_public": is_public(request),
        "is_shared": bool(settings.REDIS_URL) or settings.HOSTING == "accounts",
        "structure": {
            **structure(RULESETS[game.ruleset if game else NEWEST]),
            "picture": picture(scenario),
        },
        "sheet": sheet(scenario),
        "words": words,
        "is_rehearsal": bool(game and game.rehearsal),
        "once": once.issue(NEW),
        "roles": [{"code": role.value, "name": words[f"role.{role}"]} for role in Role],
        # Once, to who has just started the workshop: it opens the panel on every device.
        "control_link": public_address(request) + path if path else "",
        "control_path": path,
        "control_key": key if path else "",
    }


def _is_link(workshop: Workshop, key: str) -> bool:
    return bool(key) and grants.is_link(workshop.pk, key)
