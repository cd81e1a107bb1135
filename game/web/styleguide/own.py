"""How a world that somebody edits is played: the real page of a phone or projector, in a game that bots made up.

Nothing is stored: the world as it is now is held for a moment under the code that it would be frozen under.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from game import content
from game.actions.worlds import Maker
from game.content.frozen import freeze
from game.engine.table.phases import Phase
from game.models import OwnWorld
from game.web.facilitator.worlds import for_makers, world_of
from game.web.styleguide.screens import Said, phone_said, projector_said
from game.web.styleguide.stage import ROUNDS, Stage

MOMENTS = {
    "lobby": Stage(Phase.LOBBY),
    "agree": Stage(Phase.AGREE, 2),
    "outcome": Stage(Phase.OUTCOME, 2),
    "setback": Stage(Phase.OUTCOME, 3),
}


def _view(name: str, make: Callable[[HttpRequest, Stage], Said]) -> Callable[..., HttpResponseBase]:
    """Return the view of a screen at the moment that `?state=` asks, in the language of `?language=`."""

    @require_safe
    @never_cache
    @csp_replace({"frame-ancestors": ["'self'"]})
    @xframe_options_sameorigin
    @for_makers
    def view(request: HttpRequest, maker: Maker, world: int) -> HttpResponse:
        stage = _stage(world_of(maker, world), str(request.GET.get("state", "")))
        language = str(request.GET.get("language", ""))
        with translation.override(language if language in content.LANGUAGES else get_language()):
            page, said = make(request, stage)
            stands_in: dict[str, Any] = {"says": said, "answer": "ack", "refusal": {}, "theme": ""}
            return render(request, f"styleguide/{name}.html", page | {"stage": stands_in})

    return view


def _stage(world: OwnWorld, moment: str) -> Stage:
    code, files = freeze(content.whole(world.base, world.changes))
    content.hold(code, files)
    scenario = content.scenario(code)
    stage = replace(MOMENTS.get(moment, MOMENTS["agree"]), scenario=code, tasks=len(scenario.tasks))
    hit = [round for round in sorted(scenario.setbacks) if round <= ROUNDS]
    return replace(stage, round=hit[0]) if moment == "setback" and hit else stage


phone = _view("phone", phone_said)
projector = _view("projector", projector_said)
