"""The control panel's page: the frame for one workshop's facilitator; everything that changes comes over the socket."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from game.models import Game, Workshop
from game.selectors.live import newest_game
from game.selectors.rights import is_facilitator
from game.web.address import join_address, public_address
from game.web.devices import device_of
from game.web.panel_words import panel_words


@require_safe
@never_cache
def control(request: HttpRequest, workshop: int) -> HttpResponse:
    """Show the panel to a facilitator of this workshop; others are told where the right is kept."""
    device = device_of(request)
    if device is None or not is_facilitator(device.pk, workshop):
        return render(request, "facilitator/no_key.html", status=403)
    found = get_object_or_404(Workshop, pk=workshop)
    game = newest_game(workshop)
    return render(request, "facilitator/panel.html", _page(request, found, game))


def _page(request: HttpRequest, workshop: Workshop, game: Game | None) -> dict[str, object]:
    scenario = game.scenario if game else "street"
    return {
        "workshop": workshop,
        "join_address": join_address(request, workshop.code),
        "address": public_address(request).split("://", 1)[-1],
        "words": panel_words(get_language() or "nl", scenario),
    }
