"""The facilitator's folder: one place to print from, table signs, role cards and a page for whoever sets up the room."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from game import content
from game.engine.debrief.timetable import PLANS, USUAL_PLAN
from game.engine.model.roles import Role
from game.models import Game
from game.web.address import public_address
from game.web.facilitator.floor_plan import plan_of
from game.web.facilitator.printed import kit_words, printed, room_of, spoken
from game.web.qr import qr_path
from game.web.reach import is_public

CARDS_ON_A_SHEET = 4


@printed
def kit(request: HttpRequest, game: Game) -> HttpResponse:
    """Show what there is to print, each in both languages."""
    room, language = room_of(game), spoken()
    words = content.words(game.scenario, language)
    plans = [(plan, content.fill(words, "kit.run_plan", {"minutes": plan}, language)) for plan in PLANS]
    context = {
        "workshop": game.workshop,
        "kit": kit_words(words, language, tables=len(room.tables)),
        "plans": plans,
    }
    return render(request, "kit/index.html", context)


@printed
def signs(request: HttpRequest, game: Game) -> HttpResponse:
    """Show a sign per table: its number and its QR code, twice, to fold."""
    language, code = spoken(), game.workshop.code
    words, address = content.words(game.scenario, language), public_address(request)
    tables = [
        {
            "number": number,
            "name": content.fill(words, "ui.table", {"table": number}, language),
            "choose": content.fill(words, "kit.sign_choose", {"table": number}, language),
            "qr": f"{qr_path(f'/qr/{code}.svg', address)}&table={number}",
        }
        for number in room_of(game).tables
    ]
    short = address.split("://", 1)[-1]
    told = kit_words(words, language, address=short, code=code, tables=len(tables))
    context = {"workshop": game.workshop, "kit": told, "tables": tables}
    return render(request, "kit/signs.html", context)


@printed
def role_cards(request: HttpRequest, game: Game) -> HttpResponse:
    """Show the role cards of one table, four to a sheet."""
    room, language = room_of(game), spoken()
    words = content.words(game.scenario, language)
    about = {role.value: _role(game, role, language) for role in Role}
    context = {
        "workshop": game.workshop,
        "kit": kit_words(words, language, tables=len(room.tables), seats=len(room.roles)),
        "sheets": [
            [about[role] for role in room.roles[first : first + CARDS_ON_A_SHEET]]
            for first in range(0, len(room.roles), CARDS_ON_A_SHEET)
        ],
    }
    return render(request, "kit/roles.html", context)


@printed
def host(request: HttpRequest, game: Game) -> HttpResponse:
    """Show the page for whoever sets up the room."""
    room, language = room_of(game), spoken()
    words = content.words(game.scenario, language)
    people = len(room.tables) * len(room.roles)
    told = kit_words(
        words,
        language,
        tables=len(room.tables),
        count=len(room.tables),
        seats=len(room.roles),
        chairs=people,
        people=people,
        minutes=game.minutes or USUAL_PLAN,
    )
    wifi = told["host_wifi_public" if is_public(request) else "host_wifi_room"]
    plan = plan_of(len(room.tables), len(room.roles))
    context = {"workshop": game.workshop, "kit": told, "wifi": wifi, "plan": plan}
    return render(request, "kit/host.html", context)


def _role(game: Game, role: Role, language: str) -> dict[str, object]:
    words = content.words(game.scenario, language)
    return {
        "code": role.value,
        "name": words[f"role.{role}"],
        "letter": words[f"ui.letter.{role}"],
        "text": words[f"role_card.{role}"].split("\n"),
    }
