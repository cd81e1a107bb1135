"""What a page weighs on its way to a device, compressed: scripts and style sheets, with the streets they draw."""

import posixpath
import re

import pytest
from django.conf import settings as project

from game import content
from game.engine.table.phases import Phase
from game.live.static import static_tree
from game.web.picture import sheet
from game.web.player.modules import ahead, modules

WORLD = "js/pages/{}/ui/street/worlds/{}.js"
SCENARIOS = sorted(content.load_all())
# With what comes by itself while a round is played.
PARTS = {
    "player": ["js/pages/player/ui/phone/play.js", "js/pages/player/ui/phone/street.js"],
    "panel": ["js/pages/panel/ui/panel/drawn.js"],
    "projector": [],
}
TEMPLATES = {
    "player": "player/page.html",
    "panel": "facilitator/panel.html",
    "projector": "projector/page.html",
}
MOST = {"player": 60_000, "panel": 110_000, "projector": 110_000}
IMPORTED = re.compile(rb'^(?:import|export) [^;]*?"(\.{1,2}/[^"]+)";', re.MULTILINE)


DEBRIEF = {
    "player": "js/pages/player/ui/phone/debrief.js",
    "panel": "js/pages/panel/ui/debrief/pictures.js",
    "projector": "js/pages/projector/ui/projector/debrief.js",
}


def scripts_of(page: str, scenario: str = "street") -> list[str]:
    """Return the names of the files that a page's scripts are sent in, those of play and of its world among them."""
    world = WORLD.format(page, content.scenario(scenario).scene)
    return with_imported(f"js/pages/{page}.js", *PARTS[page], world)


def with_imported(*names: str) -> list[str]:
    """Return scripts and all that they load at once."""
    found: list[str] = []
    todo = list(names)
    while todo:
        name = todo.pop(0)
        if name in found:
            continue
        found.append(name)
        imported = IMPORTED.findall(static_tree().files[name].plain)
        todo += [
            posixpath.normpath(posixpath.join(posixpath.dirname(name), path.decode())) for path in imported
        ]
    return found


def sheets_of(page: str, scenario: str) -> list[str]:
    """Return the names of the style sheets that the page's template and the one around it ask for, its world's among them."""
    folder = project.BASE_DIR / "templates"
    text = (folder / "base.html").read_text() + (folder / TEMPLATES[page]).read_text()
    assert text.count("{% static sheet %}") == 1
    return [*re.findall(r"'(css/\w+\.css)'", text), sheet(scenario)]


def weight_of(names: list[str]) -> int:
    """Return how many bytes these files are on their way."""
    files = [static_tree().files[name] for name in names]
    return sum(len(file.gzipped or file.plain) for file in files)


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("page", MOST)
def test_a_page_is_light_and_comes_in_few_files(page: str, scenario: str) -> None:
    scripts = scripts_of(page, scenario)

    assert len(scripts) <= 4
    assert weight_of([*scripts, *sheets_of(page, scenario)]) <= MOST[page]
    assert [name for name in scripts if "/worlds/" in name] == [
        WORLD.format(page, content.scenario(scenario).scene)
    ]


def test_a_phone_is_told_at_once_of_all_files_it_begins_with() -> None:
    assert modules("street", Phase.LOBBY) == ["js/pages/player.js"]
    assert sorted(modules("street", Phase.AGREE)) == sorted(scripts_of("player"))
    assert {*modules("street", Phase.OUTCOME)} - {*modules("street", Phase.ACT)} == {
        "js/pages/player/ui/phone/told.js"
    }
    assert modules("", Phase.ACT)[-1] == "js/pages/player/ui/street/worlds/general.js"


@pytest.mark.parametrize("page", DEBRIEF)
def test_the_pictures_of_the_debrief_come_in_one_file(page: str) -> None:
    sent = [name for name in static_tree().files if name.startswith(f"js/pages/{page}/")]

    assert [name for name in sent if "/debrief/pictures/" in name] == []
    assert [*{*with_imported(DEBRIEF[page])} - {*scripts_of(page)}] == [DEBRIEF[page]]
    # Nothing that is loaded before the debrief brings it along.
    assert [name for name in sent if DEBRIEF[page] in with_imported(name)] == [DEBRIEF[page]]


def test_a_phone_is_told_ahead_of_what_the_debrief_opens_with() -> None:
    needed = {*with_imported("js/pages/player/ui/phone/later.js", DEBRIEF["player"])} - {
        *scripts_of("player")
    }

    assert {name for name in ahead() if name.endswith(".js")} == needed
    assert weight_of(ahead()) <= MOST["player"]


def test_who_works_on_scripts_gets_them_one_by_one(settings) -> None:
    sent = static_tree().files["js/pages/player.js"].plain
    settings.DEBUG = True

    alone = static_tree().files["js/pages/player.js"].plain

    assert (b'from "../net/socket.js"' in sent, b'from "../net/socket.js"' in alone) == (False, True)
    assert modules("street", Phase.ACT) == ["js/pages/player.js"]
