"""Trying the game alone, from the front door: one press on a chair."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from game.actions import alone
from game.actions.write import together
from game.engine.model.refusal import Refused
from game.web.devices import address_key, device_or_new, keep
from game.web.errors import sentence_of, status_of
from game.web.player.home import ALONE, door

# What a page says otherwise to who plays alone: there is no facilitator, no room and no big screen.
INSTEAD = {
    "ui.player.ask.lobby": "alone.lobby",
    "ui.player.ask.debrief": "alone.debrief",
    "ui.player.ask.closed": "alone.closed",
    "ui.player.all_ready": "alone.all_ready",
    "debrief.own.look": "alone.look",
    "debrief.own.picture": "alone.picture",
    "debrief.voice.word": "alone.word",
    "debrief.voice.sent": "alone.sent",
    "debrief.voice.waiting": "alone.sent",
    "debrief.voice.shown_title": "alone.shown_title",
    "debrief.voice.counts": "alone.counts",
    "debrief.voice.shown": "alone.shown",
}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def try_alone(request: HttpRequest) -> HttpResponse:
    """Let this browser play alone on the chair that was pressed, or go on where it was; looking leads to the front door."""
    if request.method != "POST":
        return redirect("home")
    try:
        with together():  # who is refused leaves no device behind
            device, token = device_or_new(request, ALONE)
            role, language = request.POST.get("role") or None, get_language() or "nl"
            workshop = alone.begin(device, role, language, address_key(request))
            response: HttpResponse = redirect("play", workshop=workshop.pk)
    except Refused as refused:
        return door(request, alone_error=sentence_of(refused), status=status_of(refused))
    keep(response, request, token)
    return response


def said_alone(page: Mapping[str, str], words: Mapping[str, str]) -> dict[str, str]:
    """Return the words of a page as who plays alone is told them; `words` are all there are."""
    return {code: words[INSTEAD[code]] if code in INSTEAD else text for code, text in page.items()}
