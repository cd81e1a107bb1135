"""Joining a workshop: a name, and a seat of one's choice or dealt out."""

import secrets
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from game import content
from game.actions import admission, seat_requests
from game.actions.storage import despite_others
from game.actions.typed_codes import read
from game.actions.write import together
from game.engine.model.refusal import Refused
from game.engine.table.phases import Phase
from game.models import Device, Game, Workshop
from game.protocol.written import isolated, same
from game.selectors.games import newest_game
from game.selectors.pages import JoinRoom, TableSeats, alias_of, join_room
from game.selectors.requests import ASK_MINUTES, Asked, asked
from game.selectors.rights import KEPT_OUT, place_of, why_kept_out
from game.web import errors, framed, once
from game.web.address import public_address
from game.web.devices import address_key, device_of, device_or_new, keep
from game.web.picture import at_the_door
from game.web.player import offers
from game.web.player.home import door

How = Literal["seat", "share", "observe"]


@dataclass(frozen=True)
class Wish:
    """What somebody filled in; `table` and `role` are None to be dealt out, and to share a seat only asks."""

    alias: str
    table: int | None
    role: str | None
    how: How = "seat"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, code: str, table: int | None = None) -> HttpResponse:
    """Ask for a name and a seat and take it; `table` comes from a table's own QR code."""
    clean = read(code).join
    usual = reverse("join", args=[clean or code, *([] if table is None else [table])])
    if clean and request.method != "POST" and request.path != usual:
        return redirect(usual)
    try:
        workshop = admission.find_workshop(clean, address_key(request))
        game = newest_game(workshop.pk)
        if game is None:
            raise Refused("unknown_code")
        if table is not None and not game.tables.filter(number=table, seats__isnull=False).exists():
            raise Refused("unknown_table")
    except Refused as refused:
        return door(request, typed=code, error=errors.sentence_of(refused), status=errors.status_of(refused))
    device = device_of(request)
    if device is not None and place_of(device.pk, workshop.pk) is not None:
        return redirect("play", workshop=workshop.pk)
    if closed := why_kept_out(workshop, game.phase, device.pk if device else None):
        return _closed(request, game, closed)
    if request.method == "POST":
        if "withdraw" in request.POST:
            return _withdraw(workshop, device)
        return _take_seat(request, workshop, game, table)
    waits = asked(device.pk, workshop.pk) if device else None
    if waits is not None and not waits.refused:
        return _wait(request, game, waits)
    room = join_room(game)
    known = waits.alias if waits else _known_alias(device, workshop)
    typed = request.POST.get("alias", "")  # of a form that came without its cookie
    wish = Wish(typed or known or _suggest(room), table, None, "seat" if room.free else "share")
    return _form(request, workshop, room, table, wish, Refused("share_refused") if waits else None)


def _known_alias(device: Device | None, workshop: Workshop) -> str:
    return alias_of(device.pk, workshop.pk) if device else ""


def _closed(request: HttpRequest, game: Game, code: str) -> HttpResponse:
    """Say why nobody new comes in now, and what to do; offer no seat."""
    context = {
        "title": game.workshop.title,
        "picture": at_the_door(game.scenario),
        "closed": code,
        "error": errors.sentence_of(Refused(code)),
        **_shared_link(request),
    }
    return render(request, "join.html", context, status=400 if request.method == "POST" else 200)


def _take_seat(request: HttpRequest, workshop: Workshop, game: Game, table: int | None) -> HttpResponse:
    wish = Wish(
        alias=request.POST.get("alias", ""),
        table=_number(request.POST.get("table", "")) if table is None else table,
        role=request.POST.get("role") or None,
        how=_how(request.POST.get("how", "")),
    )
    try:
        response, token = despite_others(lambda: _sit_down(request, workshop, wish))
    except Refused as refused:
        if refused.code in KEPT_OUT:  # since a moment ago
            return _closed(request, game, refused.code)
        return _form(request, workshop, join_room(game), table, wish, refused)
    keep(response, request, token)
    return response


def _sit_down(request: HttpRequest, workshop: Workshop, wish: Wish) -> tuple[HttpResponse, str | None]:
    with together():  # who is refused leaves no device behind
        device, token = device_or_new(request, _form_of(workshop))
        return redirect(*_act(workshop, device, wish)), token


def _act(workshop: Workshop, device: Device, wish: Wish) -> tuple[str, int | str]:
    """Do what was filled in and return where to go: to the table, or to wait for a code."""
    if wish.how == "share":
        seat_requests.ask(workshop.pk, device, wish.alias, wish.table, wish.role)
        return "join", workshop.code
    admission.join(workshop.pk, device, wish.alias, wish.table, wish.role, wish.how)
    return "play", workshop.pk


