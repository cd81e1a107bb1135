"""The phone's page: the frame around one seat; everything that changes comes over the socket."""

from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.html import json_script
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from game import content
from game.engine.debrief.structure import play_structure, structure
from game.engine.model.rules import RULESETS
from game.engine.table.phases import DEBRIEF_PHASES
from game.models import Device
from game.protocol.written import isolated
from game.selectors.arrivals import Arrival, arrival_of
from game.selectors.pages import live_code
from game.selectors.rights import Place, is_known, place_of
from game.web import framed
from game.web.devices import device_of
from game.web.errors import not_found
from game.web.picture import picture, sheet
from game.web.player.home import door
from game.web.player.modules import ahead, modules
from game.web.reach import is_public
from game.web.zipped import KEPT, SharedPage

OWN = ("alias", "called", "table")  # of what a page is made with


@require_safe
@never_cache
def play(request: HttpRequest, workshop: int) -> HttpResponse:
    """Show the phone page to a device with a place; who was here goes to the join page, a stranger hears nothing of it."""
    device = device_of(request)
    place = place_of(device.pk, workshop) if device else None
    if place is None or device is None:
        return _without_place(request, device, workshop)
    data = _data(*_kind(place))
    about = page_of(workshop, place, arrival_of(place))
    own = {"data": data, **{name: about.pop(name) for name in OWN}}
    shared = {**about, "code": live_code(workshop), "is_public": is_public(request)}
    return SharedPage(framed.page(request, "player/page.html", shared, own), data)


def _without_place(request: HttpRequest, device: Device | None, workshop: int) -> HttpResponse:
    """Let who was at this workshop join it again; ask anybody else for a code, the same whether it exists or not."""
    code = live_code(workshop) if device and is_known(device.pk, workshop) else ""
    if code:
        return redirect("join", code=code)
    return door(request, no_place=True)


@require_safe
@never_cache
def play_words(request: HttpRequest, workshop: int) -> HttpResponse:
    """Return the words and structure of a phone's page, for a page that was made before the debrief opened.

    The debrief's part is among them while that is open: a phone may ask just when the game goes back or on to the next.
    """
    device = device_of(request)
    place = place_of(device.pk, workshop) if device else None
    if place is None:
        return not_found(request)
    return JsonResponse(data_of(*_kind(place)))


def _kind(place: Place) -> tuple[str, int, str, bool]:
    """Return what decides on the words of a page: scenario, ruleset, language, and whether the debrief is open."""
    game = place.table.game
    return game.scenario, game.ruleset, get_language() or "nl", game.phase in DEBRIEF_PHASES


def data_of(scenario: str, ruleset: int, language: str, revealed: bool) -> dict[str, Any]:
    """Return the words of a phone's page and what it draws with, the debrief's among them only when `revealed`."""
    rules = RULESETS[ruleset]
    known = structure(rules) if revealed else play_structure(rules)
    words = content.page_words("player", scenario, language, revealed=revealed)
    return {"words": words, "structure": {**known, "picture": picture(scenario)}}


@lru_cache(KEPT)
def _data(scenario: str, ruleset: int, language: str, revealed: bool) -> SafeString:
    """Return the words and structure as a page has them: the same for everybody, so written once."""
    data = data_of(scenario, ruleset, language, revealed)
    return SafeString("".join(json_script(value, name) for name, value in data.items()))


def page_of(workshop: int, place: Place, arrival: Arrival) -> dict[str, object]:
    """Return what the page of this place is made with, but for its words and how the phone gets here; reads nothing."""
    language = get_language() or "nl"
    scenario = place.table.game.scenario
    return {
        **_role(scenario, language, place.seat.role if place.seat else ""),
        "workshop": workshop,
        "alias": place.alias,
        "called": isolated(place.alias),
        "table": place.table.number,
        "arrival": arrival,
        "modules": modules(content.scenario(scenario).scene, place.table.game.phase),
        "ahead": ahead(),
        "sheet": sheet(scenario),
    }


@lru_cache(KEPT * 2)
def _role(scenario: str, language: str, role: str) -> dict[str, object]:
    """Return what a page says of a role, "" for who watches; once, as the whole catalogue is put together for it."""
    words = content.words(scenario, language)
    return {
        "role": role,
        "role_name": words[f"role.{role}" if role else "ui.player.observer.name"],
        "letter": words[f"ui.letter.{role}"] if role else "",
        "role_text": words[f"role_card.{role}" if role else "ui.player.observer.card"].split("\n"),
        "predict_title": words["ui.player.predict.title"],
    }
