"""A real server with its own database, a real Chromium, and a watch on everything that happens in it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from tests.browser.desk import Desk
from tests.browser.panel import Panel
from tests.browser.watch import LAPTOP, Watch
from tests.conftest import find_program
from tests.live.server import Server

SHELL = "chromium-headless-shell"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a running server with an empty database, shared by all browser tests."""
    with Server({"DATA_DIR": str(tmp_path_factory.mktemp("browser-server"))}) as started:
        yield started


def _how_long(fixture_name: str, config: pytest.Config) -> Literal["session", "module"]:
    """Keep it for all files where no other tests run, whose event loops it would be in the way of."""
    return "session" if config.getoption("markexpr") == "browser" else "module"


@pytest.fixture(scope=_how_long)
def playwright() -> Iterator[Playwright]:
    """Give what starts browsers, of which there can be one at a time."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope=_how_long)
def browser(
    request: pytest.FixtureRequest, playwright: Playwright, require_program: Callable[[str], Path]
) -> Iterator[Browser]:
    """Give Debian's Chromium, as its lighter shell without windows if that is there and no test asks for all of it."""
    wanted = getattr(request, "param", SHELL)
    program = find_program(wanted) or require_program("chromium")
    started = playwright.chromium.launch(executable_path=program, args=FLAGS)
    yield started
    started.close()


@pytest.fixture(scope=_how_long)
def style_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a running server that has the style page."""
    with Server({"DATA_DIR": str(tmp_path_factory.mktemp("style-page")), "DEBUG": "1"}) as started:
        yield started


@pytest.fixture
def style_page(style_server: Server, browser: Browser) -> Iterator[Page]:
    """Give a page on which every screen is to be had in every state."""
    page = browser.new_page(reduced_motion="reduce", base_url=style_server.base_url)
    yield page
    page.close()


@pytest.fixture
def watch(browser: Browser, browser_server: Server) -> Iterator[Watch]:
    """Give people their browsers; afterwards nothing may have been blocked, sent elsewhere, or gone wrong."""
    browser_server.log.write_bytes(b"")
    watching = Watch(browser, browser_server.base_url)
    yield watching
    watching.close()
    assert watching.problems == []
    assert browser_server.errors() == ""


@pytest.fixture
def desk(request: pytest.FixtureRequest, watch: Watch, browser_server: Server) -> Iterator[Desk]:
    """Give the facilitator's socket of a game at one table of three, in the lobby; its panel's page is closed.

    It has as many rounds as the test file's `ROUNDS` says.
    """
    rounds = request.module.ROUNDS
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=1, seats=3, rounds=rounds)
    with Desk(panel.page) as opened:
        panel.page.goto("about:blank")
        yield opened
