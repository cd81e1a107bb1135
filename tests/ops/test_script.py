"""What a script imports and exports is read from a few forms, and one that says it otherwise is refused."""

import re

import pytest

from game.live.script import read_script
from game.live.slim import without_air


def test_what_it_imports_and_exports() -> None:
    text = """import { at, say as tell } from "../shared/dom.js";
import {
  one,
} from "./one.js";
import world from "./world.js";
export { there as picture } from "../texts.js";
let count = 0;
const { luck: LUCK } = world;
export const { moods: MOODS, steps } = world;
export async function bring() {}
export function draw() {}
export class Card {}
export const first = { count };
export { at, LUCK as chance };
export default { first };
const later = () => import("./late.js").then(({ draw }) => draw());
const others = (step) => import(`./parts/${step}.js`);
"""
    known = ["js/ui/parts/a.js", "js/ui/parts/deep/b.js", "js/ui/late.js", "js/ui/parts.js"]

    script = read_script("js/ui/page.js", text.encode())

    assert script.imports == (
        ("js/shared/dom.js", ("at", "say")),
        ("js/ui/one.js", ("one",)),
        ("js/ui/world.js", ("default",)),
        ("js/texts.js", ("there",)),
    )
    assert script.exports == {
        *("picture", "MOODS", "steps", "bring", "draw", "Card", "first", "at", "chance", "default"),
    }
    assert list(script.later(known)) == ["js/ui/late.js", "js/ui/parts/a.js"]
    assert not script.waits


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('import * as all from "./a.js";', "a form of import or export that is not known"),
        ('import "./a.js";', "a form of import or export that is not known"),
        ('import a, { b } from "./a.js";', "a form of import or export that is not known"),
        ('import { a } from "a";', "a form of import or export that is not known"),
        ("import { a } from './a.js';", "a form of import or export that is not known"),
        ('import { a } from "./a.js" with { type: "json" };', "a form of import or export that is not known"),
        ('if (a) import { b } from "./b.js";', "a form of import or export that is not known"),
        ('export * from "./a.js";', "a form of import or export that is not known"),
        ("export let a = 1;", "a form of import or export that is not known"),
        ("export var a = 1;", "a form of import or export that is not known"),
        ("export function* a() {}", "a form of import or export that is not known"),
        ("export const [a] = b;", "a form of import or export that is not known"),
        ("export const { a: { b } } = c;", "a form of import or export that is not known"),
        ("export default function a() {}", "a form of import or export that is not known"),
        ("export default async function a() {}", "a form of import or export that is not known"),
        ("export default class {}", "a form of import or export that is not known"),
        ("const here = import.meta.url;", "a form of import or export that is not known"),
        ("const late = import(address);", "a form of import or export that is not known"),
        ('const late = import("a.js");', "a form of import or export that is not known"),
        ("const $1 = 1;", "a name like $1, which joining gives"),
        ('const text = `\nimport { a } from "./a.js";\n`;', "an import or export in a string"),
        ("let a = 1;\nexport { a };", "an export that can change: a"),
        ("let b,\n  a = 1;\nexport { a as c };", "an export that can change: a"),
    ],
)
def test_what_is_said_otherwise_is_refused(line: str, why: str) -> None:
    with pytest.raises(ValueError, match=rf"^js/page\.js:\d: {re.escape(why)}$"):
        read_script("js/page.js", f"const x = 1;\n{line}\n".encode())


@pytest.mark.parametrize(
    "line",
    ["export const { a = 1 } = b;", "export const { ...a } = b;", 'import { "a b" as c } from "./a.js";'],
)
def test_what_is_no_name_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"^js/page\.js: .* is not a name, nor a name for another$"):
        read_script("js/page.js", f"{line}\n".encode())


@pytest.mark.parametrize(
    "line",
    ["await a();", "const a = await b();", "const { a } = await b();", "for await (const a of b) c();"],
)
def test_what_waits_says_so(line: str) -> None:
    assert read_script("js/page.js", f"{line}\n".encode()).waits
    assert not read_script("js/page.js", f"async () => {{\n  {line}\n}};\n".encode()).waits


def test_air_goes_but_not_from_strings() -> None:
    text = "f(\n  a,\n\n  `b`,\n);\nconst c = `\n    d\n\n  ${e(`f`)}\n  `;\n  g();\n"

    assert without_air(text) == "f(\na,\n`b`,\n);\nconst c = `\n    d\n\n  ${e(`f`)}\n  `;\ng();\n"
    with pytest.raises(ValueError, match="has no end"):
        without_air("const a = `b;\n")
