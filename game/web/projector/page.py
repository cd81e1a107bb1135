"""The projector's page, for whoever opened its link; it can look at one workshop and do nothing."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from game import content
from game.actions import grants
from game.engine.debrief.structure import play_structure, structure
from game.engine.model.rules import RULESETS
from game.engine.table.phases import DEBRIEF_PHASES
from game.models import Game, Workshop
from game.models.keys import number_in
from game.selectors.games import newest_game
from game.selectors.links import workshop_of_projector
from game.selectors.rights import may_look
from game.web.address import public_address
from game.web.devices import device_of, device_or_new, keep
from game.web.errors import not_found, projector_link_needed
from game.web.picture import picture, sheet
from game.web.qr import qr_path
from game.web.reach import is_public


@require_safe
@never_cache
def link(request: HttpRequest, key: str) -> HttpResponse:
    """Exchange the key in the projector's link for a right of this browser, and take it out of the address.

    An unknown key gets the page for what is not there; one of before a revoke still leads who runs the workshop.
    """
    found = workshop_of_projector(key)
    device = device_of(request)
    number = found.pk if found else number_in(key)
    if number is None or (found is None and not (device and may_look(device.pk, number))):
        return not_found(request)
    response = redirect("projector", workshop=number)
    if request.method == "HEAD" or (device and may_look(device.pk, number)):
        return response
    device, token = device_or_new(request)
    grants.open_projector(device, number)
    keep(response, request, token)
    return response


@require_safe
@never_cache
def projector(request: HttpRequest, workshop: int) -> HttpResponse:
    """Show a workshop on the projector, to a browser that opened its link or that runs it."""
    found = _shown(request, workshop)
    if found is None:
        return projector_link_needed(request)
    shown, game = found
    return render(request, "projector/page.html", page_of(request, shown, game))


def page_of(request: HttpRequest, workshop: Workshop, game: Game) -> dict[str, object]:
    """Return what the projector's page of a game is made with; reads nothing."""
    return {
        "workshop": workshop,
        "join_qr": qr_path(f"/qr/{workshop.code}.svg", public_address(request)),
        "address": public_address(request).split("://", 1)[-1],
        "is_public": is_public(request),
        "sheet": sheet(game.scenario),
        **_said(game),
    }


@require_safe
@never_cache
def projector_words(request: HttpRequest, workshop: int) -> HttpResponse:
    """Return the words and structure of a projector's page, for a page that was made before the debrief opened.

    The debrief's part is among them while that is open: a page may ask just when the game goes back or on to the next.
    """
    found = _shown(request, workshop)
    return not_found(request) if found is None else JsonResponse(_said(found[1]))


@require_safe
@never_cache
def words_by_key(request: HttpRequest, key: str) -> HttpResponse:
    """Return the same to a page of before, which knows the key of its link."""
    found = workshop_of_projector(key)
    game = newest_game(found.pk) if found else None
    return not_found(request) if game is None else JsonResponse(_said(game))


def _shown(request: HttpRequest, workshop: int) -> tuple[Workshop, Game] | None:
    """Return a workshop that this browser may show, with its newest game, or None."""
    device = device_of(request)
    if device is None or not may_look(device.pk, workshop):
        return None
    game = newest_game(workshop)
    return (game.workshop, game) if game else None


def _is_revealed(game: Game) -> bool:
    return game.phase in DEBRIEF_PHASES


def _said(game: Game) -> dict[str, object]:
    revealed = _is_revealed(game)
    words = content.page_words("projector", game.scenario, get_language() or "nl", revealed=revealed)
    rules = RULESETS[game.ruleset]
    known = structure(rules) if revealed else play_structure(rules)
    return {"words": words, "structure": {**known, "picture": picture(game.scenario)}}
