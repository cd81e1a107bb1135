"""The page to take home as it comes out of a printer, whatever look its screen has: nothing cut, no head left alone."""

import pytest
from django.test import RequestFactory
from django.utils import timezone
from playwright.sync_api import Page, Route, expect

from game import content
from game.engine.bots.policies import Policy
from game.engine.bots.seat import bot_choice
from game.engine.debrief.steps import MOODS
from game.engine.model.luck import round_draws
from game.engine.model.roles import default_roles
from game.engine.model.rules import NEWEST
from game.engine.model.values import By
from game.engine.screens.voices import OwnPost
from game.engine.table.moves import close_phase, open_table
from game.engine.table.phases import DEBRIEF_PHASES, Phase, talk_from
from game.engine.table.state import Filled, TableSetup, TableState
from game.models import Workshop
from game.selectors.take_home import TakeHome, TakenGame
from game.web.takeaway.take_home import made
from tests.browser.printed import sheets
from tests.browser.test_kept_page import largest
from tests.browser.watch import Watch

pytestmark = pytest.mark.browser
SEATS, SEED = 6, 3
HEAD = 13.0  # points, as print.css has it
MOST_SHEETS = 9
QUARTER = 210.0  # of a page, from its top
A4 = {"width": 680, "height": 1009}  # what its margins leave, in pixels
GAMES = {
    "short": (Policy.HABIT, 2),
    "trap": (Policy.HABIT, 6),
    "long": (Policy.HABIT, 8),
    "together": (Policy.TOGETHER, 6),
}


def played(manner: Policy, rounds: int) -> TableState:
    """Return a table that bots of one manner played to the end."""
    state = open_table(
        TableSetup(
            ruleset=NEWEST,
            form="full",
            tasks=content.scenario("street").tasks,
            roles=default_roles(SEATS),
            neighbours=0,
            rounds=rounds,
            seed=SEED,
            setbacks=(),
            talk_from=talk_from(rounds, silent_first=True),
        )
    )
    while state.phase not in DEBRIEF_PHASES:
        chosen = tuple(Filled(bot_choice(state, seat, manner), By.PLAYER) for seat in range(SEATS))
        draws = round_draws(SEED, state.round, len(state.setup.tasks), {}) if state.phase is Phase.ACT else ()
        state = close_phase(state, draws, chosen)
    return state


def written(game: str, language: str) -> str:
    """Return the page of a game, as the server makes it for who sat at the table."""
    if game == "largest":
        return largest(language)
    rounds = GAMES[game][1]
    own = tuple(
        OwnPost(k, step, "Bellen, dan pas schrijven.", "", "shown")
        for k, step in enumerate(("feeling", "tomorrow"))
    )
    taken = TakenGame(
        number=1,
        ruleset=NEWEST,
        scenario="street",
        tables={1: 1},
        own_table=1,
        own_seat=0,
        what_ifs=(),
        doubts=(),
        talk_from=talk_from(rounds, silent_first=True),
        posts={},
        moods=dict.fromkeys(MOODS, 1),
        own=own,
    )
    workshop = Workshop(title="Buurtavond Zuid", created_at=timezone.now())
    request = RequestFactory().get("/take-home/printed/", headers={"accept-language": language})
    found = TakeHome(workshop, "street", (taken,), is_playing=False)
    return made(request, found, [(taken, 1, played(*GAMES[game]))], "", language).content.decode()


def shown(watch: Watch, page: Page, game: str, language: str) -> Page:
    """Open the page of a game in a browser whose look is dark."""
    policy = page.request.get("/").headers["content-security-policy"]
    body = written(game, language)

    def answer(route: Route) -> None:
        route.fulfill(body=body, headers={"content-type": "text/html", "content-security-policy": policy})

    page.route("**/take-home/printed/", answer)
    page.route("**/qr/**", lambda route: route.fulfill(body="<svg xmlns='http://www.w3.org/2000/svg'/>"))
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    page.goto("/take-home/printed/")
    expect(page.locator("figure.chart-figure:not(.drawn):not([data-chart=answers])")).to_have_count(0)
    return page


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("game", [*GAMES, "largest"])
def test_nothing_is_cut_and_no_head_stands_alone(watch: Watch, game: str, language: str) -> None:
    page = shown(watch, watch.visitor(language), game, language)
    printed = sheets(page.pdf(prefer_css_page_size=True))
    assert [(at, run) for at, sheet in enumerate(printed, 1) for run in sheet if run.is_cut] == []
    assert [at for at, sheet in enumerate(printed, 1) if abs(sheet[-1].size - HEAD) < 0.1] == []
    assert [at for at, sheet in enumerate(printed[:-1], 1) if not sheet or sheet[-1].bottom < QUARTER] == []
    if game != "largest":
        assert len(printed) <= MOST_SHEETS


@pytest.mark.parametrize("game", ["trap", "largest"])
def test_our_story_is_one_light_sheet(watch: Watch, game: str) -> None:
    page = shown(watch, watch.visitor(size=A4), game, "nl")
    page.emulate_media(media="print", color_scheme="dark")
    story = page.locator(".home-story").bounding_box()
    assert story is not None
    assert story["y"] + story["height"] <= A4["height"]
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    mine = page.locator(".home-mine")
    title = mine.locator(".home-mine-title").first
    top, first = mine.bounding_box(), title.bounding_box()
    assert top is not None
    assert first is not None
    assert first["y"] - top["y"] <= 12
