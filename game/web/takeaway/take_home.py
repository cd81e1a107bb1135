"""The take-home page: what a group made of its debrief, for whoever has its address, until the workshop is deleted.

It is made beside the server's threads: after a restart no findings are remembered, and forty tables are a long page.
"""

import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import msgspec
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from game import content
from game.engine.debrief.steps import MOODS
from game.engine.debrief.structure import structure
from game.engine.model.rules import NEWEST, RULESETS
from game.engine.screens.voices import PostLine
from game.engine.table.state import TableState
from game.selectors.take_home import Street, TakeHome, TakenGame, read, states, street, workshop_of
from game.web.address import public_address
from game.web.devices import device_of
from game.web.errors import not_found, take_home_gone
from game.web.picture import picture, sheet
from game.web.pieces import reads_codes
from game.web.qr import svg
from game.web.reach import is_public
from game.web.takeaway.figures import Part, Word, parts, what_if_name, worded
from game.web.takeaway.our_story import OurStory, our_story

ALL = "all"
NUMBER = re.compile(r"[0-9]{1,3}")
_pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="take-home")


@dataclass(frozen=True)
class Shown:
    """A table's game on the page; `anchor` is its place, `sentence` what stands there instead of parts."""

    anchor: str
    heading: str
    is_own: bool
    story: OurStory | None
    parts: tuple[Part, ...]
    sentence: str
    is_try_out: bool


@dataclass(frozen=True)
class Wall:
    """What people said in one step: (text, remark) of what was let through, one's own texts that were not, and moods."""

    title: str
    moods: str
    posts: tuple[tuple[str, str], ...]
    own: tuple[str, ...]


@reads_codes
@require_safe
@never_cache
def take_home(request: HttpRequest, key: str) -> HttpResponse:
    """Show the page with this key, of one's own table or the one that is asked for (`table`: a number, or all)."""
    asked = request.GET.get("table", "")
    page = _read(request, key, asked)
    if page is None:
        return take_home_gone(request)
    found, wanted = page
    language = get_language() or "nl"
    return _pool.submit(made, request, found, wanted, asked, language).result()


@require_safe
def take_home_qr(request: HttpRequest, key: str) -> HttpResponse:
    """Draw the address of a take-home page; an unknown key gets the page for what is not there."""
    if workshop_of(key) is None:
        return not_found(request)
    return svg(request, take_home_address(request, key))


def take_home_address(request: HttpRequest, key: str) -> str:
    """Return the address of a take-home page, as it is printed and as its QR code has it."""
    return public_address(request) + reverse("take_home", args=[key])


Wanted = list[tuple[TakenGame, int, TableState]]


def _read(request: HttpRequest, key: str, asked: str) -> tuple[TakeHome, Wanted] | None:
    """Return the page with this key and the tables to show, or None when there is no such page."""
    device = device_of(request)
    found = read(key, device.pk if device else None)
    if found is None:
        return None
    chosen = [(game, table) for game in found.games for table in _tables(found, game, asked)]
    state = states(game.tables[table] for game, table in chosen)
    return found, [(game, table, state[game.tables[table]]) for game, table in chosen]


def _tables(found: TakeHome, game: TakenGame, asked: str) -> Iterable[int]:
    """Return the tables of a game to show: the one asked for if there is one, else the own one, else the first."""
    if asked == ALL:
        return game.tables
    if NUMBER.fullmatch(asked) and any(int(asked) in one.tables for one in found.games):
        return [int(asked)] if int(asked) in game.tables else []
    own = next((one.own_table for one in reversed(found.games) if one.own_table in one.tables), None)
    chosen = own if own in game.tables else next(iter(game.tables), None)
    return [] if chosen is None else [chosen]


def made(request: HttpRequest, found: TakeHome, wanted: Wanted, asked: str, language: str) -> HttpResponse:
    """Return the page; it reads nothing from the database any more."""
    with override(language):
        return _page(request, found, [street(*one) for one in wanted], asked, language)


