"""The living style page: every component and picture in every state, theme and size, for who works on the pages."""

from csp.decorators import csp_update
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from game import content
from game.engine.bots.policies import Policy
from game.engine.debrief.structure import structure
from game.engine.model.roles import Role
from game.engine.model.rules import NEWEST, RULESETS
from game.web.errors import not_found
from game.web.picture import picture, sheet
from game.web.styleguide.stage import STAGES


@require_safe
@never_cache
@csp_update({"frame-src": ["'self'"]})
def styleguide(request: HttpRequest) -> HttpResponse:
    """Show the style page with DEBUG; without it there is none (404)."""
    if not settings.DEBUG:
        return not_found(request)
    asked = request.GET.get("scenario", "")
    scenario = asked if asked in content.load_all() else content.default_scenario()
    return render(
        request,
        "styleguide/page.html",
        {
            "screens": {
                "states": list(STAGES),
                "roles": [role.value for role in Role],
                "manners": [manner.value for manner in Policy],
            },
            "structure": {**structure(RULESETS[NEWEST]), "picture": picture(scenario)},
            "sheet": sheet(scenario),
            "words": content.page_words("styleguide", scenario, get_language() or "nl"),
        },
    )
