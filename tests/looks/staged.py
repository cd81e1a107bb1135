"""Screens that no quick game comes by (a refusal, a lost connection, six tasks, long names, …), from the style page."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.live.server import Server
from tests.looks.shots import LANGUAGES, SETTLE_MS, SIZES, THEMES

ROLES = ("municipality", "professional", "resident")
STATES: dict[str, tuple[str, ...]] = {
    "phone": (
        *("refused", "not-stored", "unanswered", "reconnecting", "paused", "away", "clock", "time-is-up"),
        *("act-talking", "outcome-setback", "outcome-poor", "outcome-good", "time-out", "time-out-over"),
        *("last-outcome", "finale", "closed"),
    ),
    "panel": (
        "clock",
        "time-is-up",
        "ready",
        "paused",
        "beat-3",
        "time-out",
        "time-out-over",
        "last-outcome",
        "finale",
        *("practice", "only-bots", "went-back", "covered", "no-screen", "vote", "closed"),
    ),
    "projector": (
        *("clock", "time-is-up", "paused", "away", "beat-1", "beat-2", "beat-3", "beat-4"),
        *("outcome-setback", "outcome-poor", "outcome-good", "time-out", "time-out-over", "last-outcome"),
        *("finale", "closed"),
    ),
}
EXTREMES = ("agree", "act", "outcome")
QUERIES: dict[str, tuple[str, ...]] = {
    "phone": tuple(f"role={role}" for role in ROLES),
    "panel": ("tables=1", "tables=8", "tables=40"),
    "projector": ("tables=1", "tables=3", "tables=16", "tables=40"),
}
WIDE: dict[str, tuple[str, ...]] = {
    "phone": tuple(f"role={role}&{more}" for role in ROLES for more in ("tasks=5", "tasks=6", "names=long")),
    "panel": ("tasks=6", "tables=6&names=long"),
    "projector": ("tasks=3", "tasks=6", "tables=2&tasks=6"),
}
TAPPED = {"refused": 0, "not-stored": 0, "unanswered": 3500}  # what a tap brings shows after so many ms
LOST_MS = 4500
WAIT_MS = 120_000  # forty streets on a busy computer
UNDRAWN = "[data-part=picture]:empty:not([hidden] *)"  # streets are drawn a few in a frame


def shoot_staged(
    browser: Browser, server: Server, kinds: list[str], folder: Path, *, all_looks: bool
) -> Iterator[str]:
    """Take a picture of every such screen in every language, theme and size, or in the first of each; yields names."""
    page = browser.new_page(reduced_motion="reduce", base_url=server.base_url)
    page.set_default_timeout(WAIT_MS)
    for kind in kinds or list(STATES):
        screens = [*product(STATES[kind], QUERIES[kind]), *product(EXTREMES, WIDE[kind])]
        for (state, query), language, theme in product(
            screens, LANGUAGES if all_looks else LANGUAGES[:1], THEMES if all_looks else THEMES[:1]
        ):
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            _open(page, kind, state, f"{query}&language={language}&theme={theme}")
            for size in SIZES[kind] if all_looks else SIZES[kind][:1]:
                page.set_viewport_size(size)
                page.wait_for_timeout(SETTLE_MS)
                shown = query.replace("&", "-").replace("=", "-")
                name = (
                    f"{kind}-{shown}.staged.{state}.{language}.{theme}.{size['width']}x{size['height']}.png"
                )
                page.screenshot(path=folder / name)
                yield name
    page.close()


def _open(page: Page, kind: str, state: str, query: str) -> None:
    page.set_viewport_size(SIZES[kind][0])
    page.goto(f"/styleguide/{kind}/?state={state}&{query}")
    page.locator("body[data-phase]").wait_for(state="attached")
    page.wait_for_timeout(SETTLE_MS)
    page.locator(UNDRAWN).first.wait_for(state="detached")
    if kind == "phone" and state in TAPPED:
        for label in page.locator("#tasks label:visible").all()[:3]:
            label.click()
        page.wait_for_timeout(SETTLE_MS + TAPPED[state])
    if kind == "phone" and state == "reconnecting":
        page.wait_for_timeout(LOST_MS)
