"""Dark has to be said twice in CSS, for who has it dark and for what asks for it: both lists are the same."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[2] / "static/css"
BY_SYSTEM = ':root:not([data-theme="light"])'
ASKED = ':root[data-theme="dark"]'
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
# The sheets that have colours of their own in the dark, and what the street calls those it shares with the pages.
WORLDS = sorted(f"street/worlds/{file.name}" for file in (CSS / "street/worlds").glob("*.css"))
SHEETS = ("tokens.css", "street/evening.css", *WORLDS)
SHARED = {"--m": "--municipality", "--b": "--resident", "--p": "--professional", "--alarm": "--alarm"}


def rules(sheet: str) -> dict[str, dict[str, str]]:
    """Return by selector what a sheet declares for the dark; rules inside a media query stand under their own selector."""
    text = re.sub(r"/\*.*?\*/", "", (CSS / sheet).read_text(), flags=re.DOTALL)
    found: dict[str, dict[str, str]] = {}
    for selectors, body in RULE.findall(re.sub(r"@media[^{]*\{", "", text)):
        declared = dict(re.findall(r"([\w-]+):\s*([^;]+);", body))
        for selector in selectors.split(","):
            found.setdefault(" ".join(selector.split()), {}).update(declared)
    return found


@pytest.mark.parametrize("sheet", SHEETS)
def test_dark_is_the_same_for_who_has_it_and_for_what_asks_for_it(sheet: str) -> None:
    found = rules(sheet)
    by_system = {key.removeprefix(BY_SYSTEM): value for key, value in found.items() if BY_SYSTEM in key}
    asked = {key.removeprefix(ASKED): value for key, value in found.items() if ASKED in key}
    for declared in asked.values():
        declared.pop("color-scheme", None)  # the first list has it of the system

    assert by_system
    assert asked == by_system


def test_no_other_sheet_has_colours_for_the_dark() -> None:
    others = [file.relative_to(CSS).as_posix() for file in sorted(CSS.rglob("*.css"))]
    dark = ("prefers-color-scheme", ASKED)

    assert [
        name for name in others if name not in SHEETS and any(one in (CSS / name).read_text() for one in dark)
    ] == []


@pytest.mark.parametrize(
    ("root", "sheet", "selector"),
    [(":root", "street/street.css", ".s-street"), (ASKED, "street/evening.css", f"{ASKED} .s-street")],
    ids=["light", "dark"],
)
def test_the_street_has_the_colours_of_the_roles_that_the_pages_have(
    root: str, sheet: str, selector: str
) -> None:
    pages, street = rules("tokens.css")[root], rules(sheet)[selector]
    assert {name: street[name] for name in SHARED} == {name: pages[other] for name, other in SHARED.items()}
