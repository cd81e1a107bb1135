"""Words, seconds and what lies out of view, of every phase on every chair, in all worlds and both languages, from the
style page.
"""

from itertools import product

from playwright.sync_api import Browser

from game import content
from tests.live.server import Server
from tests.looks.measure import SIZE, Measure, measured
from tests.looks.shots import LANGUAGES
from tests.looks.staged import ROLES

MOST_WORDS, MOST_SECONDS = 90, 45
# The states of a phone in which one reads or chooses, and what is there when it is whole.
STATES = {
    **dict.fromkeys(("agree-first", "agree", "agree-talking"), "#tasks > li"),
    **dict.fromkeys(("act", "act-talking"), "#tasks > li"),
    **dict.fromkeys(("outcome-first", "outcome", "outcome-setback", "outcome-poor"), "#result:not([hidden])"),
    "time-out": "#gauge:not([hidden])",
}


def count(browser: Browser, server: Server) -> list[Measure]:
    """Return what each world asks to read, its language and the state in `state`."""
    page = browser.new_page(reduced_motion="reduce", base_url=server.base_url, viewport=SIZE)
    found = []
    for world, language, role in product(content.load_all(), LANGUAGES, ROLES):
        for state, whole in STATES.items():
            page.goto(f"/styleguide/phone/?state={state}&role={role}&scenario={world}&language={language}")
            page.locator(whole).first.wait_for(state="attached")
            found.append(measured(page, role, f"{world} {language} {state}"))
    page.close()
    return found


def table(found: list[Measure]) -> str:
    """Return words and seconds, a row for each chair and state and a column for each world and language."""
    columns = sorted({one.state.rsplit(" ", 1)[0] for one in found})
    shown = {(one.screen, one.state): f"{one.words:3} {one.seconds:3.0f} s{_too_much(one)}" for one in found}
    rows = [
        f"{role:14}{state:16}" + "".join(f"{shown[role, f'{column} {state}']:>14}" for column in columns)
        for role, state in product(ROLES, STATES)
    ]
    over = sum(bool(_too_much(one).strip()) for one in found)
    head = f"{'phone':30}" + "".join(f"{column:>14}" for column in columns)
    hidden = [f"{one.screen} {one.state}" for one in found if one.in_view < one.options]
    return "\n".join(
        [
            head,
            *rows,
            f"over {MOST_WORDS} words or {MOST_SECONDS} s: {over} of {len(found)}",
            f"options out of view at {SIZE['width']} × {SIZE['height']}: {', '.join(hidden) or 'none'}",
        ]
    )


def _too_much(one: Measure) -> str:
    return "!" if one.words > MOST_WORDS or one.seconds > MOST_SECONDS else " "
