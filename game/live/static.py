"""The files under /static/, held in memory and answered before Django sees the request.

One hash of all files together is part of every address, so that modules and style sheets find each other by
relative path and browsers may keep everything for ever. A style sheet is sent with those that it imports in their
place, and the scripts of a page in few files (join.py): a component each to read, few requests for a page. Comments are
for who reads the source, and are not sent. With DEBUG scripts are sent one by one, as they stand in the folder.
"""

import gzip
import hashlib
import mimetypes
import posixpath
import re
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from asgiref.typing import ASGIReceiveCallable, ASGISendCallable, Scope
from django.conf import settings
from django.core.files.storage import Storage

from game.live.join import join
from game.live.plan import Page
from game.live.slim import flush, without_comments

FOREVER = b"public, max-age=31536000, immutable"
# The system's own list differs per machine, and a module with a wrong type is not run.
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
}
# What the pictures of the debrief are drawn by: all of it is needed when that opens.
DEBRIEF = (
    "js/ui/debrief/pictures.js",
    "js/ui/debrief/world.js",
    "js/ui/street/undercurrent.js",
    "js/ui/debrief/pictures/*/*.js",
)
# The worlds that a table's picture can stand in, a file each: a page loads its own.
WORLDS = (
    "js/ui/street/worlds/street.js",
    "js/ui/street/worlds/school.js",
    "js/ui/street/worlds/care.js",
)
# The scripts of these pages are joined, each with the parts that come in one piece; others load few.
PAGES = (
    Page(
        "js/pages/player.js",
        (
            "js/ui/phone/street.js",
            *WORLDS,
            "js/ui/phone/play.js",
            "js/ui/phone/told.js",
            "js/ui/phone/alone.js",
            "js/ui/phone/later.js",
            ("js/ui/phone/debrief.js", *DEBRIEF),
        ),
    ),
    Page("js/pages/panel.js", ("js/ui/panel/drawn.js", *WORLDS, DEBRIEF)),
    Page("js/pages/projector.js", (*WORLDS, ("js/ui/projector/debrief.js", *DEBRIEF))),
    Page("js/pages/take_home.js", (*WORLDS, ("js/ui/street/undercurrent.js", *DEBRIEF))),
)
IMPORT = re.compile(rb'^@import "([^"]+)";\n?', re.MULTILINE)


@dataclass(frozen=True)
class StaticFile:
    """A file as it is sent; `gzipped` is empty when that would not be smaller."""

    content_type: bytes
    plain: bytes
    gzipped: bytes


@dataclass(frozen=True)
class StaticTree:
    """All static files by name (posix path below a static folder), and the hash of them together."""

    version: str
    files: dict[str, StaticFile]


def read_tree(folders: Iterable[str | Path], pages: Iterable[Page] = ()) -> StaticTree:
    """Read every file under `folders`, no hidden ones; of two with one name the first folder's counts.

    The scripts of `pages` are joined. Raises ValueError for a style sheet or script that imports what is not there, and
    for one that cannot be joined.
    """
    contents: dict[str, bytes] = {}
    for folder in [Path(given) for given in folders]:
        for file in sorted(folder.rglob("*")):
            below = file.relative_to(folder)
            if file.is_file() and not any(part.startswith(".") for part in below.parts):
                contents.setdefault(below.as_posix(), file.read_bytes())
    sheets = {name: _whole(name, contents) for name in contents if name.endswith(".css")}
    contents |= {name: flush(without_comments(text)) for name, text in sheets.items()}
    contents |= {name: without_comments(text) for name, text in contents.items() if name.endswith(".js")}
    contents |= join(contents, pages)
    digest = hashlib.sha256()
    for name, content in sorted(contents.items()):
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return StaticTree(digest.hexdigest()[:12], {name: _ready(name, data) for name, data in contents.items()})


def _whole(name: str, contents: dict[str, bytes]) -> bytes:
    """Return a style sheet with what it imports, by a path beside it, in its place."""

    def part(found: re.Match[bytes]) -> bytes:
        imported = posixpath.normpath(posixpath.join(posixpath.dirname(name), found[1].decode()))
        if imported not in contents or imported == name:
            raise ValueError(f"{name} imports {imported}, which is no style sheet beside it")
        return _whole(imported, contents)

    return IMPORT.sub(part, contents[name])


def static_tree() -> StaticTree:
    """Return this process's static files, read once."""
    return _tree_of(tuple(settings.STATICFILES_DIRS), () if settings.DEBUG else PAGES)


@cache
def _tree_of(folders: tuple[str | Path, ...], pages: tuple[Page, ...]) -> StaticTree:
    return read_tree(folders, pages)


def _ready(name: str, content: bytes) -> StaticFile:
    suffix = Path(name).suffix.lower()
    content_type = TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    gzipped = gzip.compress(content, 9, mtime=0)
    return StaticFile(content_type.encode(), content, gzipped if len(gzipped) < len(content) else b"")


class MemoryStaticStorage(Storage):
    """What {% static %} asks for addresses."""

    def url(self, name: str | None) -> str:
        """Return the address of a static file; raises ValueError for a file that does not exist."""
        tree = static_tree()
        if name not in tree.files:
            raise ValueError(f"no static file {name!r}")
        return f"{settings.STATIC_URL}{tree.version}/{name}"


class StaticFiles:
    """Answers everything under STATIC_URL and hands all else to `inner`."""

    def __init__(self, inner: Callable[..., Awaitable[None]], tree: StaticTree | None = None) -> None:
        self.inner = inner
        self.tree = tree or static_tree()
        self.prefix = f"{settings.STATIC_URL}{self.tree.version}/"

    async def __call__(self, scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
        """Serve one HTTP request."""
        if scope["type"] != "http" or not scope["path"].startswith(settings.STATIC_URL):
            await self.inner(scope, receive, send)
            return
        status, headers, body = self.answer(scope["method"], scope["path"], dict(scope["headers"]))
        if status != 304:  # which has no body, and must not say that the file's is empty
            headers.append((b"content-length", str(len(body)).encode()))
        await send({"type": "http.response.start", "status": status, "headers": headers, "trailers": False})
        content = b"" if scope["method"] == "HEAD" else body
        await send({"type": "http.response.body", "body": content, "more_body": False})

    def answer(
        self, method: str, path: str, asked: dict[bytes, bytes]
    ) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
        """Return status, headers and body for a request; `asked` are its headers by lower-case name."""
        plain_text = [
            (b"content-type", b"text/plain; charset=utf-8"),
            (b"x-content-type-options", b"nosniff"),
        ]
        if method not in ("GET", "HEAD"):
            return 405, [*plain_text, (b"allow", b"GET, HEAD")], b"method not allowed\n"
        file = self.tree.files.get(path.removeprefix(self.prefix)) if path.startswith(self.prefix) else None
        if file is None:
            return 404, [*plain_text, (b"cache-control", b"no-store")], b"not found\n"
        tag = b'"' + self.tree.version.encode() + b'"'
        headers = [
            (b"content-type", file.content_type),
            (b"cache-control", FOREVER),
            (b"vary", b"accept-encoding"),
            (b"x-content-type-options", b"nosniff"),
        ]
        if tag in asked.get(b"if-none-match", b""):
            return 304, [*headers, (b"etag", b"W/" + tag)], b""
        if file.gzipped and b"gzip" in asked.get(b"accept-encoding", b""):
            return 200, [*headers, (b"etag", b"W/" + tag), (b"content-encoding", b"gzip")], file.gzipped
        return 200, [*headers, (b"etag", b"W/" + tag)], file.plain