def _withdraw(workshop: Workshop, device: Device | None) -> HttpResponse:
    if device is not None:
        seat_requests.withdraw(workshop.pk, device)
    return redirect("join", code=workshop.code)


def _wait(request: HttpRequest, game: Game, waits: Asked) -> HttpResponse:
    """Show who was asked to share a chair, and the field for the code that they give."""
    context = {
        "workshop": game.workshop,
        "picture": at_the_door(game.scenario),
        "waits": waits,
        "holder": isolated(waits.holder),
        "minutes": ASK_MINUTES,
    }
    return render(request, "asked.html", context)


@never_cache
@require_safe
def asked_now(request: HttpRequest, code: str) -> JsonResponse:
    """Tell a page that waits whether it still does; all that is over looks alike."""
    device = device_of(request)
    workshop = Workshop.objects.filter(code=code, ended_at=None).first()
    waits = asked(device.pk, workshop.pk) if device and workshop else None
    return JsonResponse({"waits": waits is not None and not waits.refused})


def _form(
    request: HttpRequest,
    workshop: Workshop,
    room: JoinRoom,
    table: int | None,
    wish: Wish,
    refused: Refused | None = None,
) -> HttpResponse:
    shown = [one for one in room.tables if table is None or one.number == table]
    free = sum(one.free for one in shown)
    offered = table is None and len(room.tables) > 1
    language = get_language() or "nl"
    own = {
        "once": once.issue(_form_of(workshop)),
        "alias": wish.alias,
        "seats_free": offers.seats_free(free, language),
        "tables": offers.tables(shown, wish.table, free > 0, language) if offered else "",
        "roles": offers.roles(room.scenario, shown, wish.role, language),
    }
    shared = {
        "title": workshop.title,
        "picture": at_the_door(room.scenario),
        "code": workshop.code,
        "table": table,
        "offered": offered,
        "free": free > 0,
        "elsewhere": 0 if free else room.free,
        "playing": room.phase != Phase.LOBBY,
        "fixed": room.seats_fixed,
        "bots_chair": room.phase != Phase.LOBBY and room.only_bots,
        "role": wish.role,
        "how": wish.how,
        "error": errors.sentence_of(refused) if refused else "",
        "error_field": _field(refused),
        "alias_taken": refused is not None and refused.code == "alias_taken",
        "choosing": _is_choosing(wish, table, shown, refused),
        "max_alias": admission.MAX_ALIAS,
        **_shared_link(request),
    }
    status = errors.status_of(refused) if refused and request.method == "POST" else 200
    if refused:  # each in another way, and rarely
        return render(request, "join.html", shared | own, status=status)
    return HttpResponse(framed.page(request, "join.html", shared, own), status=status)


def _shared_link(request: HttpRequest) -> dict[str, str]:
    """Return where the page is for others, as a shared link says it."""
    return {"address": public_address(request), "here": request.path}


def _is_choosing(wish: Wish, table: int | None, shown: list[TableSeats], refused: Refused | None) -> bool:
    """Tell whether table, role and the other ways lie open: something is chosen or refused there, or a table's own link
    leaves one thing to choose, the role.
    """
    roles = {role for one in shown for role, free in one.by_role.items() if free}
    by_link = table is not None and len(roles) > 1
    return (
        bool(wish.role)
        or wish.how != "seat"
        or (wish.table or None) != table
        or by_link
        or _field(refused) in ("table", "role")
    )


def _form_of(workshop: Workshop) -> str:
    return f"join-{workshop.pk}"


def _field(refused: Refused | None) -> str:
    """Return which field of the form a refusal is about: alias, table or role; "" for the form as a whole."""
    if refused is None:
        return ""
    if refused.code.startswith("alias_"):
        return "alias"
    return {"table_full": "table", "unknown_table": "table", "seat_taken": "role"}.get(refused.code, "")


def _how(text: str) -> How:
    """Return how somebody wants to take part; anything unknown is a seat."""
    match text:
        case "share" | "observe":
            return text
        case _:
            return "seat"


def _number(text: str) -> int | None:
    """Return a table's number, None for "deal me a seat"; what is no number becomes a table that does not exist."""
    if not text:
        return None
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 3 else 0


def _suggest(room: JoinRoom) -> str:
    """Return a name from the scenario that nobody has yet, or "" when all are taken."""
    names = _names(room.scenario, get_language() or "nl")
    free = [name for name in names if same(name) not in room.aliases]
    return secrets.choice(free) if free else ""


@lru_cache
def _names(scenario: str, language: str) -> tuple[str, ...]:
    words = content.words(scenario, language)
    return tuple(name for code, name in words.items() if code.startswith("alias."))
