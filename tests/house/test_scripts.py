"""Scripts and style sheets stay easy to read: short files, short lines, and nothing written twice."""

import re
from pathlib import Path
from statistics import median

from game.live.slim import without_comments

ROOT = Path(__file__).parents[2]
WIDEST = 120
LONGEST = 180
MEDIAN = 70
LONGEST_SHEET = 200
SCRIPTS = sorted((ROOT / "static/js").rglob("*.js"))
SHEETS = sorted((ROOT / "static/css").rglob("*.css"))


def name(file: Path) -> str:
    """Return where a file is in the project."""
    return file.relative_to(ROOT).as_posix()


def test_no_line_is_longer_than_the_eye_likes() -> None:
    files = [*SCRIPTS, *SHEETS, *(ROOT / "tests/js").rglob("*.js")]
    found = [
        f"{name(file)}:{number}"
        for file in files
        for number, line in enumerate(file.read_text().split("\n"), 1)
        if len(line) > WIDEST
    ]

    assert len(files) > 100
    assert found == []


def test_a_script_is_short() -> None:
    lines = {name(file): len(file.read_text().splitlines()) for file in SCRIPTS}

    assert {long: count for long, count in lines.items() if count > LONGEST} == {}
    assert median(lines.values()) <= MEDIAN


def test_no_string_has_a_line_that_looks_like_a_comment() -> None:
    """So what is not sent as a comment is one (game/live/slim.py)."""
    found = []
    for file in SCRIPTS:
        text = file.read_bytes()
        is_open = False
        for line, sent in zip(text.split(b"\n"), without_comments(text).split(b"\n"), strict=True):
            if is_open and line != sent:
                found.append(f"{name(file)}: {line!r}")
            is_open ^= sent.count(b"`") % 2 == 1
        assert not is_open, name(file)
    assert found == []


def test_an_element_is_looked_up_by_one_function() -> None:
    """Who needs an element of the page asks `at` of ui/shared/dom.js."""
    own = re.compile(
        r"=> document\.getElementById\(\w+\)|function \w+\(\w+\) \{\s*return document\.getElementById"
    )

    assert [name(file) for file in SCRIPTS if own.search(file.read_text())] == ["static/js/ui/shared/dom.js"]


def test_a_style_sheet_is_of_one_component() -> None:
    """What a page asks for only imports; the server sends it with those in their place."""
    assert [name(file) for file in SHEETS if len(file.read_text().splitlines()) > LONGEST_SHEET] == []
    mixed = [
        name(file)
        for file in SHEETS
        if "@import" in file.read_text()
        and "{" in re.sub(r"/\*.*?\*/", "", file.read_text(), flags=re.DOTALL)
    ]
    assert mixed == []


def test_every_style_sheet_is_used() -> None:
    folder = ROOT / "static/css"
    imported = {
        (file.parent / part).relative_to(folder).as_posix()
        for file in SHEETS
        for part in re.findall(r'@import "([^"]+)";', file.read_text())
    }

    assert [name(file) for file in SHEETS if file.parent != folder and name(file)[11:] not in imported] == []


def test_every_class_of_a_style_sheet_is_on_some_page() -> None:
    """A class is written whole, or in parts: `s-${name}` and `${kind}-face` are `s-lamp` and `option-face`."""
    files = [file for part in ("templates", "game", "static/js") for file in (ROOT / part).rglob("*.*")]
    text = "\n".join(file.read_text() for file in files if file.suffix in {".html", ".js", ".py", ".toml"})
    words = set(re.findall(r"[\w-]+", text))
    begun = set(re.findall(r"([\w-]+-)(?:\$\{|\{\{|\{%|\"|')", text))
    ended = set(re.findall(r"(?:\}|%)(-[\w-]+)", text))

    def is_written(one: str) -> bool:
        cuts = [at for at, sign in enumerate(one) if sign == "-"]
        return (
            one in words
            or any(
                one[: at + 1] in begun and (one[at + 1 :].isdigit() or is_written(one[at + 1 :]))
                for at in cuts
            )
            or any(one[at:] in ended and one[:at] in words for at in cuts)
        )

    sheets = (re.sub(r"/\*.*?\*/|\{[^{}]*\}", "", file.read_text(), flags=re.DOTALL) for file in SHEETS)
    classes = {one for sheet in sheets for one in re.findall(r"\.([a-zA-Z][\w-]*)", sheet)}
    assert len(classes) > 800
    assert sorted(one for one in classes if not is_written(one)) == []
