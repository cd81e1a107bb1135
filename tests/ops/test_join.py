"""Joined scripts do what they do one by one: in the same order, each once."""

from pathlib import Path

import pytest

from game.live.join import join
from game.live.plan import Page
from tests.node import run_node

PAGE = Page("js/pages/page.js", ("js/ui/part.js",))
SCRIPTS = {
    "js/log.js": """console.log("log runs");
export const log = (...words) => console.log(...words);
export const same = {};
""",
    "js/names.js": """import { log as tell, same } from "./log.js";
const source = { luck: 1, moods: [2] };
export const { luck: LUCK, moods } = source;
export class Card {
  name = `over
    lines`;
}
export async function wait() {
  return same;
}
tell(typeof screen, typeof own, new Card().name);
export { same as first, tell };
""",
    "js/kind.js": 'console.log("kind runs");\nexport default { kind: "street" };\n',
    "js/again.js": """import kind from "./kind.js";
export { LUCK as chance } from "./names.js";
export const its = kind.kind;
""",
    "js/ui/shared.js": 'import { log } from "../log.js";\nlog("shared runs");\nexport const shared = {};\n',
    "js/ui/part.js": """import { log, same } from "../log.js";
import {
  shared,
} from "./shared.js";
log("part runs");
export const part = () => import("./single.js").then(({ single, chance }) => [single === shared, chance, same]);
""",
    "js/ui/single.js": """import { LUCK } from "../names.js";
import { other } from "./other.js";
export { shared as single } from "./shared.js";
export { chance } from "../again.js";
export { other as passed } from "./other.js";
console.log("single runs", LUCK, other);
""",
    "js/ui/other.js": 'export const other = "other";\n',
    "js/ui/pictures/one.js": 'import { shared } from "../shared.js";\nexport const picture = shared;\n',
    "js/ui/pictures/two.js": 'export { other as picture } from "../other.js";\n',
    "js/pages/page.js": """import { log } from "../log.js";
import { Card, first, moods, tell, wait } from "../names.js";
import { chance, its } from "../again.js";
const screen = "not the window's";
const own = "nobody else's";
log("page runs", own, screen, moods, chance, its, tell === log, new Card() instanceof Card);
async function main() {
  const { default: kind } = await import("../kind.js");
  const { same } = await import("../log.js");
  log(kind.kind, same === first, same === (await wait()));
  const { part } = await import("../ui/part.js");
  log(...(await part()).map((one) => one === true || one === same || one));
  for (const name of ["one", "two"]) {
    const { picture } = await import(`../ui/pictures/${name}.js`);
    log(name, picture);
  }
  log(part === (await import("../ui/part.js")).part);
}
main();
""",
}


def contents(**changed: str) -> dict[str, bytes]:
    return {
        name: text.encode()
        for name, text in (SCRIPTS | {f"js/{k}.js": v for k, v in changed.items()}).items()
    }


def run(folder: Path, files: dict[str, bytes]) -> str:
    for name, content in {**files, "package.json": b'{"type": "module"}'}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return run_node(folder / PAGE.entry)


@pytest.mark.scripts
def test_joined_scripts_do_the_same(tmp_path: Path) -> None:
    files = join(contents(), [PAGE])

    assert sorted(files) == [
        "js/pages/page.js",
        "js/pages/page/ui/other.js",
        "js/pages/page/ui/part.js",
        "js/pages/page/ui/pictures/one.js",
        "js/pages/page/ui/pictures/two.js",
        "js/pages/page/ui/single.js",
    ]
    said = run(tmp_path / "joined", files)
    assert said == run(tmp_path / "single", contents())
    assert said.splitlines()[-1] == "true"


@pytest.mark.scripts
def test_scripts_whose_address_is_put_together_come_in_one_file(tmp_path: Path) -> None:
    together = Page(PAGE.entry, (("js/ui/part.js", "js/ui/single.js", "js/ui/pictures/*.js"),))

    files = join(contents(), [together])

    assert sorted(files) == ["js/pages/page.js", "js/pages/page/ui/part.js"]
    assert run(tmp_path / "joined", files) == run(tmp_path / "single", contents())


@pytest.mark.scripts
def test_of_those_some_may_stand_alone(tmp_path: Path) -> None:
    some = Page(PAGE.entry, (("js/ui/part.js", "js/ui/pictures/one.js"),))

    files = join(contents(), [some])

    assert sorted(files)[-1] == "js/pages/page/ui/single.js"
    assert "js/pages/page/ui/pictures/two.js" in files
    assert run(tmp_path / "joined", files) == run(tmp_path / "single", contents())


def test_a_joined_file_says_whose_the_lines_are() -> None:
    lines = join(contents(), [PAGE])["js/pages/page/ui/part.js"].decode().splitlines()

    assert [line for line in lines if line.startswith("//")] == ["//shared", "//part"]


def test_pages_have_their_own_files() -> None:
    other = Page("js/ui/part.js")

    files = join(contents(), [PAGE, other])

    assert {name for name in files if name.startswith("js/ui/")} == {
        "js/ui/part.js",
        "js/ui/part/ui/single.js",
        "js/ui/part/names.js",
        "js/ui/part/again.js",
        "js/ui/part/kind.js",
        "js/ui/part/ui/other.js",
    }


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        (
            {"kind": 'import { a } from "./gone.js";\n'},
            r"js/kind\.js imports js/gone\.js, which is not there",
        ),
        ({"kind": 'import("./gone.js");\n'}, r"js/kind\.js imports js/gone\.js, which is not there"),
        (
            {"kind": "export const kind = 1;\n"},
            r"js/again\.js imports default, which js/kind\.js does not export",
        ),
        (
            {"log": 'import { LUCK } from "./names.js";\nexport const log = 1, same = 2;\n'},
            r"imports same, which js/log\.js does not export",
        ),
        (
            {"kind": 'import { its } from "./again.js";\nexport default { its };\n'},
            r"in a circle: js/pages/page\.js > js/again\.js > js/kind\.js > js/again\.js",
        ),
        ({"kind": "await 1;\nexport default {};\n"}, r"js/kind\.js waits .* cannot be joined"),
    ],
)
def test_what_cannot_be_joined_is_refused(changed: dict[str, str], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        join(contents(**changed), [PAGE])


@pytest.mark.parametrize("part", ["js/log.js", "js/ui/elsewhere.js", "js/pages/page.js"])
def test_a_part_comes_later(part: str) -> None:
    with pytest.raises(ValueError, match=f"{part} is no part of js/pages/page.js that comes later"):
        join(contents(), [Page(PAGE.entry, (part,))])


def test_a_pattern_means_something() -> None:
    with pytest.raises(ValueError, match=r"js/ui/nothing/\*\.js is no part of js/pages/page\.js"):
        join(contents(), [Page(PAGE.entry, (("js/ui/part.js", "js/ui/nothing/*.js"),))])
