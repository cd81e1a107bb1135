"""Thirteen screens as Firefox draws them, from the style page: phones, panel and projector, with their pictures."""

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.conftest import find_program
from tests.live.server import Server
from tests.looks.marionette import started

PHONE, PANEL, PROJECTOR = (390, 844), (1280, 800), (1920, 1080)
# What is asked of the style page, at which size, and how many pictures of streets stand there.
SCREENS = (
    ("phone/?state=lobby&role=resident", PHONE, 0),
    ("phone/?state=agree&role=municipality", PHONE, 4),
    ("phone/?state=agree-first&role=resident", PHONE, 4),
    ("phone/?state=act-tapped&role=resident", PHONE, 4),
    ("phone/?state=act-tapped&role=professional", PHONE, 4),
    ("phone/?state=outcome-poor&role=municipality", PHONE, 1),
    ("phone/?state=time-out&role=professional", PHONE, 0),
    ("panel/?state=act&tables=8", PANEL, 8),
    ("panel/?state=outcome&tables=1", PANEL, 1),
    ("projector/?state=lobby&tables=2", PROJECTOR, 2),
    ("projector/?state=outcome-setback&tables=1", PROJECTOR, 1),
    ("projector/?state=outcome&tables=16", PROJECTOR, 16),
    ("projector/?state=finale&tables=1", PROJECTOR, 2),
)
WINDOW = {"x": 0, "y": 0, "width": 2000, "height": 1300}


def main() -> None:
    """Write a picture of each screen in each language."""
    parser = argparse.ArgumentParser(prog="make looks-firefox", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("looks/firefox"))
    parser.add_argument("--languages", nargs="*", default=["nl", "en"])
    asked = parser.parse_args()
    program = find_program("firefox-esr") or find_program("firefox")
    if program is None:
        parser.exit(1, "Firefox is not here. On Debian: apt install firefox-esr\n")
    asked.out.mkdir(parents=True, exist_ok=True)
    with (
        TemporaryDirectory() as data,
        TemporaryDirectory(ignore_cleanup_errors=True) as profile,
        Server({"DATA_DIR": data, "DEBUG": "1"}) as server,
        started(program, Path(profile)) as firefox,
    ):
        firefox.tells("WebDriver:SetWindowRect", WINDOW)
        firefox.tells("WebDriver:Navigate", {"url": f"{server.base_url}/styleguide/?part=none"})
        for language in asked.languages:
            for number, (query, (width, height), pictures) in enumerate(SCREENS, 1):
                name = f"{number:02}.{query.split('/')[0]}.{language}.png"
                address = f"/styleguide/{query}&language={language}"
                firefox.shoot(address, width, height, pictures, asked.out / name)
                print(name, flush=True)
    print(f"{asked.out.resolve()}: {len(SCREENS) * len(asked.languages)} pictures")


if __name__ == "__main__":
    main()
