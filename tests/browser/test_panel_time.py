"""The facilitator's time: own countdowns, pausing and going on, closing now or by itself; and a way back."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.accessibility import barriers
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.projector import Projector
from tests.browser.watch import BEAMER, LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser
NOT_YET_OVER = re.compile(r"^(0:[1-5]\d|1:\d\d)$")


@pytest.fixture
def panel(watch: Watch, browser_server: Server) -> Panel:
    """Give the panel of a game of two rounds at one table of three, in the lobby."""
    return Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=1, seats=3, rounds=2)


@pytest.fixture
def phone(watch: Watch, panel: Panel) -> Phone:
    """Give a resident's phone."""
    return Phone.join(watch.visitor(), panel.code, "Egel", role="resident")


@pytest.fixture
def projector(watch: Watch, panel: Panel) -> Projector:
    """Give the projector of that game, in a browser of its own."""
    return Projector.open(watch.visitor(size=BEAMER), panel.projector_link)


def seconds_of(clock: Locator) -> int:
    """Return what a clock shows, in seconds."""
    minutes, seconds = (clock.text_content() or "").split(":")
    return int(minutes) * 60 + int(seconds)


def stands_at(panel: Panel, projector: Projector) -> int:
    """Return what the clock of a pause stands at, which comes right after it: once two screens show the same."""
    before, now = -2, -1
    while before != now or now != seconds_of(projector.page.locator("#clock")):
        before = now
        panel.page.wait_for_timeout(500)
        now = seconds_of(panel.page.locator("#clock"))
    return now


# Time


def test_an_own_countdown_and_thirty_seconds_more(panel: Panel, phone: Phone, projector: Projector) -> None:
    panel.next()
    clock = panel.page.locator("#clock.running")
    panel.start_own_clock("4:40")
    expect(clock).to_have_text(re.compile(r"^4:[0-4]\d$"))
    expect(projector.page.locator("#clock")).to_have_text(re.compile(r"^4:[0-4]\d$"))
    for _ in range(2):
        shown = clock.text_content() or ""
        panel.page.locator("#more-time").click()
        expect(clock).not_to_have_text(shown)
    expect(clock).to_have_text(re.compile(r"^5:[0-4]\d$"))
    expect(projector.page.locator("#clock")).to_have_text(re.compile(r"^5:[0-4]\d$"))
    panel.start_own_clock("3")
    expect(clock).to_have_text(re.compile(r"^(3:00|2:\d\d)$"))
    assert panel.page.locator("#own-minutes").input_value() == ""


def test_a_time_that_is_none_starts_no_clock(panel: Panel, phone: Phone) -> None:
    panel.next()
    for typed in ("soon", "1:75", "-5"):
        panel.start_own_clock(typed)
        assert panel.page.locator("#own-minutes").evaluate("field => !field.checkValidity()")
    expect(panel.page.locator("#clock")).to_have_text(panel.word("ui.panel.clock.none"))


def test_a_pause_stands_on_every_screen_until_it_is_over(
    panel: Panel, phone: Phone, projector: Projector
) -> None:
    panel.next()
    panel.start_clock(90)
    panel.pause()
    expect(projector.page.locator("#paused")).to_be_visible()
    expect(phone.page.locator("#paused")).to_be_visible()
    expect(projector.page.locator("#clock")).to_be_visible()
    stands = stands_at(panel, projector)
    assert 0 < stands <= 90
    found = barriers(panel.page, "panel, paused")
    phone.choose(0, "together")
    panel.page.reload()
    expect(panel.page.locator("#paused")).to_be_visible()
    expect(panel.page.locator("#pause")).to_have_attribute("aria-pressed", "true")
    for screen in (panel, projector):
        expect(screen.page.locator("#clock")).to_have_text(f"{stands // 60}:{stands % 60:02}")
    panel.page.locator("#more-time").click()  # also while it stands still
    longer = stands + 30
    expect(projector.page.locator("#clock")).to_have_text(f"{longer // 60}:{longer % 60:02}")
    panel.page.locator("#pause").click()
    expect(panel.page.locator("#paused")).to_be_hidden()
    expect(projector.page.locator("#paused")).to_be_hidden()
    expect(phone.page.locator("#paused")).to_be_hidden()
    expect(panel.logs("resumed")).to_have_count(1)
    assert found == []


