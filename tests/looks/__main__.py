"""Play real games and write every screen of them on one sheet, with what people read and tap there."""

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS, SHELL
from tests.conftest import find_program
from tests.live.server import Server
from tests.looks import counted
from tests.looks.game import MANNERS, Room
from tests.looks.measure import Measures, weights
from tests.looks.sheet import write_sheet
from tests.looks.shots import kind_of, shoot
from tests.looks.staged import shoot_staged

FIRST = "middling"  # is shown in every language, theme and size; the others as they first open
# The states that differ in kind; "all" are those of every round.
WORTH = [
    *(
        "lobby",
        "1-agree",
        "1-agree-chosen",
        "1-act",
        "1-act-chosen",
        "1-act-ready",
        "1-outcome",
        "2-agree",
        "2-outcome",
    ),
    *("3-outcome", "time-out", "4-agree", "4-outcome", "debrief"),
]


def main() -> None:
    """Play, look, and write the sheet."""
    asked = arguments()
    if not asked.words:
        asked.out.mkdir(parents=True, exist_ok=True)
    measures = Measures()
    shots: list[tuple[str, str]] = []
    program = find_program(SHELL) or find_program("chromium")
    with (
        TemporaryDirectory() as data,
        Server({"DATA_DIR": data, "DEBUG": "1"}) as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        if asked.words:
            print(counted.table(counted.count(browser, server)))
            print(weights())
            browser.close()
            return
        for game in asked.games:
            room = Room(browser, server, MANNERS[game], tables=asked.tables, rounds=asked.rounds)
            for state in room.walk():
                if asked.states != ["all"] and state not in asked.states:
                    continue
                print(game, state, flush=True)
                for screen, page in room.pages.items():
                    if asked.screens and kind_of(screen) not in asked.screens:
                        continue
                    if game == asked.games[0]:
                        measures.take(page, screen, state)
                    names = shoot(
                        page, screen, f"{game}.{state}", asked.out, all_looks=asked.all and game == FIRST
                    )
                    shots += [(game, name) for name in names]
            room.close()
        if asked.staged:
            names = shoot_staged(browser, server, asked.screens, asked.out, all_looks=asked.all)
            shots += [("staged", name) for name in names]
        browser.close()
    write_sheet(asked.out, shots, measures)
    print(measures.table())
    print(weights())
    print(f"{len(shots)} pictures: {asked.out / 'index.html'}")


def arguments() -> argparse.Namespace:
    """Read what is asked."""
    names = lambda text: [part for part in text.split(",") if part]  # noqa: E731 - argparse wants a function
    parser = argparse.ArgumentParser(prog="make looks", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("looks"))
    parser.add_argument("--games", type=names, default=[FIRST, "good", "poor"])
    parser.add_argument("--states", type=names, default=WORTH, help=f"all, or some of {', '.join(WORTH)}")
    parser.add_argument("--screens", type=names, default=[], help="phone, panel, projector (all)")
    parser.add_argument("--tables", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument(
        "--words", action="store_true", help="only words and seconds, in all worlds and both languages"
    )
    parser.add_argument(
        "--all", action=argparse.BooleanOptionalAction, default=True, help="every look of the first"
    )
    parser.add_argument(
        "--staged",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="also what no quick game comes by",
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
