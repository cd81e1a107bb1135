"""Worlds of one's own: the list, copying one, taking one in from a file and giving it out as one, deleting it."""

from collections.abc import Callable, Iterable, Mapping
from functools import wraps

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from game import content
from game.actions import grants, worlds
from game.actions.worlds import Maker, NoWorld
from game.content.own.pack import MOST_BYTES, Unreadable, pack
from game.models import OwnWorld
from game.selectors.worlds import CHOICE, Listed, listed, of_owner, title_of
from game.web.accounts.login import user_of
from game.web.devices import device_of, device_or_new, keep
from game.web.words import said

MAX_DIGITS = 15  # of a row's key in a form
View = Callable[..., HttpResponse]


def for_makers(view: View) -> View:
    """Let only those in who may start workshops, as `maker`; others are told what they need."""

    @wraps(view)
    def checked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        user, known = user_of(request), device_of(request)
        if user is None and settings.HOSTING == "accounts":
            return redirect_to_login(request.get_full_path())
        if user is None and (known is None or not grants.may_start(known)):
            return render(request, "facilitator/no_key.html", status=403)
        device, token = device_or_new(request)
        response = view(request, Maker(device, user), *args, **kwargs)
        keep(response, request, token)
        return response

    return checked


def world_of(maker: Maker, world: int) -> OwnWorld:
    """Return a world of the maker's; for anybody else's there is no such page."""
    found = of_owner(maker.device, maker.user_id).filter(pk=world).first()
    if found is None:
        raise Http404
    return found


def refused(error: NoWorld) -> str:
    """Return the sentence of what cannot be done with a world."""
    return said(f"world.refused.{error.code}", **error.params)


def choices(request: HttpRequest) -> list[tuple[str, str]]:
    """Return somebody's own worlds for the form of a new workshop: what it calls them, and their names with *own*."""
    user = user_of(request)
    found = listed(device_of(request), user.pk if user else None, get_language() or "nl")
    return [(one.choice, said("world.own", title=one.title)) for one in found]


def picked(asked: Mapping[str, str], own: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the field that a link to the form fills in: `world` is the number of one of these worlds, else nothing is."""
    choice = f"{CHOICE}{asked.get('world', '')}"
    return {"scenario": choice} if choice in dict(own) else {}


def played(maker: Maker, choice: str) -> str:
    """Return the scenario's code for what was chosen in the form: an own world is frozen for it; raises NoWorld."""
    number = _number(choice)
    return choice if number is None else worlds.freeze(maker, number)


def _number(choice: str) -> int | None:
    """Return the number of the own world that a form's choice is, None for any other choice."""
    number = choice.removeprefix(CHOICE)
    is_own = number != choice and number.isascii() and number.isdecimal() and len(number) <= MAX_DIGITS
    return int(number) if is_own else None


def _listed(maker: Maker) -> list[Listed]:
    return listed(maker.device, maker.user_id, get_language() or "nl")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@for_makers
def shelf(request: HttpRequest, maker: Maker) -> HttpResponse:
    """List somebody's worlds; make a copy, or take one in from a file (POST)."""
    if request.method != "POST":
        return _page(request, maker)
    try:
        if "take_in" in request.POST:
            return _take_in(request, maker)
        of = request.POST.get("base", "")
        language = get_language() or "nl"
        made = worlds.copy(maker, of, request.POST.get("title", ""), language, _number(of))
        return redirect("world", world=made.pk)
    except NoWorld as error:
        return _page(request, maker, error=refused(error))
    except Unreadable as error:
        return _page(request, maker, file_error=said(f"world.import.{error.code}", **error.params))


def _take_in(request: HttpRequest, maker: Maker) -> HttpResponse:
    given = request.FILES.get("file")
    if given is None:
        raise Unreadable("no_file")
    if (given.size or 0) > MOST_BYTES:
        raise Unreadable("too_large", limit=MOST_BYTES // 1000)
    made, found = worlds.take_in(maker, given.read())
    told = f"?left_out={found.left_out}&missing={found.missing}" if found.left_out or found.missing else ""
    return redirect(f"{reverse('world', args=[made.pk])}{told}")


def _page(request: HttpRequest, maker: Maker, error: str = "", file_error: str = "") -> HttpResponse:
    language = get_language() or "nl"
    mine = _listed(maker)
    usual = content.default_scenario()
    shipped = sorted(content.load_all(), key=lambda code: (code != usual, code))
    context = {
        "worlds": [
            (one, said("world.copied_from", of=content.words(one.base, language)["title"])) for one in mine
        ],
        "bases": [(code, content.words(code, language)["title"]) for code in shipped]
        + [(one.choice, said("world.own", title=one.title)) for one in mine],
        "error": error,
        "file_error": file_error,
        "limit": MOST_BYTES // 1000,
        "too_large": said("world.import.too_large", limit=MOST_BYTES // 1000),
        "typed": request.POST,
        "accounts": settings.HOSTING == "accounts",
    }
    return render(request, "worlds/shelf.html", context, status=400 if error or file_error else 200)


@never_cache
@require_safe
@for_makers
def as_file(request: HttpRequest, maker: Maker, world: int) -> HttpResponse:
    """Give a world out as one file, to keep or to mail; also one that is not ready yet."""
    found = world_of(maker, world)
    title = title_of(found, get_language() or "nl")
    name = slugify(title).replace("-", "_")[:30] or "world"
    response = HttpResponse(
        pack(content.whole(found.base, found.changes), name), content_type="application/zip"
    )
    response["Content-Disposition"] = f'attachment; filename="{name}.zip"'
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@for_makers
def delete(request: HttpRequest, maker: Maker, world: int) -> HttpResponse:
    """Ask whether to delete a world (GET), and do it (POST)."""
    found = world_of(maker, world)
    if request.method != "POST":
        title = title_of(found, get_language() or "nl")
        return render(request, "worlds/delete.html", {"world": found, "title": title})
    worlds.delete(maker, world)
    return redirect("worlds")
