"""Whole screens of the style page: the real page of a phone, projector or panel, with a stand-in for the server.

What the server would say is made by the code that says it in a workshop, from a made-up game; nothing is stored or read.
"""

import json
from collections.abc import Callable
from typing import Any

from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from game.content import LANGUAGES
from game.engine.model.roles import Role
from game.engine.model.rules import NEWEST
from game.engine.table.phases import DEBRIEF_PHASES
from game.models import Game, Seat, Table, Workshop
from game.protocol.codec import encode, encode_part
from game.protocol.messages import (
    Clock,
    Log,
    Message,
    PanelScreen,
    PlayerScreen,
    Posts,
    ProjectorScreen,
    Reach,
)
from game.selectors import clock
from game.selectors.arrivals import Arrival
from game.selectors.live import screens
from game.selectors.live.values import milliseconds
from game.selectors.rights import Place
from game.web.errors import not_found
from game.web.facilitator.control import page_of as panel_page
from game.web.player.page import data_of
from game.web.player.page import page_of as player_page
from game.web.projector.page import page_of as projector_page
from game.web.styleguide.live import CODE, TITLE, game_of
from game.web.styleguide.played import tasks_of, words_of
from game.web.styleguide.stage import STAGES, Stage

REV = 1
WORKSHOP = 1
_REFUSALS = {
    Role.MUNICIPALITY: "too_many_visits",
    Role.PROFESSIONAL: "too_many_hours",
    Role.RESIDENT: "too_many_evenings",
}


Said = tuple[dict[str, Any], list[Any]]


def phone_said(request: HttpRequest, stage: Stage) -> Said:
    """Return the context of a phone's page, and what the server would say to it."""
    live = game_of(stage)
    table = live.tables[0]
    seat = table.roles.index(stage.role)
    row = Table(game=_game(stage), number=table.number)
    who = table.room.seats[seat]
    place = Place(0, who.alias, row, Seat(table=row, number=seat, role=stage.role), clock.now())
    mine = screens.own_part(live, table, table.seat_ids[seat])
    part = screens.table_part(live, table)
    data = data_of(row.game.scenario, NEWEST, get_language() or "nl", stage.phase in DEBRIEF_PHASES)
    page = player_page(WORKSHOP, place, Arrival()) | data | {"code": CODE, "is_public": False}
    return page, _say(PlayerScreen(REV, True, encode_part(part), encode_part(mine)), _clock(stage))


def projector_said(request: HttpRequest, stage: Stage) -> Said:
    """Return the context of the projector's page, and what the server would say to it."""
    live = game_of(stage)
    boards = [encode_part(screens.board(live, table)) for table in live.tables]
    room = encode_part(screens.projector_room(live))
    page = projector_page(request, _workshop(), _game(stage))
    return page, _say(ProjectorScreen(REV, _now_ms(), True, room, boards), _clock(stage))


def _panel(request: HttpRequest, stage: Stage) -> Said:
    live = game_of(stage)
    tiles = [encode_part(screens.panel_tile(table)) for table in live.tables]
    room = encode_part(screens.panel_room(live))
    page = panel_page(request, _workshop(), _game(stage)) | {"manages": True}
    nothing = encode_part(())
    here = sum(len(seat.people) for table in live.tables for seat in table.room.seats)
    said = _say(
        PanelScreen(REV, _now_ms(), True, room, tiles),
        _clock(stage),
        Log(REV, nothing),
        Posts(REV, nothing),
        Reach(here, here, 0, stage.screens),
    )
    return page, said


def _say(*messages: Message) -> list[Any]:
    return [json.loads(encode(message)) for message in messages]


def _clock(stage: Stage) -> Clock:
    return Clock(REV, stage.left_ms, stage.paused)


def _now_ms() -> int:
    return milliseconds(clock.now())


def _workshop() -> Workshop:
    return Workshop(pk=WORKSHOP, code=CODE, title=TITLE)


def _game(stage: Stage) -> Game:
    return Game(
        workshop=_workshop(),
        scenario=stage.plays,
        ruleset=NEWEST,
        phase=stage.phase,
        round=stage.round,
    )


def _view(name: str, make: Callable[[HttpRequest, Stage], Said]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Return the view of a screen in the state that `?state=` asks, with DEBUG; another state answers 404."""

    @require_safe
    @never_cache
    @csp_replace({"frame-ancestors": ["'self'"]})
    @xframe_options_sameorigin
    def view(request: HttpRequest) -> HttpResponseBase:
        found = STAGES.get(str(request.GET.get("state", "")))
        if not settings.DEBUG or found is None:
            return not_found(request)
        language = str(request.GET.get("language", ""))
        with translation.override(language if language in LANGUAGES else get_language()):
            stage = found.asked(request.GET)
            context, said = make(request, stage)
            return render(request, f"styleguide/{name}.html", context | _staged(stage, context, said))

    return view


def _staged(stage: Stage, page: dict[str, Any], said: list[Any]) -> dict[str, Any]:
    """Return what a screen's page has otherwise on the style page: words and tasks of this stage, and the stand-in's part."""
    limit = next((message["mine"].get("limit") for message in said if "mine" in message), None)
    drawn: dict[str, Any] = {"tasks": list(tasks_of(stage))} | ({"scene": ""} if stage.general else {})
    return {
        "words": words_of(stage, page["words"]),
        "structure": page["structure"] | {"picture": page["structure"]["picture"] | drawn},
        "stage": {
            "says": said,
            "answer": stage.answer,
            "refusal": {"code": _REFUSALS[stage.role], "params": {"limit": limit}},
            "theme": stage.theme,
        },
    }


phone = _view("phone", phone_said)
projector = _view("projector", projector_said)
panel = _view("panel", _panel)
