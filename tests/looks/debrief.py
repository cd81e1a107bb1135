"""Every picture of the debrief, press by press, on contact sheets: of games that show what no quick game comes by.

    python -m tests.looks.debrief [--games heavy,together] [--screens projector] [--languages nl,en] [--themes light,dark]

Writes a picture per press and, of each game, sheets of them as one picture each, and prints what cannot be read on the big
screen; with `--no-shots` only that. With `--words` also how many words a phone
shows at each press, and how many stand on the big screen once a picture is whole. A tool, no test.
"""

import argparse
import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.browser.conftest import FLAGS, SHELL
from tests.browser.desk import Desk
from tests.browser.legible import unread
from tests.conftest import find_program
from tests.live.server import Server
from tests.looks.measure import READ
from tests.looks.shots import LANGUAGES, SIZES, THEMES

if TYPE_CHECKING:
    from tests.looks.staged_debriefs import Play

SIZE_OF = {
    "projector": SIZES["projector"],
    "phone": (SIZES["phone"][0], SIZES["phone"][2]),
    "panel": SIZES["panel"],
}
HOSTS = {"nl": "nl-NL", "en": "en-GB"}
# Nothing changed any more for a while, after what one waits for has come.
STILL = """(looks) => new Promise((resolve) => {
  let before = "", times = 0;
  const look = () => {
    const now = document.querySelector("main").innerHTML;
    times = now === before && now.length > 0 ? times + 1 : 0;
    before = now;
    if (times === looks) resolve(); else setTimeout(look, 120);
  };
  setTimeout(look, 120);
})"""
LOOKS, MANY = 2, 20  # how often it looked the same; what is found in many games takes a while
SHEET = """
body { margin: 0; background: #777; font: 13px system-ui, sans-serif; color: #fff; width: max-content; }
main { display: grid; gap: 6px; padding: 6px; }
figure { margin: 0; } figcaption { height: 18px; overflow: hidden; } img { display: block; }
"""
# How many pictures go side by side, how wide each, and how many on a sheet.
ON_SHEET = {"projector": (3, 640, 12), "phone": (7, 280, 14), "panel": (3, 640, 9)}


class Screens:
    """The pages of one game: a projector and a phone in each language, and the panel; `desk` shows what they show."""

    def __init__(self, browser: Browser, server: Server, play: "Play", asked: argparse.Namespace) -> None:
        self.pages: dict[tuple[str, str], Page] = {}
        self._contexts: list[Any] = []
        for language in asked.languages:
            if "projector" in asked.screens:
                self._open(browser, server, ("projector", language), play.projector, "")
            if "phone" in asked.screens and play.phones:
                mine = play.phones[-1 if language == "en" else 0]
                self._open(browser, server, ("phone", language), f"/play/{play.workshop.pk}/", mine)
        panel = self._open(browser, server, ("panel", "nl"), play.control, play.facilitator)
        self.desk = Desk(panel)
        if "panel" not in asked.screens:
            del self.pages["panel", "nl"]
            panel.goto("about:blank")

    def _open(self, browser: Browser, server: Server, key: tuple[str, str], path: str, token: str) -> Page:
        screen, language = key
        context = browser.new_context(
            base_url=server.base_url,
            locale=HOSTS[language],
            reduced_motion="reduce",
            viewport=SIZE_OF[screen][0],
        )
        context.set_default_timeout(120_000)
        self._contexts.append(context)
        if token:
            context.add_cookies([{"name": "device", "value": token, "url": server.base_url}])
        page = self.pages[key] = context.new_page()
        page.goto(path)
        page.locator("body[data-phase=debrief]").wait_for(state="attached")
        return page

    def close(self) -> None:
        """Close them."""
        self.desk.close()
        for context in self._contexts:
            context.close()

    def presses(self, asked: argparse.Namespace) -> Iterator[str]:
        """Show every press of every picture that is asked for; yields its name once all screens stand still."""
        from game.engine.debrief.steps import PICTURES

        tables = len(self.desk.tiles)
        rounds = int(self.desk.room["round"])
        for step, pictures in PICTURES.items():
            for one in pictures:
                name = f"{step}-{one.part}"
                if (asked.pictures and name not in asked.pictures) or (one.of_one_table and tables > 1):
                    continue
                if asked.paths and one.on == "request":
                    continue
                if one.part == "lines":
                    for code in ("funding.trust", "follows.professional.together", "twice_purse"):
                        self.desk.send("try_what_if", code=code, since=1, shown=True)
                if one.part == "doubt":
                    self.desk.send("doubt", constant="o_up", value=0.1)
                last = one.last_beat(rounds, tables)
                for beat in range(last if asked.whole else 0, last + 1):
                    self.desk.send("show_debrief", view=step, part=one.part, table=None, beat=beat)
                    self._still(f"{step}.{one.part}.{beat}", tables)
                    yield f"{name}-{beat}"

    def _still(self, shown: str, tables: int) -> None:
        """Wait until every screen shows this and moves no more; what many tables take may be still before it comes."""
        for (screen, _), page in self.pages.items():
            if screen == "projector":
                page.locator(f"body[data-picture='{shown}']").wait_for(state="attached")
            page.evaluate(STILL, LOOKS if tables < MANY else 4 * LOOKS)


