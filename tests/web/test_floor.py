"""Nothing on a page is newer than the oldest browsers that have to work, and no script swallows a failure."""

import re
from pathlib import Path

import pytest

from tests.web.floor import faults

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(
    str(path.relative_to(ROOT))
    for folder, kinds in (("static", ("*.js", "*.css")), ("templates", ("*.html",)))
    for kind in kinds
    for path in (ROOT / folder).rglob(kind)
)


def test_every_page_works_in_safari_15_chrome_100_and_firefox_100() -> None:
    assert len(FILES) > 100
    assert [fault for name in FILES for fault in faults(name, (ROOT / name).read_text())] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.js", "const last = list.at(-1);"),
        ("a.js", "list.findLast((one) => one)"),
        ("a.js", "structuredClone(x)"),
        ("a.js", "if (Object.hasOwn(a, 'b')) {}"),
        ("a.js", "id = crypto.randomUUID();"),
        ("a.js", "part.inert = true;"),
        ("a.js", "dialog.showModal();"),
        ("a.js", 'put(button, "ariaPressed", "true");'),
        ("a.js", 'list.querySelector(":focus-visible")'),
        ("a.js", "list.matches(`:has(input)`)"),
        ("a.js", "class A { static { x(); } }"),
        ("a.js", "text.replace(/(?<=a)b/, '')"),
        ("a.js", "new BroadcastChannel('x')"),
        ("a.js", "event.submitter.value"),
        ("a.js", "try { x(); } catch {}"),
        ("a.js", "try { x(); } catch (error) { /* hidden */ }"),
        ("a.js", "later().catch(() => {});"),
        ("a.css", ".a:has(.b) { color: red; }"),
        ("a.css", ":focus-visible { outline: none; }"),
        ("a.css", ".a { height: 100dvh; }"),
        ("a.css", ".a { overflow: clip; }"),
        ("a.css", ".a { color: color-mix(in srgb, red, blue); }"),
        ("a.css", ".a { .b { color: red; } }"),
        ("a.css", "@layer a { .b { color: red; } }"),
        ("a.css", "@container (min-width: 1px) { .b { color: red; } }"),
        ("a.css", "@media (width > 3px) { .b { color: red; } }"),
        ("a.css", ".a { rotate: 3deg; }"),
        ("a.css", ".a { user-select: none; }"),
        ("a.css", ".a::backdrop { color: red; }"),
        ("a.html", "<dialog id=a>"),
        ("a.html", "<div inert>"),
        ("a.html", '<img loading="lazy">'),
        ("a.html", '<form method="dialog">'),
    ],
)
def test_what_is_too_new_is_found(name: str, text: str) -> None:
    found = faults(name, f"\n{text}\n")
    assert len(found) == 1
    assert found[0].startswith(f"{name}:2: ")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.js", "/* list.at(-1) */ const url = 'http://a'; // dialog.showModal()"),
        ("a.js", 'if ("BroadcastChannel" in window) new BroadcastChannel("x");'),
        ("a.js", "root.requestFullscreen?.();"),
        ("a.js", "try { x(); } catch (error) { if (!(error instanceof DOMException)) throw error; }"),
        ("a.css", ".a:focus { outline: 1px solid; } .a:focus:not(:focus-visible) { outline: none; }"),
        ("a.css", ".a { height: 100vh; height: 100dvh; }"),
        ("a.css", "@supports selector(.a:has(.b)) { .a:has(.b) { color: red; } }"),
        ("a.css", "@supports (height: 1dvh) { .a { height: 100dvh; } }"),
        ("a.css", "@media (min-width: 3em) { .a { -webkit-user-select: none; user-select: none; } }"),
        ("a.html", '{% comment %}<dialog>{% endcomment %}<button enterkeyhint="send">'),
    ],
)
def test_an_older_way_beside_it_is_fine(name: str, text: str) -> None:
    assert faults(name, text) == []


def test_no_script_asks_the_page_for_its_language_or_its_words() -> None:
    """A browser that translates has put others there; state/words.js has the server's word for it."""
    scripts = {name: (ROOT / name).read_text() for name in FILES if name.endswith(".js")}
    assert [name for name, text in scripts.items() if "Intl." in text] == ["static/js/state/words.js"]
    read_back = re.compile(r"documentElement\.lang|innerText|textContent\s*[!=]==|= [^;=]*\.textContent;")
    assert [name for name, text in scripts.items() if read_back.search(text)] == []


@pytest.mark.parametrize("mark", ['class="role-badge"', "join-code", "lobby-code", "foot-code"])
def test_names_codes_and_letters_are_not_translated(mark: str) -> None:
    lines = [
        line for name in FILES if name.endswith(".html") for line in (ROOT / name).read_text().split("<")
    ]
    assert [line for line in lines if mark in f"<{line}" and 'translate="no"' not in line] == []
