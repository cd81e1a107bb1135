"""What pages are sent of our scripts is what the scripts say, as a parser reads both."""

import re
from pathlib import Path

import pytest

from game.live.join import join
from game.live.static import PAGES, read_tree
from tests.node import ROOT, run_node

STATIC = ROOT / "static"
CHECK = ROOT / "tests/js/joined.js"


@pytest.mark.scripts
def test_joined_files_say_what_their_scripts_say(tmp_path: Path) -> None:
    scripts = {name: file.plain for name, file in read_tree([STATIC]).files.items() if name.endswith(".js")}
    files = join(scripts, PAGES)
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    pages = [Path(page.entry).stem for page in PAGES]

    said = run_node(CHECK, str(STATIC / "js"), str(tmp_path / "js"), *pages, package="eslint")

    assert [re.sub(r"\d+", "n", line) for line in said.splitlines()] == [
        f"{page}: n in n files" for page in pages
    ]
