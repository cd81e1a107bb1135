"""The projector's page, for whoever has its link; it can look at one workshop and do nothing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from game.engine.debrief.structure import structure
from game.models import Workshop
from game.selectors.games import newest_game
from game.web.address import public_address
from game.web.errors import not_found
from game.web.projector.words import projector_words
from game.web.qr import qr_path
from game.web.reach import is_public


@require_safe
@never_cache
def projector(request: HttpRequest, key: str) -> HttpResponse:
    """Show a workshop on the projector; an unknown key gets the page for what is not there."""
    workshop = Workshop.objects.filter(projector_key=key).first()
    game = newest_game(workshop.pk) if workshop else None
    if workshop is None or game is None:
        return not_found(request)
    return render(
        request,
        "projector/page.html",
        {
            "workshop": workshop,
            "key": key,
            "join_qr": qr_path(f"/qr/{workshop.code}.svg", public_address(request)),
            "address": public_address(request).split("://", 1)[-1],
            "is_public": is_public(request),
            "structure": structure(),
            "words": projector_words(get_language() or "nl", game.scenario),
        },
    )
