"""The facilitator's export: a page to choose from, and the files themselves, made beside the server's threads.

What is in the files is decided in game/selectors/export, how they are written in workbook.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from game.content import default_scenario
from game.engine.model.refusal import Refused
from game.models import Table, Workshop
from game.selectors.export import Collected, Export, build, collect
from game.selectors.rights import is_facilitator, may_manage
from game.web.devices import device_of
from game.web.errors import not_found, sentence_of
from game.web.takeaway.export_words import chairs_of, explained
from game.web.takeaway.figures import Word, worded
from game.web.takeaway.workbook import archive, game_json, workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# One at a time: a large workshop takes seconds of this process, and phones come first.
_pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="export")


@dataclass(frozen=True)
class File:
    """What a browser gets: its name, its type and its content."""

    name: str
    type: str
    content: bytes


Make = Callable[[Collected], File | None]


@require_safe
@never_cache
def export(request: HttpRequest, workshop: int) -> HttpResponse:
    """Show what can be taken along; with `as` (zip, xlsx, json) give it. Only the facilitator's devices get either.

    With `names` to who manages the workshop only, not to a remote.
    """
    answer = _page(request, workshop)
    if answer.status_code != 200 or "as" not in request.GET:
        return answer
    make = _wanted(request)
    found = collect(workshop) if make else None
    if make is None or found is None:
        return not_found(request)
    file = _pool.submit(make, found).result()
    if file is None:
        return not_found(request)
    response = HttpResponse(file.content, content_type=file.type)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response


def _page(request: HttpRequest, workshop: int) -> HttpResponse:
    device = device_of(request)
    if device is None or not is_facilitator(device.pk, workshop):
        return render(request, "facilitator/no_key.html", {"of_control": True}, status=403)
    may_name = may_manage(device.pk, workshop)
    if "names" in request.GET and not may_name:
        context = {"of_control": True, "error": sentence_of(Refused("is_remote"))}
        return render(request, "facilitator/no_key.html", context, status=403)
    if "as" in request.GET:
        return HttpResponse()  # allowed; the file comes instead of the page
    found = Workshop.objects.filter(pk=workshop).first()
    if found is None:
        return not_found(request)
    games = found.games.order_by("number")
    played = Table.objects.filter(game__workshop=found).exclude(snapshot="").select_related("game")
    context = {
        "workshop": found,
        "may_name": may_name,
        "tables": played.order_by("game__number", "number"),
        "many_games": len(games) > 1,
        "has_started": any(game.round for game in games),
        "is_running": any(game.round and game.phase not in ("debrief", "closed") for game in games),
    }
    return render(request, "facilitator/export.html", context)


def _wanted(request: HttpRequest) -> Make | None:
    """Return what makes the file that was asked for, or None for an unknown kind."""
    asked = request.GET
    language = get_language() or "nl"
    names = asked.get("names") == "on"
    match asked.get("as"):
        case "zip" | "xlsx" as kind:
            return lambda found: whole(found, kind, language, names=names)
        case "json":
            name = f"game-{asked.get('game', '')}-table-{asked.get('table', '').zfill(2)}.json"
            return lambda found: _single(found, name, language)
        case _:
            return None


def exported(found: Collected, language: str, *, names: bool) -> Export:
    """Return the export of a workshop as it stands now, in a language."""
    with translation.override(language):
        return build(found, language, chairs_of(_word(found, language)), timezone.now(), names=names)


def _word(found: Collected, language: str) -> Word:
    """Return what says the words of a workshop's files: those of the scenario that it played last."""
    return worded(found.games[-1].scenario if found.games else default_scenario(), language)


def whole(found: Collected, kind: str, language: str, *, names: bool) -> File:
    """Return a workshop as a zip or as a spreadsheet (`kind` zip or xlsx)."""
    made = exported(found, language, names=names)
    with translation.override(language):
        sheets = explained(made.sheets, _word(found, language))
    name = f"{'wie-pakt-het-op' if language == 'nl' else 'who-picks-it-up'}-{found.workshop.code}"
    if kind == "zip":
        return File(f"{name}.zip", "application/zip", archive(made, sheets, name))
    return File(f"{name}.xlsx", XLSX, workbook(sheets))


def _single(found: Collected, name: str, language: str) -> File | None:
    file = exported(found, language, names=False).files.get(name)
    return File(name, "application/json", game_json(file)) if file else None
