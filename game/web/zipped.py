"""Gzip for pages, of which a part that many pages share is compressed once.

Most of a phone's page is words, which are the same for everybody: compressing them anew for each who joins took longer than
making the rest of the page.
"""

import secrets
import zlib
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware, re_accepts_gzip
from django.utils.cache import patch_vary_headers

LEVEL = 6
HEADER = b"\x1f\x8b\x08\x08\x00\x00\x00\x00\x00\xff"  # deflate, with a file name; no time; unknown system
KEPT = 16  # parts: a few languages, rulesets and scenarios, before and in the debrief


class SharedPage(HttpResponse):
    """A page that holds `shared`, a part that many pages have to the byte."""

    def __init__(self, content: str, shared: str) -> None:
        super().__init__(content)
        self.shared = shared.encode()


class Zipped(GZipMiddleware):
    """Django's, but for shared pages; their length too is blurred by a file name of random length."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Compress a response for a browser that takes it."""
        if not isinstance(response, SharedPage) or response.has_header("Content-Encoding"):
            return super().process_response(request, response)
        patch_vary_headers(response, ("Accept-Encoding",))
        if re_accepts_gzip.search(request.META.get("HTTP_ACCEPT_ENCODING", "")):
            response.content = zipped(response.content, response.shared)
            response.headers["Content-Encoding"] = "gzip"
            response.headers["Content-Length"] = str(len(response.content))
        return response


def zipped(content: bytes, shared: bytes) -> bytes:
    """Return `content` as gzip, the first `shared` in it taken from what was compressed before."""
    before, found, after = content.partition(shared)
    name = b"a" * secrets.randbelow(GZipMiddleware.max_random_bytes)
    parts = (_block(before), _shared(found), _block(after, zlib.Z_FINISH))
    ending = zlib.crc32(content).to_bytes(4, "little") + (len(content) % 2**32).to_bytes(4, "little")
    return b"".join((HEADER, name, b"\x00", *parts, ending))


@lru_cache(KEPT)
def _shared(part: bytes) -> bytes:
    return _block(part)


def _block(part: bytes, flush: int = zlib.Z_FULL_FLUSH) -> bytes:
    """Return a part as deflate that neither needs what came before nor is needed by what comes after."""
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(part) + packer.flush(flush)
