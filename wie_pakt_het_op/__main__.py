"""Runs the command, also as `python -m wie_pakt_het_op`, where the system does not find `wie-pakt-het-op` by its name."""

import argparse
import os
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from platformdirs import user_data_dir

NAME = "wie-pakt-het-op"
HERE = Path(__file__).resolve().parent
# In a checkout what the wheel has in `app` stands beside this package.
APP = HERE / "app" if (HERE / "app").is_dir() else HERE.parent

ABOUT = """
Start het spel: dit venster toont het adres voor de spelers, een QR-code en de link voor de begeleider.
Starts the game: this window shows the address for players, a QR code and the link for the facilitator.
"""
MORE = """
Stoppen: Ctrl+C. Alles wat moet blijven, staat in / To stop: Ctrl+C. Everything that has to last is kept in
  {data}
(DATA_DIR=... kiest een andere map / chooses another folder)

Ook / also:
  {name} export NUMBER --to FOLDER    een werksessie als spreadsheet / a workshop as a spreadsheet
  {name} rehearse --url ADDRESS       een proefspel met programma's als telefoons / a trial with programs for phones
  {name} COMMAND --help               wat daarbij kan / what goes with it
"""


def main(arguments: list[str] | None = None) -> None:
    """Do what the arguments (without the program's name) say: start the game unless they begin with another command."""
    given = sys.argv[1:] if arguments is None else arguments
    os.environ["DATA_DIR"] = os.environ.get("DATA_DIR") or user_data_dir(NAME, appauthor=False)
    if given == ["help"]:
        given = ["--help"]
    if not given or given[0].startswith("-"):
        _own_options(given)
        given = ["play", *given]
    sys.path.insert(0, str(APP))
    sys.argv = [NAME, *given]
    import manage

    try:
        manage.main()
    except KeyboardInterrupt:  # before it serves; then it knows how to stop
        sys.exit(130)


def _own_options(given: list[str]) -> None:
    """Answer --help and --version; the command itself judges the rest."""
    encoding = sys.stdout.encoding or "ascii"  # some terminals cannot show every folder's name
    data = os.environ["DATA_DIR"].encode(encoding, "backslashreplace").decode(encoding)
    parser = argparse.ArgumentParser(
        prog=NAME,
        description=ABOUT,
        epilog=MORE.format(name=NAME, data=data),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--host", help="waar het luistert / where it listens; alleen hier / only here: 127.0.0.1"
    )
    parser.add_argument("--port", help="poort / port (8000)")
    parser.add_argument("--version", action="version", version=f"{NAME} {_version()}")
    parser.parse_known_args(given)


def _version() -> str:
    try:
        return version(NAME)
    except PackageNotFoundError:  # in a checkout
        return "(not installed)"


if __name__ == "__main__":
    main()
