"""What the model makes of the vote, on the wall: the reasons stand there at either size of a projector."""

import pytest
from playwright.sync_api import expect

from tests.browser.debriefs import begin, debriefed
from tests.browser.desk import Desk
from tests.browser.legible import SIZES, misread
from tests.browser.projector import Projector
from tests.browser.watch import BEAMER, Watch
from tests.live.server import Server

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", ["nl", "en"])
def test_reasons_stand_at_either_size(watch: Watch, browser_server: Server, language: str) -> None:
    panel = debriefed(begin(watch, browser_server, language))
    page = Projector.open(watch.visitor(language, size=BEAMER), panel.projector_link).page
    with Desk(panel.page) as desk:
        desk.send("show_debrief", view="what_if", part="vote", table=None, beat=1)
        expect(page.locator(".voted tbody tr").first).to_be_visible()
        reasons = page.locator(".voted-why")
        for size in SIZES:
            page.set_viewport_size(size)
            assert reasons.count() > 0
            for one in reasons.all():
                expect(one).to_be_visible()
        assert misread(page, f"the vote, {language}") == []
