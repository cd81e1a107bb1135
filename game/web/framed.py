"""Pages whose frame is the same for many: Django writes it once, and what is one person's is put in between.

A frame is kept by all that it is made of; what is somebody's own is no part of that, only a mark where it goes. So nobody's
page can show what is another's.
"""

import secrets
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from game.kept import Newest

MOST = 128  # frames of some 30 kB: a few rooms, roles and languages
ASIDE = ("csrf_token", "path")  # what every page has of its own
COOKIES_OFF = "COOKIES_OFF"


@dataclass(frozen=True)
class Asked:
    """What the frame knows of the request: where its own address goes."""

    get_full_path: str
    META: Mapping[str, Any]


@dataclass(frozen=True)
class Frame:
    """The pieces of a page, and the names of what goes between them."""

    pieces: tuple[str, ...]
    names: tuple[str, ...]

    def around(self, own: Mapping[str, object]) -> str:
        """Return the page with somebody's own values, each escaped unless it is safe already."""
        parts = [self.pieces[0]]
        for name, piece in zip(self.names, self.pieces[1:], strict=True):
            parts += conditional_escape(str(own[name])), piece
        return "".join(parts)


_frames: Newest[Hashable, Frame] = Newest(MOST)
_LEFT, _RIGHT = f"[{secrets.token_hex(8)}:", f":{secrets.token_hex(8)}]"  # which nobody can type


def page(request: HttpRequest, template: str, shared: Mapping[str, Any], own: Mapping[str, object]) -> str:
    """Return a page, whose frame is kept by template, language and `shared`: values that can be compared, and lists of those.

    A template may print what is `own`, and neither look into it nor decide anything by it.
    """
    if COOKIES_OFF in request.META:
        return render_to_string(template, {**shared, **own}, request)
    about = (template, get_language(), tuple(own), *((name, _fixed(value)) for name, value in shared.items()))
    frame = _frames.get(about)
    if frame is None:
        frame = _framed(template, shared, tuple(own))
        _frames.put(about, frame)
    return frame.around({**own, "csrf_token": get_token(request), "path": request.get_full_path()})


def _fixed(value: Any) -> Hashable:
    return tuple(value) if isinstance(value, list) else value


def _framed(template: str, shared: Mapping[str, Any], names: tuple[str, ...]) -> Frame:
    marks = {name: SafeString(f"{_LEFT}{name}{_RIGHT}") for name in (*names, *ASIDE)}
    asked = Asked(marks.pop("path"), {})
    written = render_to_string(template, {**shared, **marks, "request": asked})
    pieces: list[str] = []
    found: list[str] = []
    for piece in written.split(_LEFT):
        name, is_mark, rest = piece.partition(_RIGHT)
        if pieces:
            found.append(name)
        pieces.append(rest if is_mark else piece)
    return Frame(tuple(pieces), tuple(found))