def test_a_step_is_closed_now(panel: Panel, phone: Phone) -> None:
    panel.next()
    panel.start_clock(180)
    panel.open_clock()
    panel.page.locator("#close-now").click()
    panel.sees("act", 1)
    phone.sees("act", 1)
    expect(panel.page.locator("#clock.running")).to_be_hidden()


def test_a_step_closes_by_itself_when_everybody_is_ready(watch: Watch, panel: Panel, phone: Phone) -> None:
    other = Phone.join(watch.visitor(), panel.code, "Merel", role="professional")
    panel.next()
    panel.next()
    for one in (phone, other):
        one.sees("act", 1)
    phone.ready()
    panel.counts_ready(1, 2)
    other.ready()
    panel.counts_ready(2, 2)
    panel.sees("act", 1)
    panel.open_clock()
    panel.page.locator("#auto-close").check()
    panel.sees("outcome", 1)
    phone.sees("outcome", 1)
    expect(panel.logs("auto_closed", phase=panel.word("phase.act"))).to_have_count(1)


def test_a_step_whose_time_is_up_closes_by_itself(panel: Panel, phone: Phone, projector: Projector) -> None:
    panel.next()
    panel.start_own_clock("0:02")
    panel.sees("act", 1)
    phone.sees("act", 1)
    projector.sees("act", 1)
    expect(panel.page.locator("#clock")).to_have_text(panel.word("ui.panel.clock.none"))
    expect(panel.logs("overdue", phase=panel.word("phase.agree"))).to_have_count(1)


def test_closed_windows_stop_nothing(panel: Panel, phone: Phone, projector: Projector) -> None:
    panel.next()
    panel.start_clock(120)
    address = panel.page.url
    panel.page.goto("about:blank")
    projector.page.reload()
    projector.sees("agree", 1)
    expect(projector.page.locator("#clock")).to_have_text(NOT_YET_OVER)
    phone.choose(0, "together")
    phone.ready()
    panel.page.goto(address)
    panel.sees("agree", 1)
    panel.counts_ready(1, 1)
    expect(panel.page.locator("#clock.running")).to_have_text(NOT_YET_OVER)


# A way back


def test_one_step_back_and_what_was_replaced_is_marked(
    panel: Panel, phone: Phone, projector: Projector
) -> None:
    panel.next()
    phone.sees("agree", 1)
    panel.next()
    panel.sees("act", 1)
    cue = panel.page.locator("#log > li").filter(has_text=panel.word("ui.table", table=1)).first
    expect(cue).not_to_have_class(re.compile("replaced"))
    panel.go_back()
    panel.sees("agree", 1)
    phone.sees("agree", 1)
    projector.sees("agree", 1)
    expect(panel.page.locator("#went-back")).to_have_text(
        panel.word("ui.panel.went_back", phase=panel.word("phase.act"))
    )
    expect(panel.logs("went_back", phase=panel.word("phase.agree"), round=1)).to_have_count(1)
    expect(cue).to_have_class(re.compile("replaced"))
    panel.next()
    expect(panel.page.locator("#went-back")).to_be_hidden()


def test_back_to_the_start_of_a_round(panel: Panel, phone: Phone) -> None:
    for _ in range(5):
        panel.next()
    panel.sees("act", 2)
    panel.open_course()
    moments = panel.page.locator("#back-to option")
    first = panel.word("ui.panel.moment.round", round=1)
    assert moments.all_text_contents().count(first) == 1
    panel.go_back(moments.all_text_contents().index(first))
    panel.sees("agree", 1)
    phone.sees("agree", 1)
    expect(moments).to_have_count(1)  # the lobby, as long as no round is closed
