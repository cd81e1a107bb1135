"""What happens around a game, seen from a phone: pauses, absence, going back, other seats, sharing, watching, being out.

In one file because what happens around one game is seen on the same few phones.
"""

import re
import time

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import barriers
from tests.browser.desk import Desk
from tests.browser.phone import Phone
from tests.browser.watch import Watch

pytestmark = pytest.mark.browser
ROUNDS = 4

SMALL = {"width": 320, "height": 568}


@pytest.fixture
def code(desk: Desk) -> str:
    return str(desk.room["code"])


def fits(phone: Phone) -> bool:
    return bool(
        phone.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    )


def test_a_pause_says_so_and_choices_stay_open(watch: Watch, desk: Desk, code: str) -> None:
    phone = Phone.join(watch.visitor(), code, "Egel", role="resident")
    desk.send("next")
    phone.sees("agree", 1)
    desk.send("start_clock", seconds=90)
    desk.send("pause", paused=True)
    expect(phone.page.locator("#paused")).to_be_visible()
    expect(phone.page.locator("#clock.paused")).to_be_visible()
    stands = phone.page.locator("#clock").text_content()
    phone.choose(0, "residents")
    found = barriers(phone.page, "phone, paused")
    expect(phone.page.locator("#clock")).to_have_text(stands or "")
    desk.send("pause", paused=False)
    expect(phone.page.locator("#paused")).to_be_hidden()
    expect(phone.page.locator("#clock")).not_to_have_class("clock paused")
    assert found == []


def test_away_paused_and_without_connection_read_differently(watch: Watch, desk: Desk, code: str) -> None:
    phone = Phone.join(watch.visitor("en", size=SMALL), code, "Winterkoning van 12")
    desk.send("next")
    desk.send("pause", paused=True)
    expect(phone.page.locator("#paused")).to_be_visible()
    desk.close()
    expect(phone.page.locator("#facilitator-away")).to_be_visible(timeout=60_000)
    with watch.expecting("ERR_INTERNET_DISCONNECTED"):
        phone.offline()
        expect(phone.page.locator("#link-state")).to_be_visible()
        texts = phone.page.locator("#paused, #facilitator-away, #link-state").all_inner_texts()
        assert len(set(texts)) == 3
        assert fits(phone)
        phone.offline(False)
        expect(phone.page.locator("#link-state")).to_be_hidden()


def test_a_bot_plays_for_who_is_away_and_gives_the_seat_back(watch: Watch, desk: Desk, code: str) -> None:
    phone = Phone.join(watch.visitor(), code, "Egel", role="resident")
    Phone.join(watch.visitor(), code, "Merel")
    desk.send("configure", bot_after_seconds=8)
    desk.send("next")
    phone.sees("agree", 1)
    with watch.expecting("ERR_INTERNET_DISCONNECTED"):
        phone.offline()
        expect(phone.page.locator("#link-bot")).to_be_visible()
        expect(phone.page.locator("#link-bot")).to_have_text(
            phone.word("ui.player.bot_plays"), timeout=60_000
        )
        until_stood_in(desk, "Egel")
        phone.offline(False)
        expect(phone.page.locator("#notice")).to_have_text(phone.word("ui.player.bot_chose"))
    phone.choose(0, "residents")
    expect(phone.page.locator("#notice")).to_be_hidden()


def until_stood_in(desk: Desk, alias: str) -> None:
    """Wait for a bot to stand in for somebody."""
    until = time.monotonic() + 60
    while True:
        if any(seat["bot"] for seat in desk.seats() if seat["alias"] == alias):
            return
        assert time.monotonic() < until, "no bot stood in"


def test_a_step_back_is_explained(watch: Watch, desk: Desk, code: str) -> None:
    phone = Phone.join(watch.visitor(), code, "Egel", role="resident")
    desk.send("next")
    phone.sees("agree", 1)
    phone.choose(0, "residents")
    desk.send("next")
    phone.sees("act", 1)
    desk.send("go_back", phase="agree", round=1)
    phone.sees("agree", 1)
    expect(phone.page.locator("#notice")).to_have_text(
        phone.word("ui.player.went_back", phase=phone.words["phase.act"])
    )
    assert phone.chosen() == [None] * 4


def test_the_time_out_has_no_choices(watch: Watch, desk: Desk, code: str) -> None:
    phone = Phone.join(watch.visitor(size=SMALL), code, "Egel")
    for _ in range(9):
        desk.send("next")
    phone.sees("outcome", 3)
    expect(phone.page.locator("body.asks")).to_be_attached()  # a setback, which nobody answers
    desk.send("next")
    phone.sees("time_out")
    expect(phone.page.locator("#clock")).to_be_visible()
    expect(phone.page.locator("#phase-ask")).to_have_text(phone.words["ui.player.ask.time_out"])
    for told in ("#phase-ask", "#gauge", "#role-card"):
        expect(phone.page.locator(told)).to_be_visible()
    expect(phone.page.locator("#choices")).to_be_hidden()
    expect(phone.page.locator("#dock")).to_be_hidden()
    found = barriers(phone.page, "phone, time-out")
    desk.send("next")
    phone.sees("agree", 4)
    assert found == []


