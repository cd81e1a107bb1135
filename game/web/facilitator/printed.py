"""What the pages to print have in common: for the facilitator only, in the language that is asked for, in the kit's words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from game import content
from game.models import Game, Table
from game.selectors.games import newest_game
from game.selectors.rights import is_facilitator
from game.web.devices import device_of
from game.web.errors import not_found

PREFIX = "kit."


@dataclass(frozen=True)
class Room:
    """What sheets of a game are made for: its tables by number, and the roles of the seats of the largest."""

    tables: tuple[int, ...]
    roles: tuple[str, ...]


def printed(view: Callable[[HttpRequest, Game], HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the newest game of a workshop to `view`, for its facilitator, in the language of `lang` (else the page's)."""

    @require_safe
    @never_cache
    @wraps(view)
    def page(request: HttpRequest, workshop: int) -> HttpResponse:
        device = device_of(request)
        if device is None or not is_facilitator(device.pk, workshop):
            return render(request, "facilitator/no_key.html", status=403)
        game = newest_game(workshop)
        if game is None:
            return not_found(request)
        asked = request.GET.get("lang", "")
        with override(asked if asked in content.LANGUAGES else get_language()):
            return view(request, game)

    return page


def spoken() -> str:
    """Return the language that a page is made in."""
    return get_language() or "nl"


def kit_words(words: Mapping[str, str], language: str, **params: str | float) -> dict[str, str]:
    """Return the kit's sentences by their code without `kit.`, filled with `params`; `count` chooses between one and more."""
    codes = {code.removeprefix(PREFIX).removesuffix(".one").removesuffix(".other") for code in words}
    return {
        code: content.fill(words, f"{PREFIX}{code}", params, language)
        for code in codes
        if {f"{PREFIX}{code}", f"{PREFIX}{code}.one"} & words.keys()
    }


def room_of(game: Game) -> Room:
    """Return the tables and seats of a game as they stand now."""
    tables = list(Table.objects.filter(game=game).prefetch_related("seats"))
    largest = max(tables, key=lambda table: len(table.seats.all()))
    return Room(
        tuple(table.number for table in tables), tuple(str(seat.role) for seat in largest.seats.all())
    )
