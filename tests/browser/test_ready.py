"""Saying "I am done" with things left open: what is filled in is said first, and asked once."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import barriers
from tests.browser.desk import Desk
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.projector import Projector
from tests.browser.watch import BEAMER, LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser

SMALL = {"width": 320, "height": 568}


def asked(phone: Phone) -> list[str]:
    """Return what the phone says that is filled in, after its opening line."""
    expect(phone.page.locator("#left")).to_be_visible()
    return phone.page.locator("#left-intro, #left-list li").all_text_contents()


def is_done(phone: Phone) -> None:
    button = phone.page.locator("#ready")
    expect(button).to_have_text(button.get_attribute("data-undo") or "")
    expect(phone.page.locator("#left")).to_be_hidden()


def test_what_is_left_open_is_said_and_asked_once(watch: Watch, browser_server: Server) -> None:
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=1, seats=3, rounds=2)
    with Desk(panel.page) as desk:
        panel.page.goto("about:blank")
        resident = Phone.join(watch.visitor(size=SMALL), panel.code, "Egel", role="resident")
        municipality = Phone.join(watch.visitor("en"), panel.code, "Merel", role="municipality")
        desk.send("next")
        resident.sees("agree", 1)
        resident.choose(0, "residents")
        button = resident.page.locator("#ready")
        # The second half of a double tap is no answer; both at once, as a busy machine takes long between two.
        button.evaluate("button => { button.click(); button.click(); }")
        names = [resident.word(f"task.{code}.name") for code in ("safety", "neighbours", "play")]
        together = f"{names[0]}, {names[1]} en {names[2]}: {resident.word('holder.together')}"
        assert asked(resident) == [resident.word("ui.player.left.fill"), together]
        found = barriers(resident.page, "phone, something left open")
        resident.page.locator("#fill-first").click()
        expect(resident.page.locator("#left")).to_be_hidden()
        expect(resident.tasks.nth(1).locator("input").first).to_be_focused()
        button.click()
        is_done(resident)
        resident.unready()
        button.click()
        is_done(resident)

        municipality.page.locator("#ready").click()
        line = f"{municipality.word('ui.funding')}: {municipality.word('funding.output')}"
        assert [asked(municipality)[0], asked(municipality)[-1]] == [
            municipality.word("ui.player.left.decide"),
            line,
        ]
        municipality.choose(0, "professionals")
        assert len(asked(municipality)) == 3
        assert municipality.word("task.green.name") not in json.dumps(asked(municipality), ensure_ascii=False)
        municipality.page.locator("#ready").click()
        is_done(municipality)
        assert found == []

        desk.send("next")
        resident.sees("act", 1)
        resident.ready()  # whatever is left open is asked about anew in another step
        desk.send("next")
        desk.send("next")
        resident.sees("agree", 2)
        resident.keep_all()  # nothing is left open where last round's is taken as it stands
        expect(resident.page.locator("#left")).to_be_hidden()


def test_nothing_is_decided_for_the_municipality_without_a_yes(watch: Watch, browser_server: Server) -> None:
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=1, seats=3, rounds=2)
    projector = Projector.open(watch.visitor(size=BEAMER), panel.projector_link)
    municipality = Phone.join(watch.visitor(), panel.code, "Merel", role="municipality")
    panel.next()
    municipality.sees("agree", 1)
    municipality.choose(0, "residents")
    with Desk(panel.page) as desk:
        desk.send("start_clock", seconds=1)
        expect(panel.page.locator("#undecided")).to_have_text(
            panel.word("ui.panel.undecided.one", tables="1")
        )
    expect(municipality.page.locator("#notice")).to_have_text(municipality.word("ui.player.decide_now"))
    expect(projector.page.locator("#phase-more")).to_have_text(projector.word("ui.projector.undecided"))
    panel.page.locator("#next").click()
    names = [panel.word(f"task.{code}.name") for code in ("safety", "neighbours", "play")]
    tasks = f"{names[0]}, {names[1]} en {names[2]}: {panel.word('holder.together')}"
    line = f"Tafel 1 (Merel) · {tasks}; {panel.word('ui.funding')}: {panel.word('funding.output')}"
    text = panel.page.locator("#confirm-text")
    expect(text).to_have_text(panel.word("ui.panel.confirm.undecided.text", what=line))
    panel.page.locator("#confirm button[value=no]").click()
    panel.sees("agree", 1)
    panel.next()
    panel.sees("act", 1)
    municipality.sees("act", 1)
    expect(municipality.page.locator("#notice")).to_be_hidden()
