"""The audit page: everything about one game as JSON, names among it, for its facilitator and for rehearsals."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from game.selectors.audit import audit
from game.selectors.games import newest_game
from game.selectors.rights import may_manage
from game.web.devices import device_of

PARTS = frozenset({"journal", "state", "screens"})


@require_safe
@never_cache
def audit_page(request: HttpRequest, workshop: int) -> HttpResponse:
    """Answer a facilitator of this workshop with the parts named in `parts` (default: all); others, remotes too, get 403."""
    device = device_of(request)
    game = newest_game(workshop)
    if device is None or game is None or not may_manage(device.pk, workshop):
        return JsonResponse({"code": "not_allowed"}, status=403)
    asked = frozenset(request.GET["parts"].split(",")) if "parts" in request.GET else PARTS
    return JsonResponse(audit(game, asked & PARTS))
