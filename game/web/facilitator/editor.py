"""The page where a world is edited: a part at a time, in both languages side by side, stored as it is typed or as it is sent.

Without its script it is a page of forms; with it, what was typed is sent by itself, and the same answers come as JSON.
"""

from collections.abc import Mapping

from csp.decorators import csp_update
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.dates import MONTHS
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from game import content
from game.actions import worlds
from game.actions.worlds import Changed, Maker, NoWorld
from game.content.own.build import tasks_of
from game.content.own.hints import hints
from game.content.own.history import redoable, undoable
from game.content.own.places import MOST_TYPED, NONE, place_of
from game.content.own.problems import Problem, problems
from game.content.own.shown import shown, whose
from game.content.words import LANGUAGES
from game.models import OwnWorld
from game.selectors.worlds import title_of
from game.web.facilitator.world_fields import PARTS, Fields, part_of
from game.web.facilitator.world_groups import Remarks
from game.web.facilitator.worlds import MAX_DIGITS, for_makers, refused, world_of
from game.web.picture import sheet
from game.web.words import said

JSON = "application/json"
SHOWN_PROBLEMS = 8


@never_cache
@csp_update({"frame-src": ["'self'"]})
@require_http_methods(["GET", "HEAD", "POST"])
@for_makers
def world(request: HttpRequest, maker: Maker, world: int) -> HttpResponse:
    """Show a part of a world to edit (GET), and store what was typed, undo, or move a task (POST)."""
    found = world_of(maker, world)
    if request.method != "POST":
        return _page(request, maker, found)
    try:
        for step in (worlds.undo, worlds.redo):
            if step.__name__ in request.POST:
                return _undone(request, maker, world, step(maker, world))
        typed = _typed(request.POST, found)
        named = [frozenset(request.POST.getlist(name)) for name in ("anyway", "asked")]
        told = worlds.change(maker, world, typed, _revision(request.POST), *named)
    except NoWorld as error:
        return _failed(request, maker, found, refused(error))
    found = world_of(maker, world)
    if request.headers.get("Accept") == JSON:
        return JsonResponse(_told(found, maker, typed, told))
    if told.theirs or told.too_long:
        return _page(request, maker, found, typed, told)
    return redirect(f"{reverse('world', args=[world])}?{_where(request.POST)}")


def _typed(sent: QueryDict, found: OwnWorld) -> dict[str, str]:
    """Return what was typed by place; what happens in a round comes as its tasks, and a task that moves as all of them."""
    typed = {
        name: text for name, text in sent.items() if isinstance(text, str) and place_of(name) is not None
    }
    for name in sent.getlist("round"):
        typed[name] = " ".join(sent.getlist(name)) or NONE
    base = content.base(found.base)
    tasks = list(tasks_of(base, found.changes))
    for move in ("add", "remove", "up"):
        task = sent.get(move) or ""
        if move == "add" and task and task not in tasks:
            tasks.append(task)
        elif move == "remove" and task in tasks:
            tasks.remove(task)
        elif move == "up" and task in tasks[1:]:
            place = tasks.index(task)
            tasks[place - 1 : place + 1] = [task, tasks[place - 1]]
    if tasks != list(tasks_of(base, found.changes)):
        typed["tasks"] = " ".join(tasks)
    return typed


def _revision(sent: QueryDict) -> int:
    given = sent.get("revision", "")
    return int(given) if given.isascii() and given.isdecimal() and len(given) <= MAX_DIGITS else 0


def _where(sent: Mapping[str, str]) -> str:
    part = sent.get("part", "")
    return f"part={part if part in PARTS else PARTS[0]}#{sent.get('group', '')[:60]}"


def _told(found: OwnWorld, maker: Maker, typed: Mapping[str, str], told: Changed) -> dict[str, object]:
    """Return what became of what was typed, field by field, and of the same sentence in the other language."""
    names = {
        f"{language}.{place.code}"
        for name in typed
        if (place := place_of(name)) is not None and place.language
        for language in LANGUAGES
    }
    return {
        **_now(found, maker),
        "fields": [_field(found, name, told) for name in sorted(names)],
        "too_long": told.too_long,
    }


def _now(found: OwnWorld, maker: Maker) -> dict[str, object]:
    by = maker.device.pk
    return {
        "revision": found.revision,
        "problems": _problems(found),
        "hints": _hints(found),
        "can_undo": bool(undoable(found.history, by)),
        "can_redo": bool(redoable(found.history, by)),
    }


def _field(found: OwnWorld, name: str, told: Changed | None = None) -> dict[str, object]:
    base = content.base(found.base)
    wrong = next((one for one in problems(base, found.changes) if one.place == name), None)
    return {
        "name": name,
        "text": shown(base, found.changes, name),
        "whose": whose(base, found.changes, name),
        "problem": _sentence(wrong) if wrong else "",
        "theirs": told is not None and name in told.theirs,
    }


