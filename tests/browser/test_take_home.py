"""What goes home: the page with its pictures, on a screen and on paper, and the facilitator's files."""

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import barriers
from tests.browser.panel import Panel
from tests.browser.phone import Phone
from tests.browser.watch import LAPTOP, PHONE, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser
ROUNDS = 5
DRAWN = ("film", "quality", "share", "cost", "asked", "dice", "under", "loops", "logic")
FITS = "document.documentElement.scrollWidth <= innerWidth"


def play_to_the_end(panel: Panel) -> str:
    """Play a game to its debrief and return the path of its take-home page."""
    panel.next()
    for _ in range(3 * ROUNDS + 1):  # with the time-out
        panel.next()
    panel.sees("debrief")
    return panel.page.locator("#take-home-open").get_attribute("href") or ""


def drawings(page: Page) -> list[str]:
    """Return which pictures were drawn, in order."""
    return page.locator("figure.drawn").evaluate_all("found => found.map((one) => one.dataset.chart)")


def unfold(page: Page) -> None:
    """Open every part below the story, all of which are folded at first."""
    expect(page.locator("details.home-part[open]")).to_have_count(0)
    for summary in page.locator("details.home-part > summary").all():
        summary.click()


def test_a_group_reads_its_story_and_prints_it(watch: Watch, browser_server: Server, tmp_path: Path) -> None:
    laptop = watch.visitor(size=LAPTOP)
    panel = Panel.start(laptop, browser_server, tables=2, seats=3, rounds=ROUNDS)
    phone = watch.visitor()
    Phone.join(phone, panel.code, "Winterkoninkje 12", table=2)
    Phone.join(watch.visitor(), panel.code, "Egel", table=1)
    path = play_to_the_end(panel)
    found = []
    for language, page in (("nl", phone), ("en", watch.visitor("en", size=LAPTOP))):
        page.goto(path)
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page.locator("figure.drawn")).to_have_count(len(DRAWN))
        assert drawings(page) == list(DRAWN)
        unfold(page)
        assert page.evaluate(FITS)
        assert "Winterkoninkje" not in page.locator("main").inner_text()
        found += barriers(page, f"take-home in {language}")
    expect(phone.locator("article")).to_have_attribute("id", "game-1-table-2")
    phone.goto(f"{path}?table=all")
    expect(phone.locator("figure.drawn")).to_have_count(2 * len(DRAWN))
    unfold(phone)
    found += barriers(phone, "all tables")
    assert found == []
    phone.goto(path)
    pdf = phone.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    assert 4 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 9


def test_a_picture_is_kept_as_a_file(watch: Watch, browser_server: Server, tmp_path: Path) -> None:
    laptop = watch.visitor(size=LAPTOP)
    panel = Panel.start(laptop, browser_server, rounds=ROUNDS, seats=3, rehearsal=True)
    path = play_to_the_end(panel)
    page = watch.visitor(size=LAPTOP)
    page.goto(path)
    page.locator("[data-step=undercurrent] > summary").click()
    figure = page.locator("figure[data-chart=under]")
    with page.expect_download() as kept:
        figure.locator(".home-save button").click()
    assert kept.value.suggested_filename == "game-1-table-1-under.svg"
    kept.value.save_as(tmp_path / "under.svg")
    drawing = ElementTree.parse(tmp_path / "under.svg").getroot()
    lines = drawing.findall("{http://www.w3.org/2000/svg}polyline")
    assert (drawing.get("width"), len(lines), {line.get("fill") for line in lines}) == ("640", 4, {"none"})
    assert len({line.get("stroke") for line in lines}) == 4


def test_a_page_that_is_gone(watch: Watch) -> None:
    page = watch.visitor(size=PHONE)
    with watch.expecting("status of 410"):
        page.goto("/take-home/gone/")
        assert barriers(page, "gone") == []


def test_the_facilitator_takes_the_files_along(watch: Watch, browser_server: Server) -> None:
    laptop = watch.visitor(size=LAPTOP)
    Panel.start(laptop, browser_server, rounds=1, seats=3, rehearsal=True)
    laptop.goto(f"{laptop.url}export/")
    assert barriers(laptop, "export") == []
    for kind in ("zip", "xlsx"):
        with laptop.expect_download() as taken:
            laptop.locator(f"button[value={kind}]").click()
        assert taken.value.suggested_filename.endswith(f".{kind}")
