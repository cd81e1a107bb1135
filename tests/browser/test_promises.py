"""A game in which promises are made, kept and broken: the table sees them before it chooses, and the debrief lays both side
by side.
"""

import pytest
from playwright.sync_api import Locator, expect

from game import content
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.watch import LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser
GREEN, SAFETY, NEIGHBOURS, PLAY = range(4)


def button(phone: Phone, task: int) -> Locator:
    return phone.tasks.nth(task).locator(".promise")


def promise(phone: Phone, task: int, *, is_on: bool = True) -> None:
    """Tap a task's promise, and wait until the table counts it."""
    button(phone, task).click()
    expect(button(phone, task)).to_have_attribute("aria-pressed", str(is_on).lower())
    expect(phone.page.locator(".promise.pending")).to_have_count(0)


def test_promises_are_made_kept_and_broken_and_the_debrief_shows_both(
    watch: Watch, browser_server: Server
) -> None:
    panel = Panel.start(
        watch.visitor("nl", size=LAPTOP), browser_server, tables=1, seats=4, rounds=1, talking="free"
    )
    seats = ("municipality", "professional", "resident", "resident")
    municipality, professional, resident, other = (
        Phone.join(watch.visitor("nl"), panel.code, alias, table=1, role=role)
        for alias, role in zip(("Egel", "Merel", "Das", "Vos"), seats, strict=True)
    )
    panel.next()
    municipality.sees("agree", 1)
    municipality.agree("together", "residents", "together", "together")
    for phone in (municipality, professional, resident):
        expect(phone.page.locator(".promise:visible")).to_have_count(0)
    panel.next()
    resident.sees("act", 1)

    # Before anybody chooses: what is promised, by which chair, and where nobody is.
    before = button(professional, GREEN).locator(".promise-count").inner_text()
    promise(resident, GREEN)
    promise(resident, PLAY)
    promise(other, PLAY)
    promise(professional, NEIGHBOURS)
    promise(professional, NEIGHBOURS, is_on=False)
    expect(button(resident, GREEN)).to_contain_text(resident.word("ui.player.promise.yes"))
    expect(button(professional, GREEN).locator(".promise-count")).not_to_have_text(before)
    expect(panel.page.locator("#unpromised")).to_be_visible()

    # One comes where it promised; the other two stay away.
    resident.choose(GREEN, "join")
    panel.next()
    resident.sees("outcome", 1)
    panel.next()
    panel.show_debrief("what_happened")
    panel.picture("gap").click()
    panel.is_at("what_happened", "gap")
    told = content.words(
        content.default_scenario(), "nl"
    )  # a page that stood here before the debrief has fewer
    resident.page.locator("#story summary", has_text=told["debrief.own.picture"]).click()
    cells = resident.page.locator("#story .gap-table tbody td")
    expect(cells).to_have_count(1)
    panel.next()
    expect(cells).to_have_count(2)
    play, green = told["task.play.name"], told["task.green.name"]
    expect(cells.nth(1)).to_contain_text(f"{play}: {told['holder.professionals']}.")
    expect(cells.nth(1)).to_contain_text(f"{green}: {told['holder.together']}.")
    otherwise = resident.page.locator("#story .gap-mark.otherwise")
    expect(otherwise).to_have_count(3)
    expect(otherwise.filter(has_text=f"{green}:")).to_have_count(0)

    # Where two had promised to come nobody came.
    panel.picture("asked").click()
    panel.is_at("what_happened", "asked")
    counts = {"round": 1, "task": play, "promised": 2, "did": 1}
    unkept = content.fill(told, "debrief.promises.unkept", counts, "nl")
    expect(resident.page.locator("#story .promise-lines li").filter(has_text=unkept)).to_be_visible()
