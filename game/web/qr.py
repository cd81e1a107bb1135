"""QR codes of the addresses to join, to pair and to take home, drawn as plain SVG."""

import hashlib
import io
from urllib.parse import urlencode

import segno
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from game.web.address import control_path, join_address, pair_address, public_address


@require_safe
def qr(request: HttpRequest, code: str) -> HttpResponse:
    """Draw the join address of a code, of one table with `?table=3`.

    It looks nothing up: a picture of an unknown code must not tell that the code is unknown.
    """
    table = request.GET.get("table", "")
    number = int(table) if table.isascii() and table.isdecimal() and len(table) <= 3 else None
    return svg(request, join_address(request, code, number))


@require_safe
def pair_qr(request: HttpRequest, code: str) -> HttpResponse:
    """Draw the address of a pairing code, whether it works or not; kept nowhere, since it is good for minutes only."""
    response = svg(request, pair_address(request, code))
    response["Cache-Control"] = "no-store"
    return response


@require_safe
def control_qr(request: HttpRequest, workshop: str, key: str) -> HttpResponse:
    """Draw the control link with this key, whether it works or not; kept nowhere, as whoever has it runs the workshop."""
    response = svg(request, public_address(request) + control_path(int(workshop), key))
    response["Cache-Control"] = "no-store"
    return response


def qr_path(path: str, address: str) -> str:
    """Return the path of a drawing with the address that it is of, so that pages show a new one when that changes.

    Only for browsers to tell them apart: what is drawn is always the address in force.
    """
    return f"{path}?{urlencode({'at': address})}"


def svg(request: HttpRequest, address: str) -> HttpResponse:
    """Return the answer with the drawing of an address; a browser that keeps it asks whether it is still that one."""
    tag = hashlib.sha256(address.encode()).hexdigest()[:32]
    response = HttpResponse(draw(address), content_type="image/svg+xml")
    response["ETag"] = f'"{tag}"'
    response["Cache-Control"] = "private, no-cache"
    return get_conditional_response(request, response["ETag"], response=response) or response


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
