"""How the facilitator leads: what comes next and what to say, practice, time-out, other chairs, playing again, keys."""

import json
import re

import pytest
from playwright.sync_api import WebSocketRoute, expect

from tests.browser.accessibility import barriers
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.projector import Projector
from tests.browser.watch import BEAMER, LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser
A_WHILE_MS = 41_000


@pytest.fixture
def panel(watch: Watch, browser_server: Server) -> Panel:
    """Give the panel of a game of two rounds at one table of three, in the lobby."""
    return Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=1, seats=3, rounds=2)


# What comes next


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_button_is_named_after_the_next_step(watch: Watch, browser_server: Server, language: str) -> None:
    panel = Panel.start(
        watch.visitor(language, size=LAPTOP), browser_server, tables=1, seats=3, rounds=2, rehearsal=True
    )
    projector = Projector.open(watch.visitor(language, size=BEAMER), panel.projector_link)
    panel.promises("lobby", "agree.one", round=1)
    panel.advises("lobby")
    expect(panel.page.locator("#opening")).to_have_text(panel.word("opening"))
    steps = [
        ("agree", 1, "agree", "act.one", "agree_first"),
        ("act", 1, "act", "outcome.one", "act"),
        ("outcome", 1, "outcome", "agree.one", "outcome"),
        ("agree", 2, "agree", "act.one", "agree_later"),
        ("act", 2, "act", "outcome.one", "act"),
        ("outcome", 2, "last", "feeling.finale", "outcome"),
    ]
    for phase, round, named, preview, note in steps:
        panel.next()
        panel.sees(phase, round)
        projector.sees(phase, round)
        panel.promises(named, preview, round=2)
        panel.advises(note)
    panel.next()
    panel.sees("debrief")
    projector.sees("debrief")


def test_practice_is_said_and_then_starts_again(watch: Watch, browser_server: Server) -> None:
    panel = Panel.start(
        watch.visitor(size=LAPTOP), browser_server, tables=1, seats=3, rounds=2, practice=True
    )
    phone = Phone.join(watch.visitor(), panel.code, "Egel", role="municipality")
    practice = panel.page.locator("#practice")
    expect(practice).to_be_visible()
    panel.next()
    phone.agree(*["residents"] * 4)
    for _ in range(2):
        panel.next()
    panel.sees("outcome")
    panel.promises("reset", "agree.one", round=1)
    expect(practice).to_be_visible()
    expect(panel.page.locator("#round")).to_have_text(panel.word("ui.panel.practice_round"))
    panel.next()
    panel.sees("agree", 1)
    expect(panel.page.locator("#round")).to_have_text(panel.word("ui.panel.round_of", round=1, rounds=2))
    expect(practice).to_be_hidden()
    expect(panel.page.locator("#went-back")).to_have_text(panel.word("ui.practice_over"))
    expect(panel.logs("practice_reset")).to_have_count(1)
    expect(panel.page.locator("#log > li.replaced")).not_to_have_count(0)
    phone.sees("agree", 1)
    assert phone.chosen() == [None] * 4


def test_the_time_out_comes_after_round_three(watch: Watch, browser_server: Server) -> None:
    panel = Panel.start(
        watch.visitor(size=LAPTOP), browser_server, tables=1, seats=3, rounds=4, rehearsal=True
    )
    projector = Projector.open(watch.visitor(size=BEAMER), panel.projector_link)
    for _ in range(9):
        panel.next()
    panel.sees("outcome", 3)
    panel.promises("to_time_out", "time_out")
    panel.next()
    panel.sees("time_out")
    projector.sees("time_out")
    panel.advises("time_out_setback")  # round 3 brought one
    panel.promises("outcome", "agree.one", round=4)
    expect(panel.page.locator("#clock.running")).to_have_text(re.compile(r"^(6:00|5:\d\d)$"))  # of 75 minutes
    phone = Phone.join(watch.visitor(), panel.code, "Egel", lobby=False)
    phone.sees("time_out")
    panel.start_own_clock("0:01")
    for page, said in ((panel.page, "#time-up"), (projector.page, "#time-out-up")):
        expect(page.locator(said)).to_be_visible()
    expect(phone.page.locator("#phase-ask")).to_have_text(phone.word("ui.player.ask.time_up"))
    found = barriers(panel.page, "panel, time-out that is over")
    for one in (panel, projector, phone):
        one.sees("time_out")  # until the facilitator ends it
    panel.next()
    panel.sees("agree", 4)
    expect(panel.page.locator("#clock.running")).to_be_hidden()
    projector.sees("agree", 4)
    expect(projector.page.locator("#phase-more")).to_have_text(projector.word("ui.projector.may_talk"))
    expect(phone.page.locator("#may-talk")).to_be_visible()
    assert found == []