def _sentence(wrong: Problem) -> str:
    return said(f"world.problem.{wrong.code}", **wrong.params)


def _problems(found: OwnWorld) -> list[dict[str, str]]:
    """Return what is still wrong, each with where it is put right."""
    wrong = problems(content.base(found.base), found.changes)
    return [
        {
            "place": one.place,
            "says": _sentence(one),
            "part": part_of(one.place),
            "text": found.changes.get(one.place, "")[:40],
        }
        for one in wrong[:SHOWN_PROBLEMS]
    ]


def _hints(found: OwnWorld) -> list[dict[str, str]]:
    """Return what may be forgotten, each with where to look."""
    shown_hints = hints(content.base(found.base), found.changes)[:SHOWN_PROBLEMS]
    return [
        {
            "says": said(f"world.hint.{one.code}", count=one.count, name=one.name),
            "to": f"?{urlencode({'q': one.name})}" if one.name else f"?part=place#{one.place}",
        }
        for one in shown_hints
    ]


def _undone(request: HttpRequest, maker: Maker, number: int, places: list[str]) -> HttpResponse:
    found = world_of(maker, number)
    if request.headers.get("Accept") == JSON:
        fields = [_field(found, name) for name in _both(places)]
        return JsonResponse(
            {
                **_now(found, maker),
                "fields": fields,
                "undone": places,
                "part": part_of(places[0]) if places else "",
            }
        )
    part = part_of(places[0]) if places else request.POST.get("part", "")
    return redirect(f"{reverse('world', args=[number])}?{_where({'part': part})}")


def _both(places: list[str]) -> list[str]:
    codes = [place for name in places if (place := place_of(name)) is not None and place.language]
    return [f"{language}.{place.code}" for place in codes for language in LANGUAGES]


def _failed(request: HttpRequest, maker: Maker, found: OwnWorld, error: str) -> HttpResponse:
    if request.headers.get("Accept") == JSON:
        return JsonResponse({"error": error}, status=400)
    typed = {name: str(text) for name, text in request.POST.items()}
    return _page(request, maker, found, typed, error=error)


def _page(
    request: HttpRequest,
    maker: Maker,
    found: OwnWorld,
    typed: Mapping[str, str] | None = None,
    told: Changed | None = None,
    error: str = "",
) -> HttpResponse:
    """Show the page; with what was `typed` where it was not stored, and why not."""
    asked = request.POST if request.method == "POST" else request.GET
    part = asked.get("part", "")
    part = part if part in PARTS else PARTS[0]
    words = str(request.GET.get("q", "")).strip()
    base, language = content.base(found.base), get_language() or "nl"
    copied = content.words(found.base, language)["title"]
    fields = Fields(base, found.changes, _remarks(found, typed or {}, told, error))
    context = {
        "world": found,
        "title": title_of(found, language),
        "copied": copied,
        "scene": content.scenario(found.base).scene,
        "sheet": sheet(found.base),
        "parts": [(one, said(f"world.part.{one}")) for one in PARTS],
        "part": part,
        "groups": fields.found(words) if words else fields.of(part),
        "q": words,
        "months": MONTHS,
        "most": MOST_TYPED,
        "new_tasks": fields.new_tasks() if part == "tasks" and not words else [],
        "now": _now(found, maker),
        "error": error,
        "left_out": _count(request.GET.get("left_out", "")),
        "missing": request.GET.get("missing") if request.GET.get("missing") in LANGUAGES else "",
        "accounts": settings.HOSTING == "accounts",
        "says": {code: said(f"world.says.{code}", of=copied) for code in SAYS},
    }
    return render(request, "worlds/editor.html", context, status=400 if error else 409 if told else 200)


def _remarks(found: OwnWorld, typed: Mapping[str, str], told: Changed | None, error: str) -> Remarks:
    wrong = {one.place: _sentence(one) for one in problems(content.base(found.base), found.changes)}
    if told is None:
        return Remarks(wrong, {}, typed if error else {})
    wrong |= dict.fromkeys(told.too_long, said("world.says.too_long"))
    wrong |= dict.fromkeys(told.theirs, said("world.says.theirs"))
    kept = {name: typed[name] for name in (*told.theirs, *told.too_long)}
    return Remarks(wrong, told.theirs, kept)


SAYS = (
    "other",
    "base",
    "new",
    "saving",
    "saved",
    "unsaved",
    "unsaved_some",
    "undone",
    "redone",
    "nothing",
    "theirs",
    "mine",
    "take_theirs",
    "too_long",
)


def _count(given: str) -> int:
    return int(given) if given.isascii() and given.isdecimal() and len(given) <= MAX_DIGITS else 0