def main() -> None:
    """Play the games, look at them, and write the sheets."""
    asked = arguments()
    asked.out.mkdir(parents=True, exist_ok=True)
    program = find_program(SHELL) or find_program("chromium")
    with TemporaryDirectory() as data:
        plays = _play(data, asked.games)
        with Server({"DATA_DIR": data}) as server, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
            for play in plays:
                shots = list(_look(Screens(browser, server, play, asked), play.name, asked))
                for screen in asked.screens:
                    _sheets(browser, [shot for shot in shots if f".{screen}." in shot], screen, asked.out)
            browser.close()


def _play(data: str, names: list[str]) -> list["Play"]:
    """Play games in a database of their own, before there is a server for it, or a browser."""
    os.environ |= {
        "DATA_DIR": data,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "STEADY_SECONDS": "0",
        "REVEAL_SECONDS": "0",
    }
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connections

    from tests.looks.staged_debriefs import play

    call_command("migrate", verbosity=0)
    plays = [play(name) for name in names]
    connections.close_all()
    return plays


def _look(screens: Screens, game: str, asked: argparse.Namespace) -> Iterator[str]:
    for press in screens.presses(asked):
        print(game, press, flush=True)
        for (screen, language), page in screens.pages.items():
            if asked.words and screen != "panel":
                print(f"   {screen} {language}: {page.evaluate(READ)['words']} words")
            for theme in asked.themes:
                for size in _sizes(screen, asked.small):
                    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
                    page.set_viewport_size(size)
                    page.evaluate(STILL, LOOKS)
                    if screen == "projector" and theme == asked.themes[0]:
                        for problem in unread(page):
                            print(f"   {screen} {language} {size['width']}: {problem}", flush=True)
                    if not asked.shots:
                        continue
                    name = f"{game}.{screen}.{language}.{theme}.{size['width']}.{press}.png"
                    page.screenshot(path=asked.out / name, full_page=screen == "phone")
                    yield name
            page.set_viewport_size(SIZE_OF[screen][0])
    screens.close()


def _sizes(screen: str, small: bool) -> tuple[ViewportSize, ...]:
    return SIZE_OF[screen] if small else SIZE_OF[screen][:1]


def _sheets(browser: Browser, shots: list[str], screen: str, folder: Path) -> None:
    """Lay the pictures of one size, language and theme on sheets, each one picture."""
    across, wide, most = ON_SHEET[screen]
    page = browser.new_page(viewport={"width": across * (wide + 6) + 6, "height": 600})
    for look in dict.fromkeys(shot.rsplit(".", 2)[0] for shot in shots):
        mine = [shot for shot in shots if shot.rsplit(".", 2)[0] == look]
        for first in range(0, len(mine), most):
            figures = "".join(
                f"<figure><figcaption>{shot.rsplit('.', 2)[1]}</figcaption><img width={wide} src='{shot}'></figure>"
                for shot in mine[first : first + most]
            )
            html = folder / "sheet.html"
            html.write_text(
                f"<!doctype html><style>{SHEET} main {{ grid-template-columns: repeat({across}, {wide}px) }}</style>"
                f"<main>{figures}</main>"
            )
            page.goto(html.resolve().as_uri())
            page.locator("main").screenshot(path=folder / f"sheet.{look}.{first // most + 1}.png")
            html.unlink()
    page.close()


def arguments() -> argparse.Namespace:
    """Read what is asked."""
    names = lambda text: [part for part in text.split(",") if part]  # noqa: E731 - argparse wants a function
    parser = argparse.ArgumentParser(
        prog="tests.looks.debrief", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--out", type=Path, default=Path("looks"))
    parser.add_argument("--games", type=names, default=["heavy", "together", "turned"])
    parser.add_argument("--pictures", type=names, default=[], help="such as pattern-circle; all")
    parser.add_argument("--screens", type=names, default=["projector", "phone"])
    parser.add_argument("--languages", type=names, default=list(LANGUAGES))
    parser.add_argument("--themes", type=names, default=list(THEMES))
    parser.add_argument("--small", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--paths", action="store_true", help="no picture that is on request")
    parser.add_argument("--whole", action="store_true", help="of each picture its last press only")
    parser.add_argument("--shots", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--words", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