def _page(
    request: HttpRequest, found: TakeHome, streets: list[Street], asked: str, language: str
) -> HttpResponse:
    numbers = sorted({table for game in found.games for table in game.tables})
    key = found.workshop.take_home_key
    scenario = found.scenario
    word = worded(scenario, language)
    context = {
        "workshop": found.workshop,
        "is_playing": found.is_playing,
        "shown": [_shown(one, found, language) for one in streets],
        "tables": [(number, word("debrief.table", table=number)) for number in numbers],
        "own": {game.own_table for game in found.games},
        "chosen": {one.table for one in streets} if asked != ALL else set(),
        "is_all": asked == ALL,
        "walls": [wall for game in found.games for wall in _walls(game, len(found.games) > 1, language)],
        "is_public": is_public(request),
        "days": settings.WIPE_WORKSHOP_DAYS,
        "address": take_home_address(request, key),
        "qr": reverse("take_home_qr", args=[key]),
        "source": word("debrief.source"),
        "model": word("debrief.model"),
        "try_out": word("debrief.more_play"),
        "tables_below": word("debrief.tables_below"),
        "about": word("take_home.about"),
        "words": content.page_words("take_home", scenario, language, revealed=True),
        "structure": {
            **structure(RULESETS[found.games[-1].ruleset if found.games else NEWEST]),
            "picture": picture(scenario),
        },
        "sheet": sheet(scenario),
        "drawn": [_drawn(one, word) for one in streets],
    }
    return render(request, "print/take_home.html", context)


def _shown(one: Street, found: TakeHome, language: str) -> Shown:
    word = worded(one.game.scenario, language)
    heading = word("debrief.table", table=one.table)
    if len(found.games) > 1:
        heading += " · " + word("take_home.game", game=one.game.number)
    told = parts(one, language)
    return Shown(
        anchor=f"game-{one.game.number}-table-{one.table}",
        heading=heading,
        is_own=one.game.own_table == one.table,
        story=our_story(one, language),
        parts=told,
        sentence="" if told else word("debrief.no_rounds"),
        is_try_out=any(True for _part in told) and not any(part.step == "pattern" for part in told),
    )


def _walls(game: TakenGame, many: bool, language: str) -> list[Wall]:
    """Return what was written in every step of a game's debrief, without steps in which nothing was."""
    word = worded(game.scenario, language)
    suffix = " · " + word("take_home.game", game=game.number) if many else ""
    walls = []
    for step, written in game.posts.items():
        mine = [post for post in game.own if post.kind == step and post.text and post.state != "shown"]
        moods = _moods(game, word) if step == "feeling" else ""
        if written or mine or moods:
            told = tuple((post.text, _remark(post, word)) for post in written)
            own = tuple(post.text for post in mine)
            walls.append(Wall(word(f"debrief.{step}.title") + suffix, moods, told, own))
    return walls


def _moods(game: TakenGame, word: Word) -> str:
    """Return how often each face was tapped, in their order; "" where none was."""
    counted = [(mood, game.moods[mood]) for mood in MOODS if game.moods.get(mood)]
    return ", ".join(
        word("take_home.mood", mood=word(f"debrief.mood.{mood}"), count=count) for mood, count in counted
    )


def _remark(post: PostLine, word: Word) -> str:
    bot = post.bot and word("debrief.wall.bot")
    votes = post.votes and word("debrief.wall.votes", count=post.votes)
    alike = post.merged and word("debrief.wall.merged", count=post.merged)
    return ", ".join(part for part in (bot, votes, alike) if part)


def _drawn(one: Street, word: Word) -> dict[str, object]:
    """Return what the page's script draws of a table's game."""
    found: dict[str, object] = msgspec.to_builtins(
        {
            "story": one.story,
            "film": one.film,
            "talk_from": one.game.talk_from,
            "loops": one.findings.loops if one.findings else (),
            "sensible": one.findings.sensible if one.findings else {},
            "marks": one.marks,
            "what_ifs": [
                {
                    "code": a.code,
                    "since": a.since,
                    "name": what_if_name(a, word),
                    "lines": a.lines,
                    "reacting": a.reacting,
                }
                for a in one.answers
            ],
        }
    )
    return found
