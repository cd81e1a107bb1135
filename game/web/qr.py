"""QR codes of the addresses to join, to pair and to take home, drawn as plain SVG."""

import io

import segno
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from game.web.address import join_address, pair_address


@require_safe
def qr(request: HttpRequest, code: str) -> HttpResponse:
    """Draw the join address of a code, of one table with `?table=3`.

    It looks nothing up: a picture of an unknown code must not tell that the code is unknown.
    """
    table = request.GET.get("table", "")
    number = int(table) if table.isascii() and table.isdecimal() and len(table) <= 3 else None
    return svg(draw(join_address(request, code, number)))


@require_safe
def pair_qr(request: HttpRequest, code: str) -> HttpResponse:
    """Draw the address of a pairing code, whether it works or not; kept nowhere, since it is good for minutes only."""
    return svg(draw(pair_address(request, code)), "no-store")


def svg(drawing: bytes, kept: str = "private, max-age=300") -> HttpResponse:
    """Return the answer with a drawing; `kept` says how long browsers may keep it."""
    response = HttpResponse(drawing, content_type="image/svg+xml")
    response["Cache-Control"] = kept
    return response


def draw(address: str) -> bytes:
    """Return the QR code of an address as SVG, as large as its place."""
    drawing = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawing,
        kind="svg",
        border=3,
        dark="#1b1f24",
        light="#ffffff",
        xmldecl=False,
        svgclass=None,
        lineclass=None,
        omitsize=True,
    )
    return drawing.getvalue()
