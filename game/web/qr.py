"""QR codes of the addresses to join and to pair, drawn as plain SVG."""

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
    response = HttpResponse(_draw(join_address(request, code, number)), content_type="image/svg+xml")
    response["Cache-Control"] = "private, max-age=300"
    return response


@require_safe
def pair_qr(request: HttpRequest, code: str) -> HttpResponse:
    """Draw the address of a pairing code, whether it works or not; kept nowhere, since it is good for minutes only."""
    response = HttpResponse(_draw(pair_address(request, code)), content_type="image/svg+xml")
    response["Cache-Control"] = "no-store"
    return response


def _draw(address: str) -> bytes:
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
