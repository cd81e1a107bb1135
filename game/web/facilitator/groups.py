"""The page of earlier groups: each as a small film of its means, also of workshops that are wiped. It names nobody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from game import content
from game.actions import grants
from game.actions.earlier import forget_means
from game.models import Device
from game.selectors.groups import groups_here
from game.selectors.saved import Owner
from game.selectors.workshops import of_account, of_device
from game.selectors.worlds import is_kept
from game.web.accounts.login import user_of
from game.web.devices import device_of
from game.web.errors import bad_request
from game.web.facilitator.saved import owner_of
from game.web.words import said

MAX_DIGITS = 15  # of a row's key
BAR, GAP, TALL = 8, 3, 40  # a film's measures, in units of its drawing


@dataclass(frozen=True)
class Bar:
    """A round of a film: the left and top of its bar, how tall it is, and the mean quality of 100."""

    x: int
    y: float
    height: float
    value: int


@dataclass(frozen=True)
class Film:
    """A group: what it is called, on which day, its bars, and which kept row it is (0: its workshop is still there)."""

    told: str
    day: date
    bars: tuple[Bar, ...]
    width: int
    label: str
    from_to: str
    row: int
    workshop: int


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
    return render(request, "facilitator/groups.html", {"films": films, "tall": TALL, "wide": BAR})


def _films(request: HttpRequest, owner: Owner, device: Device | None) -> list[Film]:
    kept = [_film(one.scenario, one.tables, one.ended_on, one.quality, row=one.pk) for one in owner.means()]
    user = user_of(request) if settings.HOSTING == "accounts" else None
    known = of_account(user.pk) if user else of_device(device.pk) if device else []
    here = [
        _film(game.scenario, tables, game.changed_at.date(), means.quality, workshop=game.workshop_id)
        for game, tables, means in groups_here(one.id for one in known if one.is_over)
    ]
    return [*here, *kept]


def _film(
    scenario: str, tables: int, day: date, quality: Sequence[float], row: int = 0, workshop: int = 0
) -> Film:
    values = [round(100 * value) for value in quality]
    # The frozen copy of an own world goes with the last workshop that played it; its means may stay.
    is_known = scenario in content.load_all() or is_kept(scenario)
    place = content.words(scenario, get_language() or "nl")["title"] if is_known else said("groups.own")
    bars = tuple(
        Bar(turn * (BAR + GAP), TALL * (1 - value / 100), TALL * value / 100, value)
        for turn, value in enumerate(values)
    )
    return Film(
        told=said("groups.told", place=place, tables=tables),
        day=day,
        bars=bars,
        width=len(bars) * (BAR + GAP),
        label=said("groups.film", values=", ".join(map(str, values))),
        from_to=said("groups.from_to", **{"from": values[0], "to": values[-1]}),
        row=row,
        workshop=workshop,
    )
