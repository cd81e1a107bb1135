"""An outcome that is uncovered by itself: every screen at the same beat, and a button that first has all of it shown."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from game.engine.table.reveal import STORY_BEAT, longer
from tests.browser.accessibility import barriers
from tests.browser.panel import Panel
from tests.browser.projector import Projector
from tests.browser.watch import BEAMER, LAPTOP, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser


BEAT_SECONDS = 15


@pytest.fixture(scope="module")
def browser_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a server whose beats last as long as they may, so that a busy machine shows every one of them."""
    reveal = {"REVEAL_SECONDS": str(4 * BEAT_SECONDS)}
    with Server({"DATA_DIR": str(tmp_path_factory.mktemp("reveal")), **reveal}) as started:
        yield started


def two_seconds_before(server: Server, beat: int) -> None:
    """Let an outcome have opened so long ago that this beat is about to come."""
    with closing(sqlite3.connect(server.data / "game.sqlite3", timeout=60)) as own, own:
        ((told,),) = own.execute("SELECT stories FROM game_game WHERE phase = 'outcome'")
        beats = beat - 1 + (longer(told) if beat > STORY_BEAT else 0)
        opened = datetime.now(UTC) - timedelta(seconds=beats * BEAT_SECONDS - 2)
        found = own.execute(
            "UPDATE game_game SET opened_at = ?, rev = rev + 1 WHERE phase = 'outcome'",
            [opened.strftime("%Y-%m-%d %H:%M:%S.%f")],
        )
        assert found.rowcount == 1


def test_it_runs_by_itself_and_a_press_shows_all_of_it(watch: Watch, browser_server: Server) -> None:
    panel = Panel.start(watch.visitor(size=LAPTOP), browser_server, tables=1, seats=3, rehearsal=True)
    one, other = (Projector.open(watch.visitor(size=BEAMER), panel.projector_link) for _ in range(2))
    one.watch_beats()
    for _ in range(3):
        panel.next()
    one.sees("outcome", 1)
    expect(panel.page.locator("#next")).to_have_text(panel.word("ui.panel.next.reveal"))
    other.page.reload()
    other.is_at_beat(1)
    other.watch_beats()
    found = barriers(one.page, "while it is uncovered")
    for beat in (2, 3, 4, 5):
        two_seconds_before(browser_server, beat)
        for projector in (one, other):
            projector.is_at_beat(beat % 5)
    assert [beat for beat, _ in one.beats] == ["1", "2", "3", "4", "0"]
    told = [heading for _, heading in one.beats]
    third = {one.word("ui.projector.beat.3"), one.word("ui.projector.beat.calm")}
    assert told[:2] == [one.word("ui.projector.beat.1"), one.word("ui.projector.beat.2")]
    assert (told[2] in third, told[3:]) == (
        True,
        [one.word("ui.projector.beat.4"), one.word("ui.asks.outcome")],
    )
    assert other.beats == one.beats[-len(other.beats) :]
    expect(panel.page.locator("#next")).to_have_text(panel.word("ui.panel.next.outcome", round=2))

    for _ in range(3):
        panel.next()
    one.is_at_beat(1)
    panel.next()
    one.is_at_beat(0)
    one.sees("outcome", 2)
    expect(panel.page.locator("#next")).to_have_text(panel.word("ui.panel.next.outcome", round=3))
    panel.next()
    one.sees("agree", 3)
    assert found == []
