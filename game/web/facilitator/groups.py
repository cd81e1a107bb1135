"""The page of earlier groups: each as a small film, also of workshops that are wiped. It names nobody."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from game import content
from game.actions import grants
from game.actions.earlier import forget_means
from game.models import Device
from game.selectors.groups import groups_here, middle_kept, middle_of
from game.selectors.saved import Owner
from game.selectors.workshops import of_account, of_device
from game.web.accounts.login import user_of
from game.web.devices import device_of
from game.web.errors import bad_request
from game.web.facilitator.films import Film, film_of
from game.web.facilitator.saved import owner_of

MAX_DIGITS = 15  # of a row's key


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def groups(request: HttpRequest) -> HttpResponse:
    """Show an owner's groups, the newest first; POST (`row`) throws what is kept of one away."""
    device = device_of(request)
    owner = owner_of(request, device)
    if owner.account is None and (device is None or not grants.may_start(device)):
        return render(request, "facilitator/no_key.html", status=403)
    if request.method == "POST":
        asked = request.POST.get("row", "")
        if not (asked.isascii() and asked.isdecimal() and len(asked) <= MAX_DIGITS):
            return bad_request(request)
        forget_means(owner, int(asked))
        return redirect("groups")
    films = sorted(_films(request, owner, device), key=lambda film: film.day, reverse=True)
    return render(
        request, "facilitator/groups.html", {"films": films, "drawings": [film.drawing for film in films]}
    )


def _films(request: HttpRequest, owner: Owner, device: Device | None) -> list[Film]:
    kept = [
        film_of(
            one.scenario,
            one.tables,
            one.ended_on,
            one.quality,
            middle_kept(one),
            one.picture,
            row=one.pk,
        )
        for one in owner.means()
    ]
    user = user_of(request) if settings.HOSTING == "accounts" else None
    known = of_account(user.pk) if user else of_device(device.pk) if device else []
    here = [
        film_of(
            game.scenario,
            tables,
            game.changed_at.date(),
            means.quality,
            middle_of(game.pk),
            content.scenario(game.scenario).picture,
            workshop=game.workshop_id,
        )
        for game, tables, means in groups_here(one.id for one in known if one.is_over)
    ]
    return [*here, *kept]
