"""The largest page that can be kept as a file: ten rounds of six tasks, doubts, four what-ifs, texts at their limits."""

import re
from pathlib import Path

import pytest
from django.test import RequestFactory
from django.utils import timezone
from playwright.sync_api import Browser, Route, ViewportSize, expect

from game import content
from game.engine.bots.policies import Policy
from game.engine.bots.seat import bot_choice
from game.engine.debrief.steps import MOODS, POSTED
from game.engine.debrief.whatif import WhatIf
from game.engine.model.luck import round_draws
from game.engine.model.roles import default_roles
from game.engine.model.rules import NEWEST
from game.engine.model.values import By
from game.engine.screens.room import Doubt
from game.engine.screens.voices import OwnPost, PostLine
from game.engine.table.moves import close_phase, open_table
from game.engine.table.phases import DEBRIEF_PHASES, Phase, talk_from
from game.engine.table.state import Filled, TableSetup, TableState
from game.models import Workshop
from game.selectors.take_home import TakeHome, TakenGame
from game.web.takeaway.take_home import made
from tests.browser.watch import PHONE, Watch

pytestmark = pytest.mark.browser
SEATS, ROUNDS, SEED = 12, 10, 11
MOST_BYTES = 400_000
OWN_TEXTS = 20  # of a step, as the door has it
SHOWN = 300  # of a step: everybody in the largest room wrote one, and all were let through
STAY = 50  # of those have a place in the file, whatever the table did
VIEW: ViewportSize = {"width": 390, "height": 844}
WIDE = "Wé 😀 "  # letters that take more than a byte


def played() -> TableState:
    """Return a table of twelve that bots played to the end; two tasks have the pictures of two others."""
    known = content.scenario("street").tasks
    state = open_table(
        TableSetup(
            ruleset=NEWEST,
            form="full",
            tasks=(*known, *known[:2]),
            roles=default_roles(SEATS),
            neighbours=0,
            rounds=ROUNDS,
            seed=SEED,
            setbacks=((3, 0), (5, 2)),
            talk_from=talk_from(ROUNDS, silent_first=True),
        )
    )
    manners = (Policy.HABIT, Policy.TOGETHER, Policy.OWN_SCORE, Policy.TAKE_OVER)
    while state.phase not in DEBRIEF_PHASES:
        manner = manners[state.round % len(manners)]  # no round is like the one before
        chosen = (Filled(bot_choice(state, seat, manner), By.PLAYER) for seat in range(SEATS))
        draws = round_draws(SEED, state.round, len(state.setup.tasks), {}) if state.phase is Phase.ACT else ()
        state = close_phase(state, draws, tuple(chosen))
    return state


def text(step: str) -> str:
    return (WIDE * POSTED[step])[: POSTED[step]].strip()


def said(k: int, step: str) -> PostLine:
    return PostLine(
        k, kind=step, text=text(step), mood="", table=1, votes=3, pinned=False, merged=1, bot=False, role=""
    )


def largest(language: str = "nl") -> str:
    """Return the page of a table at which everything that can be said was said, as the server makes it."""
    shown = {step: tuple(said(k, step) for k in range(SHOWN)) for step in POSTED}
    own = tuple(OwnPost(k, step, text(step), "good", "waiting") for step in POSTED for k in range(OWN_TEXTS))
    game = TakenGame(
        number=1,
        ruleset=NEWEST,
        scenario="street",
        tables={1: 1},
        own_table=1,
        own_seat=SEATS - 1,
        what_ifs=tuple(
            WhatIf(code) for code in ("funding.trust", "funding.result", "evening_more", "luck.1")
        ),
        doubts=(Doubt("a_take", 0.0), Doubt("admin", 0.0), Doubt("o_up", 0.0)),
        talk_from=talk_from(ROUNDS, silent_first=True),
        posts=shown,
        moods=dict.fromkeys(MOODS, SEATS),
        own=own,
    )
    workshop = Workshop(title=WIDE * 50, created_at=timezone.now())
    request = RequestFactory().get("/take-home/largest/", headers={"accept-language": language})
    found = TakeHome(workshop, "street", (game,), is_playing=False)
    return made(request, found, [(game, 1, played())], "", language).content.decode()


def test_the_largest_table_is_kept_as_one_small_file(watch: Watch, tmp_path: Path) -> None:
    page = watch.visitor(size=PHONE)
    policy = page.request.get("/").headers["content-security-policy"]
    written = largest()

    def answer(route: Route) -> None:
        route.fulfill(body=written, headers={"content-type": "text/html", "content-security-policy": policy})

    page.route("**/take-home/largest/", answer)
    page.route("**/qr/**", lambda route: route.fulfill(body="<svg xmlns='http://www.w3.org/2000/svg'/>"))
    page.goto("/take-home/largest/")
    expect(page.locator(".home-now .home-keep [data-part=own]")).to_be_visible()
    with page.expect_download() as kept:
        page.locator(".home-keep button").click()
    assert kept.value.suggested_filename == "ons-verhaal-tafel-1.html"
    file = tmp_path / "story.html"
    kept.value.save_as(file)
    assert file.stat().st_size <= MOST_BYTES
    told = file.read_text()
    assert re.findall(r"<(?:script|link|img|iframe|a|button)\b|https?://", told) == []
    assert re.findall(r"alleen jij ziet|in de zaal|in deze zaal|Bewaar nu", told) == []
    reads_without_anything(watch.browser, file)


def reads_without_anything(browser: Browser, file: Path) -> None:
    """Open a kept page without scripts or a connection: its film is there, and it asks for nothing."""
    context = browser.new_context(java_script_enabled=False, offline=True, viewport=VIEW)
    try:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        expect(page.locator(".film-paper svg")).to_have_count(ROUNDS)
        expect(page.locator(".home-three li").first).to_be_visible()
        expect(page.locator(".film-paper use.s-gable").first).not_to_have_css("fill", "rgb(0, 0, 0)")
        stay = page.locator(".home-posts").first.locator("li").count()
        assert stay >= STAY
        expect(page.locator(".home-posts + p").first).to_contain_text(str(SHOWN - stay))
        assert asked == [file.as_uri()]
    finally:
        context.close()
