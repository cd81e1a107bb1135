"""What the facilitator does with people: another name, place or phone, out and in again, bots; undone where it can be."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import barriers
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.watch import LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser


@pytest.fixture
def panel(watch: Watch, browser_server: Server) -> Panel:
    """Give the panel of a game at two tables of three, in the lobby."""
    return Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=2, seats=3, rounds=2)


@pytest.fixture
def phone(watch: Watch, panel: Panel) -> Phone:
    """Give a resident's phone at table 1."""
    return Phone.join(watch.visitor(), panel.code, "Egel", table=1, role="resident")


def test_another_name_by_enter_and_back_again(panel: Panel, phone: Phone) -> None:
    panel.choose("Egel")
    panel.act("rename")
    panel.page.locator("#renamer-alias").fill("Merel")
    panel.page.keyboard.press("Enter")
    panel.tells("ui.panel.renamed", alias="Merel")
    expect(panel.person("Merel")).to_be_visible()
    panel.undo()
    expect(panel.person("Egel")).to_be_visible()


def test_to_another_table_and_back_again(panel: Panel, phone: Phone) -> None:
    panel.choose("Egel")
    panel.move(2)
    panel.tells("ui.panel.moved", who="Egel", table=2)
    panel.look_at(2)
    expect(panel.person("Egel")).to_be_visible()
    panel.undo()
    panel.look_at(1)
    expect(panel.person("Egel")).to_be_visible()
    phone.sees("lobby")


def test_once_the_game_is_over_nobody_can_be_put_elsewhere(panel: Panel, phone: Phone) -> None:
    panel.next()
    panel.choose("Egel")
    moves = panel.page.locator("#selection :is([data-act=move], [data-act=observe])")
    expect(moves.first).to_be_visible()
    panel.end_early()
    panel.sees("debrief")
    expect(panel.page.locator("#selection [data-act=rename]")).to_be_visible()
    for button in moves.all():
        expect(button).to_be_hidden()


def test_another_role_is_another_chair_between_rounds_only(panel: Panel, phone: Phone) -> None:
    panel.choose("Egel")
    panel.move(1, _seat(panel, "municipality"))
    expect(panel.person("Egel").locator("[data-role=municipality]")).to_be_visible()
    panel.next()
    panel.choose("Egel")
    panel.act("move")
    expect(panel.page.locator("#mover-note")).to_be_visible()
    others = panel.page.locator("#mover-seat option:not([disabled])")
    expect(others).to_have_count(1)
    panel.answer(False, dialog="mover")


def test_a_selection_over_two_tables_that_does_not_fit_stays_where_it_is(
    watch: Watch, panel: Panel, phone: Phone
) -> None:
    for alias in ("Das", "Mus", "Vos"):
        Phone.join(watch.visitor(), panel.code, alias, table=2)
    panel.choose("Egel")
    panel.look_at(2)
    panel.choose("Das", "Mus", "Vos")
    found = barriers(panel.page, "panel, four chosen")
    panel.move(1)
    panel.refuses("table_full")
    found += barriers(panel.page, "panel, refused")
    expect(panel.page.locator("#people > li input:checked")).to_have_count(3)
    panel.act("clear")
    expect(panel.page.locator("#selection")).to_be_hidden()
    assert found == []


def test_two_phones_on_one_chair(watch: Watch, panel: Panel, phone: Phone) -> None:
    Phone.join(watch.visitor(), panel.code, "Das", table=1, role="professional")
    panel.choose("Das")
    panel.move(1, _seat(panel, "resident"))
    shared = panel.page.locator("#people > li").filter(has_text=panel.word("role.resident"))
    expect(shared).to_have_count(2)


def test_to_watch_and_back_to_a_chair(panel: Panel, phone: Phone) -> None:
    panel.choose("Egel")
    panel.act("observe")
    panel.answer(dialog="mover")
    watcher = panel.page.locator("#observers > li").filter(has_text="Egel")
    expect(watcher).to_be_visible()
    watcher.locator("input[type=checkbox]").check()
    panel.move(1)
    expect(panel.person("Egel")).to_be_visible()
    expect(panel.page.locator("#observers-box")).to_be_hidden()


def test_removed_and_undone(panel: Panel, phone: Phone) -> None:
    panel.choose("Egel")
    panel.act("remove")
    expect(panel.page.locator("#outside > li")).to_contain_text("Egel")
    expect(panel.person("Egel")).to_have_count(0)
    panel.undo()
    expect(panel.person("Egel")).to_be_visible()
    expect(panel.page.locator("#outside-box")).to_be_hidden()


def test_removed_from_play_and_undone_gives_the_same_chair_back(panel: Panel, phone: Phone) -> None:
    panel.next()
    panel.choose("Egel")
    panel.act("remove")
    expect(panel.person("Egel")).to_have_count(0)
    panel.undo()
    expect(panel.person("Egel")).to_be_visible()
    assert panel.seat_of("Egel") == "resident"


def test_blocking_asks_first_and_can_be_taken_back(panel: Panel, phone: Phone) -> None:
    panel.choose("Egel")
    panel.act("block")
    panel.answer(False)
    expect(panel.person("Egel")).to_be_visible()
    panel.act("block")
    panel.answer()
    outside = panel.page.locator("#outside > li")
    expect(outside).to_contain_text(panel.word("ui.panel.is_blocked"))
    outside.locator("button").filter(has_text=panel.word("ui.panel.let_back")).click()
    expect(panel.page.locator("#outside-box")).to_be_hidden()


