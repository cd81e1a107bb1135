"""QR codes of join addresses, drawn as plain SVG."""

import io

import segno
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from game.web.address import join_address


@require_safe
def qr(request: HttpRequest, code: str) -> HttpResponse:
    """Draw the join address of a code, of one table with `?table=3`.

    It looks nothing up: a picture of an unknown code must not tell that the code is unknown.
    """
    table = request.GET.get("table", "")
    number = int(table) if table.isascii() and table.isdecimal() and len(table) <= 3 else None
    drawing = io.BytesIO()
    segno.make(join_address(request, code, number), error="m", micro=False).save(
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
    response = HttpResponse(drawing.getvalue(), content_type="image/svg+xml")
    response["Cache-Control"] = "private, max-age=300"
    return response