# Other chairs, and again


def names_what_is_in_it(panel: Panel, *codes: str) -> None:
    """Wait until the key to the course of the game is named after these of its parts."""
    named = ", ".join(panel.word(f"ui.panel.course.{code}") for code in codes)
    expect(panel.page.locator("#course > summary")).to_have_text(named[:1].upper() + named[1:])


def test_chairs_are_swapped_between_rounds_only(watch: Watch, panel: Panel) -> None:
    names_what_is_in_it(panel, "swap")
    roles = ("municipality", "resident", "professional")
    phones = [Phone.join(watch.visitor(), panel.code, f"Das {role[:3]}", role=role) for role in roles]
    for _ in range(3):
        panel.next()
    panel.sees("outcome", 1)
    names_what_is_in_it(panel, "back", "swap", "end")
    panel.swap()
    expect(panel.logs("swapped")).to_have_count(1)
    for phone in phones:
        expect(phone.page.locator("body")).not_to_have_attribute("data-role", phone.role)
    for phone in phones:
        mark = panel.person(phone.alias).locator("[data-part=mark]")
        expect(mark).not_to_have_attribute("data-role", phone.role)
    after = [panel.seat_of(phone.alias) for phone in phones]
    assert sorted(after) == sorted(roles)
    assert [now for now, before in zip(after, roles, strict=True) if now == before] == []
    panel.next()
    names_what_is_in_it(panel, "back", "end")
    panel.open_course()
    expect(panel.page.locator("#swap")).to_be_hidden()
    expect(panel.page.locator("#swap-table")).to_be_hidden()


def test_a_second_play_with_the_same_people(watch: Watch, panel: Panel) -> None:
    phone = Phone.join(watch.visitor(), panel.code, "Egel", role="resident")
    Phone.join(watch.visitor(), panel.code, "Merel", role="municipality")
    projector = Projector.open(watch.visitor(size=BEAMER), panel.projector_link)
    for _ in range(3):
        panel.next()
    panel.end_early()
    panel.play_again()
    expect(panel.page.locator("#game-number")).to_have_text(panel.word("ui.panel.game_number", game=2))
    panel.counts_people(2)
    assert panel.seat_of("Egel") == "resident"
    projector.sees("lobby")
    panel.next()
    phone.sees("agree", 1)
    for _ in range(2):
        panel.next()
    panel.end_early()
    panel.play_again(other_chairs=True)
    expect(panel.page.locator("#game-number")).to_have_text(panel.word("ui.panel.game_number", game=3))
    expect(phone.page.locator("body")).not_to_have_attribute("data-role", "resident")
    assert [panel.seat_of(alias) for alias in ("Egel", "Merel")] == ["municipality", "resident"]


# Stuck