def test_another_role_is_another_page(watch: Watch, desk: Desk, code: str) -> None:
    phone = Phone.join(watch.visitor(), code, "Egel", role="resident")
    desk.send("move", people=[desk.person("Egel")], table=1, seat=0)
    expect(phone.page.locator("body")).to_have_attribute("data-role", "municipality")
    moved = Phone(phone.page, "Egel")
    moved.sees("lobby")
    desk.send("next")
    moved.sees("agree", 1)
    moved.agree(*["together"] * 4)


def test_the_next_game_takes_everybody_along(watch: Watch, desk: Desk, code: str) -> None:
    phone = Phone.join(watch.visitor(), code, "Egel")
    desk.send("next")
    desk.send("end_game")
    phone.sees("debrief")
    answer = desk.send("play_again", rotate=False)
    assert answer["type"] == "ack"
    phone.sees("lobby")


def test_two_phones_share_a_seat(watch: Watch, desk: Desk, code: str) -> None:
    one = Phone.join(watch.visitor(), code, "Egel", role="resident")
    other = Phone.join(watch.visitor("en"), code, "Merel", role="professional")
    seat = next(seat["seat"] for seat in desk.seats() if seat["alias"] == "Egel")
    desk.send("move", people=[desk.person("Merel")], table=1, seat=seat, share=True)
    expect(other.page.locator("body")).to_have_attribute("data-role", "resident")
    desk.send("next")
    other = Phone(other.page, "Egel & Merel")
    one = Phone(one.page, "Egel & Merel")
    one.sees("agree", 1)
    other.sees("agree", 1)
    expect(one.page.locator("#shares")).to_be_visible()
    one.choose(0, "residents")
    other.shows_sent(0, "residents")
    other.choose(1, "professionals")
    one.shows_sent(1, "professionals")
    assert one.chosen() == other.chosen() == ["residents", "professionals", None, None]
    other.ready()
    expect(one.page.locator("#ready")).to_have_text(
        one.page.locator("#ready").get_attribute("data-undo") or ""
    )


def test_somebody_without_a_seat_watches_and_predicts(watch: Watch, desk: Desk, code: str) -> None:
    for alias in ("Egel", "Merel", "Das"):
        Phone.join(watch.visitor(), code, alias)
    page = watch.visitor(size=SMALL)
    page.goto(f"/j/{code}/")
    page.locator("#alias").fill("Otter")
    page.locator(".role-pick", has=page.locator("input[value=observe]")).click()
    found = barriers(page, "joining a full room")
    page.locator("main form button.primary").click()
    page.wait_for_url("**/play/**")
    observer = Phone(page, "Otter")
    observer.sees("lobby")
    for _ in range(4):
        desk.send("next")
    observer.sees("agree", 2)
    expect(page.locator("#my-street svg")).to_be_visible()
    expect(page.locator("#dock")).to_be_hidden()
    expect(page.locator("#tasks input")).to_have_count(0)
    page.locator(".role-pick", has=page.locator("input[value=better]")).click()
    expect(page.locator("#predict-state")).to_have_text(observer.word("ui.player.predict.sent"))
    found += barriers(page, "observer, agree")
    page.reload()
    expect(page.locator("input[value=better]")).to_be_checked()
    desk.send("next")
    desk.send("next")
    observer = Phone(page, "Otter")
    observer.sees("outcome", 2)
    expect(page.locator("#predict-came")).to_be_visible()
    expect(page.locator("#predict-score")).to_be_visible()
    assert fits(observer)
    assert found == []


def test_who_is_removed_may_join_again_and_who_is_blocked_may_not(
    watch: Watch, desk: Desk, code: str
) -> None:
    phone = Phone.join(watch.visitor(), code, "Egel")
    person = desk.person("Egel")
    desk.send("remove", people=[person], block=False)
    expect(phone.page.locator("#gone-reason")).to_have_text(phone.word("refused.removed"))
    found = barriers(phone.page, "phone, removed")
    phone.page.locator("#gone-back").click()
    expect(phone.page.locator("#alias")).to_have_value("Egel")
    phone.page.locator("main form button.primary").click()
    phone.page.wait_for_url("**/play/**")
    again = Phone(phone.page, "Egel")
    again.sees("lobby")
    desk.send("remove", people=[person], block=True)
    expect(again.page.locator("#gone-reason")).to_have_text(again.word("refused.blocked"))
    expect(again.page.locator("#gone-back")).to_be_hidden()
    assert found == []


