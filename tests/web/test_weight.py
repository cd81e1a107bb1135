"""What a page weighs on its way to a device, compressed: scripts and style sheets."""

import re

import pytest
from django.conf import settings

from game.live.static import static_tree
from game.web.player.modules import AT_ONCE, IN_PLAY
from tests.web.modules import STATIC, brought, modules_of

TEMPLATES = {
    "player": "player/page.html",
    "panel": "facilitator/panel.html",
    "projector": "projector/page.html",
}
MOST = {"player": 60_000, "panel": 110_000, "projector": 110_000}


def sheets_of(page: str) -> list[str]:
    """Return the names of the style sheets that the page's template and the one around it ask for."""
    folder = settings.BASE_DIR / "templates"
    text = (folder / "base.html").read_text() + (folder / TEMPLATES[page]).read_text()
    return re.findall(r"'(css/\w+\.css)'", text)


@pytest.mark.parametrize("page", MOST)
def test_a_page_is_light(page: str) -> None:
    names = [*(file.relative_to(STATIC).as_posix() for file in modules_of(page)), *sheets_of(page)]
    files = [static_tree().files[name] for name in names]  # as they are sent, with what a sheet imports
    assert sum(len(file.gzipped or file.plain) for file in files) <= MOST[page]


def test_a_phone_is_told_at_once_of_all_modules_it_begins_with() -> None:
    begins = [file.relative_to(STATIC).as_posix() for file in modules_of("player")]
    play = [
        file.relative_to(STATIC).as_posix()
        for file in brought("js/ui/phone/play.js", "js/ui/phone/street.js")
    ]

    assert sorted(AT_ONCE) == begins
    assert sorted(IN_PLAY) == [name for name in play if name not in begins]
