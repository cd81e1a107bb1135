"""The phone's page: the frame around one seat; everything that changes comes over the socket."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from game.engine.phases import Phase
from game.engine.roles import Role
from game.models import Seat
from game.selectors.pages import alias_of, live_code
from game.selectors.rights import seat_of
from game.web.devices import device_of
from game.web.errors import not_found
from game.web.words import page_words

MODULES = (
    "js/pages/player.js",
    "js/net/socket.js",
    "js/state/draft.js",
    "js/ui/choices.js",
    "js/ui/dom.js",
    "js/ui/frame.js",
    "js/ui/result.js",
    "js/ui/tasks.js",
    "js/ui/words.js",
)


@require_safe
@never_cache
def play(request: HttpRequest, workshop: int) -> HttpResponse:
    """Show the phone page to a device with a seat; send others to the join page, or away when it is over."""
    device = device_of(request)
    seat = seat_of(device.pk, workshop) if device else None
    if device is None or seat is None:
        code = live_code(workshop)
        return redirect("join", code=code) if code else not_found(request)
    return render(request, "player/page.html", _page(workshop, seat, alias_of(device.pk, workshop)))


@require_safe
@never_cache
def play_words(request: HttpRequest, workshop: int) -> HttpResponse:
    """Return all words once the debrief is open, for a phone whose page was made before it."""
    device = device_of(request)
    seat = seat_of(device.pk, workshop) if device else None
    if seat is None or not _is_revealed(seat):
        return not_found(request)
    return JsonResponse(page_words(get_language() or "nl", seat.table.game.scenario, revealed=True))


def _is_revealed(seat: Seat) -> bool:
    return seat.table.game.phase in (Phase.DEBRIEF, Phase.CLOSED)


def _page(workshop: int, seat: Seat, alias: str) -> dict[str, object]:
    language = get_language() or "nl"
    words = page_words(language, seat.table.game.scenario, revealed=_is_revealed(seat))
    role = Role(seat.role)
    return {
        "workshop": workshop,
        "alias": alias,
        "role": role.value,
        "role_name": words[f"role.{role}"],
        "letter": words[f"ui.letter.{role}"],
        "role_text": words[f"role_card.{role}"].split("\n"),
        "table": seat.table.number,
        "words": words,
        "modules": MODULES,
    }
