"""Pages as they are sent: a part that many share is compressed once, and a browser reads the whole."""

import gzip

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from game.web.zipped import SharedPage, Zipped, zipped

SHARED = "".join(f'"word {number}":"woord {number}",' for number in range(300))
PAGE = f"<h1>Égel</h1>{SHARED}<p>tot slot</p>"


def answer(response: HttpResponse, accepts: str = "gzip, br") -> HttpResponse:
    return Zipped(lambda _: response)(RequestFactory().get("/", HTTP_ACCEPT_ENCODING=accepts))


@pytest.mark.parametrize(
    "page", [PAGE, SHARED, f"{SHARED}.", f".{SHARED}", "without it", f"{SHARED}{SHARED}"]
)
def test_what_is_compressed_in_parts_reads_as_one(page: str) -> None:
    sent = answer(SharedPage(page, SHARED))
    assert gzip.decompress(sent.content).decode() == page
    assert (sent["Content-Encoding"], sent["Content-Length"]) == ("gzip", str(len(sent.content)))
    assert sent["Vary"] == "Accept-Encoding"


def test_the_shared_part_is_compressed_once_and_hardly_worse() -> None:
    shared = SHARED.encode()
    first, second = (zipped(before + shared, shared) for before in (b"Egel", b"Merel"))
    assert first[-1000:-8] == second[-1000:-8], "all but the beginning, and the sum at the end"
    assert len(first) < len(gzip.compress(b"Egel" + shared, 6)) + 150


def test_who_takes_no_gzip_gets_it_plain() -> None:
    sent = answer(SharedPage(PAGE, SHARED), "")
    assert (sent.content.decode(), sent.has_header("Content-Encoding")) == (PAGE, False)
    assert sent["Vary"] == "Accept-Encoding"


def test_other_pages_are_compressed_as_ever() -> None:
    assert gzip.decompress(answer(HttpResponse(PAGE)).content).decode() == PAGE
    assert not answer(HttpResponse("short")).has_header("Content-Encoding")
