"""python -m tests.looks.identity: what stands for the game outside it, drawn anew from its own drawing.

Icons (from static/img/icon.svg), the street of the join page (templates/street*.html), what the game is in three pictures
(static/img/front-*.svg) and what a shared link shows (static/img/share-*.png), all from the style page, and the pictures of
the README (docs/pictures, from a game that is played for it).
"""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import FLAGS, SHELL
from tests.browser.panel import Panel
from tests.conftest import find_program
from tests.live.server import ROOT, Server
from tests.looks.game import MIDDLING, SEATS, Room

ICONS = {"icon-512.png": 512, "icon-192.png": 192, "icon-180.png": 180, "icon-32.png": 32}
NAMES = {"nl": "Wie pakt het op?", "en": "Who picks it up?"}
SHARED = (1200, 630)
SHOTS = {
    ("lobby", "projector"): "projector-lobby",
    ("lobby", "panel"): "panel-lobby",
    ("lobby", "phone-resident"): "phone-lobby",
    ("1-agree", "phone-municipality"): "phone-agree",
    ("1-act-chosen", "phone-resident"): "phone-act",
    ("1-outcome", "projector"): "projector-outcome",
    ("1-outcome", "phone-resident"): "phone-outcome",
    ("2-act", "panel"): "panel",
}
VIEW = {"panel": (1280, 800), "projector": (1280, 720), "phone": (390, 844)}
# Where one sits down in another world, by the name of its template (game/web/picture.py), and what the style page is asked.
ELSEWHERE = {
    "street_school": "scenario=school",
    "street_care": "scenario=care",
    "street_general": "scene=general",
}
FRONT = "0 50 1064 424"  # what of it stands on the front door: less sky

# The drawing with its colours in attributes: the front door has no style sheet of the street.
INLINE = """(svg) => {
  const KEPT = ["d", "x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "transform", "points"];
  const copy = (node) => {
    const style = getComputedStyle(node);
    if (style.display === "none" || style.opacity === "0") return "";
    const given = KEPT.filter((name) => node.hasAttribute(name)).map((name) => `${name}="${node.getAttribute(name)}"`);
    const paint = [];
    if (node.tagName !== "g") {
      if (style.fill === "none" && style.stroke === "none") return "";
      paint.push(`fill="${style.fill}"`);
      if (style.fillOpacity !== "1") paint.push(`fill-opacity="${style.fillOpacity}"`);
      if (style.stroke !== "none") paint.push(`stroke="${style.stroke}" stroke-width="${parseFloat(style.strokeWidth)}"`);
      if (style.stroke !== "none") paint.push(`stroke-linecap="${style.strokeLinecap}"`);
    }
    if (style.opacity !== "1") paint.push(`opacity="${style.opacity}"`);
    const inner = [...node.children].map(copy).join("");
    if (node.tagName === "g" && !inner) return "";
    const attributes = [...given, ...paint].join(" ");
    return node.tagName === "g" && !attributes
      ? inner
      : `<${node.tagName}${attributes && ` ${attributes}`}${inner ? `>${inner}</${node.tagName}>` : "/>"}`;
  };
  return [...svg.children].map(copy).join("");
}"""
HEX = re.compile(r"rgb\((\d+), (\d+), (\d+)\)")


def main() -> None:
    """Draw all of it."""
    program = find_program(SHELL) or find_program("chromium")
    environment = {"DEBUG": "1", "REVEAL_SECONDS": "0"}
    with (
        TemporaryDirectory() as data,
        Server({"DATA_DIR": data, **environment}) as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        icons(browser)
        front_door(browser, server)
        readme(browser, server)
        browser.close()


def icons(browser: Browser) -> None:
    """Draw the icon for browsers that take no SVG."""
    folder = ROOT / "static/img"
    page = browser.new_page()
    for name, side in ICONS.items():
        page.set_viewport_size({"width": side, "height": side})
        page.set_content(
            f"<style>body{{margin:0}}svg{{display:block;width:{side}px}}</style>{(folder / 'icon.svg').read_text()}"
        )
        page.screenshot(path=folder / name, omit_background=True)
    page.close()


def front_door(browser: Browser, server: Server) -> None:
    """Write the street of the join page, the three of the front door, and what a shared link shows."""
    page = browser.new_page(color_scheme="light")
    page.goto(f"{server.base_url}/styleguide/?part=front")
    page.locator("body[data-drawn]").wait_for()
    found = page.locator("section[data-part=front] svg.s-film").all()
    drawn, *beats = [HEX.sub(_hex, svg.evaluate(INLINE)) for svg in found]
    door(drawn, "street")
    for number, beat in enumerate(beats, 1):
        picture = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{FRONT}">{beat}</svg>\n'
        (ROOT / f"static/img/front-{number}.svg").write_text(picture)
    for name, asked in ELSEWHERE.items():
        page.goto(f"{server.base_url}/styleguide/?part=front&{asked}")
        page.locator("body[data-drawn]").wait_for()
        first = page.locator("section[data-part=front] svg.s-film").first
        door(HEX.sub(_hex, first.evaluate(INLINE)), name)
    page.close()
    share(browser, f'<svg viewBox="{FRONT}">{drawn}</svg>')


def door(drawn: str, name: str) -> None:
    """Write what stands over the door of one world."""
    (ROOT / f"templates/{name}.html").write_text(
        "{% comment %}A street on a good day; decoration only. Made by `python -m tests.looks.identity`.{% endcomment %}\n"
        f'<svg class="street" viewBox="{FRONT}" aria-hidden="true" focusable="false">{drawn}</svg>\n'
    )


def _hex(found: re.Match[str]) -> str:
    return "#" + "".join(f"{int(part):02x}" for part in found.groups())


def share(browser: Browser, street: str) -> None:
    """Draw what a link to the game shows where it is shared: its name over a street, in each language."""
    width, height = SHARED
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
    for language, name in NAMES.items():
        page.set_content(
            f"<style>body{{margin:0;background:#e9dfcd;font:700 88px system-ui,'Liberation Sans',sans-serif;color:#1b1f24}}"
            f"h1{{margin:0;height:152px;font-size:inherit;display:flex;align-items:center;justify-content:center;"
            f"background:#fbf8f3}}svg{{display:block;width:{width}px}}</style><h1>{name}</h1>{street}"
        )
        page.screenshot(path=ROOT / f"static/img/share-{language}.png")
    page.close()


def readme(browser: Browser, server: Server) -> None:
    """Take the README's pictures."""
    folder = ROOT / "docs/pictures"
    room = Room(browser, server, MIDDLING, tables=1, rounds=3)
    newcomer = browser.new_context(
        base_url=server.base_url, locale="nl-NL", reduced_motion="reduce"
    ).new_page()
    elsewhere = browser.new_context(base_url=server.base_url, locale="nl-NL").new_page()
    door = Panel.start(elsewhere, server, tables=1, seats=SEATS, rounds=3)  # where there are chairs to take
    newcomer.goto(f"/j/{door.code}/")
    take(newcomer, "phone", folder / "phone-join.png")
    for state in room.walk():
        for (wanted, screen), name in SHOTS.items():
            if wanted == state:
                take(room.pages[screen], screen, folder / f"{name}.png")
    room.panel.show_debrief("undercurrent")
    room.projector.page.locator("#story svg").first.wait_for()
    take(room.projector.page, "projector", folder / "projector-under.png")
    room.close()


def take(page: Page, screen: str, file: Path) -> None:
    """Take one picture at its screen's size."""
    width, height = VIEW[screen.split("-", 1)[0]]
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_timeout(500)
    page.screenshot(path=file)


if __name__ == "__main__":
    main()
