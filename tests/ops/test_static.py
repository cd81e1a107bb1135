"""Static files come from memory, under one name per version, before anything else is asked."""

import gzip
from pathlib import Path
from typing import Any

import pytest

from game.live.static import MemoryStaticStorage, StaticFiles, StaticTree, read_tree, static_tree
from tests.ops.asgi import Answer, request

SCRIPT = b'import { say } from "./words.js";\n' * 20


async def not_static(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 299, "headers": []})
    await send({"type": "http.response.body", "body": b"inner"})


@pytest.fixture
def tree(tmp_path: Path) -> StaticTree:
    (tmp_path / "js").mkdir()
    (tmp_path / "js" / "play.js").write_bytes(SCRIPT)
    (tmp_path / "js" / ".play.js.swp").write_bytes(b"draft")
    (tmp_path / "dot.svg").write_bytes(b"<svg/>")
    return read_tree([tmp_path])


async def ask(tree: StaticTree, name: str, method: str = "GET", **headers: str) -> Answer:
    asked = {key.replace("_", "-"): value for key, value in headers.items()}
    return await request(StaticFiles(not_static, tree), f"/static/{tree.version}/{name}", method, asked)


async def test_a_script(tree: StaticTree) -> None:
    answer = await ask(tree, "js/play.js")

    assert (answer.status, answer.body) == (200, SCRIPT)
    assert answer.headers == {
        "content-type": "text/javascript; charset=utf-8",
        "cache-control": "public, max-age=31536000, immutable",
        "vary": "accept-encoding",
        "x-content-type-options": "nosniff",
        "etag": f'W/"{tree.version}"',
        "content-length": str(len(SCRIPT)),
    }


async def test_ready_gzip(tree: StaticTree) -> None:
    answer = await ask(tree, "js/play.js", accept_encoding="gzip, deflate")

    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) == len(answer.body)
    assert gzip.decompress(answer.body) == SCRIPT


async def test_what_gzip_would_make_longer_goes_plain(tree: StaticTree) -> None:
    answer = await ask(tree, "dot.svg", accept_encoding="gzip")

    assert answer.body == b"<svg/>"
    assert answer.headers["content-type"] == "image/svg+xml"
    assert "content-encoding" not in answer.headers


async def test_head(tree: StaticTree) -> None:
    answer = await ask(tree, "js/play.js", "HEAD")

    assert (answer.status, answer.body) == (200, b"")
    assert answer.headers["content-length"] == str(len(SCRIPT))


async def test_unchanged(tree: StaticTree) -> None:
    answer = await ask(tree, "js/play.js", if_none_match=f'W/"{tree.version}"')

    assert (answer.status, answer.body) == (304, b"")
    assert "content-length" not in answer.headers


@pytest.mark.parametrize("name", ["js/words.js", "js", "", "../manage.py", "js/.play.js.swp"])
async def test_nothing_there(tree: StaticTree, name: str) -> None:
    answer = await ask(tree, name)

    assert answer.status == 404
    assert answer.headers["cache-control"] == "no-store"


async def test_another_version_is_not_this_one(tree: StaticTree) -> None:
    answer = await request(StaticFiles(not_static, tree), "/static/0123456789ab/js/play.js")

    assert answer.status == 404


async def test_other_methods(tree: StaticTree) -> None:
    answer = await ask(tree, "js/play.js", "POST")

    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


async def test_all_else_goes_on(tree: StaticTree) -> None:
    answer = await request(StaticFiles(not_static, tree), "/staticky")

    assert (answer.status, answer.body) == (299, b"inner")


def test_the_version_is_that_of_names_and_contents(tmp_path: Path) -> None:
    file = tmp_path / "a.css"
    file.write_text("a {}")
    before = read_tree([tmp_path]).version
    again = read_tree([tmp_path]).version
    file.write_text("b {}")
    changed = read_tree([tmp_path]).version
    file.rename(tmp_path / "b.css")
    renamed = read_tree([tmp_path]).version

    assert before == again
    assert len({before, changed, renamed}) == 3


async def test_a_style_sheet_has_what_it_imports_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "css" / "phone").mkdir(parents=True)
    (tmp_path / "css" / "phone.css").write_text(
        '/* The phone. */\n@import "phone/bar.css";\n@import "phone/dock.css";\np {}\n'
    )
    (tmp_path / "css" / "phone" / "bar.css").write_text('@import "../shared.css";\n.bar {}\n')
    (tmp_path / "css" / "phone" / "dock.css").write_text(".dock {}\n")
    (tmp_path / "css" / "shared.css").write_text("a {}\n")

    answer = await ask(read_tree([tmp_path]), "css/phone.css")

    assert answer.body == b"\na {}\n.bar {}\n.dock {}\np {}\n"


def test_a_style_sheet_that_imports_nothing_there_is_found_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text('@import "b.css";\n')

    with pytest.raises(ValueError, match=r"a\.css imports b\.css"):
        read_tree([tmp_path])


def test_templates_ask_for_addresses() -> None:
    name = next(iter(static_tree().files))

    assert MemoryStaticStorage().url(name) == f"/static/{static_tree().version}/{name}"
    with pytest.raises(ValueError, match=r"no static file .js/gone\.js."):
        MemoryStaticStorage().url("js/gone.js")