def test_a_seat_goes_to_another_phone(watch: Watch, panel: Panel, phone: Phone) -> None:
    panel.next()
    panel.choose("Egel")
    panel.act("hand-over")
    dialog = panel.page.locator("#code")
    expect(dialog.locator("#code-big")).to_have_text(re.compile(r"^[A-Z0-9]{4} [A-Z0-9]{4}$"))
    link = dialog.locator("#code-link").input_value()
    assert (dialog.locator("#code-qr").get_attribute("src") or "").partition("?")[
        0
    ] == f"/qr/pair/{link.rstrip('/').rsplit('/', 1)[-1]}.svg"
    found = barriers(panel.page, "panel, a code")
    dialog.locator("button[value=no]").click()
    other = watch.visitor()
    other.goto(link)
    other.locator("main form button.primary").click()
    other.wait_for_url(re.compile(r"/play/\d+/$"))
    Phone(other, "Egel").sees("agree", 1)
    assert found == []


def test_a_bot_is_seated_and_unseated(panel: Panel, phone: Phone) -> None:
    free = panel.page.locator("#people > li[data-state=free]")
    expect(free).to_have_count(2)
    free.first.locator("button").filter(has_text=panel.word("ui.panel.bot")).click()
    panel.tells("ui.panel.bot_seated")
    expect(panel.page.locator("#people > li[data-state=bot]")).to_have_count(1)
    panel.undo()
    expect(free).to_have_count(2)


def test_a_bot_stands_in_for_who_is_away_or_the_table_keeps_waiting(panel: Panel, phone: Phone) -> None:
    panel.next()
    egel = panel.person("Egel")
    expect(egel).to_have_attribute("data-state", "here")
    phone.page.goto("about:blank")
    expect(egel).to_have_attribute("data-state", "away")
    expect(panel.tile(1)).to_have_class(re.compile(r"\battention\b"))
    egel.locator("button").filter(has_text=panel.word("ui.panel.keep_waiting")).click()
    expect(egel.locator("button").filter(has_text=panel.word("ui.panel.keep_waiting"))).to_be_hidden()
    egel.locator("button").filter(has_text=panel.word("ui.panel.bot_now")).click()
    expect(egel).to_have_attribute("data-state", "stand_in")
    panel.undo()
    expect(egel).to_have_attribute("data-state", "away")


def test_a_locked_door_refuses_new_people_only(watch: Watch, panel: Panel, phone: Phone) -> None:
    lock = panel.page.locator("#lock")
    lock.click()
    expect(lock).to_have_attribute("aria-pressed", "true")
    new = watch.visitor()
    new.goto(f"/j/{panel.code}/2/")
    expect(new.locator("main [role=alert]")).to_have_text(panel.word("refused.room_locked"))
    expect(new.locator("#alias")).to_have_count(0)
    phone.page.reload()
    phone.sees("lobby")
    lock.click()
    expect(lock).to_have_attribute("aria-pressed", "false")
    new.locator("main a.primary").click()
    new.locator("#alias").fill("Merel")
    new.locator("main form button.primary").click()
    new.wait_for_url(re.compile(r"/play/\d+/$"))
    Phone(new, "Merel").sees("lobby")


def test_a_locked_door_opens_again_by_undoing(panel: Panel) -> None:
    panel.page.locator("#lock").click()
    panel.tells("ui.panel.locked")
    panel.undo()
    expect(panel.page.locator("#lock")).to_have_attribute("aria-pressed", "false")


def test_trouble_comes_first_but_not_under_the_pointer(panel: Panel, phone: Phone, watch: Watch) -> None:
    second = Phone.join(watch.visitor(), panel.code, "Das", table=2)
    panel.next()
    expect(panel.tile(2).locator(".dot[data-state=here]")).to_have_count(1)
    numbers = panel.page.locator("#tiles > li")
    expect(numbers.first).to_have_attribute("data-table", "1")
    panel.tile(1).hover()
    second.page.goto("about:blank")
    expect(panel.tile(2)).to_have_class(re.compile(r"\battention\b"))
    expect(numbers.first).to_have_attribute("data-table", "1")
    panel.page.mouse.move(2, 400)
    expect(numbers.first).to_have_attribute("data-table", "2")
    panel.page.set_viewport_size({"width": 360, "height": 740})
    need = panel.page.locator("#needs-list button").first  # on top, where no tile is in sight
    expect(need).to_contain_text(panel.word("ui.table", table=2))
    found = barriers(panel.page, "a table needs somebody, on a phone")
    need.click()
    expect(panel.page.locator("#people-title")).to_be_focused()
    expect(panel.page.locator("#people-title")).to_have_text(panel.word("ui.panel.people_of", table=2))
    assert found == []


def _seat(panel: Panel, role: str) -> int:
    """Return the number of the first seat with this role at the table that is looked at."""
    marks = panel.page.locator("#people > li [data-part=mark]")
    roles = [mark.get_attribute("data-role") for mark in marks.all()]
    return roles.index(role)