def test_what_to_say_when_one_role_keeps_a_table_waiting(watch: Watch, browser_server: Server) -> None:
    late_ms = 0

    def pass_on(route: WebSocketRoute) -> None:
        """Let the server's clock be later than it is, once a while is to have gone by."""
        server = route.connect_to_server()

        def hear(text: str | bytes) -> None:
            message = json.loads(text)
            if "now_ms" in message:
                message["now_ms"] += late_ms
            route.send(json.dumps(message))

        server.on_message(hear)

    page = watch.visitor(size=LAPTOP)
    page.route_web_socket(re.compile("/ws/control/"), pass_on)
    panel = Panel.start(page, browser_server, tables=1, seats=3, rounds=2)
    municipality = Phone.join(watch.visitor(), panel.code, "Egel", role="municipality")
    resident = Phone.join(watch.visitor(), panel.code, "Merel", role="resident")
    panel.next()
    for phone in (municipality, resident):
        phone.sees("agree", 1)
    resident.ready()
    panel.counts_ready(1, 2)
    expect(page.locator("#stuck")).to_be_hidden()
    late_ms = A_WHILE_MS
    municipality.choose(0, "together")
    card = page.locator("#stuck-list > li")
    expect(card).to_have_count(1)
    expect(card).to_have_attribute("data-role", "municipality")
    expect(card.locator("[data-part=say]")).to_have_text(panel.word("stuck.municipality"))
    expect(card.locator("[data-part=who]")).to_contain_text("Egel")
    expect(panel.tile(1)).to_have_class(re.compile(r"\battention\b"))
    found = barriers(page, "panel, stuck")
    municipality.ready()
    expect(page.locator("#stuck")).to_be_hidden()
    assert found == []


# The plan, and what one wrote oneself


def test_the_plan_and_own_notes_stand_on_the_panel_and_stay(watch: Watch, browser_server: Server) -> None:
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server, seats=3, rehearsal=True)
    page, note = panel.page, panel.page.locator("#own-note")
    expect(page.locator("#schedule")).to_be_hidden()
    with page.expect_response("**/notes/"):
        note.fill("Wie is hier\nvoor het eerst?")
    expect(page.locator("#own-note-state")).to_have_text(panel.word("ui.panel.note_kept"))
    panel.next()
    panel.sees("agree", 1)
    expect(note).to_have_value("")
    expect(page.locator("#schedule-text")).to_have_text(panel.word("ui.panel.schedule", now=0, minutes=67))
    for _ in range(3):
        panel.next()
    panel.sees("agree", 2)
    ahead = panel.word("ui.panel.schedule_ahead", now=0, minutes=67, early=7)
    expect(page.locator("#schedule-text")).to_have_text(ahead)
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert barriers(page, "schedule") == []
    page.reload()
    panel.sees("agree", 2)
    kept = json.loads(page.locator("#own-notes").text_content() or "")
    assert kept == {"lobby": "Wie is hier\nvoor het eerst?"}


# Paper


def test_choices_from_paper_are_entered_for_a_table(watch: Watch, panel: Panel) -> None:
    Phone.join(watch.visitor(), panel.code, "Egel", role="resident")
    with panel.page.expect_popup() as kit:
        panel.page.locator("a.tool").click()
    expect(kit.value.locator("h1")).to_be_visible()
    kit.value.close()
    expect(panel.page.locator("#paper")).to_be_hidden()
    panel.next()
    panel.page.locator("#paper").click()
    panel.page.wait_for_url("**/paper/1/")
    chair = panel.page.locator(".paper-seat[data-role=municipality] select")
    for select in chair.all():
        if select.locator("option[value=professionals]").count():
            select.select_option("professionals")
    found = barriers(panel.page, "paper")
    panel.page.locator("main form button.primary").click()
    expect(panel.page.locator("main [role=status]")).to_be_visible()
    panel.page.locator(".paper-nav a").first.click()
    panel.sees("agree", 1)
    panel.next()
    line = panel.word("ui.panel.log_table", table=1, text=panel.word("log.all_professionals"))
    expect(panel.page.locator("#log > li").filter(has_text=line)).to_have_count(1)
    expect(panel.logs("choices_entered", table=1)).to_have_count(1)
    assert found == []
