"""The projector's page, for whoever has its link; it can look at one workshop and do nothing."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from game import content
from game.engine.debrief.structure import play_structure, structure
from game.engine.model.rules import RULESETS
from game.engine.table.phases import DEBRIEF_PHASES
from game.models import Game, Workshop
from game.selectors.games import newest_game
from game.web.address import public_address
from game.web.errors import not_found
from game.web.picture import picture
from game.web.qr import qr_path
from game.web.reach import is_public


@require_safe
@never_cache
def projector(request: HttpRequest, key: str) -> HttpResponse:
    """Show a workshop on the projector; an unknown key gets the page for what is not there."""
    found = _shown(key)
    if found is None:
        return not_found(request)
    workshop, game = found
    return render(
        request,
        "projector/page.html",
        {
            "workshop": workshop,
            "key": key,
            "join_qr": qr_path(f"/qr/{workshop.code}.svg", public_address(request)),
            "address": public_address(request).split("://", 1)[-1],
            "is_public": is_public(request),
            **_said(game),
        },
    )


@require_safe
@never_cache
def projector_words(request: HttpRequest, key: str) -> HttpResponse:
    """Return the words and structure of a projector's page, for a page that was made before the debrief opened.

    The debrief's part is among them while that is open: a page may ask just when the game goes back or on to the next.
    """
    found = _shown(key)
    if found is None:
        return not_found(request)
    return JsonResponse(_said(found[1]))


def _shown(key: str) -> tuple[Workshop, Game] | None:
    """Return the workshop of a projector's key with its newest game, or None when there is none."""
    workshop = Workshop.objects.filter(projector_key=key).first()
    game = newest_game(workshop.pk) if workshop else None
    return (workshop, game) if workshop and game else None


def _is_revealed(game: Game) -> bool:
    return game.phase in DEBRIEF_PHASES


def _said(game: Game) -> dict[str, object]:
    revealed = _is_revealed(game)
    words = content.page_words("projector", game.scenario, get_language() or "nl", revealed=revealed)
    known = structure(RULESETS[game.ruleset]) if revealed else play_structure()
    return {"words": words, "structure": {**known, "picture": picture(game.scenario)}}
