"""The facilitator lets texts through, and what people think is counted."""

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import barriers
from tests.browser.debriefs import begin, debriefed
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.voice import Voice
from tests.browser.watch import Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser
TEXTS = ("Drie loketten voor één vraag", "Elf pagina's formulier", "Uren voor wie hulp vraagt")


@pytest.fixture
def voices(watch: Watch, browser_server: Server) -> tuple[Panel, list[Voice]]:
    """Give the panel in its debrief, and three people at the table."""
    panel = begin(watch, browser_server)
    joined = [Phone.join(watch.visitor(), panel.code, alias) for alias in ("Egel", "Das", "Uil")]
    people = [Voice(phone.page) for phone in joined]
    debriefed(panel)
    panel.show_debrief("at_work")
    for person, text in zip(people, TEXTS, strict=True):
        person.say("post", kind="at_work", text=text, mood="")
    expect(panel.posts("waiting")).to_have_count(len(TEXTS))
    return panel, people


def texts(panel: Panel, state: str) -> list[str]:
    return [line.inner_text() for line in panel.posts(state).locator(".post-text").all()]


def test_texts_are_let_through_at_once_and_taken_back(voices: tuple[Panel, list[Voice]]) -> None:
    panel, _ = voices
    assert texts(panel, "waiting") == [*TEXTS]
    expect(panel.page.locator("#near-list > li")).to_have_text([*TEXTS])  # beside the one button
    found = barriers(panel.page, "panel, texts that wait")
    panel.page.locator("#near-show").click()
    expect(panel.page.locator("#near")).to_be_hidden()
    expect(panel.posts("shown")).to_have_count(3)
    panel.tells("ui.panel.judged.shown.other", count=3)
    panel.undo()
    expect(panel.posts("waiting")).to_have_count(3)
    panel.choose_posts(TEXTS[0], TEXTS[2])
    panel.judge("shown")
    expect(panel.posts("shown")).to_have_count(2)
    panel.posts("waiting").locator("[data-part=hide]").click()
    expect(panel.posts("hidden")).to_have_count(1)
    panel.page.locator("#posts-hidden-title").click()
    panel.posts("hidden").locator("[data-part=do]").click()
    expect(panel.posts("shown")).to_have_count(3)
    panel.choose_posts(TEXTS[1])
    panel.judge("waiting")
    expect(panel.posts("waiting")).to_have_count(1)
    assert found == []


def test_texts_are_pinned_and_merged(voices: tuple[Panel, list[Voice]]) -> None:
    panel, people = voices
    panel.page.locator("#show-all").click()
    expect(panel.posts("shown")).to_have_count(3)
    panel.posts("shown").nth(2).locator("[data-part=pin]").click()
    expect(panel.posts("shown").first).to_contain_text(TEXTS[2])
    panel.choose_posts(TEXTS[0], TEXTS[1])
    panel.judge("merge")
    expect(panel.page.locator("#merger")).to_be_visible()
    found = barriers(panel.page, "panel, merging")
    panel.page.locator("#merger .choice").filter(has_text=TEXTS[1]).click()
    panel.answer(dialog="merger")
    expect(panel.posts("shown")).to_have_count(2)
    under = panel.posts("shown").nth(1).locator(".post-under")
    expect(under).to_contain_text(TEXTS[0])
    found += barriers(panel.page, "panel, merged texts")
    panel.undo()
    expect(panel.posts("shown")).to_have_count(3)
    panel.choose_posts(TEXTS[0], TEXTS[1])
    panel.judge("merge")
    panel.answer(dialog="merger")
    expect(panel.posts("shown")).to_have_count(2)
    panel.page.locator(".post-under button").click()
    expect(panel.posts("shown")).to_have_count(3)
    post = int(panel.posts("shown").nth(2).get_attribute("data-post") or "")
    people[0].say("vote", post=post, on=True)
    expect(panel.posts("shown").nth(1)).to_contain_text(panel.word("ui.panel.votes.one", count=1))
    assert found == []


def test_texts_are_judged_from_the_keyboard(voices: tuple[Panel, list[Voice]]) -> None:
    panel, _ = voices
    picks = panel.posts("waiting").locator("input")
    picks.first.focus()
    panel.page.keyboard.press("ArrowDown")
    expect(picks.nth(1)).to_be_focused()
    panel.page.keyboard.press("Enter")
    expect(panel.posts("shown")).to_have_count(1)
    expect(picks.nth(1)).to_be_focused()  # the next one
    panel.page.keyboard.press("Delete")
    expect(panel.posts("hidden")).to_have_count(1)
    expect(picks.first).to_be_focused()
    panel.page.keyboard.press("Space")
    expect(panel.page.locator("#post-selection")).to_be_visible()
    panel.is_at("at_work", "wall")
    assert (texts(panel, "shown"), texts(panel, "waiting")) == ([TEXTS[1]], [TEXTS[0]])


def test_moods_and_guesses_are_counted(voices: tuple[Panel, list[Voice]]) -> None:
    panel, people = voices
    count = panel.page.locator("#tallies-count")
    panel.show_debrief("what_happened")
    panel.picture("luck").click()
    panel.is_at("what_happened", "luck")
    people[0].say("guess_luck", luck=4)
    people[1].say("guess_luck", luck=4)
    expect(count).to_have_text(panel.word("ui.panel.answers", count=2, people=3))
    expect(panel.page.locator("#tally-list .tally-count").nth(3)).to_have_text("2")
    panel.show_debrief("what_if")
    people[2].say("pick_what_if", code="twice_purse")
    vote = panel.page.locator("#votes > li").first
    expect(vote).to_have_attribute("data-code", "twice_purse")
    expect(vote.locator("[data-part=count]")).to_have_text("1")
    panel.show_debrief("at_work")
    expect(panel.page.locator("#tallies")).to_be_hidden()
