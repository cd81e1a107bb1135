"""A world is copied, renamed by keyboard, mailed and played elsewhere at once; five who edit it lose nothing."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.accessibility import barriers
from tests.browser.watch import LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser
TASKS = ("green", "safety", "neighbours", "play")
ROLES = ("municipality", "professional", "resident")

# Keeps in `window.atOnce` how many requests were under way together.
COUNT_ASKED = """() => {
  window.atOnce = 0;
  let underWay = 0;
  const asks = window.fetch;
  window.fetch = (...asked) => {
    window.atOnce = Math.max(window.atOnce, ++underWay);
    return asks(...asked).finally(() => underWay--);
  };
}"""


def copied(page: Page, server: Server, title: str) -> None:
    """Open the start link, and copy the street under this name, by keyboard."""
    page.goto(f"/new/?key={server.start_key}")
    page.locator("a[href='/worlds/']").press("Enter")
    page.locator("#world_title").press_sequentially(title)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/worlds/\d+/$"))


def stored(page: Page) -> None:
    expect(page.locator("#state")).to_have_text(re.compile(r"^(Bewaard|Stored)$"))


def retyped(page: Page, place: str, text: str) -> None:
    """Go to a field, and type over all that is in it."""
    field = page.locator(f"[id='{place}']")
    field.focus()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)  # as one write: what is typed slowly is stored in several
    field.blur()


def part(page: Page, name: str) -> None:
    page.locator(f".world-parts a[href='?part={name}']").press("Enter")
    expect(page.locator(f".world-parts a[href='?part={name}']")).to_have_attribute("aria-current", "page")


def test_a_world_is_renamed_by_keyboard_mailed_and_played_elsewhere(
    watch: Watch, browser_server: Server, tmp_path: Path
) -> None:
    page = watch.visitor(size=LAPTOP)
    copied(page, browser_server, "De club")
    found = barriers(page, "the place")
    retyped(page, "en.title", "The club")
    stored(page)
    part(page, "tasks")
    for number, task in enumerate(TASKS, 1):
        fold = page.locator(f"details#{task} > summary")
        if number > 1:
            fold.press("Enter")
        retyped(page, f"nl.task.{task}.name", f"Klus {number}")
        retyped(page, f"en.task.{task}.name", f"Job {number}")
    stored(page)
    found += barriers(page, "tasks")
    # A picture is pressed, and stored under its name.
    pictures = page.locator("details#play .plot-choices button")
    expect(pictures.locator("svg")).to_have_count(10)
    pictures.first.press("Enter")
    stored(page)
    expect(page.locator("#plot-play")).to_have_value("green")
    expect(page.locator("#plot-play ~ .plot-choices [aria-pressed=true]")).to_have_attribute("value", "green")
    # Opened all at once, no fold loses the pictures it waits for.
    page.reload()
    page.evaluate(
        "for (const row of document.querySelectorAll('[data-plots]')) row.closest('details').open = true"
    )
    expect(page.locator(".plot-choices button svg")).to_have_count(10 * len(TASKS))
    # What does not fit is said in the field, and beside all fields; it is stored, and goes with one press.
    retyped(page, "nl.task.play.name", "n" * 200)
    expect(page.locator("[id='says-nl.task.play.name']")).to_contain_text("24 tekens")
    expect(page.locator("#problems li")).to_have_count(1)
    found += barriers(page, "too long")
    # More than any request holds is kept back where it was typed.
    retyped(page, "en.task.play.about", "w" * 70_000)
    expect(page.locator("[id='says-en.task.play.about']")).to_contain_text("te lang om te bewaren")
    retyped(page, "en.task.play.about", "Where children play.")
    expect(page.locator("[id='says-en.task.play.about'] .error")).to_have_count(0)
    stored(page)
    # Two steps back in one moment: the second is asked when the first is answered, else answers cross.
    page.evaluate(COUNT_ASKED)
    page.locator("#undo [name=undo]").evaluate("undo => { undo.click(); undo.click(); }")
    expect(page.locator("[id='nl.task.play.name']")).to_have_value("Klus 4")
    expect(page.locator("#problems")).to_be_hidden()
    assert page.evaluate("window.atOnce") == 1
    page.locator("#undo [name=redo]").press("Enter")
    expect(page.locator("[id='nl.task.play.name']")).to_have_value("n" * 200)
    page.locator("#undo [name=undo]").press("Enter")
    expect(page.locator("[id='nl.task.play.name']")).to_have_value("Klus 4")
    preview = page.frame_locator("#preview-frame")
    expect(preview.get_by_text("Klus 4").first).to_be_visible()
    part(page, "roles")
    for role in ROLES:
        retyped(page, f"nl.role_card.{role}", f"Jij bent {role}.")
        retyped(page, f"en.role_card.{role}", f"You are {role}.")
    stored(page)
    with page.expect_download() as download:
        page.locator("a[download]").press("Enter")
    mailed = tmp_path / download.value.suggested_filename
    download.value.save_as(mailed)
    assert mailed.name == "de_club.zip"

    other = watch.visitor("en", size=LAPTOP)
    other.goto(f"/new/?key={browser_server.start_key}")
    other.goto("/worlds/")
    found += barriers(other, "own worlds")
    # A file that no server takes in is told where it is picked, and nothing is sent.
    large = {"name": "holiday.zip", "mimeType": "application/zip", "buffer": b"x" * 60_001}
    other.locator("#world_file").set_input_files(large)  # type: ignore[arg-type]
    other.locator("button[name=take_in]").press("Enter")
    told = other.locator("#world_file").evaluate("(field) => field.validationMessage")
    assert told == "This file is larger than a world can be (60 kB). Was it the right file?"
    other.locator("#world_file").set_input_files(mailed)
    other.locator("button[name=take_in]").press("Enter")
    expect(other.locator("h1")).to_have_text("The club")
    part(other, "roles")
    for role in ROLES:
        expect(other.locator(f"[id='nl.role_card.{role}']")).to_have_value(f"Jij bent {role}.")
        expect(other.locator(f"[id='en.role_card.{role}']")).to_have_value(f"You are {role}.")
    other.get_by_role("link", name="Play it", exact=True).press("Enter")
    expect(other.locator("select[name=scenario] option:checked")).to_have_text("The club (own)")
    other.locator("button[name=rehearse_now]").press("Enter")
    other.wait_for_url(re.compile(r"/control/\d+/$"))
    words = other.locator("#words").text_content() or ""
    assert [f'"Job {number}"' in words for number in (1, 2, 3, 4)] == [True] * 4
    assert found == []


def test_five_who_edit_one_world_lose_nothing(watch: Watch, browser_server: Server) -> None:
    page = watch.visitor(size=LAPTOP)
    copied(page, browser_server, "De bond")
    context: BrowserContext = page.context
    tabs = [page, *(context.new_page() for _ in range(4))]
    for tab in tabs[1:]:
        tab.goto(page.url)
    for number, tab in enumerate(tabs, 1):
        retyped(tab, f"nl.briefing.{number}", f"Ronde {number} begint.")
        stored(tab)
    retyped(tabs[1], "nl.title", "De ploeg")
    stored(tabs[1])
    retyped(tabs[2], "nl.title", "De vereniging")
    says = tabs[2].locator("[id='says-nl.title']")
    expect(says.locator("q")).to_have_text("De ploeg")
    expect(tabs[2].locator("[id='nl.title']")).to_have_value("De vereniging")
    assert barriers(tabs[2], "somebody else wrote here") == []
    # Whoever types on writes over nobody: it waits for the choice.
    tabs[2].locator("[id='nl.title']").press("End")
    tabs[2].keyboard.type(" van de hoek")
    with tabs[2].expect_response(lambda answer: answer.request.method == "POST"):
        retyped(tabs[2], "nl.briefing.9", "Ronde 9 begint.")
    tabs[1].reload()
    expect(tabs[1].locator("[id='nl.briefing.9']")).to_have_value("Ronde 9 begint.")
    expect(tabs[1].locator("[id='nl.title']")).to_have_value("De ploeg")
    says.get_by_role("button").first.press("Enter")
    stored(tabs[2])
    page.reload()
    expect(page.locator("[id='nl.title']")).to_have_value("De vereniging van de hoek")
    for number in range(1, 6):
        expect(page.locator(f"[id='nl.briefing.{number}']")).to_have_value(f"Ronde {number} begint.")