def test_a_locked_door_says_what_to_do(watch: Watch, desk: Desk, code: str) -> None:
    desk.send("configure", locked=True)
    page = watch.visitor()
    page.goto(f"/j/{code}/")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("#alias")).to_have_count(0)
    desk.send("configure", locked=False)
    page.locator("main a.primary").click()
    expect(page.locator("#alias")).to_be_visible()


def test_a_name_is_changed_on_the_phone(watch: Watch, desk: Desk, code: str) -> None:
    Phone.join(watch.visitor(), code, "Merel")
    phone = Phone.join(watch.visitor(), code, "Egel")
    phone.page.locator("#rename").click()
    phone.page.locator("#new-alias").fill("merel")
    phone.page.locator("#renamer button.primary").click()
    expect(phone.page.locator("#renamer-refused")).to_have_text(phone.word("refused.alias_taken"))
    found = barriers(phone.page, "phone, another name")
    phone.page.locator("#new-alias").fill("Eekhoorn")
    phone.page.locator("#renamer button.primary").click()
    expect(phone.page.locator("#alias")).to_have_text("Eekhoorn")
    expect(phone.page.locator("#renamer")).to_be_hidden()
    assert found == []


def test_a_seat_goes_to_another_phone(watch: Watch, desk: Desk, code: str) -> None:
    old = Phone.join(watch.visitor(), code, "Egel", role="resident")
    desk.send("next")
    old.sees("agree", 1)
    old.choose(0, "residents")
    pairing = desk.send("hand_over", person=desk.person("Egel"))["code"]
    page = watch.visitor("en")
    page.goto(f"/pair/{pairing}/")
    page.locator("main form button.primary").click()
    page.wait_for_url("**/play/**")
    new = Phone(page, "Egel")
    new.sees("agree", 1)
    new.shows_sent(0, "residents")
    expect(old.page.locator("#gone-reason")).to_have_text(old.word("refused.seat_handed_over"))


def test_a_chair_is_shared_by_the_code_of_who_sits_on_it(watch: Watch, desk: Desk, code: str) -> None:
    egel = Phone.join(watch.visitor(), code, "Egel", role="resident")
    door = watch.visitor("en", size=SMALL)
    door.goto(f"/j/{code}/")
    door.locator("#alias").fill("Otter")
    door.locator("details.choose-self > summary").click()
    door.locator(".role-pick:has([name=how][value=share])").click()
    door.locator("main form button.primary").click()
    expect(door.locator("h1")).to_contain_text("Egel")
    asker = egel.page.locator("#asking li")
    expect(asker).to_contain_text(egel.word("ui.player.asks_you", alias="Otter"))
    found = barriers(door, "asked") + barriers(egel.page, "phone, asked to share")
    asker.locator("[data-part=give]").click()
    given = egel.page.locator("#placer-code-big")
    expect(given).to_have_text(re.compile(r"^\w{4} \w{4}$"))
    found += barriers(egel.page, "phone, a code")
    door.locator("#code").fill(given.inner_text().lower())
    door.locator("main form button.primary").first.click()
    found += barriers(door, "share a chair")
    door.locator("main form button.primary").click()
    door.wait_for_url("**/play/**")
    expect(door.locator("#alias")).to_have_text("Egel & Otter")
    expect(egel.page.locator("#asking")).to_be_hidden()
    assert found == []


def test_who_waits_at_the_door_hears_a_no(watch: Watch, desk: Desk, code: str) -> None:
    egel = Phone.join(watch.visitor(), code, "Egel", role="resident")
    door = watch.visitor()
    door.goto(f"/j/{code}/")
    door.locator("#alias").fill("Otter")
    door.locator("details.choose-self > summary").click()
    door.locator(".role-pick:has([name=how][value=share])").click()
    door.locator("main form button.primary").click()
    egel.page.locator("#asking [data-part=no]").click()
    expect(door.get_by_role("alert")).to_have_text(egel.word("refused.share_refused"))


def test_somebody_else_takes_the_tablet(watch: Watch, desk: Desk, code: str) -> None:
    phone = Phone.join(watch.visitor(size=SMALL), code, "Egel", role="resident")
    phone.page.locator("#my-place").click()
    phone.page.locator("#leave-seat").click()
    found = barriers(phone.page, "phone, leaving")
    phone.page.locator("#placer-cancel").click()
    expect(phone.page.locator("#placer")).to_be_hidden()
    phone.page.locator("#my-place").click()
    phone.page.locator("#leave-seat").click()
    phone.page.locator("#leave-sure").click()
    phone.page.wait_for_url(f"**/j/{code}/")
    assert (
        Phone.join(phone.page, code, "Otter", role="resident").page.locator("#alias").inner_text() == "Otter"
    )
    assert found == []
